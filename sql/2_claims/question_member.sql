-- One row per claim: the group of claims whose question it answers.
create or replace table question_member as
with
scored_pair as (
    select a_claim_id as claim_id, b_claim_id as other_claim_id, score
    from question_link
    union all
    select b_claim_id, a_claim_id, score
    from question_link
),

-- The mean score of a group's pairs; a pair that was never scored counts as 0.
inside as (
    select a.level, a.group_id, sum(scored_pair.score) as total
    from scored_pair
    inner join question_group as a on scored_pair.claim_id = a.claim_id
    inner join question_group as b
        on scored_pair.other_claim_id = b.claim_id and a.level = b.level and a.group_id = b.group_id
    group by a.level, a.group_id
),

cohesion as (
    select
        question_group.level,
        question_group.group_id,
        coalesce(any_value(inside.total), 0) / greatest(count(*) * (count(*) - 1), 1) as mean_score,
        count(*) as size
    from question_group
    left join inside on question_group.level = inside.level and question_group.group_id = inside.group_id
    group by question_group.level, question_group.group_id
),

-- Against chaining: the widest group that holds together, at the lowest threshold that gives one.
cut as (
    select
        question_group.claim_id,
        arg_min(question_group.level || '/' || question_group.group_id, question_group.level) as group_id
    from question_group
    inner join cohesion
        on question_group.level = cohesion.level and question_group.group_id = cohesion.group_id
    where
        cohesion.size = 1
        or cohesion.mean_score >= (select value from setting where setting = 'group_cohesion')
        or question_group.level = (select max(level) from question_group)
    group by question_group.claim_id
),

cut_size as (
    select group_id, count(*) as size
    from cut
    group by group_id
),

-- Then each claim stands where it fits best, or alone where it fits nowhere.
fit as (
    select
        scored_pair.claim_id,
        other.group_id,
        sum(scored_pair.score)
        / greatest(any_value(cut_size.size) - (other.group_id = any_value(own.group_id))::integer, 1) as mean_score
    from scored_pair
    inner join cut as other on scored_pair.other_claim_id = other.claim_id
    inner join cut as own on scored_pair.claim_id = own.claim_id
    inner join cut_size on other.group_id = cut_size.group_id
    group by scored_pair.claim_id, other.group_id
),

best as (
    select claim_id, arg_max(group_id, (mean_score, group_id)) as group_id
    from fit
    where mean_score >= (select value from setting where setting = 'group_cohesion')
    group by claim_id
),

placed as (
    select cut.claim_id, coalesce(best.group_id, 'alone/' || cut.claim_id) as group_id
    from cut
    left join best on cut.claim_id = best.claim_id
),

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
    from placed
    inner join claim_key on placed.claim_id = claim_key.claim_id
)

select claim_id, left(group_id, 12) as question_id
from named
union all
select claim_id, left(group_id, 12) as question_id
from keyed;
