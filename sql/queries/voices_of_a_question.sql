-- Voices of a question: every voice on it with its figures, in the order of reporting.
-- $question_id: the id of a question, as in its address
select
    voice,
    voice_affiliation,
    figure,
    low,
    high,
    polarity,
    source,
    reported_at,
    quote
from claim
where question_id = $question_id
order by reported_at nulls last, voice;
