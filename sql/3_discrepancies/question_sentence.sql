-- One row per question whose sentence needs words of an article: the sentence that tells of it first, cut before the
-- value and after it.
create or replace table question_sentence as
with
-- A statement is told by who asserts it, in words that say of what, and a denial only where nobody does.
stance_words as (
    select
        claim.claim_id,
        substr(document.text, claim.char_start + 1, claim.char_end - claim.char_start) as words,
        only_points(words) or is_half_said(words) as is_wordless
    from claim
    inner join staged_document as document on claim.document_id = document.document_id
    where claim.kind = 'stance'
),

told as (
    select
        claim.question_id,
        arg_min(
            {
                'kind': claim.kind,
                'quote': claim.quote,
                'document_id': claim.document_id,
                'char_start': claim.char_start,
                'char_end': claim.char_end,
                'unit': nullif(claim.unit, 'person'),
                'voice': claim.voice
            },
            (
                claim.kind = 'stance' and points_to_tale(claim.quote),
                coalesce(stance_words.is_wordless, false),
                claim.kind = 'stance' and claim.polarity = 'unconfirmed',
                claim.kind = 'stance' and claim.polarity = 'denied',
                -- What counts another thing than most of the claims do tells of theirs badly.
                claim.kind = 'quantity' and claim.measure is distinct from topic.measure,
                claim.kind = 'quantity' and last_word_of(claim.counted) is distinct from topic.head,
                claim.restates is not null,
                claim.reported_at,
                claim.claim_id
            )
        ) as first_claim
    from claim
    inner join question_topic as topic on claim.question_id = topic.question_id
    left join stance_words on claim.claim_id = stance_words.claim_id
    semi join (
        select question_id
        from question_phrase
        where phrase is null or is_in_its_words or is_worded
        union
        select question_id
        from question_name
        where is_namesake
    ) as wordless
        on claim.question_id = wordless.question_id
    where claim.quote != ''
    group by claim.question_id
),

-- Where the value stands in its sentence, which lies around it in the text; where the sentence is not found, nowhere.
placed as (
    select
        told.question_id,
        told.first_claim.quote as sentence,
        told.first_claim.char_end - told.first_claim.char_start as value_length,
        greatest(told.first_claim.char_start - length(sentence), 0) as around_start,
        strpos(substr(document.text, around_start + 1, 2 * length(sentence)), sentence) as sentence_start,
        if(sentence_start > 0, told.first_claim.char_start - around_start - sentence_start + 1, null) as value_start,
        told.first_claim.unit,
        told.first_claim.voice,
        told.first_claim.kind = 'quantity' as is_figure
    from told
    left join staged_document as document on told.first_claim.document_id = document.document_id
)

select
    question_id,
    ltrim(without_dateline(left(sentence, coalesce(value_start, 0)))) as before,
    substr(sentence, value_start + 1, value_length) as value,
    if(
        value_start is null,
        without_dateline(sentence),
        substr(sentence, value_start + value_length + 1)
    ) as after,
    regexp_extract(before, '(?:^|[,;:–—]\s+)((?:[^,;:–—]|[,;:–—]\S)*)$', 1) as last_clause,
    unit,
    voice,
    is_figure
from placed;
