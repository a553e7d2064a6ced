-- One row per claim of a text whose place is no whole of which the places inside it are parts: a loose name for one of
-- them (Russia, where others say Kursk), or a country that only stands behind the sentence.
create or replace table loose_place as
with
located as (
    select
        member.question_id,
        claim.claim_id,
        claim.document_id,
        claim.is_extracted,
        claim.quote,
        claim.place,
        contains(claim.place, ' < ') as is_inner,
        -- The sentence names the place itself.
        not claim_key.is_rough_place and contains(claim.quote, string_split(claim.place, ' < ')[1]) as is_named,
        voice.voice_id,
        claim_key.low,
        claim_key.high
    from staged_claim as claim
    inner join question_member as member on claim.rowid = member.claim_number
    inner join claim_key on claim.rowid = claim_key.claim_number
    inner join claim_voice as voice on claim.rowid = voice.claim_number
    where claim.place is not null and claim_key.has_text
),

place_pair as (
    select distinct outside.question_id, outside.place as outer_place, inside.place as inner_place
    from (select distinct question_id, place from located) as outside
    inner join (select distinct question_id, place from located) as inside
        on outside.question_id = inside.question_id and ends_with(inside.place, ' < ' || outside.place)
),

-- A document tells the two places apart: one voice gives both figures that are apart, or the sentence of the smaller
-- figure names the inner place.
told_apart as (
    select distinct place_pair.question_id, place_pair.outer_place, place_pair.inner_place
    from place_pair
    inner join located as outside
        on place_pair.question_id = outside.question_id and place_pair.outer_place = outside.place
    inner join located as inside
        on place_pair.question_id = inside.question_id and place_pair.inner_place = inside.place
    where
        outside.document_id = inside.document_id
        and (
            outside.low > inside.high and inside.is_named
            or outside.voice_id = inside.voice_id and (outside.low > inside.high or inside.low > outside.high)
        )
),

-- What extraction takes for a whole is one only where a document tells it apart from a place inside it.
loose as (
    select question_id, outer_place
    from place_pair
    group by question_id, outer_place
    except
    select question_id, outer_place
    from told_apart
),

inner_document as (
    select distinct document_id
    from located
    where is_inner
),

-- A country that the claim's own sentence does not name: in what our extractor reads, and wherever an article names no
-- place inside it.
backdrop as (
    select located.claim_id
    from located
    left join inner_document on located.document_id = inner_document.document_id
    where
        not located.is_inner
        and (located.is_extracted or inner_document.document_id is null)
        and not contains(located.quote, located.place)
        and not regexp_matches(located.quote, '(?i)nationwide|nationally|country')
)

select located.claim_id
from located
inner join loose on located.question_id = loose.question_id and located.place = loose.outer_place
where located.is_extracted
union
select claim_id
from backdrop;
