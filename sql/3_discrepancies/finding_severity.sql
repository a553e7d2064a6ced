-- One row per question in dispute: what adds to the severity of its finding, and its place in the list. It is narrow,
-- so that millions can be ranked in little memory.
create or replace table finding_severity as
with
parted as (
    select
        dispute.question_id,
        ln(least(coalesce(dispute.ratio, 1), part.ratio_cap)) * part.spread as severity_spread,
        (dispute.verdict = 'contradicts')::integer * part.contradicts as severity_contradicts,
        ln(1 + least(support.low_voice_count, support.high_voice_count)) * part.support as severity_support,
        ln(greatest(support.independent_voices, 1)) * part.voices as severity_voices,
        named.end_count / 2 * part.named as severity_named,
        (dispute.is_of_figures and denier.question_id is not null)::integer * part.denied as severity_denied,
        ln(question.source_count) * part.sources as severity_sources,
        dispute.is_one_document::integer * part.one_document + 0 as severity_one_document,
        coalesce(behaviour.is_generic, false)::integer * part.generic + 0 as severity_generic,
        ln(dispute.surety) * part.surety + 0 as severity_surety,
        (dispute.rests_on is null and dispute.holds_without_echoes and dispute.holds_when_doubled)::integer
        * part.robust as severity_robust
    from dispute
    inner join dispute_support as support on dispute.question_id = support.question_id
    inner join (
        select question_id, count(claimant) as end_count
        from dispute_end
        group by question_id
    ) as named on dispute.question_id = named.question_id
    inner join question on dispute.question_id = question.question_id
    left join denier on dispute.question_id = denier.question_id
    left join measure_behaviour as behaviour on question.measure = behaviour.measure
    cross join (
        select
            max(weight) filter (where part = 'spread') as spread,
            max(weight) filter (where part = 'ratio_cap') as ratio_cap,
            max(weight) filter (where part = 'contradicts') as contradicts,
            max(weight) filter (where part = 'support') as support,
            max(weight) filter (where part = 'voices') as voices,
            max(weight) filter (where part = 'named') as named,
            max(weight) filter (where part = 'denied') as denied,
            max(weight) filter (where part = 'sources') as sources,
            max(weight) filter (where part = 'one_document') as one_document,
            max(weight) filter (where part = 'generic') as generic,
            max(weight) filter (where part = 'surety') as surety,
            max(weight) filter (where part = 'robust') as robust
        from severity_weight
    ) as part
),

summed as (
    select
        *,
        severity_spread
        + severity_contradicts
        + severity_support
        + severity_voices
        + severity_named
        + severity_denied
        + severity_sources
        + severity_one_document
        + severity_generic
        + severity_surety
        + severity_robust as severity
    from parted
)

select
    *,
    row_number() over (order by severity desc, question_id) as rank
from summed;
