-- The rank among n values of the low end of the 95 % interval of their median: it lies between the ranks
-- n/2 -/+ 0.98 sqrt(n) (binomial, normal approximation).
create or replace macro median_low_rank(n) as
    greatest(floor(n / 2 - 0.98 * sqrt(n)), 1)::bigint;
