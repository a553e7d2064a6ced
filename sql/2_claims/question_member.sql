-- One row per claim: the question that it answers.
create or replace table question_member as
with
-- Figures that never were prose answer one question where all their keys are equal.
keyed as not materialized (
    select
        claim.claim_number,
        claim.claim_id,
        claim.asked_as,
        claim.dimension,
        claim.is_change,
        claim.actor,
        claim.predicate_group,
        located.place,
        case when length(claim.as_of) >= 10 then left(claim.as_of, 10)::date end as as_of_day,
        md5(concat_ws(
            chr(31),
            claim.asked_as,
            coalesce(claim.dimension, ''),
            claim.is_change,
            coalesce(claim.actor, ''),
            coalesce(lower(claim.predicate), ''),
            coalesce(located.place, ''),
            coalesce(left(claim.as_of, 10), '')
        )) as group_id,
        concat_ws(
            chr(31),
            claim.asked_as,
            coalesce(claim.actor, ''),
            coalesce(lower(claim.predicate), ''),
            coalesce(located.place, ''),
            coalesce(left(claim.as_of, 10), '')
        ) as keys_of_stance
    from claim_term as claim
    left join canonical_place as located on claim.place = located.told
    anti join (select claim_number from claim_key where has_text) as told on claim.claim_number = told.claim_number
),

stance as not materialized (
    select claim_number, asked_as, keys_of_stance
    from keyed
    where dimension is null
),

-- A stance has no unit: it bears on the figures with all its other keys, on the group that most of them are in. Asked
-- for by their measure first, the keys of millions of figures are not put together where there is no stance.
borne as (
    select stance.claim_number, mode(figure.group_id order by figure.group_id) as group_id
    from stance
    inner join keyed as figure on stance.keys_of_stance = figure.keys_of_stance
    where figure.dimension is not null and figure.asked_as in (select asked_as from stance as asking)
    group by stance.claim_number
),

grouped as not materialized (
    select keyed.claim_number, keyed.claim_id, coalesce(borne.group_id, keyed.group_id) as group_id
    from keyed
    left join borne on keyed.claim_number = borne.claim_number
),

-- A stance may bear on a level and on its change; the two figures answer two questions all the same.
parted as (
    select
        claim_key.claim_number,
        placed.claim_id,
        placed.group_id,
        claim_key.reported_at,
        claim_key.is_change
        and claim_key.kind = 'quantity'
        and bool_or(claim_key.kind = 'quantity' and not claim_key.is_change) over (
            partition by placed.group_id
        ) as is_change_of_level
    from question_group as placed
    inner join claim_key on placed.claim_id = claim_key.claim_id
),

-- A question made of prose bears the name of its earliest claim.
named as (
    select
        claim_number,
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
        named.claim_number,
        named.claim_id,
        case
            when kept.former_id is not null then kept.former_id
            when borne.former_id is not null then left(md5('parted from ' || named.question_id), 12)
            else named.question_id
        end as question_id
    from named
    left join kept on named.question_id = kept.question_id
    left join kept as borne on named.question_id = borne.former_id
),

-- A figure without a text joins the question of texts that ask for the same thing of the same actor or place within
-- three days, the one that most of their claims answer.
keyed_group as (
    select distinct group_id, asked_as, dimension, is_change, actor, predicate_group, place, as_of_day
    from keyed
    where asked_as in (select asked_as from claim_key where has_text)
),

joined as (
    select keyed_group.group_id, renamed.question_id
    from keyed_group
    inner join claim_key as told
        on
            told.has_text
            and keyed_group.asked_as = told.asked_as
            and keyed_group.dimension = told.dimension
            and keyed_group.is_change = told.is_change
            and keyed_group.actor is not distinct from told.actor
            and (keyed_group.predicate_group is null or keyed_group.predicate_group = told.predicate_group)
            and (
                keyed_group.place is null
                or keyed_group.place = told.place
                or is_nested(keyed_group.place, told.place)
            )
            and abs(datediff('day', keyed_group.as_of_day, coalesce(told.as_of_day, told.reported_day))) <= 3
    inner join renamed on told.claim_id = renamed.claim_id
    where coalesce(keyed_group.actor, keyed_group.place) is not null
    group by keyed_group.group_id, renamed.question_id
    qualify row_number() over (partition by keyed_group.group_id order by count(*) desc, renamed.question_id) = 1
)

select claim_number, claim_id, question_id
from renamed
union all
select grouped.claim_number, grouped.claim_id, coalesce(joined.question_id, left(grouped.group_id, 12)) as question_id
from grouped
left join joined on grouped.group_id = joined.group_id;
