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

-- A question made of prose bears the name of its earliest claim.
named as (
    select
        claim_id,
        left(
            md5(first_value(claim_id) over (
                partition by group_id, is_change_of_level
                order by reported_at nulls last, claim_id
            )),
            12
        ) as question_id
    from parted
),

-- It keeps the name that it had in the build before, whatever arrives: that of the question with which it shares most
-- claims, where no other question of this build shares more with that one.
shared as (
    select named.question_id, former.question_id as former_id, count(*) as claim_count
    from named
    inner join baseline_question_member as former on named.claim_id = former.claim_id
    group by named.question_id, former.question_id
),

kept as (
    select question_id, former_id
    from shared
    qualify
        row_number() over (partition by question_id order by claim_count desc, former_id) = 1
        and row_number() over (
            partition by former_id order by claim_count desc, question_id = former_id desc, question_id
        ) = 1
),

-- Where its earliest claim named a question that another one goes on bearing, it takes a name of its own.
renamed as (
    select
        named.claim_id,
        case
            when kept.former_id is not null then kept.former_id
            when borne.former_id is not null then left(md5('parted from ' || named.question_id), 12)
            else named.question_id
        end as question_id
    from named
    left join kept on named.question_id = kept.question_id
    left join kept as borne on named.question_id = borne.former_id
)

select claim_id, question_id
from renamed
union all
select claim_id, left(group_id, 12) as question_id
from keyed;
