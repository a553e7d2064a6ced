-- One row per claim: the voice behind it, by the name that its event ties it to, and the claimant as its document
-- writes it.
create or replace table claim_voice as
select
    heard.claim_number,
    heard.claim_id,
    heard.mention_id,
    coalesce(tie.tied_key, heard.voice_key) as voice_key,
    left(md5(coalesce(tie.tied_key, heard.voice_key)), 12) as voice_id
from heard_voice as heard
left join voice_mention as mention on heard.mention_id = mention.mention_id
left join document_event as event on mention.document_id = event.document_id
left join voice_tie as tie on event.event_id = tie.event_id and heard.voice_key = tie.voice_key;
