-- One row per event with headlines: the one that has most of the words in which its articles tell of it. One with a
-- figure takes a side in what may be in dispute, and one in quotation marks is somebody's words: others come first.
create or replace table event_headline as
with
figure_word as (
    select list(word) as words
    from lexicon_number_words
    where kind in ('unit', 'ten', 'scale', 'dozen', 'fraction')
),

headline as (
    select
        event.event_id,
        document.document_id,
        document.published_at,
        document.title,
        regexp_matches(document.title, '(^|[^[:alnum:]-])[0-9]')
        or list_has_any(tokens_of(replace(document.title, '-', ' ')), figure_word.words) as has_figure,
        regexp_matches(document.title, '["“”‘]|(^|\s)''') as has_quotation,
        list_distinct(list_transform(words_of(document.title), lambda word: stem_of(lower(word)))) as words
    from staged_document as document
    inner join document_event as event on document.document_id = event.document_id
    cross join figure_word
    where trim(document.title) != ''
),

-- How many articles of the event have a word that one of its headlines may have.
shared as (
    select event.event_id, word.word, count(*) as document_count
    from document_word as word
    inner join document_event as event on word.document_id = event.document_id
    group by event.event_id, word.word
),

weighed as (
    select headline.event_id, headline.document_id, sum(shared.document_count) as weight
    from (select event_id, document_id, unnest(words) as word from headline) as headline
    inner join shared on headline.event_id = shared.event_id and headline.word = shared.word
    group by headline.event_id, headline.document_id
)

-- A long headline has many words that the others share, and some that they do not.
select
    headline.event_id,
    headline.title,
    headline.has_figure,
    headline.has_quotation
from headline
left join weighed on headline.event_id = weighed.event_id and headline.document_id = weighed.document_id
qualify
    row_number() over (
        partition by headline.event_id
        order by
            headline.has_figure,
            headline.has_quotation,
            coalesce(weighed.weight, 0) / sqrt(greatest(len(headline.words), 1)) desc,
            headline.published_at nulls last,
            headline.document_id
    ) = 1;
