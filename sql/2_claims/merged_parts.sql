-- Merge items into parts, round by round: in each round the parts that are each other's best partner become one, as
-- long as what lies between the two reaches `least_score`, so that a chain does not reach from one part to the next.
-- What lies between two parts is the score that the given share of their pairs do not exceed: a few pairs amiss keep
-- nothing apart, as long as the pairs reach on average the lowest mean that one of them asks for. Without a share, it
-- is the mean of all pairs, those that the table lacks counting nothing. Takes the name of a table of pairs, each once,
-- whose first columns are the two items, their score, and the mean that such pairs ask for; gives one row per item:
-- item, part_id.
create or replace macro merged_parts(pair_table, least_score, share) as table
with recursive
-- A limit that is given as a subquery would be joined anew wherever it stands: here it stands in the rows.
one_way as (
    select a_item, b_item, score, least_mean, least_score as least
    from query_table(pair_table) as pair (a_item, b_item, score, least_mean)
),

-- Items without a near one are parts of their own, and need no merging.
near as (
    select a_item as item
    from one_way
    where score >= least
    union
    select b_item
    from one_way
    where score >= least
),

pair as (
    select a_item as item, b_item as other_item, score, least_mean
    from one_way
    where a_item in (select item from near) and b_item in (select item from near)
    union all
    select b_item, a_item, score, least_mean
    from one_way
    where a_item in (select item from near) and b_item in (select item from near)
),

merging as (
    select item, item as part_id, 0 as round
    from near
    union all
    (
        with
        size as (
            select part_id, count(*) as item_count
            from merging
            group by part_id
        ),

        between_parts as (
            select
                a.part_id,
                b.part_id as other_part_id,
                if(
                    share is null,
                    sum(pair.score) / any_value(a_size.item_count * b_size.item_count),
                    list_sort(list(pair.score))[ceil(share * count(*))::integer]
                ) as score
            from pair
            inner join merging as a on pair.item = a.item
            inner join merging as b on pair.other_item = b.item and a.part_id != b.part_id
            inner join size as a_size on a.part_id = a_size.part_id
            inner join size as b_size on b.part_id = b_size.part_id
            group by a.part_id, b.part_id
            having share is null or avg(pair.score) >= min(pair.least_mean)
        ),

        best as (
            select part_id, arg_max(other_part_id, (score, other_part_id)) as partner_id
            from between_parts
            where score >= least_score
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
)

select item, arg_max(part_id, round) as part_id
from merging
group by item;
