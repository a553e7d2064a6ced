-- One row per document: the event that it tells of. Documents merge into one event as long as they are near enough on
-- average.
create or replace table document_event as
select document.document_id, coalesce(part.part_id, document.document_id) as event_id
from staged_document as document
left join merged_parts(
    'document_pair', (select value from setting where setting = 'event_nearness'), null
) as part
    on document.document_id = part.item;
