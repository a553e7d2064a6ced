-- One row per document: the event that it tells of. Documents are of one event as long as two of them are on average
-- likely enough to be: one that recalls another event is alike to some of its articles, and not to its own event's.
create or replace table document_event as
select document.document_id, coalesce(part.part_id, document.document_id) as event_id
from staged_document as document
left join merged_parts(
    'document_score', (select value from setting where setting = 'event_threshold'), null
) as part
    on document.document_id = part.item;
