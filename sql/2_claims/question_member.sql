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

-- A stance may bear on a level and on its change; the two figures answer two questions all the same.
parted as (
    select
        placed.claim_id,
        placed.group_id,
        claim_key.reported_at,
        claim_key.is_change
        and claim_key.kind = 'quantity'
        and bool_or(claim_key.kind = 'quantity' and not claim_key.is_change) over (
            partition by placed.group_id
        ) as is_change_of_level
    from question_core as placed
    inner join claim_key on placed.claim_id = claim_key.claim_id
),

-- A question made of prose bears the name of its earliest claim, so that it keeps its id as claims arrive.
named as (
    select
        claim_id,
        md5(first_value(claim_id) over (
            partition by group_id, is_change_of_level
            order by reported_at nulls last, claim_id
        )) as group_id
    from parted
)

select claim_id, left(group_id, 12) as question_id
from named
union all
select claim_id, left(group_id, 12) as question_id
from keyed;
