-- One row per question of some that the file still has.
select question_id
from question
where list_contains($question_ids, question_id)
