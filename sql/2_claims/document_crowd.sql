-- One row per document of a crowd: hundreds of documents of one week whose commonest name is the same. A story that
-- thousands tell makes such a crowd, however its reports are worded. Those of lowest hash are the sample that stands
-- for it (as in CLARA, Kaufman and Rousseeuw 1990): all documents that may be of the story are compared with these, and
-- not with each other.
create or replace table document_crowd as
with
limits as (
    select
        max(value) filter (where setting = 'crowd_documents') as crowd_size,
        max(value) filter (where setting = 'crowd_sample') as sample_size
    from setting
),

-- Of the names that a document has more than once, or in its title, the one that most documents have.
named as (
    select
        token.document_id,
        arg_max(token.word, (token.times > 1, token.word_document_count, token.word)) as name,
        any_value(date_trunc('week', left(document.published_at, 10)::date)::date) as week
    from document_token as token
    inner join staged_document as document on token.document_id = document.document_id
    where token.is_name
    group by token.document_id
),

gathered as (
    select
        document_id,
        name,
        week,
        count(*) over (partition by name, week) as document_count,
        row_number() over (partition by name, week order by id_hash(document_id), document_id) as place
    from named
)

select
    gathered.document_id,
    gathered.name,
    gathered.week,
    gathered.place <= limits.sample_size as is_sample
from gathered
cross join limits
where gathered.document_count > limits.crowd_size;
