-- Rows: documents whose date cannot be read; they count as undated.
select document_id, published_at
from staged_document
where published_at is not null and not is_iso_date(published_at);
