-- One row per question in dispute and end of it: who gives it, its figure, and the words in which an end without a
-- figure is stated, as its text has them: "rejected the report" is more than that somebody denies it.
create or replace table dispute_end as
with
ends as (
    select question_id, low_claim_id as claim_id, true as is_low
    from dispute
    union all
    select question_id, high_claim_id, false
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
        claim.claimant
    from analysed_claim as claim
    inner join ends on claim.claim_id = ends.claim_id
),

stated as (
    select
        given.claim_id,
        regexp_replace(
            regexp_replace(
                trim(substr(document.text, given.char_start + 1, given.char_end - given.char_start)), '\s+', ' ', 'g'
            ),
            '^to ',
            ''
        ) as words
    from given
    inner join staged_document as document on given.document_id = document.document_id
    where given.kind = 'stance' and given.char_end > given.char_start
),

spoken as (
    select distinct
        claim_id,
        concat(
            '“',
            translate(
                if(length(words) > 90, regexp_replace(left(words, 90), '\s+\S*$', '') || ' …', words),
                '"“”',
                '''‘’'
            ),
            '”'
        ) as quoted
    from stated
)

select
    given.* exclude (document_id, char_start, char_end),
    voice_name.name_in_sentence as name,
    voice_name.is_plural,
    spoken.quoted,
    in_own_words(voice_name.name_in_sentence, spoken.quoted) as told
from given
inner join voice_name on given.voice_id = voice_name.voice_id
left join spoken on given.claim_id = spoken.claim_id;
