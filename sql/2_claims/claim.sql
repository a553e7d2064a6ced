-- One row per claim: what a document says, in its own words, and where the analysis puts it.
create or replace view claim as
with
named as not materialized (
    select * replace (coalesce(voice, source) as voice)
    from analysed_claim
)

select
    claim_id,
    document_id,
    event_id,
    source,
    claimant,
    claimant_affiliation,
    kind,
    quote,
    char_start,
    char_end,
    measure,
    counted,
    actor,
    predicate,
    place,
    as_of,
    as_of_basis,
    reported_at,
    value,
    low,
    high,
    hedge,
    unit,
    trend,
    relative_to,
    restates,
    replaces,
    denies,
    polarity,
    extractor,
    confidence,
    question_id,
    voice_id,
    voice,
    voice_affiliation,
    origin_id,
    class,
    over_time,
    figure
from named;
