-- One row per pair of claims that the page draws: what the two are to each other, and why.
select *
from pair
where
    question_id = $question_id
    and list_contains($claim_ids, a_claim_id)
    and list_contains($claim_ids, b_claim_id)
