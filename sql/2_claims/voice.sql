-- One row per spelling that any text uses for a voice, claimant or not.
create or replace table voice as
with
spoken as (
    select distinct claim_voice.voice_id, coalesce(claim.claimant, claim.source) as spelling
    from claim_voice
    inner join staged_claim as claim on claim_voice.claim_id = claim.claim_id
)

select spoken.voice_id, voice_name.name, spoken.spelling
from spoken
inner join voice_name on spoken.voice_id = voice_name.voice_id;
