-- Rows: findings whose two ends, with the low one as such, are no pair in dispute of two sides, and those with another
-- verdict or ratio than that pair.
with
standing as (
    select
        finding.*,
        low.rowid as low_claim_number,
        if(low.claim_id < high.claim_id, low.rowid, high.rowid) as a_claim_number,
        if(low.claim_id < high.claim_id, high.rowid, low.rowid) as b_claim_number
    from finding
    inner join analysed_claim as low on finding.low_claim_id = low.claim_id
    inner join analysed_claim as high on finding.high_claim_id = high.claim_id
)

select standing.finding_id, pair.verdict, standing.verdict as verdict_of_finding, pair.ratio
from standing
left join contender_pair as pair
    on
        standing.question_id = pair.question_id
        and standing.a_claim_number = pair.a_claim_number
        and standing.b_claim_number = pair.b_claim_number
where
    not coalesce(pair.verdict in ('differs', 'contradicts') and pair.has_two_sides, false)
    or pair.is_a_low != (standing.low_claim_number = standing.a_claim_number)
    or pair.verdict::varchar is distinct from standing.verdict
    or pair.ratio is distinct from standing.ratio;
