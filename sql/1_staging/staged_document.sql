-- One row per document: the first that bears its id.
create or replace table staged_document as
select
    document_id,
    source,
    title,
    published_at,
    url,
    text,
    coalesce(language, 'en') as language,
    retrieved_at
from raw_document
qualify row_number() over (partition by document_id order by row_number) = 1;
