-- Words of an article in double quotation marks, on one line; marks within them are single ones.
create or replace macro in_quotation_marks(words) as
    '“' || translate(regexp_replace(words, '\s+', ' ', 'g'), '"“”', '''‘’') || '”';
