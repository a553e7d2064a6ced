-- One row per document, and how many claims it makes.
create or replace table document as
with
counted as (
    select document_id, count(*) as claim_count
    from staged_claim
    group by document_id
)
select
    staged_document.document_id,
    staged_document.source,
    staged_document.title,
    staged_document.published_at,
    staged_document.url,
    staged_document.text,
    staged_document.language,
    staged_document.retrieved_at,
    coalesce(counted.claim_count, 0) as claim_count
from staged_document
left join counted on staged_document.document_id = counted.document_id
order by staged_document.document_id;
