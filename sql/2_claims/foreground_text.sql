-- One row per document: its text without the sentences that tell of something elsewhere.
create or replace table foreground_text as
with
background as (
    select document_id, list(distinct quote) as quotes
    from background_claim
    group by document_id
)

select
    document.document_id,
    document.title,
    list_reduce(
        [document.text] || coalesce(background.quotes, []), lambda text, quote: replace(text, quote, ' ')
    ) as text
from staged_document as document
left join background on document.document_id = background.document_id;
