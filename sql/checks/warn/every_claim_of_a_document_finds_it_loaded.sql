-- Rows: documents that claims name and that are not loaded; spans and quotes cannot be held against a text.
select concat('the document ', document_id, ', named by ', count(*), if(count(*) = 1, ' claim', ' claims')) as example
from staged_claim
anti join staged_document on staged_claim.document_id = staged_document.document_id
where document_id is not null
group by document_id;
