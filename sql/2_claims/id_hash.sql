-- An id as a number of 32 bits. DuckDB skips blocks of rows by the first eight characters of a text only, which ids
-- such as survey-2024-17 share; by a number it finds one of millions.
create or replace macro id_hash(id) as (md5_number(id) & 4294967295)::uinteger;
