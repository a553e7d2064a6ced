-- A text that begins with a capital letter, as a sentence and a title do.
create or replace macro with_capital(words) as upper(left(words, 1)) || substr(words, 2);
