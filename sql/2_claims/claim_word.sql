-- One row per claim and word near its figure: how much the word tells of what the claim is of, by how near it stands
-- to the figure and how few claims of the event have it near. Words for one thing are one: killed, dead, deaths.
create or replace table claim_word as
with
grammar as (
    select word
    from lexicon_word_classes
    where class not in ('adjective', 'noun', 'title')
),

-- A word that names a measure or what happened stands for the predicate where it has one, else for the measure.
named_thing as (
    select predicate as word, "group" as thing, 0 as rank
    from lexicon_predicates
    union all
    select predicate_wording.wording, coalesce(predicate_group."group", predicate_wording.predicate), 1
    from lexicon_predicate_wordings as predicate_wording
    left join lexicon_predicates as predicate_group on predicate_wording.predicate = predicate_group.predicate
    union all
    select
        measure_wording.wording,
        coalesce(predicate_group."group", nullif(measure.predicate, ''), measure_wording.measure),
        2
    from lexicon_measure_wordings as measure_wording
    left join lexicon_measures as measure on measure_wording.measure = measure.measure
    left join lexicon_predicates as predicate_group on measure.predicate = predicate_group.predicate
),

thing as (
    select word, arg_min(thing, (rank, thing)) as thing
    from named_thing
    group by word
),

-- States are the scene of an event: that both name Russia does not tell that two statements are of one matter.
scene as (
    select distinct lower(strip_accents(wording)) as word
    from actor_name
    where kind in ('state', 'demonym', 'metonym') and not contains(wording, ' ')
),

told as (
    select
        claim_key.claim_id,
        claim.kind = 'stance' as is_stance,
        document_event.event_id,
        right(substr(document.text, 1, claim.char_start), 240) as before,
        substr(document.text, claim.char_start + 1, claim.char_end - claim.char_start) as inside,
        substr(document.text, claim.char_end + 1, 160) as after
    from claim_key
    inner join staged_claim as claim on claim_key.claim_id = claim.claim_id
    inner join staged_document as document on claim_key.document_id = document.document_id
    inner join document_event on claim_key.document_id = document_event.document_id
    where claim_key.has_text
),

-- Words, figures and stops outwards from the figure; the words of a stance are its own.
side as (
    select claim_id, event_id, is_stance, 'before' as side, list_reverse(tokens_of(before)) as tokens
    from told
    union all
    select claim_id, event_id, is_stance, 'after', tokens_of(after)
    from told
    union all
    select claim_id, event_id, is_stance, 'inside', tokens_of(inside)
    from told
),

split as (
    select claim_id, event_id, is_stance, side, unnest(tokens) as token, generate_subscripts(tokens, 1) as position
    from side
),

-- The end of a sentence is a long step, another figure a short one.
stepped as (
    select
        claim_id,
        event_id,
        is_stance,
        token,
        case
            when side = 'inside' then 0
            else sum(case when token in ('.', '!', '?') then 8 when token in (',', ';', ':') then 2 else 1 end) over (
                partition by claim_id, side order by position
            )
        end as distance
    from split
),

word as (
    select
        stepped.claim_id,
        stepped.event_id,
        coalesce(
            thing.thing,
            left(regexp_replace(regexp_replace(stepped.token, '''s$', ''), '(ing|ies|ied|ed|es|s|e|y)$', ''), 7)
        ) as word,
        max(1 / (1 + stepped.distance / 4)) as nearness
    from stepped
    left join thing on stepped.token = thing.word
    where
        length(stepped.token) > 2
        and stepped.token not in (select word from grammar)
        and not (stepped.is_stance and regexp_replace(stepped.token, '''s?$', '') in (select word from scene))
    group by all
),

spread as (
    select event_id, word, count(*) as claim_count
    from word
    group by event_id, word
),

size as (
    select event_id, count(*) as claim_count
    from told
    group by event_id
)

select
    word.claim_id,
    word.word,
    word.nearness * ln(1 + size.claim_count / spread.claim_count) as weight
from word
inner join spread on word.event_id = spread.event_id and word.word = spread.word
inner join size on word.event_id = size.event_id;
