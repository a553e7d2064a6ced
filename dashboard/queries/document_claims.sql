-- One row per claim in one part of an article, in the order of the text, with the question that it answers.
select
    claim.*,
    question.title as question_title,
    question.asks as question_asks,
    question.verdict as question_verdict,
    question.claim_count as question_claim_count
from claim
left join question using (question_id)
where
    claim.document_id = $document_id
    and (claim.char_start is null or (claim.char_start >= $first and claim.char_start < $last))
order by claim.char_start asc nulls last, claim.claim_id asc
limit $most
