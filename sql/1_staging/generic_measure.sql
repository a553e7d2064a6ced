-- One row per measure that says nothing about what is counted, such as `amount`.
create or replace table generic_measure as
select measure
from lexicon_generic_measures;
