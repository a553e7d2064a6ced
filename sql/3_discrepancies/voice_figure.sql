-- One row per question and independent voice: the latest figure that it gives. Bounds, vague words and figures of
-- another class or unit than most voices give never enter; a question that one voice answers is left out.
create or replace table voice_figure as
with
pointed as (
    select
        claim.question_id,
        claim.measure,
        claim.unit,
        claim.class,
        if(claim.claimant is null, coalesce(claim.origin_id, claim.voice_id), claim.voice_id) as support_id,
        max({
            'as_of': coalesce(claim.as_of, ''),
            'reported_at': coalesce(claim.reported_at, ''),
            'claim_id': claim.claim_id,
            'value': claim.value
        }) as latest
    from analysed_claim as claim
    where
        claim.has_interval
        and claim.polarity in ('asserted', 'expected')
        and not claim.is_one_sided
        and claim.hedge != 'vague'
        and claim.value is not null
    group by all
),

-- What counts the same thing in the same unit: that which most voices give.
counted as (
    select
        question_id,
        unit,
        class,
        arg_min(measure, measure) as measure,
        count(distinct support_id) as voice_count
    from pointed
    group by question_id, unit, class
    having count(distinct support_id) > 1
),

scope as (
    select *
    from counted
    qualify row_number() over (
        partition by question_id order by voice_count desc, class nulls first, unit nulls first
    ) = 1
)

select
    pointed.question_id,
    any_value(scope.measure) as measure,
    any_value(scope.unit) as unit,
    any_value(scope.voice_count) as voice_count,
    pointed.support_id,
    max(pointed.latest).value as value
from pointed
inner join scope
    on
        pointed.question_id = scope.question_id
        and pointed.unit is not distinct from scope.unit
        and pointed.class is not distinct from scope.class
group by pointed.question_id, pointed.support_id;
