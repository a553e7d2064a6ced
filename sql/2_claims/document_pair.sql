-- One row per two documents that may tell of one event: the cosine of their weighted words. Two meet by a word that few
-- documents have; of those that meet, each document keeps the most alike (top-k pruning of nodes, as meta-blocking has
-- it: Papadakis et al. 2014), and is compared with the samples of its crowds. So the pairs grow with the documents and
-- not with their square.
create or replace table document_pair as
with
limits as (
    select
        max(value) filter (where setting = 'word_document_limit') as word_document_limit,
        max(value) filter (where setting = 'document_similarity') as similarity,
        (max(value) filter (where setting = 'document_partners'))::integer as partner_count,
        (max(value) filter (where setting = 'crowd_sample'))::integer as crowd_partner_count
    from setting
),

length_of as (
    select document_id, sqrt(sum(weight * weight)) as length
    from document_word
    group by document_id
),

rare_word as (
    select document_id, word, weight
    from document_word
    where word_document_count <= (select word_document_limit from limits)
),

meeting as (
    select
        a.document_id as a_document_id,
        b.document_id as b_document_id,
        sum(a.weight * b.weight) as product
    from rare_word as a
    inner join rare_word as b on a.word = b.word and a.document_id < b.document_id
    group by all
),

-- Rounded lest the order of a sum decide between two that are equal.
alike as (
    select
        meeting.a_document_id,
        meeting.b_document_id,
        round(meeting.product / (a.length * b.length), 9) as similarity
    from meeting
    inner join length_of as a on meeting.a_document_id = a.document_id
    inner join length_of as b on meeting.b_document_id = b.document_id
    where meeting.product / (a.length * b.length) >= (select similarity from limits)
),

partner as (
    select
        one_way.document_id,
        unnest(
            arg_max(
                one_way.other_document_id,
                (one_way.similarity, one_way.other_document_id),
                if(crowd.document_id is null, limits.partner_count, limits.crowd_partner_count)
            )
        ) as other_document_id
    from (
        select a_document_id as document_id, b_document_id as other_document_id, similarity
        from alike
        union all
        select b_document_id, a_document_id, similarity
        from alike
    ) as one_way
    left join document_crowd as crowd on one_way.document_id = crowd.document_id
    cross join limits
    group by one_way.document_id
),

compared as (
    select
        least(document_id, other_document_id) as a_document_id,
        greatest(document_id, other_document_id) as b_document_id
    from (
        select document_id, other_document_id
        from partner
        union all
        select document_id, sample_document_id
        from document_sample
    )
    group by all
),

shared as (
    select
        compared.a_document_id,
        compared.b_document_id,
        sum(a.weight * b.weight) as product
    from compared
    inner join document_word as a on compared.a_document_id = a.document_id
    inner join document_word as b on compared.b_document_id = b.document_id and a.word = b.word
    group by all
)

select
    shared.a_document_id,
    shared.b_document_id,
    round(shared.product / (a.length * b.length), 9) as similarity
from shared
inner join length_of as a on shared.a_document_id = a.document_id
inner join length_of as b on shared.b_document_id = b.document_id
cross join limits
where shared.product / (a.length * b.length) >= limits.similarity;
