-- One row per two documents that may tell one story: the cosine of their weighted words, and their nearness, which
-- is that cosine, less where days lie between them, less what each of the two has in common with documents at large.
create or replace table document_pair as
with
limits as (
    select
        max(value) filter (where setting = 'document_similarity') as document_similarity,
        max(value) filter (where setting = 'event_days') as event_days,
        max(value) filter (where setting = 'event_elsewhere') as event_elsewhere,
        max(value) filter (where setting = 'event_neighbours') as event_neighbours,
        max(value) filter (where setting = 'event_neighbour_share') as event_neighbour_share
    from setting
),

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
),

measured as (
    select
        shared.a_document_id,
        shared.b_document_id,
        shared.product / (a.length * b.length) as similarity
    from shared
    inner join length_of as a on shared.a_document_id = a.document_id
    inner join length_of as b on shared.b_document_id = b.document_id
),

told as (
    select
        document.document_id,
        concat_ws(' ', foreground_text.title, foreground_text.text) as text,
        document_place.place,
        case when length(document.published_at) >= 10 then left(document.published_at, 10)::date end as day
    from staged_document as document
    inner join foreground_text on document.document_id = foreground_text.document_id
    left join document_place on document.document_id = document_place.document_id
),

dated as (
    select
        measured.*,
        measured.similarity
        / (1 + coalesce(greatest(abs(datediff('day', a.day, b.day)) - 3, 0), 0) / limits.event_days)
        -- Two places apart, neither of which the other document names but where it recalls something elsewhere.
        * if(
            a.place != b.place
            and not is_nested(a.place, b.place)
            and not contains(a.text, split_part(b.place, ' < ', 1))
            and not contains(b.text, split_part(a.place, ' < ', 1)),
            limits.event_elsewhere,
            1
        ) as timely_similarity
    from measured
    inner join told as a on measured.a_document_id = a.document_id
    inner join told as b on measured.b_document_id = b.document_id
    cross join limits
    where measured.similarity >= limits.document_similarity
),

-- What a document has in common with documents of other events of its kind: what it has with its tenth neighbour, or,
-- where there are many documents, with one further off.
neighbour as (
    select a_document_id as document_id, timely_similarity
    from dated
    union all
    select b_document_id, timely_similarity
    from dated
),

ranked as (
    select
        document_id,
        timely_similarity,
        row_number() over (partition by document_id order by timely_similarity desc) as place
    from neighbour
),

background as (
    select ranked.document_id, ranked.timely_similarity as similarity
    from ranked
    cross join limits
    cross join (select count(*) as document_count from staged_document) as size
    where ranked.place = floor(limits.event_neighbours + limits.event_neighbour_share * size.document_count)
)

select
    dated.a_document_id,
    dated.b_document_id,
    dated.timely_similarity - (coalesce(a.similarity, 0) + coalesce(b.similarity, 0)) / 2 as nearness,
    -- Documents are joined by the mean of their pairs as it is.
    null::double as least_mean
from dated
left join background as a on dated.a_document_id = a.document_id
left join background as b on dated.b_document_id = b.document_id;
