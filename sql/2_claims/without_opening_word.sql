-- A name without the small word that opens its sentence: 'London' of 'In London'.
create or replace macro without_opening_word(name) as
regexp_replace(name, '^(The|In|On|At|For|From|By) ', '');
