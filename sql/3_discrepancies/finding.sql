-- One row per question in which sources dispute a figure or deny it: its two ends, who stands behind each, and how far
-- apart they are.
create or replace table finding as
with
disputed as (
    select
        pair.*,
        a.kind = 'quantity' and b.kind = 'quantity' and pair.reason != 'figure denied' as is_of_figures,
        case
            when a.polarity = 'denied' then a.claim_id
            when b.polarity = 'denied' then b.claim_id
            when a.figure <= b.figure then a.claim_id
            else b.claim_id
        end as low_claim_id
    from contender_pair as pair
    inner join comparable_claim as a on pair.a_claim_id = a.claim_id
    inner join comparable_claim as b on pair.b_claim_id = b.claim_id
    where pair.verdict in ('differs', 'contradicts')
),

ended as (
    select *, if(low_claim_id = a_claim_id, b_claim_id, a_claim_id) as high_claim_id
    from disputed
),

described as (
    select
        ended.*,
        low.source as low_source,
        high.source as high_source,
        (low.restates is null)::integer
        + (low.claimant is not null)::integer
        + (high.restates is null)::integer
        + (high.claimant is not null)::integer as directness,
        (low.document_id = high.document_id)::integer as is_one_document,
        low.claimant is not null and high.claimant is not null as is_quoted,
        low_end.hedge != 'vague'
        and high_end.hedge != 'vague'
        and not low_end.is_one_sided
        and not high_end.is_one_sided as is_plain,
        greatest(low.reported_at, high.reported_at) as open_from
    from ended
    inner join comparable_claim as low_end on ended.low_claim_id = low_end.claim_id
    inner join comparable_claim as high_end on ended.high_claim_id = high_end.claim_id
    inner join claim as low on ended.low_claim_id = low.claim_id
    inner join claim as high on ended.high_claim_id = high.claim_id
),

-- The two ends: figures before denials, then the widest gap, then the most direct words. A vague word or a bound is an
-- end only where it reaches well beyond the plain figures.
ends as (
    select *
    from described
    qualify row_number() over (
        partition by question_id
        order by
            is_of_figures desc,
            coalesce(
                ln(ratio)
                * if(is_plain, 1, (select value from setting where setting = 'plain_span'))
                * if(is_quoted, 1, (select value from setting where setting = 'quoted_span')),
                'infinity'::double
            ) desc,
            coalesce(gap, 'infinity'::double) desc,
            directness desc,
            open_from,
            a_claim_id,
            b_claim_id
    ) = 1
),

history as (
    select
        question_id,
        min(open_from) as opened_at,
        max(open_from) as moved_at,
        arg_min(verdict, list_position(['contradicts', 'differs'], verdict)) as verdict
    from described
    group by question_id
),

denier as (
    select
        question_id,
        if(
            len(names) > 1,
            array_to_string(names[:-2], ', ') || ' and ' || names[-1],
            names[1]
        ) as denied_by
    from (
        select comparable.question_id, list_sort(list(distinct voice_name.name_in_sentence)) as names
        from comparable_claim as comparable
        inner join voice_name on comparable.voice_id = voice_name.voice_id
        where comparable.kind = 'stance' and comparable.polarity = 'denied' and comparable.denies_voice_id is null
        group by comparable.question_id
    )
),

-- Whose support a claim is: its voice, but one origin where publishers print one text in their own name.
supported as (
    select
        comparable.question_id,
        comparable.claim_id,
        comparable.low,
        comparable.high,
        comparable.has_interval and comparable.polarity in ('asserted', 'expected') as has_figure,
        comparable.polarity,
        comparable.kind,
        if(
            claim.claimant is null, coalesce(comparable.origin_id, comparable.voice_id), comparable.voice_id
        ) as support_id
    from comparable_claim as comparable
    semi join ends on comparable.question_id = ends.question_id
    inner join claim on comparable.claim_id = claim.claim_id
),

sided as (
    select
        ends.question_id,
        supported.support_id,
        case
            when supported.kind = 'stance' or not supported.has_figure
                then supported.polarity = low.polarity and supported.kind = low.kind
            else coalesce(supported.low <= low.high and low.low <= supported.high, false)
        end as is_low,
        case
            when supported.kind = 'stance' or not supported.has_figure
                then supported.polarity = high.polarity and supported.kind = high.kind
            else coalesce(supported.low <= high.high and high.low <= supported.high, false)
        end as is_high
    from ends
    inner join supported on ends.question_id = supported.question_id
    inner join supported as low on ends.low_claim_id = low.claim_id
    inner join supported as high on ends.high_claim_id = high.claim_id
),

voiced as (
    select
        question_id,
        count(distinct support_id) as independent_voices,
        count(distinct support_id) filter (where is_low) as low_voice_count,
        count(distinct support_id) filter (where is_high) as high_voice_count
    from sided
    group by question_id
),

worded as (
    select
        ends.question_id,
        ends.is_of_figures,
        ends.reason,
        ends.ratio,
        ends.gap,
        ends.is_one_document,
        history.verdict,
        history.opened_at,
        history.moved_at,
        denier.denied_by,
        voiced.independent_voices,
        voiced.low_voice_count,
        voiced.high_voice_count,
        low.claim_id as low_claim_id,
        low.voice as low_voice,
        low.voice_affiliation as low_affiliation,
        low.source as low_source,
        low.figure as low_figure,
        low.value as low_value,
        low.claimant as low_claimant,
        high.claim_id as high_claim_id,
        high.voice as high_voice,
        high.voice_affiliation as high_affiliation,
        high.source as high_source,
        high.figure as high_figure,
        high.value as high_value,
        high.claimant as high_claimant,
        low_voice.name_in_sentence as low_name,
        low_voice.name_in_sentence || if(low_voice.is_plural, ' say ', ' says ') || low.figure as low_said,
        low_voice.name_in_sentence || if(low_voice.is_plural, ' deny ', ' denies ') as low_denies,
        high_voice.name_in_sentence as high_name,
        high_voice.name_in_sentence || if(high_voice.is_plural, ' say ', ' says ') as high_says
    from ends
    inner join history on ends.question_id = history.question_id
    inner join voiced on ends.question_id = voiced.question_id
    left join denier on ends.question_id = denier.question_id
    inner join claim as low on ends.low_claim_id = low.claim_id
    inner join claim as high on ends.high_claim_id = high.claim_id
    inner join voice_name as low_voice on low.voice_id = low_voice.voice_id
    inner join voice_name as high_voice on high.voice_id = high_voice.voice_id
),

told as (
    select
        * exclude (sentence),
        upper(left(sentence, 1)) || substr(sentence, 2) as sentence
    from (
        select
            *,
            concat(
                case
                    when is_of_figures and low_name = high_name
                        then concat(high_says, high_figure, ' and also ', low_figure, '.')
                    when is_of_figures then concat(high_says, high_figure, '; ', low_said, '.')
                    when reason = 'figure denied' then concat(high_says, high_figure, '; ', low_denies, 'that figure.')
                    when high_figure in ('asserted', 'expected') then concat(high_says, 'it is so; ', low_denies, 'it.')
                    else concat(high_says, high_figure, '; ', low_denies, 'it.')
                end,
                case
                    when is_of_figures and denied_by is not null
                        then concat(' Denied by ', denied_by, '.')
                end
            ) as sentence
        from worded
    )
),

weighed as (
    select
        told.*,
        ln(least(coalesce(told.ratio, 1), part.ratio_cap)) * part.spread as severity_spread,
        (told.verdict = 'contradicts')::integer * part.contradicts as severity_contradicts,
        ln(1 + least(told.low_voice_count, told.high_voice_count)) * part.support as severity_support,
        ln(greatest(independent_voices, 1)) * part.voices as severity_voices,
        ((low_claimant is not null)::integer + (high_claimant is not null)::integer) / 2 * part.named as severity_named,
        (denied_by is not null)::integer * part.denied as severity_denied,
        ln(question.source_count) * part.sources as severity_sources,
        coalesce(told.is_one_document, 0) * part.one_document as severity_one_document,
        coalesce(behaviour.is_generic, false)::integer * part.generic as severity_generic,
        part.robust
    from told
    inner join question on told.question_id = question.question_id
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
            max(weight) filter (where part = 'robust') as robust
        from severity_weight
    ) as part
),

-- What would end the dispute: one source fewer, or figures that are twice as rough as their words say.
source_count as (
    select question_id, count(*) as pair_count
    from described
    group by question_id
),

source_in_pair as (
    select question_id, source, count(*) as pair_count
    from (
        select question_id, low_source as source from described
        union all
        select question_id, high_source from described where high_source != low_source
    )
    group by question_id, source
),

pivotal as (
    select source_in_pair.question_id, string_agg(source_in_pair.source, ', ' order by source_in_pair.source) as sources
    from source_in_pair
    inner join source_count
        on source_in_pair.question_id = source_count.question_id and source_in_pair.pair_count = source_count.pair_count
    group by source_in_pair.question_id
),

doubled as (
    select
        described.question_id,
        bool_or(
            not described.is_of_figures
            or not isfinite(a.low + b.low + a.high + b.high)
            or greatest(2 * a.low - coalesce(a.value, a.low), 2 * b.low - coalesce(b.value, b.low))
            > least(2 * a.high - coalesce(a.value, a.high), 2 * b.high - coalesce(b.value, b.high))
        ) as survives
    from described
    inner join comparable_claim as a on described.a_claim_id = a.claim_id
    inner join comparable_claim as b on described.b_claim_id = b.claim_id
    group by described.question_id
),

tested as (
    select
        weighed.*,
        case
            when pivotal.sources is not null then 'ends without ' || pivotal.sources
            when not doubled.survives then 'ends when every figure is taken twice as roughly'
            else 'holds without any one source and with figures taken twice as roughly'
        end as robustness,
        (pivotal.sources is null and doubled.survives)::integer * weighed.robust as severity_robust,
        severity_spread
        + severity_contradicts
        + severity_support
        + severity_voices
        + severity_named
        + severity_denied
        + severity_sources
        + severity_one_document
        + severity_generic
        + severity_robust as severity
    from weighed
    left join pivotal on weighed.question_id = pivotal.question_id
    left join doubled on weighed.question_id = doubled.question_id
)

select
    left(md5('finding' || chr(31) || tested.question_id), 12) as finding_id,
    tested.question_id,
    row_number() over (order by tested.severity desc, tested.question_id) as rank,
    question.title,
    tested.sentence,
    tested.verdict,
    round(tested.severity, 3) as severity,
    tested.ratio,
    tested.gap,
    question.measure,
    question.actor,
    question.place,
    question.unit,
    tested.low_claim_id,
    tested.low_voice,
    tested.low_affiliation,
    tested.low_source,
    tested.low_figure,
    tested.low_value,
    tested.high_claim_id,
    tested.high_voice,
    tested.high_affiliation,
    tested.high_source,
    tested.high_figure,
    tested.high_value,
    concat_ws('; ', tested.low_source, nullif(tested.high_source, tested.low_source)) as end_sources,
    tested.denied_by,
    question.claim_count,
    question.source_count,
    question.voice_count,
    tested.independent_voices,
    tested.low_voice_count,
    tested.high_voice_count,
    tested.opened_at,
    tested.moved_at,
    tested.robustness,
    round(tested.severity_spread, 3) as severity_spread,
    round(tested.severity_contradicts, 3) as severity_contradicts,
    round(tested.severity_support, 3) as severity_support,
    round(tested.severity_voices, 3) as severity_voices,
    round(tested.severity_named, 3) as severity_named,
    round(tested.severity_denied, 3) as severity_denied,
    round(tested.severity_sources, 3) as severity_sources,
    round(tested.severity_one_document, 3) as severity_one_document,
    round(tested.severity_generic, 3) as severity_generic,
    round(tested.severity_robust, 3) as severity_robust
from tested
inner join question on tested.question_id = question.question_id;
