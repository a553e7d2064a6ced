-- One row per name of a thing that questions ask for: its noun, what became of it or what it did, and whether it is
-- many of a kind.
create or replace table thing_form as
with
thing as (
    select distinct thing
    from question_thing
),

-- What can become of things: destroyed buildings were destroyed, armoured vehicles are but of a kind.
thing_word as (
    select word, kind
    from title_word
    union
    select predicate, 'participle'
    from lexicon_predicate_wordings
),

worded as (
    select
        thing.thing,
        coalesce(
            max(word.word) filter (where word.kind = 'participle' and ends_with(thing.thing, ' ' || word.word)),
            nullif(regexp_extract(thing.thing, ' ([a-z]+ed)$', 1), '')
        ) as last_participle,
        max(word.word) filter (
            where word.kind = 'participle' and starts_with(thing.thing, word.word || ' ')
        ) as first_participle,
        bool_or(word.kind = 'money' and contains(thing.thing, word.word)) as is_sum
    from thing
    left join thing_word as word on true
    group by thing.thing
),

-- "Homes destroyed" and "missing people" are homes that were destroyed and people who were missing, "people in
-- shelters" are people who were in shelters; "people who returned" did so themselves.
divided as (
    select
        thing,
        is_sum,
        regexp_matches(thing, '^[a-z]+ who .') as is_deed,
        case
            when is_deed then [regexp_extract(thing, '^[a-z]+'), regexp_extract(thing, '^[a-z]+ who (.*)$', 1)]
            when regexp_matches(thing, '^[a-z]+ (in|on|without) .')
                then [regexp_extract(thing, '^[a-z]+'), regexp_extract(thing, '^[a-z]+ (.*)$', 1)]
            when last_participle is not null
                then [left(thing, length(thing) - length(last_participle) - 1), last_participle]
            when first_participle is not null
                then [substr(thing, length(first_participle) + 2), first_participle]
            else [thing, null]
        end as noun_and_fate
    from worded
)

select
    thing,
    noun_and_fate[1] as noun,
    noun_and_fate[2] as fate,
    is_sum,
    is_deed,
    -- Troops, people, aircraft, but no margin of votes.
    string_split(noun, ' of ')[1] as counted_noun,
    -- There is much of it: aid, cargo, rice.
    exists (
        select title_word.word
        from title_word
        where title_word.kind = 'mass' and ends_with(' ' || noun, ' ' || title_word.word)
    ) as is_mass,
    exists (
        select title_word.word
        from title_word
        where title_word.kind = 'change' and ends_with(' ' || noun, ' ' || title_word.word)
    ) as is_change,
    -- A number of them says nothing to check without what became of them: people, homes; nor does a size without what
    -- it is of: a distance.
    exists (
        select title_word.word
        from title_word
        where title_word.kind = 'bare' and title_word.word = thing
    ) as is_bare,
    exists (
        select title_word.word
        from title_word
        where title_word.kind = 'bare_size' and title_word.word = thing
    ) as needs_owner,
    regexp_matches(counted_noun, '(^|[ a-z])[a-z]*[^sui]s$') or exists (
        select title_word.word
        from title_word
        where title_word.kind = 'plural' and ends_with(counted_noun, title_word.word)
    ) as is_plural
from divided;
