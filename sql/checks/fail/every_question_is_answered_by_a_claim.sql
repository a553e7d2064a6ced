-- Rows: questions without a claim.
select question.question_id, question.title
from question
anti join claim on question.question_id = claim.question_id;
