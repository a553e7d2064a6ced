-- One row per question and voice that denies there and gives a figure above zero as well: it denies a figure, not the
-- thing.
create or replace table counting_voice as
with
denying as (
    select distinct question_id, voice_id
    from comparable_claim
    where polarity = 'denied'
)

select distinct claim.question_id, claim.voice_id
from comparable_claim as claim
semi join denying on claim.question_id = denying.question_id and claim.voice_id = denying.voice_id
where claim.kind = 'quantity' and claim.polarity in ('asserted', 'expected') and claim.figure > 0;
