-- One row per finding of an event, those that are unsure last.
select *
from finding
where event_id = $event_id
order by is_unsure, rank
limit $most
