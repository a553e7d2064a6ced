-- One row per voice key that a document uses: the key of the voice that it is a spelling or a short form of.
create or replace table voice_alias as
with recursive
mention as (
    select distinct
        document_id,
        source,
        kind,
        affiliation,
        words,
        voice_key,
        first_at,
        starts_with(lower(claimant), 'the ') as is_definite
    from voice_mention
),

-- In one document "Loayza" is Beatriz Loayza and "the ministry" the disaster ministry: the last one named before.
shorter as (
    select
        short.document_id,
        short.voice_key,
        coalesce(
            arg_max(full_form.voice_key, full_form.first_at) filter (where full_form.first_at <= short.first_at),
            if(count(distinct full_form.voice_key) = 1, min(full_form.voice_key), null)
        ) as full_key
    from mention as short
    inner join mention as full_form
        on
            short.document_id = full_form.document_id
            and short.kind = full_form.kind
            and coalesce(short.affiliation, '') in ('', coalesce(full_form.affiliation, ''))
            and len(short.words) < len(full_form.words)
            and list_has_all(full_form.words, short.words)
    where short.kind = 'person' or short.kind = 'body' and short.is_definite
    group by short.document_id, short.voice_key
),

-- "Loayza" alone, where the document or those of its event know one person with that word in the name.
surname as (
    select mention.document_id, mention.voice_key, mention.words[1] as word
    from mention
    left join actor_name on mention.affiliation = actor_name.actor
    where
        len(mention.words) = 1
        and actor_name.actor is null
        and (
            mention.kind = 'person' and mention.affiliation is null
            or mention.kind = 'affiliation' and lower(strip_accents(mention.affiliation)) = mention.words[1]
        )
),

neighbour as (
    select a_document_id as document_id, b_document_id as other_document_id
    from document_pair
    union all
    select b_document_id, a_document_id
    from document_pair
    union all
    select document_id, document_id
    from surname
),

named_in_full as (
    select surname.document_id, surname.voice_key, min(full_form.voice_key) as full_key
    from surname
    inner join neighbour on surname.document_id = neighbour.document_id
    inner join mention as full_form
        on
            neighbour.other_document_id = full_form.document_id
            and full_form.kind = 'person'
            and len(full_form.words) > 1
            and list_contains(full_form.words, surname.word)
    group by surname.document_id, surname.voice_key
    having count(distinct full_form.words) = 1
),

-- Each body and person once a document for that document's words, and each document once.
folded as (
    select document_id, text, lower(strip_accents(text)) as folded_text
    from staged_document
),

body as (
    select distinct voice_key, affiliation, words
    from mention
    where kind = 'body'
),

-- "The harbour safety board, HASABO," and "the World Health Organization (WHO)": a text joins body and short name.
acronym_text as (
    select short.voice_key, short.affiliation, short.words[1] as word, folded.folded_text
    from body as short
    inner join folded on contains(folded.text, upper(short.words[1]))
    where len(short.words) = 1 and not contains(short.words[1], ' ')
),

acronym as (
    select distinct short.voice_key, body.voice_key as full_key
    from acronym_text as short
    inner join body
        on
            short.affiliation = body.affiliation
            and len(body.words) > 1
            and contains(short.folded_text, body.words[1])
            and contains(short.folded_text, body.words[-1])
    where
        regexp_matches(
            short.folded_text, array_to_string(body.words, '[a-z ]{1,6}') || ',? \(?' || short.word || '\b'
        )
),

-- "Harbour spokeswoman Ana Ruiz", "Luc Morel, head of the guild": who speaks for which body.
speaking_text as (
    select distinct
        person.voice_key, person.affiliation, array_to_string(person.words, ' ') as name, folded.folded_text
    from mention as person
    inner join folded on person.document_id = folded.document_id
    where person.kind = 'person'
),

spoken_for as (
    select distinct person.voice_key, body.voice_key as body_key
    from speaking_text as person
    inner join body
        on person.affiliation = body.affiliation and contains(person.folded_text, body.words[-1])
    cross join (
        select string_agg(word, '|') as words
        from lexicon_voice_words
        where role = 'speaker'
    ) as speaker
    where
        regexp_matches(person.folded_text, body.words[-1] || ' (' || speaker.words || ') ' || person.name)
        or regexp_matches(
            person.folded_text,
            person.name || ',? (a |an |the |who )?(' || speaker.words || ')( of| for)?( the)? '
            || array_to_string(body.words, ' ')
        )
),

person as (
    select distinct
        voice_key,
        affiliation,
        words,
        list_transform(words, lambda word: name_sound(word)) as sounds
    from mention
    where kind = 'person'
),

-- Two spellings of one name: as many words, each alike, and nobody's affiliation speaks against it.
respelled as (
    select a.voice_key, b.voice_key as other_key
    from person as a
    inner join person as b
        on
            len(a.words) = len(b.words)
            and len(a.words) > 1
            and a.voice_key != b.voice_key
            and left(a.sounds[-1], 1) = left(b.sounds[-1], 1)
            and (a.affiliation = b.affiliation or a.affiliation is null or b.affiliation is null)
    where is_name_alike(a.sounds, b.sounds)
),

-- The people of an organisation speak for it; those of a state are voices of their own.
state_like as (
    select distinct actor as affiliation
    from actor_name
    where kind in ('state', 'body') or actor in ('European Union', 'United Nations')
    union
    select distinct mention.affiliation
    from mention
    inner join place_name
        on lower(place_name.place) = regexp_replace(
            lower(mention.affiliation), ' (state|region|county|province|district|oblast|governorate|division|city)$', ''
        )
    where mention.affiliation is not null
),

employed as (
    select distinct voice_key, 'affiliation:' || lower(strip_accents(affiliation)) as organisation_key
    from person
    anti join state_like on person.affiliation = state_like.affiliation
    where affiliation is not null
),

edge as (
    select voice_key as a_key, other_key as b_key
    from respelled
    union
    select voice_key, organisation_key
    from employed
    union
    select organisation_key, voice_key
    from employed
    union
    select voice_key, full_key
    from acronym
    union
    select full_key, voice_key
    from acronym
    union
    select voice_key, body_key
    from spoken_for
    union
    select body_key, voice_key
    from spoken_for
),

node as (
    select distinct voice_key
    from mention
    union
    select organisation_key
    from employed
),

reached using key (voice_key) as (
    select voice_key, voice_key as root_key
    from node
    union
    (
        select known.voice_key, min(reached.root_key) as root_key
        from reached
        inner join edge on reached.voice_key = edge.a_key
        inner join recurring.reached as known on edge.b_key = known.voice_key
        where reached.root_key < known.root_key
        group by known.voice_key
    )
)

select distinct
    mention.document_id,
    mention.voice_key,
    reached.root_key
from mention
left join shorter on mention.document_id = shorter.document_id and mention.voice_key = shorter.voice_key
left join named_in_full as named
    on mention.document_id = named.document_id and mention.voice_key = named.voice_key
inner join reached on coalesce(shorter.full_key, named.full_key, mention.voice_key) = reached.voice_key;
