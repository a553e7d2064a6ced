-- One row per unit that converts: its dimension and its size in the dimension's first unit.
create or replace table unit as
select unit, dimension, factor::double as factor
from lexicon_units;
