-- One row per question and voice that gives more than one figure there: what it gave first may be overtaken by what it
-- gave later.
create or replace table recurring_voice as
select question_id, voice_id
from comparable_claim
where kind = 'quantity'
group by question_id, voice_id
having count(*) > 1;
