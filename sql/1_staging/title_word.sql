-- One row per word that decides how a question is worded, and of which kind it is.
create or replace table title_word as
select word, kind
from lexicon_title_words;
