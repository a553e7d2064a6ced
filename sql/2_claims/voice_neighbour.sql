-- One row per document with claims and document, itself too, in which a short name may mean a fuller one: those of its
-- event, and those like it of the same town.
create or replace table voice_neighbour as
select neighbour.document_id, neighbour.other_document_id
from document_neighbour as neighbour
left join document_scope as own on neighbour.document_id = own.document_id
left join document_scope as other on neighbour.other_document_id = other.document_id
where own.event_id is not distinct from other.event_id or own.scope = other.scope;
