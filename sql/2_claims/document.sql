-- One row per document, the event that it tells of, and how many claims it makes.
create or replace table document as
with
counted as (
    select document_id, count(*) as claim_count
    from staged_claim
    group by document_id
)
select
    staged_document.document_id,
    document_event.event_id,
    staged_document.source,
    staged_document.title,
    staged_document.published_at,
    staged_document.url,
    staged_document.text,
    staged_document.language,
    staged_document.retrieved_at,
    coalesce(counted.claim_count, 0) as claim_count
from staged_document
inner join document_event on staged_document.document_id = document_event.document_id
left join counted on staged_document.document_id = counted.document_id
order by staged_document.document_id;
