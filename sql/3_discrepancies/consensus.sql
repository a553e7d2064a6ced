-- One row per question that two or more independent voices answer with figures of one kind: their median. Bounds, vague
-- words and figures of another class or unit never enter.
create or replace table consensus as
with
pointed as (
    select
        comparable.question_id,
        claim.value,
        claim.unit,
        claim.as_of,
        claim.reported_at,
        claim.claim_id,
        comparable.class,
        if(
            claim.claimant is null, coalesce(comparable.origin_id, comparable.voice_id), comparable.voice_id
        ) as support_id
    from comparable_claim as comparable
    inner join claim on comparable.claim_id = claim.claim_id
    where
        comparable.has_interval
        and comparable.polarity in ('asserted', 'expected')
        and not comparable.is_one_sided
        and comparable.hedge != 'vague'
        and comparable.value is not null
),

-- The figures that count the same thing in the same unit: those that most voices give.
scope as (
    select question_id, unit, class, count(distinct support_id) as voice_count
    from pointed
    group by question_id, unit, class
    qualify row_number() over (
        partition by question_id order by count(distinct support_id) desc, class nulls first, unit nulls first
    ) = 1
),

-- Each voice counts once, by its latest word.
latest as (
    select
        pointed.question_id,
        pointed.support_id,
        arg_max(
            pointed.value,
            (coalesce(pointed.as_of, ''), coalesce(pointed.reported_at, ''), pointed.claim_id)
        ) as value
    from pointed
    inner join scope
        on
            pointed.question_id = scope.question_id
            and pointed.unit is not distinct from scope.unit
            and pointed.class is not distinct from scope.class
    group by pointed.question_id, pointed.support_id
)

select
    latest.question_id,
    median(latest.value) as value,
    if(count(*) < 4, min(latest.value), quantile_cont(latest.value, 0.25)) as low,
    if(count(*) < 4, max(latest.value), quantile_cont(latest.value, 0.75)) as high,
    if(count(*) < 4, 'median of voices, with their range', 'median of voices, with their middle half') as method,
    count(*) as voice_count,
    any_value(scope.unit) as unit
from latest
inner join scope on latest.question_id = scope.question_id
group by latest.question_id
having count(*) > 1;
