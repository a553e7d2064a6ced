-- One row per claim: the part of its group that holds together. Chains are cut where a group joins claims that do not
-- belong together: its claims then merge anew, the two that fit each other best first, by the score that seven in ten
-- of the pairs between them do not exceed: a claim that was misread does not keep apart what the others join.
create or replace table question_core as
with recursive
limits as (
    select
        max(value) filter (where setting = 'merge_threshold') as merge_threshold,
        max(value) filter (where setting = 'conflict_score') as conflict_score
    from setting
),

inner_link as (
    select link.a_claim_id, link.b_claim_id, link.score, a.group_id
    from question_score as link
    inner join question_group as a on link.a_claim_id = a.claim_id
    inner join question_group as b on link.b_claim_id = b.claim_id and a.group_id = b.group_id
),

contested as (
    select group_id
    from inner_link
    cross join limits
    group by group_id
    having min(score) < any_value(limits.conflict_score)
),

contested_link as (
    select a_claim_id as claim_id, b_claim_id as other_claim_id, score
    from inner_link
    where group_id in (select group_id from contested)
    union all
    select b_claim_id, a_claim_id, score
    from inner_link
    where group_id in (select group_id from contested)
),

-- In each round the parts that are each other's best partner become one.
merging as (
    select claim_id, claim_id as part_id, 0 as round
    from question_group
    where group_id in (select group_id from contested)
    union all
    (
        with
        between_parts as (
            select a.part_id, b.part_id as other_part_id, quantile_cont(contested_link.score, 0.7) as score
            from contested_link
            inner join merging as a on contested_link.claim_id = a.claim_id
            inner join merging as b on contested_link.other_claim_id = b.claim_id and a.part_id != b.part_id
            cross join limits
            group by a.part_id, b.part_id
            having quantile_cont(contested_link.score, 0.7) >= any_value(limits.merge_threshold)
        ),

        best as (
            select part_id, arg_max(other_part_id, (score, other_part_id)) as partner_id
            from between_parts
            group by part_id
        ),

        mutual as (
            select best.part_id, least(best.part_id, best.partner_id) as merged_id
            from best
            inner join best as other on best.partner_id = other.part_id and other.partner_id = best.part_id
        )

        select
            merging.claim_id,
            coalesce(join_of.merged_id, merging.part_id) as part_id,
            merging.round + 1 as round
        from merging
        left join mutual as join_of on merging.part_id = join_of.part_id
        where (select count(*) from mutual) > 0
    )
),

last_round as (
    select claim_id, arg_max(part_id, round) as part_id
    from merging
    group by claim_id
)

select question_group.claim_id, coalesce(last_round.part_id, question_group.group_id) as group_id
from question_group
left join last_round on question_group.claim_id = last_round.claim_id;
