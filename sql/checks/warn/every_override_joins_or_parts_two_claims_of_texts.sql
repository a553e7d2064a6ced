-- Rows: rows of overrides.csv that change nothing, and why.
with
named as (
    select claim.claim_id, coalesce(claim_key.has_text, false) as has_text
    from staged_claim as claim
    left join claim_key on claim.claim_id = claim_key.claim_id
    where claim.claim_id in (select unnest([a_claim_id, b_claim_id]) from raw_override)
),

met as (
    select
        given.*,
        coalesce(given.decision, '') not in ('same', 'not same') as is_undecided,
        [given.a_claim_id, given.b_claim_id] as told,
        (select list(claim_id) from named) as known,
        (select list(claim_id) from named where has_text) as joinable
    from raw_override as given
)

select
    concat(
        '“',
        concat_ws(',', coalesce(a_claim_id, ''), coalesce(b_claim_id, ''), coalesce(decision, '')),
        '” of overrides.csv: ',
        case
            when is_undecided then 'write same or not same'
            when not list_has_all(coalesce(known, []), told) then 'name two claims that there are'
            else 'a claim without a text answers the question of its keys, change these'
        end
    ) as example
from met
where is_undecided or not list_has_all(coalesce(joinable, []), told);
