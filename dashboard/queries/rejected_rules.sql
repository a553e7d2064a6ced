-- One row per rule that set claims aside: how many.
select
    rule,
    count(*) as count
from rejected_claim
group by rule
order by count desc, rule asc
