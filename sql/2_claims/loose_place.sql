-- One row per extracted claim whose place is a loose name for a place inside it: other claims of its question name the
-- inner place, and no voice gives both places figures that are apart. Such a claim counts no whole of which they count
-- a part.
create or replace table loose_place as
with
located as (
    select
        member.question_id,
        claim.claim_id,
        claim.document_id,
        claim.kind,
        claim.place,
        voice.voice_id,
        claim_key.low,
        claim_key.high
    from staged_claim as claim
    inner join question_member as member on claim.claim_id = member.claim_id
    inner join claim_key on claim.claim_id = claim_key.claim_id
    inner join claim_voice as voice on claim.claim_id = voice.claim_id
    where claim.is_extracted and claim.place is not null
),

place_pair as (
    select distinct outside.question_id, outside.place as outer_place, inside.place as inner_place
    from (select distinct question_id, place from located) as outside
    inner join (select distinct question_id, place from located) as inside
        on outside.question_id = inside.question_id and ends_with(inside.place, ' < ' || outside.place)
),

told_apart as (
    select distinct place_pair.question_id, place_pair.outer_place, place_pair.inner_place
    from place_pair
    inner join located as outside
        on place_pair.question_id = outside.question_id and place_pair.outer_place = outside.place
    inner join located as inside
        on place_pair.question_id = inside.question_id and place_pair.inner_place = inside.place
    where
        outside.document_id = inside.document_id
        and outside.voice_id = inside.voice_id
        and (outside.low > inside.high or inside.low > outside.high)
),

loose as (
    select question_id, outer_place
    from place_pair
    group by question_id, outer_place
    except
    select question_id, outer_place
    from told_apart
)

select located.claim_id
from located
inner join loose on located.question_id = loose.question_id and located.place = loose.outer_place;
