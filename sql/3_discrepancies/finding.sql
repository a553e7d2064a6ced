-- One row per question in which sources dispute a figure or deny it: its two ends, who stands behind each, and how far
-- apart they are.
create or replace table finding as
with
worded as (
    select
        dispute.* exclude (low_claim_number, high_claim_number),
        denier.denied_by,
        denier.thing_denied_by,
        low_denier.denies as low_is_denied,
        high_denier.denies as high_is_denied,
        figure_beyond.higher,
        figure_beyond.lower,
        figure_expected.expected,
        low.claim_id as low_claim_id,
        low.voice as low_voice,
        low.voice_affiliation as low_affiliation,
        low.source as low_source,
        low.figure as low_figure,
        low.value as low_value,
        low.claimant as low_claimant,
        least(low.confidence, high.confidence) as confidence,
        high.claim_id as high_claim_id,
        high.voice as high_voice,
        high.voice_affiliation as high_affiliation,
        high.source as high_source,
        high.figure as high_figure,
        high.value as high_value,
        high.unit as high_unit,
        high.claimant as high_claimant,
        low.name as low_name,
        low.name || if(low.is_plural, ' say ', ' says ') || low.figure as low_said,
        low.name || if(low.is_plural, ' deny ', ' denies ') as low_denies,
        low.name || if(low.is_plural, ' take that figure back', ' takes that figure back') as low_takes_back,
        low.quoted as low_words,
        coalesce(low.told, low_denies || 'it') as low_rejects,
        high.name as high_name,
        high.name || if(high.is_plural, ' say ', ' says ') as high_says,
        high.name || if(high.is_plural, ' are ', ' is ') as high_is,
        coalesce(high.told, high_says || 'it is so') as high_holds,
        high.is_plural as is_high_plural
    from dispute
    inner join dispute_end as low on dispute.question_id = low.question_id and low.is_low
    inner join dispute_end as high on dispute.question_id = high.question_id and not high.is_low
    left join denier on dispute.question_id = denier.question_id
    left join end_denier as low_denier on dispute.question_id = low_denier.question_id and low_denier.is_low
    left join end_denier as high_denier on dispute.question_id = high_denier.question_id and not high_denier.is_low
    left join figure_beyond on dispute.question_id = figure_beyond.question_id
    left join figure_expected on dispute.question_id = figure_expected.question_id
),

told as (
    select
        * exclude (sentence),
        with_capital(sentence) as sentence
    from (
        select
            *,
            concat(
                case
                    when is_of_figures and low_name = high_name and low_claimant is null and high_claimant is null
                        then concat(high_name, ' reports both ', high_figure, ' and ', low_figure, '.')
                    when is_of_figures and low_name = high_name and low_source = high_source
                        then concat(high_is, 'quoted with both ', high_figure, ' and ', low_figure, '.')
                    when is_of_figures and low_name = high_name
                        then concat(
                            high_is, 'quoted with ', high_figure, ' by ', left(high_source, 80),
                            ' and with ', low_figure, ' by ', left(low_source, 80), '.'
                        )
                    when is_of_figures then concat(high_says, high_figure, '; ', low_said, '.')
                    when low_name = high_name and low_words is not null
                        then concat(
                            if(high_figure in ('asserted', 'expected'), high_holds, high_says || high_figure),
                            ', and also: ', low_words, '.'
                        )
                    when low_name = high_name
                        then concat(
                            high_name, if(is_high_plural, ' both say ', ' both says '),
                            if(high_figure in ('asserted', 'expected'), 'that it is so and ', high_figure || ' and '),
                            if(is_high_plural, 'deny it.', 'denies it.')
                        )
                    when denial = 'figure denied' and starts_with(low_figure, 'no longer ')
                        then concat(high_says, high_figure, '; ', low_takes_back, '.')
                    when denial = 'figure denied' then concat(high_says, high_figure, '; ', low_denies, 'that figure.')
                    when high_figure in ('asserted', 'expected') then concat(high_holds, '; ', low_rejects, '.')
                    else concat(high_says, high_figure, '; ', low_rejects, '.')
                end,
                ' Higher still: ' || higher || '.',
                ' Lower still: ' || lower || '.',
                ' Expected: ' || expected || '.',
                ' ' || with_capital(high_is_denied) || ' the figure of ' || high_figure || '.',
                ' ' || with_capital(low_is_denied) || ' the figure of ' || low_figure || '.',
                case
                    when is_of_figures and thing_denied_by is not null
                        then concat(' Denied by ', thing_denied_by, '.')
                end
            ) as sentence
        from worded
    )
)

select
    left(md5('finding' || chr(31) || told.question_id), 12) as finding_id,
    told.question_id,
    question.event_id,
    severity.rank,
    question.title,
    question.asks,
    told.sentence,
    told.verdict,
    round(severity.severity, 3) as severity,
    told.ratio,
    told.gap,
    round(told.surety, 3) as surety,
    told.doubts,
    told.surety < (select value from setting where setting = 'unsure_surety') as is_unsure,
    told.confidence,
    question.measure,
    question.actor,
    question.place,
    if(told.high_value is null, question.unit, told.high_unit) as unit,
    told.low_claim_id,
    told.low_voice,
    told.low_affiliation,
    told.low_source,
    told.low_figure,
    told.low_value,
    told.high_claim_id,
    told.high_voice,
    told.high_affiliation,
    told.high_source,
    told.high_figure,
    told.high_value,
    concat_ws('; ', told.low_source, nullif(told.high_source, told.low_source)) as end_sources,
    array_to_string(topic.sources, '; ') as sources,
    told.denied_by,
    wider_split.wider,
    question.claim_count,
    question.source_count,
    question.voice_count,
    support.independent_voices,
    support.low_voice_count,
    support.high_voice_count,
    told.opened_at,
    told.moved_at,
    case
        when told.rests_on is not null then 'ends without ' || told.rests_on
        when not told.holds_without_echoes then 'ends when echoes are counted once'
        when not told.holds_when_doubled then 'ends if every interval were twice as wide'
        else 'holds without any one source, and even if every interval were twice as wide'
    end as robustness,
    told.rests_on,
    told.holds_when_doubled,
    told.holds_without_echoes,
    round(severity.severity_spread, 3) as severity_spread,
    round(severity.severity_contradicts, 3) as severity_contradicts,
    round(severity.severity_support, 3) as severity_support,
    round(severity.severity_voices, 3) as severity_voices,
    round(severity.severity_named, 3) as severity_named,
    round(severity.severity_denied, 3) as severity_denied,
    round(severity.severity_sources, 3) as severity_sources,
    round(severity.severity_one_document, 3) as severity_one_document,
    round(severity.severity_generic, 3) as severity_generic,
    round(severity.severity_surety, 3) as severity_surety,
    round(severity.severity_robust, 3) as severity_robust
from told
inner join finding_severity as severity on told.question_id = severity.question_id
inner join dispute_support as support on told.question_id = support.question_id
inner join question on told.question_id = question.question_id
inner join question_topic as topic on told.question_id = topic.question_id
left join wider_split on told.question_id = wider_split.question_id
order by rank;
