-- One row per question in dispute that somebody denies: who denies what the question asks, and who that or the figure
-- of one end. A denial counts where the text does not settle of what it is, but not one of another thing, nor one by a
-- voice that gives a figure as well: it denies a figure, not the thing.
create or replace table denier as
with
thing_denier as (
    select distinct comparable.question_id, voice_name.name_in_sentence as name, true as denies_thing
    from comparable_claim as comparable
    inner join voice_name on comparable.voice_id = voice_name.voice_id
    inner join analysed_claim as claim on comparable.claim_id = claim.claim_id
    inner join measure_behaviour as behaviour on claim.measure = behaviour.measure
    inner join question_topic as topic on comparable.question_id = topic.question_id
    inner join dispute_end as ending on comparable.question_id = ending.question_id
    left join dispute_surety as sure
        on
            least(comparable.claim_id, ending.claim_id) = sure.a_claim_id
            and greatest(comparable.claim_id, ending.claim_id) = sure.b_claim_id
    where
        (claim.measure = topic.measure or behaviour.is_generic)
        and comparable.kind = 'stance' and comparable.polarity = 'denied' and comparable.denies_voice_id is null
        and (comparable.question_id, comparable.voice_id) not in (from counting_voice)
        and coalesce(sure.surety, 1) >= (select value from setting where setting = 'denial_surety')
),

figure_denier as (
    select question_id, unnest(names) as name, false as denies_thing
    from end_denier
),

found as (
    from thing_denier
    union all
    from figure_denier
),

named as (
    select
        question_id,
        list_sort(list(distinct name)) as names,
        list_sort(list(distinct name) filter (where denies_thing)) as thing_names
    from found
    group by question_id
)

select question_id, enumerated(names) as denied_by, enumerated(thing_names) as thing_denied_by
from named;
