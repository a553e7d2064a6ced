-- Merge items into parts, round by round: in each round the parts that are each other's best partner become one, as
-- long as what lies between the two reaches `least_score`, so that a chain does not reach from one part to the next.
-- What lies between two parts is the score that the given share of their pairs do not exceed: a few pairs amiss keep
-- nothing apart, as long as the pairs reach on average the lowest mean that one of them asks for. Takes the name of a
-- table of pairs, each once, whose first columns are the two items, their score, and the mean that such pairs ask for;
-- gives one row per item: item, part_id.
create or replace macro merged_parts(pair_table, least_score, share) as table
with recursive
-- A limit that is given as a subquery would be joined anew wherever it stands: here it stands in the rows.
one_way as (
    select a_item, b_item, score, least_mean, least_score as least, share as low_share
    from query_table(pair_table) as pair (a_item, b_item, score, least_mean)
),

-- Items without a near one are parts of their own, and need no merging.
numbered as materialized (
    select item, number
    from near_item(pair_table, least_score)
),

pair as (
    select
        one_way.* exclude (a_item, b_item),
        least(a.number, b.number) as item,
        greatest(a.number, b.number) as other_item
    from one_way
    inner join numbered as a on one_way.a_item = a.item
    inner join numbered as b on one_way.b_item = b.item
),

near_pair as (
    select item, other_item
    from pair
    where score >= least
),

merging as (
    select number as item, number as part_id, 0 as round
    from numbered
    union all
    (
        with
        -- Only parts of which a pair is near can be near, among many that cannot. Each half is kept before the other
        -- is joined: taken together, all items would meet all others.
        met_half as materialized (
            select a.part_id, near_pair.other_item
            from near_pair
            inner join merging as a on near_pair.item = a.item
        ),

        met as materialized (
            select distinct least(a.part_id, b.part_id) as part_id, greatest(a.part_id, b.part_id) as other_part_id
            from met_half as a
            inner join merging as b on a.other_item = b.item
            where a.part_id != b.part_id
        ),

        item_half as materialized (
            select met.part_id, met.other_part_id, a.item
            from met
            inner join merging as a on met.part_id = a.part_id
        ),

        met_item as materialized (
            select
                a.part_id,
                a.other_part_id,
                least(a.item, b.item) as item,
                greatest(a.item, b.item) as other_item
            from item_half as a
            inner join merging as b on a.other_part_id = b.part_id
        ),

        between_parts as (
            select
                met_item.part_id,
                met_item.other_part_id,
                any_value(pair.least) as least,
                list_sort(list(pair.score))[ceil(any_value(pair.low_share) * count(pair.score))::integer] as score
            from met_item
            -- Not an inner join, for which the many items would be looked up by the pairs.
            left join pair on met_item.item = pair.item and met_item.other_item = pair.other_item
            group by met_item.part_id, met_item.other_part_id
            having avg(pair.score) >= min(pair.least_mean)
        ),

        close as (
            select part_id, other_part_id, score
            from between_parts
            where score >= least
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

        mutual as (
            select best.part_id, least(best.part_id, best.partner_id) as merged_id
            from best
            inner join best as other on best.partner_id = other.part_id and other.partner_id = best.part_id
        )

        select
            merging.item,
            coalesce(joined.merged_id, merging.part_id) as part_id,
            merging.round + 1 as round
        from merging
        left join mutual as joined on merging.part_id = joined.part_id
        where (select count(*) from mutual) > 0
    )
),

merged as (
    select item, arg_max(part_id, round) as part_id
    from merging
    group by item
)

select item.item, part.item as part_id
from merged
inner join numbered as item on merged.item = item.number
inner join numbered as part on merged.part_id = part.number;
