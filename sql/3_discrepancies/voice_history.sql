-- One row per voice that gives a running total and another figure in one question: all its totals, and when. The other
-- figure may be a plan; what the voice asserts can stand against that too.
create or replace table voice_history as
select
    claim.question_id,
    claim.voice_id,
    list({
        'source': claim.source,
        'measure': claim.measure,
        'as_of': claim.as_of,
        'known_by': claim.known_by,
        'comparable_unit': claim.comparable_unit,
        'class': claim.class,
        'place': claim.place,
        'high': claim.high
    }) filter (where claim.polarity = 'asserted') as totals
from comparable_claim as claim
semi join recurring_voice
    on claim.question_id = recurring_voice.question_id and claim.voice_id = recurring_voice.voice_id
where
    claim.over_time = 'cumulative'
    and claim.kind = 'quantity'
    and claim.as_of is not null
group by claim.question_id, claim.voice_id
having count(*) > 1 and bool_or(claim.polarity = 'asserted');
