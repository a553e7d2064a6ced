-- One row per document that was set aside: where it stood, the rule that it broke, and what to do about it.
create or replace table rejected_document as
with
repeated as (
    select document_id, source, title, row_number
    from raw_document
    qualify row_number() over (partition by document_id order by row_number) > 1
)
select place, rule, message, raw
from raw_rejected_document
union all
select
    'document ' || row_number,
    'document_id_is_unique',
    format('An earlier document has the id {}, and this one was left out; give it an id of its own.', document_id),
    json_object('document_id', document_id, 'source', source, 'title', title)::varchar
from repeated;
