-- One row per two voices of an event that are heard on one question and may be one, for they are not two persons: what
-- their figures there are to each other.
create or replace table voice_pair as
with
answer as (
    select distinct
        member.question_id,
        event.event_id,
        heard.voice_key,
        known.kind = 'person' as is_person,
        claim.document_id,
        if(claim.kind = 'quantity' and claim.polarity = 'asserted', claim.value, null) as figure
    from heard_voice as heard
    inner join question_member as member on heard.claim_number = member.claim_number
    inner join staged_claim as claim on heard.claim_number = claim.rowid
    inner join document_event as event on claim.document_id = event.document_id
    inner join event_voice as known on event.event_id = known.event_id and heard.voice_key = known.voice_key
)

select
    a.event_id,
    a.voice_key as a_key,
    b.voice_key as b_key,
    coalesce(bool_or(a.figure = b.figure and a.document_id != b.document_id), false) as gives_same_figure,
    -- Small figures meet by chance.
    coalesce(bool_or(a.figure = b.figure and a.document_id != b.document_id and abs(a.figure) >= 20), false)
        as gives_same_large_figure,
    coalesce(bool_or(a.figure != b.figure and a.document_id != b.document_id), false) as gives_other_figure,
    coalesce(bool_or(a.figure != b.figure and a.document_id = b.document_id), false) as gives_other_beside_it
from answer as a
inner join answer as b
    on a.question_id = b.question_id and a.event_id = b.event_id and a.voice_key < b.voice_key
where not (a.is_person and b.is_person)
group by a.event_id, a.voice_key, b.voice_key;
