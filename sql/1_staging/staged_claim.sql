-- One row per claim that keeps every rule: all fields of docs/definitions.md, with kind, polarity, hedge and interval
-- filled in where the row left them out. A figure that came with its fields and no confidence has one of 1.
create or replace table staged_claim as
with
located as not materialized (
    select
        fit_claim.*,
        substring(text, char_start::bigint + 1, (char_end - char_start)::bigint) as written
    from fit_claim
    anti join repeated_claim using (file, row_number)
    left join staged_document on fit_claim.document_id = staged_document.document_id
),
related as not materialized (
    select
        *,
        relative_to::json as relation,
        (relation ->> '$.factor')::double as factor,
        coalesce((relation ->> '$.factor_low')::double, factor) as factor_low,
        coalesce((relation ->> '$.factor_high')::double, factor) as factor_high,
        coalesce(
            (relation ->> '$.base')::double,
            case when unit = 'percent' then 100 end  -- a share of a whole that nobody counted
        ) as base,
        coalesce((relation ->> '$.base_low')::double, base) as base_low,
        coalesce((relation ->> '$.base_high')::double, base) as base_high
    from located
),
bounded as not materialized (
    select
        * replace (
            coalesce(polarity, 'asserted') as polarity,
            coalesce(
                hedge,
                case
                    when kind = 'stance' then null
                    when value is not null then bare_hedge(value, unit)
                    when low is not null and high is not null then 'range'
                    when low is not null then 'at_least'
                    when high is not null then 'at_most'
                end
            ) as hedge,
            coalesce(
                value,
                case
                    when hedge = 'relative' then factor * base
                    when hedge = 'vague' then null
                    when low is not null and high is not null then (low + high) / 2
                    else coalesce(low, high)
                end
            ) as value
        ),
        low is not null or high is not null as has_interval
    from related
),
-- Vague words, the longest first: "dozens" stands in "a couple of dozens" as well.
vague_list as (
    select list({'wording': wording, 'low': low, 'high': high} order by length(wording) desc, wording) as vague_words
    from vague_word
),
measured as (
    select
        bounded.*,
        hedge.low_factor,
        hedge.high_factor,
        case
            when bounded.hedge = 'vague' and not has_interval
                then list_filter(
                    vague_list.vague_words,
                    lambda vague: contains(lower(coalesce(written, quote)), vague['wording'])
                )[1]
        end as vague_span,
        case
            when bounded.hedge = 'stated' and not has_interval
                then least(half_unit(value, written_decimals(written)), (1 - low_factor) * abs(value))
        end as half_width
    from bounded
    left join hedge on bounded.hedge = hedge.hedge
    cross join vague_list
),
filled as (
    select
        * replace (
            case
                when has_interval then low
                when hedge = 'vague' then vague_span['low']
                when hedge = 'relative' then factor_low * base_low
                when hedge = 'stated' then value - half_width
                else value - (1 - low_factor) * abs(value)
            end as low,
            case
                when has_interval then high
                when hedge = 'vague' then vague_span['high']
                when hedge = 'relative' then factor_high * base_high
                when hedge = 'stated' then value + half_width
                else value + (high_factor - 1) * abs(value)
            end as high
        )
    from measured
)
select
    claim_id, document_id, source, claimant, claimant_affiliation, kind, quote,
    char_start::bigint as char_start, char_end::bigint as char_end,
    measure, counted, actor, predicate, place, as_of, as_of_basis, reported_at,
    value, low, high, hedge, unit, trend, relation as relative_to, restates, polarity, extractor,
    coalesce(confidence, 1) as confidence,  -- nothing was read that could be doubted
    denies, replaces, said_through::json as said_through, written, is_extracted,
    coalesce(
        document_id, claimant, claimant_affiliation, quote, counted, as_of_basis, trend, relation::varchar, restates,
        extractor, denies, replaces, said_through, char_start::varchar, char_end::varchar, filled.confidence::varchar
    ) is null as is_bare
from filled;
