-- One row per claim: its value as written, and where that starts in the claim's sentence (null where not found there).
with
asked as (
    select
        claim.claim_id,
        claim.quote,
        claim.char_start,
        substr(document.text, claim.char_start + 1, claim.char_end - claim.char_start) as written,
        substr(
            document.text,
            greatest(claim.char_start - length(claim.quote), 0) + 1,
            2 * length(claim.quote)
        ) as around,
        greatest(claim.char_start - length(claim.quote), 0) as around_start
    from claim
    inner join document using (document_id)
    where list_contains($claim_ids, claim.claim_id) and claim.char_start is not null
),
placed as (
    select
        claim_id,
        written,
        char_start - (around_start + strpos(around, quote) - 1) as position,
        strpos(around, quote) > 0 as is_found
    from asked
)
select
    claim_id,
    written,
    case when is_found then position end as position
from placed
