-- One row per question and voice that gives a figure above zero there: where it denies as well, it denies a figure and
-- not the thing.
create or replace table counting_voice as
select distinct question_id, voice_id
from comparable_claim
where kind = 'quantity' and polarity in ('asserted', 'expected') and figure > 0;
