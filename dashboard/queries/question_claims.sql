-- One row per claim of one question that its page draws: all that were read surely enough, or of too many the outermost
-- figures and first stances, and always the two ends of its finding. Its numbers are in the question's unit, `figure` has it as it was told.
with
placed as (
    select
        claim.* replace (
            coalesce(shown.unit, claim.unit) as unit,
            claim.value * coalesce(own.factor / shown.factor, 1) as value,
            claim.low * coalesce(own.factor / shown.factor, 1) as low,
            claim.high * coalesce(own.factor / shown.factor, 1) as high
        ),
        coalesce(claim.value, claim.low, claim.high) * coalesce(own.factor / shown.factor, 1) as point
    from claim
    left join question on claim.question_id = question.question_id
    left join unit as own on claim.unit = own.unit
    left join unit as shown on question.unit = shown.unit and own.dimension = shown.dimension
    where claim.question_id = $question_id and claim.confidence >= $least_confidence
),
ends as (
    select unnest([low_claim_id, high_claim_id]) as claim_id
    from finding
    where question_id = $question_id
),
ranked as (
    select
        *,
        row_number() over (partition by point is null order by point desc, claim_id asc) as from_high,
        row_number() over (partition by point is null order by point asc, claim_id asc) as from_low
    from placed
)
select
    ranked.* exclude (point, from_high, from_low),
    comparable.replaces,
    comparable.polarity = 'denied' and coalesce(comparable.denies_voice_id = comparable.voice_id, false) as is_own_denial,
    withdrawn.withdrawn_by_claim_id
from ranked
left join comparable_claim as comparable on ranked.claim_id = comparable.claim_id
left join withdrawn_figure as withdrawn on ranked.claim_id = withdrawn.claim_id
where
    ranked.from_high <= $each_end
    or ranked.from_low <= $each_end
    or ranked.claim_id in (select ends.claim_id from ends)
order by ranked.point desc nulls last, ranked.reported_at asc nulls last, ranked.claim_id asc
