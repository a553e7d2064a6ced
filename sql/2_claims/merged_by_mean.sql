-- Merge items into parts, round by round: in each round the parts that are each other's best partner become one, as
-- long as the mean score of all pairs between the two reaches `least_score`, those that the table lacks counting
-- nothing. What lies between two parts is the sum of what lay between those that they were made of: no round looks at
-- the single pairs again. Takes the name of a table of pairs, each once, whose columns are the two items and their
-- score; gives one row per item: item, part_id.
create or replace macro merged_by_mean(pair_table, least_score) as table
with recursive
-- A limit that is given as a subquery would be joined anew wherever it stands: here it stands in the rows.
one_way as (
    select a_item, b_item, score, least_score as least
    from query_table(pair_table) as pair (a_item, b_item, score)
),

-- Items without a near one are parts of their own, and need no merging.
numbered as materialized (
    select item, number
    from near_item(pair_table, least_score)
),

-- Each item, the part that it is in; and, without an item, each two parts with the sum of the scores between them.
begun as (
    select
        number as item,
        number as part_id,
        null::bigint as other_part_id,
        null::double as total,
        null::double as least
    from numbered
    union all
    select null, least(a.number, b.number), greatest(a.number, b.number), one_way.score, one_way.least
    from one_way
    inner join numbered as a on one_way.a_item = a.item
    inner join numbered as b on one_way.b_item = b.item
),

merging as (
    select *, 0 as round
    from begun
    union all
    (
        with
        size as (
            select part_id, count(*) as item_count
            from merging
            where item is not null
            group by part_id
        ),

        -- Rounded lest the order of a sum decide between two that are equal.
        close as materialized (
            select
                between_parts.part_id,
                between_parts.other_part_id,
                round(between_parts.total / (a.item_count * b.item_count), 9) as score
            from merging as between_parts
            inner join size as a on between_parts.part_id = a.part_id
            inner join size as b on between_parts.other_part_id = b.part_id
            where between_parts.total / (a.item_count * b.item_count) >= between_parts.least
        ),

        best as (
            select part_id, arg_max(other_part_id, (score, other_part_id)) as partner_id
            from (
                from close
                union all
                select other_part_id, part_id, score
                from close
            )
            group by part_id
        ),

        -- Every part, and the one that it becomes.
        became as materialized (
            select
                size.part_id,
                if(other.part_id is null, size.part_id, least(best.part_id, best.partner_id)) as merged_id,
                count(other.part_id) over () as merged_count
            from size
            left join best on size.part_id = best.part_id
            left join best as other on best.partner_id = other.part_id and other.partner_id = best.part_id
        ),

        after as (
            select member.item, became.merged_id as part_id, null::bigint as other_part_id, null::double, null::double
            from merging as member
            inner join became on member.part_id = became.part_id
            where member.item is not null
            union all
            select
                null,
                least(a.merged_id, b.merged_id) as part_id,
                greatest(a.merged_id, b.merged_id) as other_part_id,
                sum(between_parts.total),
                any_value(between_parts.least)
            from merging as between_parts
            inner join became as a on between_parts.part_id = a.part_id
            inner join became as b on between_parts.other_part_id = b.part_id
            where a.merged_id != b.merged_id
            group by least(a.merged_id, b.merged_id), greatest(a.merged_id, b.merged_id)
        )

        select after.*, (select max(round) from merging) + 1 as round
        from after
        where (select max(merged_count) from became) > 0
    )
),

merged as (
    select item, arg_max(part_id, round) as part_id
    from merging
    where item is not null
    group by item
)

select item.item, part.item as part_id
from merged
inner join numbered as item on merged.item = item.number
inner join numbered as part on merged.part_id = part.number;
