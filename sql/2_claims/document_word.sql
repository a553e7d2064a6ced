-- One row per document and word or figure that tells about its event: how much, by how often the document has it, how
-- few documents do, and whether it is a name.
create or replace table document_word as
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

size as (
    select count(*) as document_count
    from staged_document
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
    spread.is_name,
    ln(1 + size.document_count / spread.word_document_count)
    * (1 + ln(counted.times))
    * if(spread.is_name, (select value from setting where setting = 'name_weight'), 1) as weight
from counted
inner join spread on counted.word = spread.word
cross join size
where
    spread.word_document_count <= (select value from setting where setting = 'word_document_limit')
    and (length(counted.word) > 3 or spread.is_name);
