-- One row per independent voice on a disputed question: whether it stands at the low end, at the high end, at both (its
-- word moved from one to the other, or is wide enough to meet both) or elsewhere. Copies of one text count once, and so
-- do quotations of one voice.
create or replace table finding_voice as
with
ended as (
    select
        dispute.question_id,
        low.low as low_low,
        low.high as low_high,
        low.kind as low_kind,
        low.polarity as low_polarity,
        high.low as high_low,
        high.high as high_high,
        high.kind as high_kind,
        high.polarity as high_polarity
    from dispute
    inner join comparable_claim as low on dispute.low_claim_id = low.claim_id
    inner join comparable_claim as high on dispute.high_claim_id = high.claim_id
),

-- A figure stands with an end that its interval meets, an expected one only with another that is expected; a denial, or
-- a word without a figure, with those of its kind.
sided as (
    select
        claim.question_id,
        claim.support_id,
        min(claim.voice_id) as voice_id,
        count(*) as claim_count,
        bool_or(
            if(
                claim.has_interval and claim.polarity in ('asserted', 'expected'),
                claim.low <= ended.low_high and ended.low_low <= claim.high and claim.polarity = ended.low_polarity,
                claim.polarity = ended.low_polarity and claim.kind = ended.low_kind
            )
        ) as is_low,
        bool_or(
            if(
                claim.has_interval and claim.polarity in ('asserted', 'expected'),
                claim.low <= ended.high_high and ended.high_low <= claim.high and claim.polarity = ended.high_polarity,
                claim.polarity = ended.high_polarity and claim.kind = ended.high_kind
            )
        ) as is_high,
        bool_or(claim.has_interval and claim.polarity = 'asserted') as asserts_figure,
        bool_and(claim.low > ended.high_high) filter (claim.has_interval) as is_above,
        bool_and(claim.high < ended.low_low) filter (claim.has_interval) as is_below,
        bool_or(claim.polarity = 'expected') as expects,
        bool_or(claim.polarity = 'denied') as denies
    from comparable_claim as claim
    inner join ended on claim.question_id = ended.question_id
    group by claim.question_id, claim.support_id
)

select
    sided.question_id,
    sided.support_id,
    coalesce(supporting.name_in_sentence, speaking.name_in_sentence) as name,
    sided.claim_count,
    coalesce(sided.is_low, false) as is_low,
    coalesce(sided.is_high, false) as is_high,
    case
        when is_low and is_high then 'both ends'
        when is_low then 'low end'
        when is_high then 'high end'
        when asserts_figure and is_above then 'above'
        when asserts_figure and is_below then 'below'
        when asserts_figure then 'between'
        when denies then 'denies'
        when expects then 'expects'
        else 'no answer'
    end as stand
from sided
left join voice_name as supporting on sided.support_id = supporting.voice_id
left join voice_name as speaking on sided.voice_id = speaking.voice_id
order by sided.question_id, sided.support_id;
