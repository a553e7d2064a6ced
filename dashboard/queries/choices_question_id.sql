-- One row per question to choose from: those of the most severe findings.
select question_id as value, title as words
from finding
order by rank
limit $most
