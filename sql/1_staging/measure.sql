-- One row per known measure: how it behaves over time, and how far figures may part before they count as apart.
create or replace table measure as
select measure, title, over_time, coalesce(tolerance::double, 0) as tolerance
from lexicon_measures
order by measure;
