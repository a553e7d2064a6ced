-- One row per two claims of texts that may answer one question: how alike the words near their figures are, and how few
-- of the claims that either might meet are as near in size or as alike in words.
create or replace table question_candidate as
with
-- The claims that stand for others or themselves. Numbers are compared faster than names.
meeting as (
    select
        *,
        row_number() over (order by claim_id)::integer as number,
        document_id in (select document_id from document_crowd) as is_of_crowd
    from told_claim
    where claim_id in (select standing_id from standing_claim)
),

word_near as (
    select meeting.number, dense_rank() over (order by near.word)::integer as word, near.weight
    from claim_word as near
    inner join meeting on near.claim_id = meeting.claim_id
),

-- What is read from texts meets only within an event: an article that recalls another event shares no question with its
-- articles. Only claims of one measure meet, and claims that give one telling figure; within an event also figures of
-- one noun, and, where it has not too many claims, stances and figures within a hundred times of each other. A stance
-- bears on figures of every unit. Each way to meet is a join of its own, by what the two have in common.
likely as (
    select a.number as a_number, b.number as b_number
    from meeting as a
    inner join meeting as b
        on a.event_id = b.event_id and a.asked_as = b.asked_as and a.number < b.number
    union
    select a.number as a_number, b.number as b_number
    from meeting as a
    inner join meeting as b
        on
            a.event_id = b.event_id
            and a.telling_figure = b.telling_figure
            and a.kind = b.kind
            and a.number < b.number
    union
    select a.number as a_number, b.number as b_number
    from meeting as a
    inner join meeting as b
        on a.event_id = b.event_id and a.counted_head = b.counted_head and a.number < b.number
    where not a.is_generic_head
    union
    select a.number as a_number, b.number as b_number
    from meeting as a
    inner join meeting as b on a.event_id = b.event_id and a.number < b.number
    where
        a.event_claim_count <= (select value from setting where setting = 'event_claims')
        and (
            a.kind = 'stance'
            or b.kind = 'stance'
            or a.figure <= 100 * b.figure and b.figure <= 100 * a.figure
        )
    union
    select a.number as a_number, b.number as b_number
    from meeting as a
    inner join meeting as b on a.asked_as = b.asked_as and a.number < b.number
    where not a.is_extracted and not b.is_extracted
    union
    select a.number as a_number, b.number as b_number
    from meeting as a
    inner join meeting as b
        on a.telling_figure = b.telling_figure and a.kind = b.kind and a.number < b.number
    where not a.is_extracted and not b.is_extracted
),

-- Of a crowd only some documents have been compared with each other.
met as (
    select
        a.number as a_number,
        b.number as b_number,
        a.document_id = b.document_id as is_same_document,
        a.word_length * b.word_length as word_lengths,
        case
            when a.figure > 0 and b.figure > 0 and a.dimension = b.dimension then abs(ln(a.figure / b.figure))
        end as size_distance
    from likely
    inner join meeting as a on likely.a_number = a.number
    inner join meeting as b
        on
            likely.b_number = b.number
            and (a.dimension = b.dimension or a.dimension is null or b.dimension is null)
            and (a.is_change = b.is_change or a.kind = 'stance' or b.kind = 'stance')
    left join document_neighbour as neighbour
        on a.document_id = neighbour.document_id and b.document_id = neighbour.other_document_id
    where
        neighbour.document_id is not null
        or a.event_id = b.event_id and (a.is_of_crowd or b.is_of_crowd)
),

-- Kept, so that words meet only those of the claims that meet: all that have one word in common are many more.
met_word as materialized (
    select met.a_number, met.b_number, a.word, a.weight
    from met
    inner join word_near as a on met.a_number = a.number
),

alike as (
    select a.a_number, a.b_number, sum(a.weight * b.weight) as product
    from met_word as a
    inner join word_near as b on a.b_number = b.number and a.word = b.word
    group by a.a_number, a.b_number
),

-- The cosine of the weighted words near the two, rounded lest the order of a sum decide between two that are equal.
compared as (
    select met.*, coalesce(round(alike.product / met.word_lengths, 9), 0) as likeness
    from met
    left join alike on met.a_number = alike.a_number and met.b_number = alike.b_number
),

either_way as (
    select a_number as number, b_number as other_number, is_same_document, size_distance, likeness
    from compared
    union all
    select b_number, a_number, is_same_document, size_distance, likeness
    from compared
),

-- The place of each among all that a claim might meet, in its own document and in the others.
ranked as (
    select
        number,
        other_number,
        rank() over by_size as size_place,
        rank() over by_likeness as likeness_place,
        count(*) over (partition by number, is_same_document) as rival_count
    from either_way
    window
        by_size as (partition by number, is_same_document order by size_distance nulls last),
        by_likeness as (partition by number, is_same_document order by likeness desc)
)

select
    a_claim.claim_id as a_claim_id,
    b_claim.claim_id as b_claim_id,
    compared.size_distance,
    compared.likeness,
    if(
        compared.size_distance is null,
        0,
        -ln((a.size_place / a.rival_count + b.size_place / b.rival_count) / 2)
    ) as size_rarity,
    if(
        compared.likeness = 0,
        0,
        -ln((a.likeness_place / a.rival_count + b.likeness_place / b.rival_count) / 2)
    ) as likeness_rarity,
    coalesce(compared.size_distance < 1 and a.size_place = 1 and b.size_place = 1, false) as is_nearest_size,
    compared.likeness > 0 and a.likeness_place = 1 and b.likeness_place = 1 as is_most_alike,
    greatest(a.rival_count, b.rival_count) as rival_count
from compared
inner join ranked as a on compared.a_number = a.number and compared.b_number = a.other_number
inner join ranked as b on compared.b_number = b.number and compared.a_number = b.other_number
inner join meeting as a_claim on compared.a_number = a_claim.number
inner join meeting as b_claim on compared.b_number = b_claim.number;
