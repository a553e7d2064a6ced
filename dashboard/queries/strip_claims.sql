-- One row per distinct figure of each question in a list: what the small strips beside the sentences draw, in the unit
-- of the question's finding. A figure that its publisher takes back is no part of the dispute. Of claims with one
-- figure that on which the finding stands is drawn, for its mark bears the side.
with
standing as (
    select unnest([low_claim_id, high_claim_id]) as claim_id
    from finding
    where list_contains($question_ids, question_id)
),
taken_back as (
    select claim_id
    from comparable_claim
    where list_contains($question_ids, question_id) and polarity = 'denied' and denies_voice_id = voice_id
),
spoken as (
    select
        question_id, value, low, high, hedge, polarity, unit,
        coalesce(
            min(claim_id) filter (where claim_id in (select standing.claim_id from standing)), min(claim_id)
        ) as claim_id,
        bool_or(claim_id in (select standing.claim_id from standing)) as is_end
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
    qualify row_number() over (partition by question_id order by is_end desc, claim_id) <= $most
)
select
    drawn.* exclude (unit, is_end) replace (
        drawn.value * coalesce(own.factor / shown.factor, 1) as value,
        drawn.low * coalesce(own.factor / shown.factor, 1) as low,
        drawn.high * coalesce(own.factor / shown.factor, 1) as high
    )
from drawn
left join finding on drawn.question_id = finding.question_id
left join unit as own on drawn.unit = own.unit
left join unit as shown on finding.unit = shown.unit and own.dimension = shown.dimension
