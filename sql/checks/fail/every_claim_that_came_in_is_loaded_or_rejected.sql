-- Rows: the three counts, where claims are missing or made up.
with
counted as (
    select
        (select count(*) from raw_claim) as came_in,
        (select count(*) from staged_claim) as loaded,
        (select count(*) from rejected_claim) as rejected
)
select *
from counted
where came_in <> loaded + rejected;
