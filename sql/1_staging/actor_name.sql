-- One row per wording that names an actor: names, adjectives, metonyms, abbreviations.
create or replace table actor_name as
select wording, actor, kind
from lexicon_actors;
