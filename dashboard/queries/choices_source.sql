-- One row per publisher to choose from: those with most claims.
select source as value, claim_count || ' claims' as words
from source
order by claim_count desc, source asc
limit $most
