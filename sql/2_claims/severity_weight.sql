-- One row per part of a finding's severity, with its weight.
create or replace table severity_weight as
select part, weight::double as weight, note
from lexicon_severity_weights;
