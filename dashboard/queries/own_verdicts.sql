-- One row per claim: every verdict that it has against another claim, each with the claim that it lies furthest from,
-- in questions small enough to compare at once.
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
        pair.b_claim_id as other_claim_id,
        pair.verdict,
        pair.ratio
    from asked
    inner join pair on asked.question_id = pair.question_id and asked.claim_id = pair.a_claim_id
    union all
    select
        asked.claim_id,
        pair.a_claim_id as other_claim_id,
        pair.verdict,
        pair.ratio
    from asked
    inner join pair on asked.question_id = pair.question_id and asked.claim_id = pair.b_claim_id
),

furthest as (
    select
        claim_id,
        verdict,
        arg_max(other_claim_id, (coalesce(ratio, 0), other_claim_id)) as other_claim_id
    from judged
    group by claim_id, verdict
)

select
    furthest.claim_id,
    list({
        'verdict': furthest.verdict,
        'figure': other.figure,
        'voice': other.voice,
        'as_of': other.as_of,
        'reported_at': other.reported_at
    }) as verdicts
from furthest
inner join claim as other on furthest.other_claim_id = other.claim_id
group by furthest.claim_id
