-- Rows: claims whose interval is upside down.
select claim_id, low, high
from staged_claim
where low > high;
