-- Rows: figures that no hedge or vague word bounds, relations without a base apart; they are never compared.
select concat('“', written, '” of the claim ', claim_id) as example
from staged_claim
where kind = 'quantity' and low is null and high is null and hedge != 'relative';
