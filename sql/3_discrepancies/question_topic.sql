-- One row per question: what its claims are of, by what most of them say, where and when. It is of a change only where
-- more than half of its figures are.
create or replace table question_topic as
with
counted as (
    select
        question_id,
        mode(measure) as measure,
        mode(actor) as actor,
        mode(unit) as unit,
        if(
            count(trend) filter (where kind = 'quantity') > count(*) filter (where kind = 'quantity') / 2,
            mode(trend),
            null
        ) as trend,
        mode(predicate) as predicate,
        mode(lower(regexp_extract(counted, '([^ ,]+)(?:,.*)?$', 1))) as head,
        bool_and(kind = 'stance') as is_stance,
        bool_and(polarity = 'expected') as is_expected,
        min(as_of) as first_as_of,
        max(as_of) as last_as_of,
        count(place) as placed_count,
        count(*) - count(restates) as claim_count,
        count(distinct source) as source_count,
        count(distinct voice_id) as voice_count
    from claim
    group by question_id
),

-- The places of a question and all that contain them, each with the claims that lie in it.
area as (
    select
        question_id,
        claim_count,
        unnest(list_transform(
            range(1, len(string_split(place, ' < ')) + 1),
            lambda first: array_to_string(string_split(place, ' < ')[first:], ' < ')
        )) as place
    from (
        select question_id, place, count(*) as claim_count
        from claim
        where place is not null
        group by question_id, place
    )
),

-- A question lies in the smallest place that holds three quarters of its claims.
sized as (
    select area.question_id, area.place, sum(area.claim_count) as claim_count
    from area
    group by area.question_id, area.place
),

located as (
    select sized.question_id, arg_max(sized.place, length(sized.place)) as place
    from sized
    inner join counted on sized.question_id = counted.question_id
    where sized.claim_count >= (select value from setting where setting = 'place_share') * counted.placed_count
    group by sized.question_id
)

select
    counted.*,
    located.place
from counted
left join located on counted.question_id = located.question_id;
