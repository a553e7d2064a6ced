-- One row per finding of a page: how many days the high end is newer than the low one, negative where it is older. The
-- days are those that both figures speak of, or else those on which both were reported; null where neither are known.
with
dated as (
    select
        claim.claim_id,
        if(length(claim.as_of) >= 10, try_cast(left(claim.as_of, 10) as date), null) as spoken_of,
        try_cast(left(claim.reported_at::varchar, 10) as date) as reported
    from claim
    where list_contains($question_ids, claim.question_id)
)

select
    finding.question_id,
    coalesce(
        nullif(date_diff('day', low.spoken_of, high.spoken_of), 0),
        date_diff('day', low.reported, high.reported),
        date_diff('day', low.spoken_of, high.spoken_of)
    ) as days
from finding
inner join dated as low on finding.low_claim_id = low.claim_id
inner join dated as high on finding.high_claim_id = high.claim_id
where list_contains($question_ids, finding.question_id)
