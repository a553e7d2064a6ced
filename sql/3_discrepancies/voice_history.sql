-- One row per voice that gives a running total more than once in one question: all that it gave, and when.
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
    }) as totals
from comparable_claim
where
    over_time = 'cumulative'
    and kind = 'quantity'
    and polarity = 'asserted'
    and as_of is not null
group by question_id, voice_id
having count(*) > 1;
