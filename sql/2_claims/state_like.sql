-- One row per affiliation that is a state, one of its bodies or places, or a union of states.
create or replace table state_like as
select distinct actor as affiliation
from actor_name
where kind in ('state', 'body') or actor in ('European Union', 'United Nations')
union
select distinct mention.affiliation
from voice_use as mention
inner join place_name
    on lower(place_name.place) = regexp_replace(
        lower(mention.affiliation), ' (state|region|county|province|district|oblast|governorate|division|city)$', ''
    )
where mention.affiliation is not null;
