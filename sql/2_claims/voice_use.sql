-- One row per voice key of a document, as it is written there: its words, and how it is told.
create or replace table voice_use as
select distinct
    document_id,
    source,
    kind,
    affiliation,
    words,
    scope,
    voice_key,
    first_at,
    claim_count,
    starts_with(lower(claimant), 'the ') and not (tells_affiliation and len(words) = 1) as is_definite,
    -- "The coast guard", but not "the residents".
    is_definite and not regexp_matches(words[-1], '[^s]s$') as is_one,
    regexp_matches(claimant, '^[Tt]he [a-z]') as is_described
from voice_mention;
