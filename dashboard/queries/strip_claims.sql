-- One row per distinct figure of each question in a list: what the small strips beside the sentences draw, in the unit
-- of the question's finding. A figure that its publisher takes back is no part of the dispute.
with
taken_back as (
    select claim_id
    from comparable_claim
    where list_contains($question_ids, question_id) and polarity = 'denied' and denies_voice_id = voice_id
),
spoken as (
    select
        question_id, value, low, high, hedge, polarity, unit,
        min(claim_id) as claim_id
    from claim
    where
        list_contains($question_ids, question_id)
        and restates is null
        and claim_id not in (select taken_back.claim_id from taken_back)
    group by question_id, value, low, high, hedge, polarity, unit
),
drawn as (
    select *
    from spoken
    qualify row_number() over (partition by question_id order by claim_id) <= $most
)
select
    drawn.* exclude (unit) replace (
        drawn.value * coalesce(own.factor / shown.factor, 1) as value,
        drawn.low * coalesce(own.factor / shown.factor, 1) as low,
        drawn.high * coalesce(own.factor / shown.factor, 1) as high
    )
from drawn
left join finding on drawn.question_id = finding.question_id
left join unit as own on drawn.unit = own.unit
left join unit as shown on finding.unit = shown.unit and own.dimension = shown.dimension
