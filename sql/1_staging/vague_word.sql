-- One row per vague word: the interval that it stands for.
create or replace table vague_word as
select wording, low::double as low, high::double as high
from lexicon_vague_words;
