-- Rows: claims whose span is empty or outside the text of their document.
select claim_id, char_start, char_end
from staged_claim
inner join staged_document on staged_claim.document_id = staged_document.document_id
where char_start is not null and coalesce(written, '') = '';
