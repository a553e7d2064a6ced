-- One row per disputed question: how many independent voices speak on it, and how many of them stand at each of its
-- ends.
create or replace table dispute_support as
select
    question_id,
    count(*) as independent_voices,
    count(*) filter (where is_low) as low_voice_count,
    count(*) filter (where is_high) as high_voice_count
from finding_voice
group by question_id;
