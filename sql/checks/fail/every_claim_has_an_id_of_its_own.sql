-- Rows: ids that more than one claim has.
select claim_id, count(*) as claim_count
from staged_claim
group by claim_id
having count(*) > 1;
