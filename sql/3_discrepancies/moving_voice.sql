-- One row per question and voice that gives figures of more than one date there: what it gave first may be overtaken by
-- what it gave later.
create or replace table moving_voice as
select question_id, voice_id
from comparable_claim
where kind = 'quantity'
group by question_id, voice_id
having min(as_of) < max(as_of);
