-- One row per claim: every verdict that it has against another claim, in questions small enough to compare at once.
with
asked as (
    select
        claim.claim_id,
        claim.question_id
    from claim
    inner join question using (question_id)
    where list_contains($claim_ids, claim.claim_id) and question.claim_count <= $most
),

judged as (
    select
        asked.claim_id,
        pair.verdict
    from asked
    inner join pair on asked.question_id = pair.question_id and asked.claim_id = pair.a_claim_id
    union all
    select
        asked.claim_id,
        pair.verdict
    from asked
    inner join pair on asked.question_id = pair.question_id and asked.claim_id = pair.b_claim_id
)

select
    claim_id,
    list(distinct verdict) as verdicts
from judged
group by claim_id
