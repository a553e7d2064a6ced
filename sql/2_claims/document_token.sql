-- One row per document and word or figure that is no grammar: how often the document has it, its title more than its
-- sentences, how many documents do, and whether it is a name.
create or replace table document_token as
with
grammar as (
    select word
    from lexicon_word_classes
    where class not in ('adjective', 'noun', 'title')
),

-- The title tells more of the event than the sentences do.
written as (
    select document_id, unnest(words_of(text)) as token, 1 as times
    from foreground_text
    union all
    select
        document_id,
        unnest(words_of(title)) as token,
        (select value from setting where setting = 'title_times') as times
    from foreground_text
),

token as (
    select
        document_id,
        stem_of(lower(token)) as word,
        regexp_matches(token, '^[a-z]') as is_lower,
        sum(times) as times
    from written
    where regexp_replace(lower(token), '''s$', '') not in (select word from grammar)
    group by all
),

-- A word that no document ever writes without its capital is a name.
spread as (
    select
        word,
        count(distinct document_id) as word_document_count,
        not bool_or(is_lower) and not regexp_matches(word, '^[0-9]') as is_name
    from token
    group by word
),

counted as (
    select document_id, word, sum(times) as times
    from token
    group by document_id, word
)

select
    counted.document_id,
    counted.word,
    counted.times,
    spread.word_document_count,
    spread.is_name
from counted
inner join spread on counted.word = spread.word;
