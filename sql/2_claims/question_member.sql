-- One row per claim: the group of claims whose question it answers.
create or replace table question_member as
with
-- Figures that never were prose answer one question where all their keys are equal.
keyed as (
    select
        claim_id,
        md5(concat_ws(
            chr(31),
            asked_as,
            coalesce(dimension, ''),
            is_change,
            coalesce(actor, ''),
            coalesce(predicate, ''),
            coalesce(place, ''),
            coalesce(left(as_of, 10), '')
        )) as group_id
    from claim_key
    where not has_text
),

-- A question made of prose bears the name of its earliest claim, so that it keeps its id as claims arrive.
named as (
    select
        placed.claim_id,
        md5(first_value(placed.claim_id) over (
            partition by placed.group_id
            order by claim_key.reported_at nulls last, placed.claim_id
        )) as group_id
    from question_core as placed
    inner join claim_key on placed.claim_id = claim_key.claim_id
)

select claim_id, left(group_id, 12) as question_id
from named
union all
select claim_id, left(group_id, 12) as question_id
from keyed;
