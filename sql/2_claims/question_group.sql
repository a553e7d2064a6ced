-- One row per claim and threshold: the group that the links of at least that score join the claim to.
create or replace table question_group as
with recursive
threshold as (
    select
        unnest(range(5)) as level,
        (select value from setting where setting = 'link_threshold')
        + unnest(range(5)) * (select value from setting where setting = 'link_step') as lowest
),

claim_at as (
    select threshold.level, claim_key.claim_id
    from claim_key
    cross join threshold
    where claim_key.has_text
),

edge as (
    select threshold.level, link.a_claim_id as from_claim_id, link.b_claim_id as to_claim_id
    from question_link as link
    inner join threshold on link.score >= threshold.lowest
    union all
    select threshold.level, link.b_claim_id, link.a_claim_id
    from question_link as link
    inner join threshold on link.score >= threshold.lowest
),

-- Every claim takes the smallest id that it can reach: the name of its group.
reached using key (level, claim_id) as (
    select level, claim_id, claim_id as group_id
    from claim_at
    union
    (
        select edge.level, edge.to_claim_id, min(reached.group_id)
        from reached
        inner join edge on reached.level = edge.level and reached.claim_id = edge.from_claim_id
        inner join recurring.reached as known
            on edge.level = known.level and edge.to_claim_id = known.claim_id
        where reached.group_id < known.group_id
        group by edge.level, edge.to_claim_id
    )
)

select level, claim_id, group_id
from reached;
