-- The words, figures and stops of a text, small and without accents, in their order.
create or replace macro tokens_of(written) as
    regexp_extract_all(lower(strip_accents(written)), '[a-z][a-z''-]+|[0-9][0-9.,]*[0-9]|[0-9]|[.,;:!?]');
