-- Rows: claims that name a document which is not loaded; their spans and quotes cannot be held against a text.
select document_id, count(*) as claim_count
from staged_claim
anti join staged_document on staged_claim.document_id = staged_document.document_id
where document_id is not null
group by document_id;
