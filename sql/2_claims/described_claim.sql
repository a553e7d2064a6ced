-- One row per claim: what a document says, where the analysis puts it, and the terms in which two claims are compared.
-- The name of a voice is left out where it is the source's.
create or replace view described_claim as
with
-- The voice of its question that a denial names best, where it names one of them.
named as (
    select
        claim.claim_id,
        arg_max(
            voice.voice_id,
            jaro_winkler_similarity(lower(coalesce(target.claimant, target.source)), lower(claim.denies))
        ) as voice_id
    from staged_claim as claim
    inner join question_member as member on claim.rowid = member.claim_number
    inner join question_member as target_member on member.question_id = target_member.question_id
    inner join staged_claim as target
        on
            target_member.claim_number = target.rowid
            and (
                lower(target.claimant) = lower(claim.denies)
                or contains(lower(claim.denies), lower(target.claimant))
                or contains(lower(target.claimant), lower(claim.denies))
                or target.claimant is null and lower(target.source) = lower(claim.denies)
            )
    inner join claim_voice as voice on target_member.claim_number = voice.claim_number
    where claim.denies is not null
    group by claim.claim_id
),

-- The voice that a denial is aimed at, by the name that the text gives it.
aimed as (
    select
        claim.claim_id,
        coalesce(named.voice_id, left(md5(lower(claim.denies)), 12)) as denies_voice_id
    from staged_claim as claim
    left join named on claim.claim_id = named.claim_id
    where claim.denies is not null
)

select
    claim.claim_id,
    claim.document_id,
    document_event.event_id,
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
    claim.question_id,
    claim.voice_id,
    voice_name.affiliation as voice_affiliation,
    reprint.origin_id,
    claim_support.support_id,
    claim.class,
    claim.over_time,
    claim.figure,
    claim.denies,
    claim.replaces,
    claim.said_through,
    claim.is_extracted,
    aimed.denies_voice_id,
    claim.comparable_unit,
    claim.is_loosely_placed,
    claim.moved,
    claim.is_moved_by_voice,
    claim.comparable_low,
    claim.comparable_high,
    claim.comparable_value,
    claim.has_interval,
    claim.is_one_sided,
    claim.is_bare,
    nullif(voice_name.name, claim.source) as voice,
    coalesce(voice_name.is_plural, false) as voice_is_plural,
    large_question.question_id is null or contender.claim_id is not null as is_contender
from measured_claim as claim
left join document_event on claim.document_id = document_event.document_id
left join voice_name on claim.voice_id = voice_name.voice_id
left join reprint on claim.claim_id = reprint.claim_id
left join claim_support on claim.claim_id = claim_support.claim_id
left join aimed on claim.claim_id = aimed.claim_id
left join large_question on claim.question_id = large_question.question_id
left join contender on claim.claim_id = contender.claim_id;
