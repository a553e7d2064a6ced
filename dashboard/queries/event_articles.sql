-- One row per article of an event, as they came.
select
    document_id,
    source,
    title,
    published_at,
    claim_count
from document
where event_id = $event_id
order by earliest_first(published_at), document_id
limit $most
