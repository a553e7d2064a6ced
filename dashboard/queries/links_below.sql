-- One row: how many pairs among the claims of the page were weighed, and score too little to be joined by themselves.
select count(*) as pairs
from question_link
where
    list_contains($claim_ids, a_claim_id)
    and list_contains($claim_ids, b_claim_id)
    and score < $threshold
