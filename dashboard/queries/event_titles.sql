-- One row per event that is asked for: what it is called.
select event_id, title
from event
where list_contains($event_ids, event_id)
