-- One row per figure, the furthest from the middle of their question's voices first.
select
    weighed_deviation.*,
    question.title
from weighed_deviation
inner join question on weighed_deviation.question_id = question.question_id
order by abs(weighed_deviation.deviation) desc, weighed_deviation.claim_id asc
limit $most
