-- One row per claim that keeps every rule by itself, with its kind and its id. It is a view: millions of claims are
-- read faster twice than kept once more.
create or replace view fit_claim as
select
    raw_claim.* replace (
        kind_of_claim(raw_claim.kind, coalesce(raw_claim.value, raw_claim.low, raw_claim.high), raw_claim.hedge)
            as kind,
        coalesce(raw_claim.claim_id, nameless_claim.claim_id) as claim_id
    )
from raw_claim
anti join unfit_claim on raw_claim.file = unfit_claim.file and raw_claim.row_number = unfit_claim.row_number
left join nameless_claim
    on raw_claim.file = nameless_claim.file and raw_claim.row_number = nameless_claim.row_number;
