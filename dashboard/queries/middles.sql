-- One row per question in a list: the middle of its voices, which the strips are centred on.
select question_id, min(value) as value
from consensus
where list_contains($question_ids, question_id)
group by question_id
