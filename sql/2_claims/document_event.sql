-- One row per document: the event that it tells of. Documents of a story are of one event as long as what speaks
-- against it does not clearly outweigh on average what speaks for it: events of one kind in one place are apart,
-- however alike their words are.
create or replace table document_event as
select document.document_id, coalesce(part.part_id, document.document_id) as event_id
from staged_document as document
left join merged_parts(
    'document_score', (select value from setting where setting = 'event_threshold'), null
) as part
    on document.document_id = part.item;
