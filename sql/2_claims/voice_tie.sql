-- One row per event and voice that is told there under another name as well: the key by which all of it goes. Names
-- come together as long as what the pairs between them show reaches the threshold on average, so that no chain joins
-- two voices.
create or replace table voice_tie as
with
tied as (
    select
        voice.event_id,
        voice.voice_key,
        min(voice.voice_key) over (partition by part.part_id) as tied_key,
        count(*) over (partition by part.part_id) as name_count
    from event_voice as voice
    inner join merged_by_mean(
        'voice_score', (select value from setting where setting = 'voice_threshold')
    ) as part
        on voice.event_id || ' ' || voice.voice_key = part.item
)

select event_id, voice_key, tied_key
from tied
where name_count > 1;
