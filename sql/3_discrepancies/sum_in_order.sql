-- The sum of a list of numbers, from the least upwards: fractions that are added in another order differ in their last
-- digit, and rows come in another order in each build.
create or replace macro sum_in_order(numbers) as
    list_sum(list_sort(numbers::double[]));
