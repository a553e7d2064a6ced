-- One row per question and independent voice: the latest figure that it gives. Bounds, vague words and figures of
-- another class or unit than most voices give never enter, nor do those that their voice has withdrawn, nor what is
-- expected where two voices give figures of what is; a question that one voice answers is left out.
create or replace table voice_figure as
with
latest as (
    select
        question_id,
        unit,
        class,
        polarity,
        coalesce(support_id, voice_id) as support_id,
        min(measure) as measure,
        -- The last by date, then by report, then by id. One text of the three is compared faster than three columns,
        -- and in the same order: no character of a date comes before the one that parts them.
        arg_max(
            value, concat(coalesce(as_of, ''), chr(31), coalesce(reported_at, ''), chr(31), claim_id)
        ) as value
    from analysed_claim
    anti join withdrawn_figure on analysed_claim.claim_id = withdrawn_figure.claim_id
    where
        is_in_range(question_id)
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
