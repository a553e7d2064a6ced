-- One row per document: the town of its event, where that is one, and the scope within which a name that many bear is
-- one voice: that town, else the event. "Police" of two towns, or of two events that no town is known of, are two.
create or replace table document_scope as
with
placed as (
    select
        event.event_id,
        split_part(document.place, ' < ', 1) as town,
        count(*) as document_count
    from document_event as event
    inner join document_place as document on event.document_id = document.document_id
    group by all
),

city as (
    select distinct place
    from place_name
    where kind = 'city'
),

home as (
    select event_id, arg_min(town, (-document_count, town)) as town
    from placed
    group by event_id
)

select
    event.document_id,
    event.event_id,
    city.place as town,
    coalesce(lower(strip_accents(city.place)), event.event_id) as scope
from document_event as event
left join home on event.event_id = home.event_id
left join city on home.town = city.place;
