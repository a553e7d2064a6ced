-- One row per name in a document that is short for an organisation of its event, or is its own name told otherwise.
create or replace table organisation_short_form as
with
-- "Salva Rios" taken for a person once, "Corvane" for "Corvane Pharma", "the Red Cross" for that of Ghana: the one
-- organisation in the documents of the event whose name begins so, has all these words or these initials.
short_use as (
    select document_id, voice_key, words
    from called_organisation
    where is_name
    union
    select document_id, voice_key, words
    from voice_use
    where kind = 'person' and affiliation is null and len(words) > 1
),

-- By a word that both have, or by the initials: a name that fits is found among many that do not.
full_form as (
    select distinct
        voice_key,
        words,
        unnest(list_concat(
            words, [initials_of(words), initials_of(list_filter(words, lambda word: length(word) > 2))]
        )) as word
    from called_organisation
    where is_name
),

fitting as (
    select distinct short.voice_key, short.words, full_form.voice_key as full_key, full_form.words as full_words
    from (select distinct voice_key, words from short_use) as short
    inner join full_form on short.words[1] = full_form.word
    where
        short.voice_key != full_form.voice_key
        and len(short.words) <= len(full_form.words)
        and (
            list_has_all(full_form.words, short.words)
            and (len(short.words) > 1 or full_form.words[1] = short.words[1])
            or len(full_form.words) > 2
            and (
                short.words = [initials_of(full_form.words)]
                or short.words = [initials_of(list_filter(full_form.words, lambda word: length(word) > 2))]
            )
            -- "Health NZ".
            or len(short.words) > 1
            and short.words[:-2] = full_form.words[:len(short.words) - 1]
            and length(short.words[-1]) > 1
            and short.words[-1] = initials_of(full_form.words[len(short.words):])
        )
        and (len(short.words) < len(full_form.words) or starts_with(short.voice_key, 'person:'))
),

short_name as (
    select short.document_id, short.voice_key, min(fitting.full_key) as full_key
    from short_use as short
    inner join fitting on short.voice_key = fitting.voice_key and short.words = fitting.words
    inner join called_organisation as called
        on fitting.full_key = called.voice_key and fitting.full_words = called.words and called.is_name
    inner join voice_neighbour as neighbour
        on short.document_id = neighbour.document_id and called.document_id = neighbour.other_document_id
    group by short.document_id, short.voice_key
    having count(distinct fitting.full_key) = 1
),

-- "The State Election Commission" that speaks for itself in one text and for its state in another, "the county fire
-- service" and the one whose chief is heard: one name in one event.
called_word as (
    select distinct voice_key, words, is_name, unnest(list_append(words, '')) as word
    from called_organisation
),

tied_use as (
    select document_id, voice_key, words, affiliation
    from voice_use
    where kind in ('body', 'person') and affiliation is not null
),

same_name as (
    select distinct
        called.voice_key,
        called.words,
        called.is_name,
        tied.voice_key as tied_key,
        tied.words as tied_words,
        tied.affiliation
    from called_word as called
    inner join (select distinct voice_key, words, affiliation from tied_use) as tied
        on called.word = coalesce(tied.words[1], '')
    where
        tied.voice_key != called.voice_key
        and list_has_all(called.words, tied.words)
        -- What tells whose body it is may be a word of its name: "the county fire service" of Fife County.
        and (
            len(called.words) = len(tied.words)
            or not called.is_name
            and list_has_all(list_concat(tied.words, words_of(lower(tied.affiliation))), called.words)
        )
),

own_name as (
    select called.document_id, called.voice_key, min(tied.voice_key) as full_key
    from called_organisation as called
    inner join same_name
        on
            called.voice_key = same_name.voice_key
            and called.words = same_name.words
            and called.is_name = same_name.is_name
    inner join tied_use as tied
        on
            same_name.tied_key = tied.voice_key
            and same_name.tied_words = tied.words
            and same_name.affiliation = tied.affiliation
    inner join voice_neighbour as neighbour
        on called.document_id = neighbour.document_id and tied.document_id = neighbour.other_document_id
    group by called.document_id, called.voice_key
    having count(distinct tied.voice_key) = 1
)

select document_id, voice_key, short_name.full_key as short_for, own_name.full_key as own_name
from short_name
full join own_name using (document_id, voice_key);
