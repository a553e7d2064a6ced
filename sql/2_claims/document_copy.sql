-- One row per document that is a copy of an earlier one of its event, and that earlier one: what they tell in their own
-- words is in good part the same words, however much was cut or added. The earlier one is a row as well, with itself,
-- so that all copies of one text share it. Only sentences with claims are compared, for newsletters and telephone
-- numbers make no copy, and no quoted speech, which any reporter in the room writes down alike. Each run of words is
-- held against the first document alone that has it: a hundred reprints are a hundred pairs and not five thousand.
create or replace table document_copy as
with
limits as (
    select
        max(value) filter (where setting = 'copied_share') as copied_share,
        max(value) filter (where setting = 'copied_runs') as copied_runs,
        (max(value) filter (where setting = 'run_words'))::integer as run_words
    from setting
),

sentence as (
    select distinct
        claim.document_id,
        claim.source,
        event.event_id,
        document.published_at,
        claim.quote
    from staged_claim as claim
    inner join staged_document as document on claim.document_id = document.document_id
    inner join document_event as event on claim.document_id = event.document_id
    where claim.quote is not null
),

-- Whatever the house style: figures are one sign.
worded as (
    select
        sentence.*,
        list_filter(
            string_split_regex(
                regexp_replace(
                    regexp_replace(lower(strip_accents(quote)), '["“«][^"”»]*(["”»]|$)', ' ', 'g'),
                    '[0-9][0-9.,]*',
                    ' # ',
                    'g'
                ),
                '[^a-z#]+'
            ),
            lambda word: word != ''
        ) as words
    from sentence
),

run as (
    select distinct
        document_id,
        source,
        event_id,
        published_at,
        unnest(list_transform(
            range(1, greatest(len(words) - run_words, -1) + 2),
            lambda first: hash(array_to_string(list_slice(words, first, first + run_words - 1), ' '))
        )) as run
    from worded
    cross join limits
),

traced as (
    select
        document_id,
        source,
        first_value(document_id) over same_run as first_document_id,
        first_value(source) over same_run as first_source
    from run
    window same_run as (partition by event_id, run order by earliest_first(published_at), document_id)
),

length_of as (
    select document_id, count(*) as run_count
    from run
    group by document_id
),

copied as (
    select traced.document_id, traced.first_document_id
    from traced
    inner join length_of on traced.document_id = length_of.document_id
    inner join length_of as first_length on traced.first_document_id = first_length.document_id
    cross join limits
    where traced.source != traced.first_source
    group by traced.document_id, traced.first_document_id
    having
        count(*) >= any_value(limits.copied_runs)
        and count(*) >= any_value(limits.copied_share)
        * least(any_value(length_of.run_count), any_value(first_length.run_count))
)

select document_id, first_document_id
from copied
union
select first_document_id as document_id, first_document_id
from copied;
