-- The items of a table of pairs that have a near one, each with a number, since numbers are compared faster than names.
-- Takes the name of the table, whose first columns are the two items and their score; gives: item, number.
create or replace macro near_item(pair_table, least_score) as table
select item, row_number() over (order by item) as number
from (
    select distinct unnest([a_item, b_item]) as item
    from query_table(pair_table) as pair (a_item, b_item, score)
    where score >= least_score
);
