-- Rows: questions with a pair that differs or contradicts, but without a finding; and findings without such a pair.
select disputed.question_id as disputed_question_id, finding.question_id as finding_question_id
from (select distinct question_id from pair where verdict in ('differs', 'contradicts')) as disputed
full outer join finding on disputed.question_id = finding.question_id
where disputed.question_id is null or finding.question_id is null;
