-- One row per independent voice on a disputed question: whether it stands at the low end, at the high end, at both (its
-- word moved from one to the other, or is wide enough to meet both) or elsewhere. Copies of one text count once, and so
-- do quotations of one voice.
create or replace table finding_voice as
with
-- A figure stands with an end that its interval meets, an expected one only with another that is expected; a denial, or
-- a word without a figure, with those of its kind. Each claim is held against both ends in one row.
beside_ends as (
    select
        claim.question_id,
        claim.support_id,
        claim.voice_id,
        claim.has_interval,
        claim.polarity = 'denied' and not coalesce(claim.denies_voice_id = claim.voice_id, false) as is_denial,
        claim.polarity,
        claim.has_interval and claim.polarity in ('asserted', 'expected') as is_figure,
        -- Where what is expected is in dispute, who expects something between the ends stands there.
        claim.has_interval
        and (
            claim.polarity = 'asserted'
            or claim.polarity = 'expected' and low.polarity = 'expected' and high.polarity = 'expected'
        ) as is_answer,
        claim.polarity = low.polarity
        and if(is_figure, claim.low <= low.high and low.low <= claim.high, claim.kind = low.kind) as stands_low,
        claim.polarity = high.polarity
        and if(is_figure, claim.low <= high.high and high.low <= claim.high, claim.kind = high.kind) as stands_high,
        claim.low > high.high as lies_above,
        claim.high < low.low as lies_below
    from comparable_claim as claim
    inner join dispute_end as low on claim.question_id = low.question_id and low.is_low
    inner join dispute_end as high on claim.question_id = high.question_id and not high.is_low
    where is_in_range(claim.question_id)
),

sided as (
    select
        question_id,
        support_id,
        min(voice_id) as voice_id,
        count(*) as claim_count,
        bool_or(stands_low) as is_low,
        bool_or(stands_high) as is_high,
        bool_or(is_answer) as gives_figure,
        bool_and(lies_above) filter (where has_interval) as is_above,
        bool_and(lies_below) filter (where has_interval) as is_below,
        bool_or(polarity = 'expected') as expects,
        bool_or(is_denial) as denies
    from beside_ends
    group by question_id, support_id
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
        when gives_figure and is_above then 'above'
        when gives_figure and is_below then 'below'
        when gives_figure then 'between'
        when denies then 'denies'
        when expects then 'expects'
        else 'no answer'
    end as stand
from sided
left join voice_name as supporting on sided.support_id = supporting.voice_id
left join voice_name as speaking on sided.voice_id = speaking.voice_id
order by sided.question_id, sided.support_id;
