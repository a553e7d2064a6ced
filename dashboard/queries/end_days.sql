-- One row per finding of a page: how many days the high end is newer than the low one, negative where it is older. The
-- days are those that both figures speak of, or else those on which both were reported; null where neither are known.
with
chosen as (
    select question_id, low_claim_id, high_claim_id
    from finding
    where list_contains($question_ids, question_id)
),

ends as (
    select question_id, low_claim_id as claim_id, true as is_low
    from chosen
    union all
    select question_id, high_claim_id, false
    from chosen
),

dated as (
    select
        ends.question_id,
        ends.is_low,
        if(length(claim.as_of) >= 10, try_cast(left(claim.as_of, 10) as date), null) as spoken_of,
        try_cast(left(claim.reported_at::varchar, 10) as date) as reported
    from claim
    inner join ends on claim.question_id = ends.question_id and claim.claim_id = ends.claim_id
),

paired as (
    select
        question_id,
        date_diff(
            'day', any_value(spoken_of) filter (where is_low), any_value(spoken_of) filter (where not is_low)
        ) as spoken_of,
        date_diff(
            'day', any_value(reported) filter (where is_low), any_value(reported) filter (where not is_low)
        ) as reported
    from dated
    group by question_id
)

select
    question_id,
    coalesce(nullif(spoken_of, 0), reported, spoken_of) as days
from paired
