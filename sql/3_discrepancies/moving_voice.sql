-- One row per question and voice that gives figures of more than one date there: what it gave first may be overtaken by
-- what it gave later. Most questions are of one date, and of those no voice is asked.
create or replace table moving_voice as
with
moving_question as (
    select question_id
    from comparable_claim
    where kind = 'quantity'
    group by question_id
    having min(as_of) < max(as_of)
)

select question_id, voice_id
from comparable_claim
where kind = 'quantity' and question_id in (select question_id from moving_question)
group by question_id, voice_id
having min(as_of) < max(as_of);
