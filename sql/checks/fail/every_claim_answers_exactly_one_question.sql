-- Rows: claims that stand in no question, in several, or that were lost on the way to one.
with
is_even as (
    select (select count(*) from staged_claim) = (select count(*) from claim) as answer
),

lost as (
    select claim_id
    from staged_claim
    anti join claim on staged_claim.claim_id = claim.claim_id
),

doubled as (
    select claim_id
    from claim
    where not (select answer from is_even)
    group by claim_id
    having count(*) > 1
)

select claim_id from lost
union all
select claim_id from doubled;
