-- Rows: claims that stand in no question, in several, or that were lost on the way to one.
select staged_claim.claim_id, count(claim.question_id) as question_count
from staged_claim
left join claim on staged_claim.claim_id = claim.claim_id
group by staged_claim.claim_id
having count(claim.question_id) <> 1;
