-- One row per figure that was withdrawn, and the claim that withdraws it: a text says that its voice puts another in
-- its place, and the voice gave this one no later than that, there or elsewhere; or its publisher takes it back, be it
-- for a figure that somebody else gives: "An earlier version said 117. The coastguard counts 107."
create or replace table withdrawn_figure as
with
put_right as (
    select
        withdrawn.claim_id,
        replacing.claim_id as withdrawn_by_claim_id,
        replacing.reported_at
    from comparable_claim as replacing
    inner join comparable_claim as replaced
        on
            replacing.replaces = replaced.claim_id
            and replacing.question_id = replaced.question_id
            and (
                replacing.voice_id = replaced.voice_id
                or not replaced.is_quoted and replacing.document_id = replaced.document_id
            )
    inner join comparable_claim as withdrawn
        on
            replaced.question_id = withdrawn.question_id
            and replaced.voice_id = withdrawn.voice_id
            and replaced.comparable_unit is not distinct from withdrawn.comparable_unit
            and replaced.class is not distinct from withdrawn.class
    where
        replacing.has_interval
        and replacing.polarity in ('asserted', 'expected')
        and is_close(withdrawn.figure, replaced.figure)
        and not is_close(replacing.figure, replaced.figure)
        and coalesce(date_order(withdrawn.as_of, replacing.as_of) < 0, true)
),

taken_back as (
    select
        withdrawn.claim_id,
        denial.claim_id as withdrawn_by_claim_id,
        denial.reported_at
    from comparable_claim as denial
    inner join comparable_claim as withdrawn
        on
            denial.question_id = withdrawn.question_id
            and denial.source = withdrawn.source
            and denial.comparable_unit is not distinct from withdrawn.comparable_unit
            and denial.class is not distinct from withdrawn.class
            and is_close(denial.figure, withdrawn.figure)
    where
        denial.polarity = 'denied'
        and denial.has_interval
        and not denial.is_quoted
        and withdrawn.polarity in ('asserted', 'expected')
        and date_order(withdrawn.reported_at, denial.reported_at) = -1
)

select
    claim_id,
    arg_min(withdrawn_by_claim_id, (coalesce(reported_at, '9999'), withdrawn_by_claim_id)) as withdrawn_by_claim_id
from (
    select *
    from put_right
    union all
    select *
    from taken_back
)
group by claim_id;
