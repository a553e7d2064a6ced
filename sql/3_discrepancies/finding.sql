-- One row per question in which sources dispute a figure or deny it: its two ends, who stands behind each, and how far
-- apart they are.
create or replace table finding as
with
end_claim as (
    select question_id, unnest([low_claim_id, high_claim_id]) as claim_id
    from dispute
),

-- Who denies what the question asks. A denial counts where the text does not settle of what it is, but not one of
-- another thing, nor one by a voice that gives a figure as well: it denies a figure, not the thing.
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
        inner join analysed_claim as claim on comparable.claim_id = claim.claim_id
        inner join measure_behaviour as behaviour on claim.measure = behaviour.measure
        inner join question_topic as topic on comparable.question_id = topic.question_id
        inner join end_claim on comparable.question_id = end_claim.question_id
        left join dispute_surety as sure
            on
                least(comparable.claim_id, end_claim.claim_id) = sure.a_claim_id
                and greatest(comparable.claim_id, end_claim.claim_id) = sure.b_claim_id
        where
            (claim.measure = topic.measure or behaviour.is_generic)
            and comparable.kind = 'stance' and comparable.polarity = 'denied' and comparable.denies_voice_id is null
            and (comparable.question_id, comparable.voice_id) not in (from counting_voice)
            and coalesce(sure.surety, 1) >= (select value from setting where setting = 'denial_surety')
        group by comparable.question_id
    )
),

-- Two figures that stand apart, and how surely they answer one question.
opposed as (
    select
        pair.question_id,
        if(pair.is_a_low, pair.a_claim_id, pair.b_claim_id) as low_claim_id,
        if(pair.is_a_low, pair.b_claim_id, pair.a_claim_id) as high_claim_id,
        coalesce(sure.surety, 1) as surety
    from contender_pair as pair
    left join dispute_surety as sure on pair.a_claim_id = sure.a_claim_id and pair.b_claim_id = sure.b_claim_id
    where pair.is_of_figures and pair.has_two_sides and pair.verdict in ('differs', 'contradicts')
),

-- What lies beyond an end, and apart from both.
beyond as (
    select
        dispute.question_id,
        far.high_claim_id as claim_id,
        true as is_higher,
        greatest(far.surety, near.surety) as surety
    from dispute
    inner join opposed as near
        on dispute.question_id = near.question_id and dispute.high_claim_id = near.low_claim_id
    inner join opposed as far
        on
            dispute.question_id = far.question_id
            and dispute.low_claim_id = far.low_claim_id
            and near.high_claim_id = far.high_claim_id
    union all
    select
        dispute.question_id,
        far.low_claim_id as claim_id,
        false as is_higher,
        greatest(far.surety, near.surety) as surety
    from dispute
    inner join opposed as near
        on dispute.question_id = near.question_id and dispute.low_claim_id = near.high_claim_id
    inner join opposed as far
        on
            dispute.question_id = far.question_id
            and dispute.high_claim_id = far.high_claim_id
            and near.low_claim_id = far.low_claim_id
),

outermost as (
    select
        beyond.question_id,
        arg_max(
            voice_name.name_in_sentence || ', ' || claim.figure, (comparable.figure, claim.claim_id)
        ) filter (where beyond.is_higher) as higher,
        arg_min(
            voice_name.name_in_sentence || ', ' || claim.figure, (comparable.figure, claim.claim_id)
        ) filter (where not beyond.is_higher) as lower
    from beyond
    inner join dispute on beyond.question_id = dispute.question_id
    inner join comparable_claim as comparable on beyond.claim_id = comparable.claim_id
    inner join claim on beyond.claim_id = claim.claim_id
    inner join claim as low on dispute.low_claim_id = low.claim_id
    inner join claim as high on dispute.high_claim_id = high.claim_id
    inner join voice_name on claim.voice_id = voice_name.voice_id
    where
        dispute.is_of_figures
        and claim.voice_id not in (low.voice_id, high.voice_id)
        and claim.hedge is distinct from 'vague'
        and beyond.surety >= (select value from setting where setting = 'beyond_surety')
    group by beyond.question_id
),

-- The words in which an end without a figure is stated, as its text has them: "rejected the report" is more than that
-- somebody denies it.
stated as (
    select
        claim.claim_id,
        regexp_replace(
            trim(substr(document.text, claim.char_start + 1, claim.char_end - claim.char_start)), '\s+', ' ', 'g'
        ) as words
    from claim
    semi join end_claim on claim.claim_id = end_claim.claim_id
    inner join staged_document as document on claim.document_id = document.document_id
    where claim.kind = 'stance' and claim.char_end > claim.char_start
),

spoken as (
    select
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
),

worded as (
    select
        dispute.* exclude (low_claim_id, high_claim_id, low_source, high_source),
        denier.denied_by,
        outermost.higher,
        outermost.lower,
        support.independent_voices,
        support.low_voice_count,
        support.high_voice_count,
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
        low_spoken.quoted as low_words,
        coalesce(low_name || ': ' || low_words, low_denies || 'it') as low_rejects,
        high_voice.name_in_sentence as high_name,
        high_voice.name_in_sentence || if(high_voice.is_plural, ' say ', ' says ') as high_says,
        high_voice.name_in_sentence || if(high_voice.is_plural, ' are ', ' is ') as high_is,
        coalesce(high_name || ': ' || high_spoken.quoted, high_says || 'it is so') as high_holds,
        high_voice.is_plural as is_high_plural
    from dispute
    inner join dispute_support as support on dispute.question_id = support.question_id
    left join denier on dispute.question_id = denier.question_id
    left join outermost on dispute.question_id = outermost.question_id
    inner join claim as low on dispute.low_claim_id = low.claim_id
    inner join claim as high on dispute.high_claim_id = high.claim_id
    inner join voice_name as low_voice on low.voice_id = low_voice.voice_id
    inner join voice_name as high_voice on high.voice_id = high_voice.voice_id
    left join spoken as low_spoken on low.claim_id = low_spoken.claim_id
    left join spoken as high_spoken on high.claim_id = high_spoken.claim_id
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
                    when denial = 'figure denied' then concat(high_says, high_figure, '; ', low_denies, 'that figure.')
                    when high_figure in ('asserted', 'expected') then concat(high_holds, '; ', low_rejects, '.')
                    else concat(high_says, high_figure, '; ', low_rejects, '.')
                end,
                ' Higher still: ' || higher || '.',
                ' Lower still: ' || lower || '.',
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
        told.is_one_document::integer * part.one_document + 0 as severity_one_document,
        coalesce(behaviour.is_generic, false)::integer * part.generic + 0 as severity_generic,
        ln(told.surety) * part.surety + 0 as severity_surety,
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
            max(weight) filter (where part = 'surety') as surety,
            max(weight) filter (where part = 'robust') as robust
        from severity_weight
    ) as part
),

tested as (
    select
        weighed.*,
        case
            when weighed.rests_on is not null then 'ends without ' || weighed.rests_on
            when not weighed.holds_without_echoes then 'ends when echoes are counted once'
            when not weighed.holds_when_doubled then 'ends if every interval were twice as wide'
            else 'holds without any one source, and even if every interval were twice as wide'
        end as robustness,
        (weighed.rests_on is null and weighed.holds_without_echoes and weighed.holds_when_doubled)::integer
        * weighed.robust as severity_robust,
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
    from weighed
),

carrier as (
    select question_id, array_to_string(list_sort(list(source)), '; ') as sources
    from (
        select distinct claim.question_id, claim.source
        from claim
        semi join tested on claim.question_id = tested.question_id
    )
    group by question_id
)

select
    left(md5('finding' || chr(31) || tested.question_id), 12) as finding_id,
    tested.question_id,
    row_number() over (order by tested.severity desc, tested.question_id) as rank,
    question.title,
    question.asks,
    tested.sentence,
    tested.verdict,
    round(tested.severity, 3) as severity,
    tested.ratio,
    tested.gap,
    round(tested.surety, 3) as surety,
    tested.doubts,
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
    carrier.sources,
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
    tested.rests_on,
    tested.holds_when_doubled,
    tested.holds_without_echoes,
    round(tested.severity_spread, 3) as severity_spread,
    round(tested.severity_contradicts, 3) as severity_contradicts,
    round(tested.severity_support, 3) as severity_support,
    round(tested.severity_voices, 3) as severity_voices,
    round(tested.severity_named, 3) as severity_named,
    round(tested.severity_denied, 3) as severity_denied,
    round(tested.severity_sources, 3) as severity_sources,
    round(tested.severity_one_document, 3) as severity_one_document,
    round(tested.severity_generic, 3) as severity_generic,
    round(tested.severity_surety, 3) as severity_surety,
    round(tested.severity_robust, 3) as severity_robust
from tested
inner join question on tested.question_id = question.question_id
inner join carrier on tested.question_id = carrier.question_id
order by rank;
