-- One row per question in dispute and end of it: who gives it, its figure, and the words in which an end without a
-- figure is stated, as its text has them: "rejected the report" is more than that somebody denies it. The values of
-- both ends are in one unit: the question's, or where that measures another thing the high end's.
create or replace table dispute_end as
with
ends as (
    select question_id, low_claim_number as claim_number, true as is_low
    from dispute
    union all
    select question_id, high_claim_number, false
    from dispute
),

given as (
    select
        ends.question_id,
        ends.is_low,
        claim.claim_id,
        claim.document_id,
        claim.char_start,
        claim.char_end,
        claim.quote,
        claim.kind,
        claim.polarity,
        claim.comparable_low as low,
        claim.comparable_high as high,
        claim.voice_id,
        coalesce(claim.voice, claim.source) as voice,
        claim.voice_affiliation,
        claim.source,
        claim.figure,
        claim.value,
        claim.unit as own_unit,
        claim.comparable_unit,
        claim.claimant,
        claim.confidence
    from analysed_claim as claim
    inner join ends on claim.rowid = ends.claim_number
),

-- The unit that both ends are told in.
told_unit as (
    select
        given.question_id,
        if(asked.comparable_unit is distinct from given.comparable_unit, given.own_unit, topic.unit) as unit
    from given
    inner join question_topic as topic on given.question_id = topic.question_id
    left join unit_dimension as asked on topic.unit is not distinct from asked.unit
    where not given.is_low and given.value is not null
),

converted as (
    select
        given.* exclude (own_unit, comparable_unit) replace (
            given.value * (own.unit_factor / shown.unit_factor) as value
        ),
        told_unit.unit
    from given
    left join told_unit on given.question_id = told_unit.question_id
    left join unit_dimension as own on given.own_unit is not distinct from own.unit
    left join unit_dimension as shown on told_unit.unit is not distinct from shown.unit
),

stated as (
    select
        given.claim_id,
        given.voice,
        regexp_replace(
            regexp_replace(
                trim(substr(document.text, given.char_start + 1, given.char_end - given.char_start)), '\s+', ' ', 'g'
            ),
            '^to ',
            ''
        ) as said,
        regexp_replace(given.quote, '\s+', ' ', 'g') as sentence,
        strpos(sentence, said) as said_at
    from given
    inner join staged_document as document on given.document_id = document.document_id
    where given.kind = 'stance' and given.char_end > given.char_start
),

subjected as (
    select *, subject_of(said, left(sentence, said_at - 1), voice) as subject
    from stated
),

-- What says nothing by itself is told with what leads to it.
led as (
    select
        claim_id,
        left(sentence, said_at + length(said) - 1) as up_to_it,
        case
            when coalesce(subject, '') != '' then subject || ' ' || without_conjunction(said)
            when said_at < 2 or not is_half_said(said) then without_conjunction(said)
            when length(up_to_it) <= 90 then up_to_it
            else '… ' || regexp_replace(right(up_to_it, 90), '^\S*\s+', '')
        end as words
    from subjected
),

spoken as (
    select distinct
        claim_id,
        concat(
            '“',
            translate(
                if(length(words) > 92, regexp_replace(left(words, 92), '\s+\S*$', '') || ' …', words),
                '"“”',
                '''‘’'
            ),
            '”'
        ) as quoted
    from led
)

select
    converted.* exclude (document_id, char_start, char_end, quote),
    voice_name.name_in_sentence as name,
    voice_name.is_plural,
    spoken.quoted,
    in_own_words(voice_name.name_in_sentence, spoken.quoted) as told
from converted
inner join voice_name on converted.voice_id = voice_name.voice_id
left join spoken on converted.claim_id = spoken.claim_id;
