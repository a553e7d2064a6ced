-- One row per claim: its figure as an editor writes it ("about 10,000", "thousands", "at least 40", "denied").
create or replace table claim_figure as
with
related as (
    select
        claim_id,
        (relative_to ->> '$.factor')::double as factor,
        (relative_to ->> '$.factor_low')::double as factor_low,
        (relative_to ->> '$.factor_high')::double as factor_high,
        (relative_to ->> '$.base')::double as base
    from staged_claim
    where hedge = 'relative'
),

worded as (
    select
        claim.*,
        case
            when related.factor_low < related.factor and related.factor_high > related.factor then 'about '
            when related.factor_low < related.factor then 'nearly '
            when related.factor_high > related.factor then 'just over '
            when related.factor_high is null and related.factor_low is not null then 'more than '
            when related.factor_low is null and related.factor_high is not null then 'less than '
            else ''
        end as factor_hedge,
        related.factor,
        related.base,
        amount_text(number_text(claim.value), claim.unit, claim.value = 1) as value_text
    from staged_claim as claim
    left join related on claim.claim_id = related.claim_id
),

bounded as (
    select
        claim_id,
        polarity,
        trend,
        case
            when kind = 'stance' then null
            when hedge = 'vague' then lower(coalesce(
                written, number_text(low) || ' to ' || number_text(high)
            ))
            when hedge = 'relative' and written is not null and base is not null
                then factor_hedge || lower(written) || ' ' || amount_text(number_text(base), unit, base = 1)
            when hedge = 'relative' and value is null
                then factor_hedge || coalesce(lower(written), trim_zeros(factor) || ' times as many')
            when hedge = 'range' or value is null and low is not null and high is not null
                then amount_text(number_text(low) || ' to ' || number_text(high), unit, false)
            when hedge = 'about' then 'about ' || value_text
            when hedge = 'nearly' then 'nearly ' || value_text
            when hedge = 'just_over' then 'just over ' || value_text
            when hedge = 'at_least' then 'at least ' || value_text
            when hedge = 'more_than' then 'more than ' || value_text
            when hedge = 'at_most' then 'up to ' || value_text
            when hedge = 'less_than' then 'less than ' || value_text
            else value_text
        end as amount
    from worded
)

select
    claim_id,
    case
        when amount is null and polarity = 'denied' then 'denied'
        when amount is null and polarity = 'unconfirmed' then 'neither confirmed nor denied'
        when amount is null and polarity = 'expected' then 'expected'
        when amount is null then 'asserted'
        when polarity = 'denied' then 'not ' || amount
        when trend = 'rise' then 'a rise of ' || amount
        when trend = 'fall' then 'a fall of ' || amount
        else amount
    end as figure
from bounded;
