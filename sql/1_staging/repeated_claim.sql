-- One row per claim whose id an earlier row has.
create or replace table repeated_claim as
with
shared_ids as (
    select claim_id
    from fit_claim
    group by claim_id
    having count(*) > 1
)
select file, row_number, claim_id
from fit_claim
semi join shared_ids using (claim_id)
qualify row_number() over (partition by claim_id order by is_extracted desc, file, row_number) > 1;
