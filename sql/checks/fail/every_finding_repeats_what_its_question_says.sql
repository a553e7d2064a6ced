-- Rows: findings whose columns from their question are not as the question has them. A question's page is read with its
-- finding, which then takes these columns from the question.
select finding.finding_id, finding.question_id
from finding
inner join question on finding.question_id = question.question_id
where
    (
        finding.title, finding.asks, finding.measure, finding.actor, finding.place,
        finding.claim_count, finding.source_count, finding.voice_count, finding.verdict, finding.ratio
    ) is distinct from (
        question.title, question.asks, question.measure, question.actor, question.place,
        question.claim_count, question.source_count, question.voice_count, question.verdict, question.widest_ratio
    );
