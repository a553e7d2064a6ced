-- One row per two voices of an event that may be one and feature that they show: how much of it.
create or replace table voice_evidence as
with
filler as (
    select list(word) as words
    from lexicon_voice_words
    where role = 'filler'
),

state as (
    select list(lower(strip_accents(affiliation))) as names
    from state_like
),

field as (
    select list(word) as words
    from lexicon_voice_words
    where role = 'field'
),

held as (
    select event_id, voice_key, list(field) as fields
    from held_field
    group by event_id, voice_key
),

-- Prosecutors and their office, a ministry for an emergency and one for emergencies are told by how words begin.
beginning as (
    select 6 as letters
),

-- The words of whom each speaks for, beside its own: "the Grid Workers' League" and Ana Ruiz of that league.
worded as (
    select
        voice.*,
        list_filter(
            list_distinct(flatten(list_transform(
                -- Of one state are many.
                list_filter(
                    coalesce(voice.affiliations, []), lambda name: not list_contains(state.names, name)
                ),
                lambda name: words_of(name)
            ))),
            lambda word: not list_contains(filler.words, word)
        ) as affiliation_words,
        list_distinct(list_transform(voice.other_words, lambda word: left(word, beginning.letters))) as begun_words,
        list_filter(voice.affiliations, lambda name: list_contains(state.names, name)) as states,
        list_filter(voice.affiliations, lambda name: not list_contains(state.names, name)) as organisations,
        coalesce(held.fields, list_filter(voice.other_words, lambda word: list_contains(field.words, word))) as fields
    from event_voice as voice
    left join held on voice.event_id = held.event_id and voice.voice_key = held.voice_key
    cross join field
    cross join filler
    cross join state
    cross join beginning
),

-- The kinds of body that a voice may be: by nouns of kinds among its words, else by a name without any noun of a body.
kind_told as (
    select
        voice.event_id,
        voice.voice_key,
        coalesce(
            list(distinct told.kind) filter (where told.is_noun),
            if(bool_or(told.is_body), null, list(distinct told.kind))
        ) as kinds
    from (
        select event_id, voice_key, unnest(other_words) as word
        from event_voice
    ) as voice
    inner join body_kind as told on voice.word = told.word
    group by voice.event_id, voice.voice_key
),

compared as (
    select
        pair.*,
        a.kind as a_kind,
        b.kind as b_kind,
        list_has_any(a.document_ids, b.document_ids) as is_in_one_document,
        a.is_indefinite or b.is_indefinite as is_indefinite,
        list_has_any(a.affiliations, b.affiliations) as shares_affiliation,
        list_has_any(a.organisations, b.organisations) as shares_organisation,
        -- A firm of Peru and Peru are told of on two levels, which are no two sides.
        not list_has_any(a.affiliations, b.affiliations)
        and (
            len(a.states) > 0 and len(b.states) > 0
            or len(a.organisations) > 0 and len(b.organisations) > 0
        ) as has_other_affiliation,
        -- "The works committee at Nordhaul" has the firm's name and is another body.
        coalesce(
            ends_with(lower(a.spelling), ' at ' || regexp_replace(lower(b.spelling), '^the ', ''))
            or ends_with(lower(b.spelling), ' at ' || regexp_replace(lower(a.spelling), '^the ', '')),
            false
        ) as is_at_other,
        if(
            is_at_other,
            0,
            len(list_intersect(a.begun_words, b.begun_words))
            / nullif(least(len(a.begun_words), len(b.begun_words)), 0)
        ) as word_share,
        not is_at_other
        and (list_has_any(
            list_filter(a.affiliation_words, lambda word: not list_contains(b.affiliation_words, word)), b.other_words
        )
        or list_has_any(
            list_filter(b.affiliation_words, lambda word: not list_contains(a.affiliation_words, word)), a.other_words
        )) as is_spoken_for,
        len(a.fields) > 0 and len(b.fields) > 0 and not list_has_any(a.fields, b.fields) as has_other_office,
        beside.is_whole,
        beside.has_office,
        beside.is_close
    from voice_pair as pair
    inner join worded as a on pair.event_id = a.event_id and pair.a_key = a.voice_key
    inner join worded as b on pair.event_id = b.event_id and pair.b_key = b.voice_key
    left join voice_beside as beside
        on pair.event_id = beside.event_id and pair.a_key = beside.a_key and pair.b_key = beside.b_key
),

shown as (
    select
        event_id,
        a_key,
        b_key,
        unnest([
            {'feature': 'candidates', 'amount': 1.0},
            {'feature': 'two_bodies', 'amount': (a_kind = 'body' and b_kind = 'body')::integer},
            {'feature': 'same_affiliation', 'amount': coalesce(shares_affiliation, false)::integer},
            {'feature': 'other_affiliation', 'amount': coalesce(has_other_affiliation, false)::integer},
            {'feature': 'shared_words', 'amount': coalesce(word_share, 0)},
            {'feature': 'spoken_for', 'amount': coalesce(is_spoken_for, false)::integer},
            -- Who tells of the other's figure gives none, but for who tells it as the other's officer.
            {
                'feature': 'same_figure',
                'amount': (
                    gives_same_figure and not (coalesce(only_quotes_figure, false) and is_whole is null)
                )::integer
            },
            {'feature': 'other_figure', 'amount': (gives_other_figure and not gives_same_figure)::integer},
            {'feature': 'other_figure_in_document', 'amount': gives_other_beside_it::integer},
            {'feature': 'same_document', 'amount': is_in_one_document::integer},
            {'feature': 'indefinite', 'amount': is_indefinite::integer},
            {
                'feature': 'other_office',
                'amount': (coalesce(has_other_office, false) and (a_kind = 'person') != (b_kind = 'person'))::integer
            },
            {'feature': 'office_of', 'amount': coalesce(is_whole and has_office, false)::integer},
            {'feature': 'named_beside', 'amount': coalesce(is_whole and not has_office, false)::integer},
            {'feature': 'close_beside', 'amount': coalesce(is_close, false)::integer},
            {'feature': 'such_beside', 'amount': coalesce(not is_whole, false)::integer},
            -- A judge is no emergency service for being of one country with it and giving its two dead.
            {
                'feature': 'only_of_one_state',
                'amount': (
                    (a_kind = 'person') != (b_kind = 'person')
                    and not gives_same_large_figure
                    and coalesce(shares_affiliation, false)
                    and not coalesce(shares_organisation, false)
                    and coalesce(word_share, 0) = 0
                    and not coalesce(is_spoken_for, false)
                    and is_whole is null
                )::integer
            }
        ], recursive := true)
    from compared
)

select event_id, a_key, b_key, feature, amount::double as amount
from shown
where amount != 0
union all
-- Heard on one question or not: no body makes two persons one.
select a.event_id, a.voice_key as a_key, b.voice_key as b_key, 'two_persons', 1
from event_voice as a
inner join event_voice as b on a.event_id = b.event_id and a.voice_key < b.voice_key
where a.kind = 'person' and b.kind = 'person'
union all
select a.event_id, a.voice_key as a_key, b.voice_key as b_key, 'unlike_kinds', 1
from kind_told as a
inner join kind_told as b
    on a.event_id = b.event_id and a.voice_key < b.voice_key and not list_has_any(a.kinds, b.kinds);
