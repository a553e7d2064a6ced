-- Rows: figures that no hedge, vague word or base bounds; they are listed, but never compared.
select claim_id, hedge, written
from staged_claim
where kind = 'quantity' and low is null and high is null;
