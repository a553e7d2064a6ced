-- The mean of a list of numbers, the same in whatever order they come.
create or replace macro mean_in_order(numbers) as
    sum_in_order(numbers) / len(numbers);
