-- One row per term: what a word of the method, a verdict or a scope note means, in the order in which they are told.
create or replace table definition as
select
    kind,
    term,
    meaning,
    row_number() over () as position
from lexicon_definitions;
