-- Claims of a day: what was reported on one day, with its sentences.
-- $day: a day as YYYY-MM-DD
select
    reported_at,
    source,
    voice,
    figure,
    measure,
    place,
    quote,
    question_id
from claim
where reported_at[:10] = $day
order by reported_at, source, claim_id;
