-- One row per feature that speaks for or against two voices of an event being one, with its weight.
create or replace table voice_feature as
select feature, weight::double as weight, note
from lexicon_voice_features;
