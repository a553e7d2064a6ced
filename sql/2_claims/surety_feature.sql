-- One row per feature that speaks for or against the two ends of a dispute being two answers to one question, with its
-- weight, and the doubt that it raises where it speaks against it.
create or replace table surety_feature as
select feature, weight::double as weight, doubt, note
from lexicon_surety_features;
