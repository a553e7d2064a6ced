-- One row per question and independent voice: the latest figure that it gives, where units convert in the one in which
-- most are given. Bounds, vague words and figures of another class or unit than most voices give never enter, nor do
-- those that their voice has withdrawn, nor what is expected where two voices give figures of what is; a question that
-- one voice answers is left out.
create or replace table voice_figure as
with
-- Units that convert, by how many claims of a question give them; most questions have none.
given_unit as (
    select
        question_id,
        comparable_unit,
        unit,
        count(*) as claim_count
    from analysed_claim
    where is_in_range(question_id) and unit != comparable_unit
    group by question_id, comparable_unit, unit
),

most_given as (
    select
        question_id,
        comparable_unit,
        arg_min(unit, (-claim_count, unit)) as unit
    from given_unit
    group by question_id, comparable_unit
    having count(*) > 1
),

conversion as (
    select
        given.question_id,
        given.unit as own_unit,
        most_given.unit,
        own.unit_factor / shown.unit_factor as factor
    from given_unit as given
    inner join most_given
        on given.question_id = most_given.question_id and given.comparable_unit = most_given.comparable_unit
    inner join unit_dimension as own on given.unit = own.unit
    inner join unit_dimension as shown on most_given.unit = shown.unit
),

latest as (
    select
        claim.question_id,
        coalesce(conversion.unit, claim.unit) as unit,
        class,
        polarity,
        coalesce(support_id, voice_id) as support_id,
        min(measure) as measure,
        -- The last by date, then by report, then by id. One text of the three is compared faster than three columns,
        -- and in the same order: no character of a date comes before the one that parts them.
        arg_max(
            value * coalesce(conversion.factor, 1),
            concat(coalesce(as_of, ''), chr(31), coalesce(reported_at, ''), chr(31), claim_id)
        ) as value
    from analysed_claim as claim
    anti join withdrawn_figure on claim.claim_id = withdrawn_figure.claim_id
    left join conversion on claim.question_id = conversion.question_id and claim.unit = conversion.own_unit
    where
        is_in_range(claim.question_id)
        and has_interval
        and polarity in ('asserted', 'expected')
        and not is_one_sided
        and hedge != 'vague'
        and value is not null
    group by all
),

-- What counts the same thing in the same unit and is not held against what is merely expected: that which most voices
-- give.
scope as (
    select
        question_id,
        unit,
        class,
        polarity,
        min(measure) as measure,
        count(*) as voice_count
    from latest
    group by question_id, unit, class, polarity
    having count(*) > 1
    qualify row_number() over (
        partition by question_id
        order by polarity, voice_count desc, class nulls first, unit nulls first  -- asserted before expected
    ) = 1
)

select
    latest.question_id,
    scope.measure,
    scope.unit,
    scope.voice_count,
    latest.support_id,
    latest.value
from latest
inner join scope
    on
        latest.question_id = scope.question_id
        and latest.unit is not distinct from scope.unit
        and latest.class is not distinct from scope.class
        and latest.polarity = scope.polarity;
