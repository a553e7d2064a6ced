-- One row per claim whose id an earlier row has.
create or replace table repeated_claim as
with
-- Ids that may be shared: numbers are counted in half the time that texts take, and two ids of one number do no harm.
shared_ids as (
    select hash(claim_id) as id_number
    from fit_claim
    group by id_number
    having count(*) > 1
)
select file, row_number, claim_id
from fit_claim
where hash(claim_id) in (select shared_ids.id_number from shared_ids)
qualify row_number() over (partition by claim_id order by is_extracted desc, file, row_number) > 1;
