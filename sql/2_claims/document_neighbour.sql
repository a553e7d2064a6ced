-- One row per document with claims and document of its event, itself too.
create or replace view document_neighbour as
select a_document_id as document_id, b_document_id as other_document_id
from document_pair
union all
select b_document_id, a_document_id
from document_pair
union all
select distinct document_id, document_id as other_document_id
from staged_claim;
