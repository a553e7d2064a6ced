-- The finding of a question; no row where its claims do not differ.
select *
from finding
where question_id = $question_id
order by rank
limit 1
