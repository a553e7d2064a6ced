-- One row per two documents that may tell of one event: the cosine of their weighted words.
create or replace table document_pair as
with
length_of as (
    select document_id, sqrt(sum(weight * weight)) as length
    from document_word
    group by document_id
),

shared as (
    select
        a.document_id as a_document_id,
        b.document_id as b_document_id,
        sum(a.weight * b.weight) as product
    from document_word as a
    inner join document_word as b on a.word = b.word and a.document_id < b.document_id
    group by all
)

select
    shared.a_document_id,
    shared.b_document_id,
    -- Rounded lest the order of a sum decide between two that are equal.
    round(shared.product / (a.length * b.length), 9) as similarity
from shared
inner join length_of as a on shared.a_document_id = a.document_id
inner join length_of as b on shared.b_document_id = b.document_id
where
    shared.product / (a.length * b.length) >= (select value from setting where setting = 'document_similarity');
