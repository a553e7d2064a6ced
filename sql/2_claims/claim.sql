-- One row per claim: what a document says, in its own words, and where the analysis puts it.
create or replace table claim as
select
    claim.claim_id,
    claim.document_id,
    claim.source,
    claim.claimant,
    claim.claimant_affiliation,
    claim.kind,
    claim.quote,
    claim.char_start,
    claim.char_end,
    claim.measure,
    claim.counted,
    claim.actor,
    claim.predicate,
    claim.place,
    claim.as_of,
    claim.as_of_basis,
    claim.reported_at,
    claim.value,
    claim.low,
    claim.high,
    claim.hedge,
    claim.unit,
    claim.trend,
    claim.relative_to,
    claim.restates,
    claim.polarity,
    claim.extractor,
    claim.confidence,
    comparable.question_id,
    comparable.voice_id,
    voice_name.name as voice,
    voice_name.affiliation as voice_affiliation,
    comparable.origin_id,
    comparable.class,
    comparable.over_time,
    claim_figure.figure
from staged_claim as claim
inner join comparable_claim as comparable on claim.claim_id = comparable.claim_id
inner join voice_name on comparable.voice_id = voice_name.voice_id
inner join claim_figure on claim.claim_id = claim_figure.claim_id;
