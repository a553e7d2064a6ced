-- One row per word for money and currency that bears it in some country: a text that names no country leaves it open.
create or replace table local_currency as
select distinct unit as word, code as currency
from lexicon_local_currencies;
