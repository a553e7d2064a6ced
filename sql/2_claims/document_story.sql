-- One row per document: the story that it is of, which may hold several events that look alike. Documents merge into
-- one story as long as they are near enough on average.
create or replace table document_story as
select document.document_id, coalesce(part.part_id, document.document_id) as story_id
from staged_document as document
left join merged_parts(
    'document_pair', (select value from setting where setting = 'event_nearness'), null
) as part
    on document.document_id = part.item;
