-- One row per wording of a place of the gazetteer: the places that contain it, and how many live there.
create or replace table place_name as
with
listed as (
    select * from lexicon_places
    union all
    select * from lexicon_places_added
)
select wording, place, within, kind, try_cast(population as bigint) as population
from listed;
