-- One row per two names that an event has for one voice, and that nothing but what they show joins: what speaks for one
-- voice and against it.
create or replace table voice_match as
with
tied as (
    select tie.event_id, tie.voice_key, tie.tied_key, voice.spelling
    from voice_tie as tie
    inner join event_voice as voice on tie.event_id = voice.event_id and tie.voice_key = voice.voice_key
)

select
    a.event_id,
    left(md5(a.tied_key), 12) as voice_id,
    a.spelling as name,
    b.spelling as other_name,
    round(sum(shown.amount * voice_feature.weight), 2) as score,
    told_features(shown.feature, shown.amount * voice_feature.weight) as features
from voice_evidence as shown
inner join tied as a on shown.event_id = a.event_id and shown.a_key = a.voice_key
inner join tied as b on shown.event_id = b.event_id and shown.b_key = b.voice_key and a.tied_key = b.tied_key
inner join voice_feature on shown.feature = voice_feature.feature
group by a.event_id, a.voice_key, b.voice_key, a.tied_key, a.spelling, b.spelling;
