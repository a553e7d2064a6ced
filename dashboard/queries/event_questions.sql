-- One row per question of an event with one verdict, those that most claims answer first.
select
    question_id,
    title,
    asks,
    verdict
from question
where event_id = $event_id and verdict = $verdict
order by claim_count desc, question_id asc
limit $most
