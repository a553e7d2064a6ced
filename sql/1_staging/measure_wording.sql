-- One row per wording of a measure, with the class of things that the wording counts.
create or replace table measure_wording as
select wording, measure, class
from lexicon_measure_wordings;
