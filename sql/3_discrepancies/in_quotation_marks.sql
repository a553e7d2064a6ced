-- Words of an article in double quotation marks, on one line; marks within them are single ones, and are left out where
-- one has lost its partner.
create or replace macro in_quotation_marks(words) as
    '“'
    || translate(
        regexp_replace(words, '\s+', ' ', 'g'),
        '"“”',
        if(length(regexp_replace(words, '[^"“”]', '', 'g')) % 2 = 0, '''‘’', '')
    )
    || '”';
