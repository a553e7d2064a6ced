-- One row per two claims of the page that were put into one question, the surest first: their score and its parts.
select
    a_claim_id,
    b_claim_id,
    score,
    features
from question_link
where list_contains($claim_ids, a_claim_id) and list_contains($claim_ids, b_claim_id)
order by score desc, a_claim_id asc, b_claim_id asc
limit $most
