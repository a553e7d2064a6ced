-- One row per two voices that may be one and way in which a text of their event names one beside the other: "the grid
-- firm's Ana Ruiz", "Luc Morel, who heads the guild".
create or replace table voice_beside as
with
-- Minister and ministry, prosecutor and prosecution are told by how they begin.
beginning as (
    select 6 as letters
),

read as (
    select
        document.document_id,
        event.event_id,
        list_transform(
            tokens_of(coalesce(document.title || '. ', '') || document.text),
            lambda token: left(regexp_replace(token, '''s?$', ''), beginning.letters)
        ) as tokens
    from staged_document as document
    inner join document_event as event on document.document_id = event.document_id
    cross join beginning
    where event.event_id in (select event_id from voice_pair)
),

-- A person by the whole name; what is no person also by its last word alone ("the ministry").
phrase as (
    select distinct event_id, voice_key, whole as words, true as is_whole
    from (
        select event_id, voice_key, unnest(list_concat(coalesce(person_names, []), coalesce(other_names, []))) as whole
        from event_voice
    )
    union
    select event_id, voice_key, [last_word], false
    from (
        select event_id, voice_key, unnest(list_transform(other_names, lambda words: words[-1])) as last_word
        from event_voice
    )
),

begun as (
    select distinct
        event_id,
        voice_key,
        is_whole,
        list_transform(words, lambda word: left(word, beginning.letters)) as words
    from phrase
    cross join beginning
),

spot as (
    select
        read.document_id,
        begun.event_id,
        begun.voice_key,
        begun.is_whole,
        token.place as first_place,
        token.place + len(begun.words) - 1 as last_place
    from read
    cross join lateral (select unnest(read.tokens) as word, generate_subscripts(read.tokens, 1) as place) as token
    inner join begun on read.event_id = begun.event_id and token.word = begun.words[1]
    where list_slice(read.tokens, token.place, token.place + len(begun.words) - 1) = begun.words
),

-- Kept, so that spots meet only those of voices that may be one: all of one text are many more.
pair_spot as materialized (
    select pair.b_key, spot.*
    from voice_pair as pair
    inner join spot on pair.event_id = spot.event_id and pair.a_key = spot.voice_key
),

beside as (
    select
        a.event_id,
        a.voice_key as a_key,
        a.b_key,
        a.document_id,
        a.is_whole and b.is_whole as is_whole,
        least(a.first_place, b.first_place) as first_place,
        least(a.last_place, b.last_place) + 1 as gap_start,
        greatest(a.first_place, b.first_place) - 1 as gap_end,
        greatest(a.last_place, b.last_place) as last_place
    from pair_spot as a
    inner join spot as b
        on a.event_id = b.event_id and a.b_key = b.voice_key and a.document_id = b.document_id
    where gap_end - gap_start between -1 and 6
),

known as (
    select
        (
            select list(distinct left(word, beginning.letters))
            from (
                select word
                from lexicon_voice_words
                where role in ('title', 'speaker')
                union all
                select office
                from lexicon_offices
            )
            cross join beginning
        ) as offices,
        (
            select list(left(word, beginning.letters))
            from lexicon_voice_words
            cross join beginning
            where role = 'filler'
        ) as fillers,
        (
            select list_concat(
                list(left(
                    coalesce(
                        verb.past,
                        regexp_replace(regexp_replace(spoken.wording, 'e$', ''), '([^aeiou])y$', '\1i') || 'ed'
                    ),
                    beginning.letters
                )),
                -- "Police say Luc Morel shot her."
                list(left(spoken.wording, beginning.letters)),
                list(left(spoken.wording || 's', beginning.letters))
            )
            from lexicon_speech_wordings as spoken
            left join lexicon_verbs as verb on spoken.wording = verb.verb
            cross join beginning
            where spoken.kind = 'say'
        ) as sayings
),

told as (
    select
        beside.event_id,
        beside.a_key,
        beside.b_key,
        beside.is_whole,
        list_slice(read.tokens, beside.gap_start, beside.gap_end) as gap,
        list_has_any(list_slice(read.tokens, beside.first_place, beside.last_place), known.offices) as has_office,
        list_has_any(gap, known.sayings) as is_told,
        len(list_filter(
            gap,
            lambda word: word != ','
            and not list_contains(known.offices, word)
            and not list_contains(known.fillers, word)
        )) as words_between
    from beside
    inner join read on beside.document_id = read.document_id
    cross join known
)

-- "The guild and Ana Ruiz" are two, and so is who says something of somebody: "the guild said Ruiz would go".
select
    event_id,
    a_key,
    b_key,
    bool_or(is_whole) as is_whole,
    coalesce(bool_or(has_office) filter (where is_whole), false) as has_office,
    coalesce(bool_or(words_between <= 1) filter (where is_whole), false) as is_close
from told
where words_between <= 3 and not is_told and not list_has_any(gap, ['.', ';', ':', '!', '?', 'and', 'or', 'but'])
group by event_id, a_key, b_key;
