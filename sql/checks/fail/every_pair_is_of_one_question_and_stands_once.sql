-- Rows: checked pairs of claims of two questions, of one claim with itself, or listed twice.
select pair.a_claim_id, pair.b_claim_id, count(*) as row_count
from checked_pair as pair
left join claim as a on pair.a_claim_id = a.claim_id and pair.question_id = a.question_id
left join claim as b on pair.b_claim_id = b.claim_id and pair.question_id = b.question_id
group by pair.a_claim_id, pair.b_claim_id
having count(*) > 1 or bool_or(a.claim_id is null or b.claim_id is null or pair.a_claim_id >= pair.b_claim_id);
