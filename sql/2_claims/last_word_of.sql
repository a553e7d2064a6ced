-- The last word of what is counted, as it is written, before a comma: 'soldiers' of 'Korean soldiers, 40 of them'.
create or replace macro last_word_of(counted) as
    regexp_extract(lower(counted), '([^ ,]+)(?:,.*)?$', 1);
