-- One row per voice that gives a running total, and another figure as well, in one question: all its totals, and when.
-- The other figure may be a plan; what the voice asserts can stand against that too.
create or replace table voice_history as
select
    question_id,
    voice_id,
    list({
        'as_of': as_of,
        'comparable_unit': comparable_unit,
        'class': class,
        'place': place,
        'high': high
    }) filter (where polarity = 'asserted') as totals
from comparable_claim
where
    over_time = 'cumulative'
    and kind = 'quantity'
    and as_of is not null
group by question_id, voice_id
having count(*) > 1 and bool_or(polarity = 'asserted');
