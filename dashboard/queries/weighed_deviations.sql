-- One row per figure that counts what the middle of its question's voices counts: how far it lies from that middle. A
-- figure of another class or unit, or of a place that does not hold the one that most speak of, is not weighed against
-- it.
with
told as (
    select
        claim_id,
        question_id,
        unit,
        class,
        place
    from comparable_claim
    inner join (select claim_id, unit from claim) using (claim_id)
    where has_interval and not is_restated and polarity in ('asserted', 'expected')
),

usual_scope as (
    select question_id, unit, class
    from told
    group by question_id, unit, class
    qualify row_number() over (
        partition by question_id order by count(*) desc, class nulls first, unit nulls first
    ) = 1
),

usual_place as (
    select question_id, mode(place order by place) as place
    from told
    group by question_id
)

select
    claim.claim_id,
    claim.question_id,
    claim.voice,
    claim.voice_affiliation,
    claim.source,
    claim.figure,
    claim.hedge,
    ln(claim.value / consensus.value) as deviation
from claim
inner join consensus on claim.question_id = consensus.question_id
inner join told on claim.claim_id = told.claim_id
inner join usual_scope on
    told.question_id = usual_scope.question_id
    and told.unit is not distinct from usual_scope.unit
    and told.class is not distinct from usual_scope.class
inner join usual_place on told.question_id = usual_place.question_id
where
    claim.value > 0
    and consensus.value > 0
    and consensus.voice_count > 1
    and claim.polarity = 'asserted'
    and claim.hedge not in ('at_least', 'more_than', 'at_most', 'less_than')
    and coalesce(
        told.place = usual_place.place or ends_with(usual_place.place, ' < ' || told.place),
        true
    )
