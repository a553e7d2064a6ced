-- One row per end of a dispute of figures that another voice denies: whoever denies what somebody says with that
-- figure, or the figure itself.
create or replace table end_denier as
with
ending as (
    select dispute_end.*, claim.comparable_unit, claim.figure as own_figure
    from dispute_end
    inner join dispute on dispute_end.question_id = dispute.question_id
    inner join question_topic as topic on dispute_end.question_id = topic.question_id
    inner join comparable_claim as claim on dispute_end.claim_id = claim.claim_id
    where dispute.is_of_figures and topic.has_denial
),

refuting as (
    select ending.question_id, ending.is_low, refuted_figure.denial_claim_id
    from ending
    inner join refuted_figure on ending.question_id = refuted_figure.question_id
    inner join comparable_claim as meant on refuted_figure.claim_id = meant.claim_id
    where
        ending.comparable_unit is not distinct from meant.comparable_unit
        and is_close(ending.own_figure, meant.figure)
),

denying as (
    select ending.question_id, ending.is_low, denial.claim_id as denial_claim_id
    from ending
    inner join comparable_claim as denial on ending.question_id = denial.question_id
    where
        denial.kind = 'quantity'
        and denial.polarity = 'denied'
        and denial.voice_id != ending.voice_id
        and coalesce(denial.denies_voice_id = ending.voice_id, true)
        and ending.comparable_unit is not distinct from denial.comparable_unit
        and denial.low <= ending.low
        and ending.high <= denial.high
),

found as (
    from refuting
    union
    from denying
),

named as (
    select
        found.question_id,
        found.is_low,
        list_sort(list(distinct voice_name.name_in_sentence)) as names,
        bool_or(voice_name.is_plural) as is_plural
    from found
    inner join comparable_claim as denial on found.denial_claim_id = denial.claim_id
    inner join voice_name on denial.voice_id = voice_name.voice_id
    group by found.question_id, found.is_low
)

select
    question_id,
    is_low,
    names,
    enumerated(names) || if(is_plural or len(names) > 1, ' deny', ' denies') as denies
from named;
