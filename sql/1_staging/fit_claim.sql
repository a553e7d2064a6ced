-- One row per claim that keeps every rule by itself, with its id: the given one, else a hash of where it stands
-- (document, quote, kind, and the how-manieth such claim in that quote), else of the whole row. It is a view: millions
-- of claims are read faster twice than kept once more.
create or replace view fit_claim as
with
fit as not materialized (
    select
        raw_claim.* replace (
            coalesce(
                kind,
                if(coalesce(value, low, high) is null and hedge is null, 'stance', 'quantity')
            ) as kind
        )
    from raw_claim
    anti join unfit_claim using (file, row_number)
),

named as not materialized (
    select *
    from fit
    where claim_id is not null
),

in_documents as not materialized (
    select
        * replace (
            left(
                sha256(concat_ws(chr(31), document_id, coalesce(quote, ''), kind, row_number() over in_one_quote)),
                16
            ) as claim_id
        )
    from fit
    where claim_id is null and document_id is not null
    window in_one_quote as (partition by document_id, quote, kind order by char_start, file, row_number)
),

elsewhere as not materialized (
    select
        * replace (
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
        )
    from fit
    where claim_id is null and document_id is null
)

select * from named
union all
select * from in_documents
union all
select * from elsewhere;
