-- One row per document and word of four letters and more, or figure: how much it tells about the document's event.
create or replace table document_word as
with
token as (
    select
        document_id,
        unnest(regexp_extract_all(lower(strip_accents(text)), '[a-z][a-z''-]{3,}|[0-9][0-9.,]+[0-9]')) as word
    from staged_document
),

distinct_token as (
    select distinct document_id, word
    from token
),

size as (
    select count(*) as document_count
    from staged_document
),

spread as (
    select word, count(*) as word_document_count
    from distinct_token
    group by word
)

select
    distinct_token.document_id,
    distinct_token.word,
    ln(1 + size.document_count / spread.word_document_count) as weight
from distinct_token
inner join spread on distinct_token.word = spread.word
cross join size
where spread.word_document_count <= (select value from setting where setting = 'word_document_limit');
