-- One row per count that words set off as that of a place within the whole: "19 in his town alone", "31 came in there
-- alone", "nobody in the city itself". Which place that is, its claim tells.
create or replace table place_alone as
with
place_noun as (
    select string_agg(wording, '|') as nouns
    from lexicon_part_wordings
    where position = 'alone'
),

-- The clause of a figure on both of its sides: "in Tarn alone, nurses wrote down 42".
clause as (
    select
        claim.claim_id,
        string_split_regex(right(substr(document.text, 1, claim.char_start), 80), '[.;:!?]| and | but ')[-1]
        || '#'
        || regexp_extract(substr(document.text, claim.char_end + 1, 80), '^[^,.;:!?]*') as words
    from staged_claim as claim
    inner join staged_document as document on claim.document_id = document.document_id
    where claim.kind = 'quantity' and regexp_matches(claim.quote, ' (alone|itself)\b')
),

placed as (
    select
        clause.claim_id,
        regexp_extract(
            clause.words, '\b(?i:in|at|inside|across|within) ([^,#0-9]{0,60}\S+) (?:alone|itself)\b', 1
        ) as place,
        regexp_matches(clause.words, '\b(?i:t?here) alone\b') as is_there,
        '(^|[ -])(' || place_noun.nouns || ')$' as ends_in_place
    from clause
    cross join place_noun
)

select claim_id
from placed
where
    is_there
    or regexp_matches(lower(place), ends_in_place)
    -- "In Tarn alone", but not "in April alone".
    or regexp_matches(place, '(^|[ -])[A-Z][^ -]+$')
    and try_strptime(regexp_extract(place, '[^ -]+$'), '%B') is null;
