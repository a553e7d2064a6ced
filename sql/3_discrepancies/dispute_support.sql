-- One row per disputed question: how many independent voices speak on it, and how many of them stand at each of its
-- ends. Copies of one text count once, and so do quotations of one voice.
create or replace table dispute_support as
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
        ) as is_high
    from comparable_claim as claim
    inner join ended on claim.question_id = ended.question_id
    group by claim.question_id, claim.support_id
)

select
    question_id,
    count(*) as independent_voices,
    count(*) filter (where is_low) as low_voice_count,
    count(*) filter (where is_high) as high_voice_count
from sided
group by question_id;
