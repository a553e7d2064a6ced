-- The words and figures of a text as written, but without accents, in their order.
create or replace macro words_of(written) as
    regexp_extract_all(strip_accents(written), '[A-Za-z][A-Za-z''-]{2,}|[0-9][0-9.,]+[0-9]');
