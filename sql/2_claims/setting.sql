-- One row per setting: a number that a reader may change in data/lexicon/settings.csv, and what it decides.
create or replace table setting as
select setting, value::double as value, note
from lexicon_settings;
