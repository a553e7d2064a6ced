-- One row per searched row and word of its text, with what the word adds to the row's rank in a search (BM25, Robertson
-- and Zaragoza, "The Probabilistic Relevance Framework", 2009; k1 = 1.2, b = 0.75). Ordered by word, so that a search
-- reads a few blocks only; whole numbers, so that their sum is the same in whatever order they are added.
create or replace table search_term as
with
-- A question is found by what its claims and its finding say as well; a title counts thrice.
searched as (
    select 'claim' as kind, claim_id as row_id, 1 as weight, concat_ws(' ', quote, claimant) as text
    from claim
    where quote is not null or claimant is not null
    union all
    select 'question', question_id, 3, title
    from question
    union all
    select 'question', question_id, 1, sentence
    from finding
    union all
    select distinct 'question', question_id, 1, quote
    from claim
    where quote is not null
    union all
    select 'event', event_id, 3, title
    from event
    union all
    select 'event', event_id, 1, place
    from event
    where place is not null
    union all
    select 'event', event_id, 1, title
    from document
    where title is not null
    union all
    select 'document', document_id, 3, title
    from document
    where title is not null
    union all
    select 'document', document_id, 1, text
    from document
    union all
    select 'source', source, 1, source as text
    from source
),

worded as (
    select kind, row_id, weight, unnest(search_words(text)) as term
    from searched
),

counted as (
    select kind, row_id, term, sum(weight)::integer as frequency
    from worded
    group by kind, row_id, term
),

sized as (
    select kind, row_id, sum(frequency) as length
    from counted
    group by kind, row_id
),

averaged as (
    select kind, count(*) as row_count, avg(length) as mean_length
    from sized
    group by kind
),

spread as (
    select kind, term, count(*) as rows_with_it, row_number() over (order by kind, term) as place
    from counted
    group by kind, term
)

select
    counted.kind,
    counted.term,
    counted.row_id,
    round(
        1000 * ln(1 + (averaged.row_count - spread.rows_with_it + 0.5) / (spread.rows_with_it + 0.5))
        * 2.2 * counted.frequency
        / (counted.frequency + 1.2 * (0.25 + 0.75 * sized.length / averaged.mean_length))
    )::integer as score
from counted
inner join sized on counted.kind = sized.kind and counted.row_id = sized.row_id
inner join averaged on counted.kind = averaged.kind
inner join spread on counted.kind = spread.kind and counted.term = spread.term
order by spread.place;
