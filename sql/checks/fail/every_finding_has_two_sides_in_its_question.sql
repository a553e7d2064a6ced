-- Rows: findings whose two ends are one claim, or that lie outside the question.
select finding.finding_id, finding.low_claim_id, finding.high_claim_id
from finding
left join claim as low on finding.low_claim_id = low.claim_id and finding.question_id = low.question_id
left join claim as high on finding.high_claim_id = high.claim_id and finding.question_id = high.question_id
where low.claim_id is null or high.claim_id is null or low.claim_id = high.claim_id;
