-- One row: how many independent voices answer a question, as finding.independent_voices counts them.
select count(distinct support_id) as voices
from comparable_claim
where question_id = $question_id
