-- One row per claim: the group of claims that links join it to, however long the chain.
create or replace table question_group as
with recursive
edge as (
    select a_claim_id as from_claim_id, b_claim_id as to_claim_id
    from question_score
    where score >= (select value from setting where setting = 'link_threshold')
    union all
    select b_claim_id, a_claim_id
    from question_score
    where score >= (select value from setting where setting = 'link_threshold')
),

-- Every claim takes the smallest id that it can reach: the name of its group.
reached using key (claim_id) as (
    select claim_id, claim_id as group_id
    from claim_key
    where has_text
    union
    (
        select edge.to_claim_id, min(reached.group_id)
        from reached
        inner join edge on reached.claim_id = edge.from_claim_id
        inner join recurring.reached as known on edge.to_claim_id = known.claim_id
        where reached.group_id < known.group_id
        group by edge.to_claim_id
    )
)

select claim_id, group_id
from reached;
