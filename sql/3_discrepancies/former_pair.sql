-- One row per finding of the build before whose two ends are still compared with each other: their verdict now.
create or replace table former_pair as
with
former as (
    select
        finding.finding_id,
        least(low.claim_number, high.claim_number) as first_claim_number,
        greatest(low.claim_number, high.claim_number) as second_claim_number
    from baseline_finding as finding
    inner join comparable_claim as low on finding.low_claim_id = low.claim_id
    inner join comparable_claim as high on finding.high_claim_id = high.claim_id
)

select
    former.finding_id,
    pair.verdict
from former
inner join contender_pair as pair
    on
        former.first_claim_number = least(pair.a_claim_number, pair.b_claim_number)
        and former.second_claim_number = greatest(pair.a_claim_number, pair.b_claim_number);
