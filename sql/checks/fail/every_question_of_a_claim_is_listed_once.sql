-- Rows: questions that claims answer and that the list lacks or repeats.
select claim.question_id
from (select distinct question_id from claim) as claim
left join question on claim.question_id = question.question_id
group by claim.question_id
having count(question.question_id) <> 1;
