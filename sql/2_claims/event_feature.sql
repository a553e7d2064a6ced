-- One row per feature that speaks for or against two documents telling of one event, with its weight.
create or replace table event_feature as
select feature, weight::double as weight, note
from lexicon_event_features;
