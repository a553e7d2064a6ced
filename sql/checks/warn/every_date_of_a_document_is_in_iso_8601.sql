-- Rows: documents whose date cannot be read; they count as undated.
select concat('“', published_at, '” of the document ', document_id) as example
from staged_document
where published_at is not null and not is_iso_date(published_at);
