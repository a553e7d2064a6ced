-- The consensus on a question; no row where nothing can be estimated.
select *
from consensus
where question_id = $question_id
order by method
limit 1
