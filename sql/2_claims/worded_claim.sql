-- One row per claim: the terms in which it is compared, and its figure as an editor writes it ("about 10,000",
-- "thousands", "at least 40", "denied").
create or replace view worded_claim as
with
related as not materialized (
    select
        *,
        if(hedge = 'relative', relative_to, null) as relation,
        (relation ->> '$.factor')::double as factor,
        (relation ->> '$.factor_low')::double as factor_low,
        (relation ->> '$.factor_high')::double as factor_high,
        (relation ->> '$.base')::double as base
    from claim_term
),

-- Each figure is put into words once: where the wording of the hedge repeated it, planning would take a quarter second.
numbered as not materialized (
    select
        *,
        number_text(value) as value_number,
        number_text(base) as base_number,
        case
            when hedge in ('range', 'vague') or value is null then number_text(low) || ' to ' || number_text(high)
        end as range_number
    from related
),

hedged as not materialized (
    select
        *,
        case
            when factor_low < factor and factor_high > factor then 'about '
            when factor_low = 0 and factor_high = factor then 'less than '
            when factor_low < factor then 'nearly '
            when factor_high > factor then 'just over '
            when factor_high is null and factor_low is not null then 'more than '
            when factor_low is null and factor_high is not null then 'less than '
            else ''
        end as factor_hedge,
        amount_text(value_number, unit, value = 1) as value_text,
        try_cast(
            regexp_extract(written, '^([0-9]+(?:\.[0-9]+)?) ?(?:%|per ?cent)', 1) as double
        ) / 100 as written_share
    from numbered
),

bounded as not materialized (
    select
        *,
        case
            when kind = 'stance' then null
            when hedge = 'vague' then lower(coalesce(written, range_number))
            when hedge = 'relative' and written is not null and base is not null
                -- "Double 4,500", but "a third of 60,000" and "20% more than 50,000".
                then
                    concat(
                        -- A change by whole per cents is as sure as it is written.
                        if(written_share is not null and factor_high - factor_low < 0.0101, '', factor_hedge),
                        lower(written),
                        case
                            when abs(factor - 1 - written_share) < 1e-9 then ' more than '
                            when abs(1 - factor - written_share) < 1e-9 and factor != written_share then ' less than '
                            when factor < 1 then ' of '
                            else ' '
                        end,
                        amount_text(base_number, unit, base = 1)
                    )
            when hedge = 'relative' and base is null
                then factor_hedge || coalesce(lower(written), trim_zeros(factor) || ' times as many')
            when hedge = 'range' or value is null and low is not null and high is not null
                then amount_text(range_number, unit, false)
            when hedge = 'about' then 'about ' || value_text
            when hedge = 'nearly' then 'nearly ' || value_text
            when hedge = 'just_over' then 'just over ' || value_text
            when hedge = 'at_least' then 'at least ' || value_text
            when hedge = 'more_than' then 'more than ' || value_text
            when hedge = 'at_most' then 'up to ' || value_text
            -- Of what is counted there are fewer.
            when hedge = 'less_than' then if(unit is null and value % 1 = 0, 'fewer than ', 'less than ') || value_text
            else value_text
        end as amount
    from hedged
)

select
    * exclude (
        relation, factor, factor_low, factor_high, base, value_number, base_number, range_number, factor_hedge,
        value_text, written_share, amount
    ),
    case
        when amount is null and polarity = 'denied' then 'denied'
        when amount is null and polarity = 'unconfirmed' then 'neither confirmed nor denied'
        when amount is null and polarity = 'expected' then 'expected'
        when amount is null then 'asserted'
        -- A denial that is aimed at its own voice takes a figure back.
        when polarity = 'denied' and lower(denies) = lower(coalesce(claimant, source)) then 'no longer ' || amount
        when polarity = 'denied' then 'not ' || amount
        when trend = 'rise' then 'a rise of ' || amount
        when trend = 'fall' then 'a fall of ' || amount
        else amount
    end as figure
from bounded;
