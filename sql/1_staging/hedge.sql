-- One row per hedge: how the words around a figure bound it, as factors of the figure.
create or replace table hedge as
select
    hedge,
    low_factor::double as low_factor,
    high_factor::double as high_factor,
    coalesce(low_open::boolean, false) as low_open,
    coalesce(high_open::boolean, false) as high_open,
    meaning
from lexicon_hedges;
