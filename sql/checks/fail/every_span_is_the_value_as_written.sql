-- Rows: claims whose span is empty or outside the text of their document, or holds other words there than are kept.
select claim_id, char_start, char_end
from staged_claim
inner join staged_document on staged_claim.document_id = staged_document.document_id
where
    char_start is not null
    and (
        coalesce(written, '') = ''
        or written != substring(text, char_start::bigint + 1, (char_end - char_start)::bigint)
    );
