-- One row per question with more claims than can be compared pair by pair when findings are made.
create or replace table large_question as
select question_id
from question_member
group by question_id
having count(*) > (select value from setting where setting = 'small_question');
