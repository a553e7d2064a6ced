-- One row per claim that keeps every rule by itself and came without an id: the id that is made for it, a hash of where
-- it stands (document, quote, kind, and the how-manieth such claim in that quote), else of the whole row.
create or replace table nameless_claim as
with
-- Found by one column, so that a file whose claims all have ids is not read for the others.
nameless as (
    select file, row_number
    from raw_claim
    where claim_id is null
),

fit as not materialized (
    select raw_claim.* replace (kind_of_claim(kind, coalesce(value, low, high), hedge) as kind)
    from raw_claim
    semi join nameless using (file, row_number)
    anti join unfit_claim using (file, row_number)
)

select
    file,
    row_number,
    left(
        sha256(concat_ws(chr(31), document_id, coalesce(quote, ''), kind, row_number() over in_one_quote)),
        16
    ) as claim_id
from fit
where document_id is not null
window in_one_quote as (partition by document_id, quote, kind order by char_start, file, row_number)
union all
select
    file,
    row_number,
    left(
        sha256(
            concat_ws(
                chr(31),
                source, coalesce(claimant, ''), coalesce(claimant_affiliation, ''), kind,
                coalesce(quote, ''), measure, coalesce(counted, ''), coalesce(actor, ''),
                coalesce(predicate, ''), coalesce(place, ''), coalesce(as_of, ''),
                coalesce(as_of_basis, ''), coalesce(reported_at, ''), coalesce(value::varchar, ''),
                coalesce(low::varchar, ''), coalesce(high::varchar, ''), coalesce(hedge, ''),
                coalesce(unit, ''), coalesce(trend, ''), coalesce(relative_to, ''),
                coalesce(polarity, ''), coalesce(extractor, '')
            )
        ),
        16
    ) as claim_id
from fit
where document_id is null;
