-- The finding that comes after another in rank; no row after the last.
select
    question_id,
    title,
    asks
from finding
where rank > $rank
order by rank
limit 1
