-- One row per document and document of a sample that it is compared with: those of its own crowd, and of crowds of the
-- same time whose name it bears as well, of the names that it has most at first.
create or replace table document_sample as
with
crowd as (
    select distinct name, week
    from document_crowd
),

may_belong as (
    select
        token.document_id,
        crowd.name,
        crowd.week
    from crowd
    inner join document_token as token on crowd.name = token.word
    inner join staged_document as document on token.document_id = document.document_id
    left join document_crowd as own on token.document_id = own.document_id
    where
        coalesce(abs(datediff('day', crowd.week, left(document.published_at, 10)::date) - 3) <= 10, true)
    qualify
        dense_rank() over (
            partition by token.document_id
            order by crowd.name = own.name desc nulls last, token.times desc, token.word_document_count desc, crowd.name
        ) <= (select value from setting where setting = 'document_crowds')
)

select
    may_belong.document_id,
    sampled.document_id as sample_document_id
from may_belong
inner join document_crowd as sampled
    on
        may_belong.name = sampled.name
        and may_belong.week is not distinct from sampled.week
        and may_belong.document_id != sampled.document_id
where sampled.is_sample;
