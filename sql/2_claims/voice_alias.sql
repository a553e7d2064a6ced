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
        claim_count,
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
    select distinct document_id, document_id
    from mention
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

-- An organisation by its own name, and by a definite description: "Manhyia hospital", "the hospital".
organisation as (
    select
        mention.document_id,
        mention.voice_key,
        mention.words,
        regexp_matches(mention.affiliation, '^[Tt]he [a-z]') as is_described
    from mention
    left join actor_name on mention.affiliation = actor_name.actor and actor_name.kind in ('state', 'body')
    where mention.kind = 'affiliation' and actor_name.actor is null
    union
    select document_id, voice_key, words, is_definite and len(words) = 1 as is_described
    from mention
    where kind = 'body'
),

-- "The hospital" and "the ministry" are the only ones of that kind that the documents of an event name.
described_alone as (
    select organisation.document_id, organisation.voice_key, min(full_form.voice_key) as full_key
    from organisation
    inner join neighbour on organisation.document_id = neighbour.document_id
    inner join organisation as full_form
        on
            neighbour.other_document_id = full_form.document_id
            and len(organisation.words) < len(full_form.words)
            and list_has_all(full_form.words, organisation.words)
    where organisation.is_described and len(organisation.words) > 0 and not full_form.is_described
    group by organisation.document_id, organisation.voice_key
    having count(distinct full_form.voice_key) = 1
),

person as (
    select voice_key, affiliation, words, any_value(sounds) as sounds, sum(claim_count) as claim_count
    from (
        select *, list_transform(words, lambda word: name_sound(word)) as sounds
        from mention
        where kind = 'person'
    )
    group by voice_key, affiliation, words
),

-- One full name in the documents of one event is one person, whomever these have the person speak for.
namesake as (
    select distinct a.voice_key, b.voice_key as other_key
    from mention as a
    inner join neighbour on a.document_id = neighbour.document_id
    inner join mention as b
        on neighbour.other_document_id = b.document_id and a.words = b.words and a.voice_key != b.voice_key
    where a.kind = 'person' and b.kind = 'person' and len(a.words) > 1
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
    select person.voice_key, 'affiliation:' || lower(strip_accents(person.affiliation)) as organisation_key
    from person
    anti join state_like on person.affiliation = state_like.affiliation
    where person.affiliation is not null
),

-- Of two organisations that texts have one person speak for, the one named oftener; a tie joins neither.
employed_once as (
    select employed.voice_key, employed.organisation_key
    from employed
    inner join person on employed.voice_key = person.voice_key
    where not exists (
        select 1
        from namesake
        inner join employed as other on namesake.other_key = other.voice_key
        inner join person as rival on namesake.other_key = rival.voice_key
        where namesake.voice_key = employed.voice_key and rival.claim_count >= person.claim_count
    )
),

-- Organisations by a name of their own, also where only their people are heard.
called as (
    select document_id, voice_key, words
    from organisation
    where not is_described and starts_with(voice_key, 'affiliation:')
    union
    select
        mention.document_id,
        employed_once.organisation_key,
        list_filter(
            string_split_regex(substr(employed_once.organisation_key, 13), '[^a-z0-9.-]+'),
            lambda word: word != '' and not list_contains(filler.words, word)
        )
    from mention
    inner join employed_once on mention.voice_key = employed_once.voice_key
    cross join (
        select list(word) as words
        from lexicon_voice_words
        where role = 'filler'
    ) as filler
    where regexp_matches(mention.affiliation, '^[A-Z]')
),

-- "Salva Rios" taken for a person once, "Corvane" for "Corvane Pharma", "the Red Cross" for that of Ghana: the one
-- organisation in the documents of the event whose name begins so or has all these words.
short_name as (
    select short.document_id, short.voice_key, min(full_form.voice_key) as full_key
    from (
        select document_id, voice_key, words
        from called
        union
        select document_id, voice_key, words
        from mention
        where kind = 'person' and affiliation is null and len(words) > 1
    ) as short
    inner join neighbour on short.document_id = neighbour.document_id
    inner join called as full_form
        on
            neighbour.other_document_id = full_form.document_id
            and list_has_all(full_form.words, short.words)
            and short.voice_key != full_form.voice_key
            and len(short.words) <= len(full_form.words)
    where
        len(short.words) > 0
        and (full_form.words[1] = short.words[1] and len(short.words) = 1
        or len(short.words) > 1)
        and (len(short.words) < len(full_form.words) or starts_with(short.voice_key, 'person:'))
    group by short.document_id, short.voice_key
    having count(distinct full_form.voice_key) = 1
),

-- "The State Election Commission" that speaks for itself in one text and for its state in another: one name in one event.
own_name as (
    select called.document_id, called.voice_key, min(tied.voice_key) as full_key
    from called
    inner join neighbour on called.document_id = neighbour.document_id
    inner join mention as tied
        on
            neighbour.other_document_id = tied.document_id
            and list_sort(called.words) = list_sort(tied.words)
            and tied.voice_key != called.voice_key
    where tied.kind in ('body', 'person') and tied.affiliation is not null
    group by called.document_id, called.voice_key
    having count(distinct tied.voice_key) = 1
),

-- Whom the people of an organisation speak for: what its name stands for in their document, else that name.
employer as (
    select distinct
        mention.voice_key,
        coalesce(short_name.full_key, own_name.full_key, employed_once.organisation_key) as organisation_key
    from mention
    inner join employed_once on mention.voice_key = employed_once.voice_key
    left join short_name
        on
            mention.document_id = short_name.document_id
            and employed_once.organisation_key = short_name.voice_key
    left join own_name
        on mention.document_id = own_name.document_id and employed_once.organisation_key = own_name.voice_key
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
        person.voice_key,
        person.document_id,
        person.affiliation,
        array_to_string(person.words, ' ') as name,
        folded.folded_text
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

-- "Health Minister Ana Ruiz", "Ana Ruiz, the minister for health": who heads which body, and no deputy.
office_text as (
    select
        speaking_text.voice_key,
        speaking_text.document_id,
        speaking_text.affiliation,
        speaking_text.name,
        regexp_replace(
            speaking_text.folded_text,
            '\b(deputy|vice|former|ex|shadow|junior|assistant)[ -]([a-z]+ )?' || office.office,
            '',
            'g'
        ) as folded_text,
        office.office,
        office.body as body_word
    from speaking_text
    inner join lexicon_offices as office on contains(speaking_text.folded_text, office.office)
),

headed as (
    select distinct office_text.voice_key, body.voice_key as body_key
    from office_text
    inner join body
        on
            office_text.affiliation = body.affiliation
            and len(body.words) > 1
            and list_contains(body.words, office_text.body_word)
    cross join lateral (
        select array_to_string(list_filter(body.words, lambda word: word != office_text.body_word), ' ') as field
    )
    where
        regexp_matches(
            office_text.folded_text,
            '\b' || field || ' ' || office_text.office || ',? ' || office_text.name
            || '|\b' || office_text.name || ',? (the |its |who is |as )?([a-z]+ )?' || field || ' ' || office_text.office
            || '|\b' || office_text.name || ',? (the |its |who is |as )?' || office_text.office || ' (of|for) ' || field
        )
),

-- "The ministry" alone is that of the one minister whom the documents of its event name.
headed_alone as (
    select mention.document_id, mention.voice_key, min(office_text.voice_key) as full_key
    from mention
    inner join neighbour on mention.document_id = neighbour.document_id
    inner join office_text
        on
            neighbour.other_document_id = office_text.document_id
            and mention.affiliation = office_text.affiliation
            and mention.words = [office_text.body_word]
    where
        mention.kind = 'body'
        and regexp_matches(
            office_text.folded_text,
            '\b' || office_text.office || ',? ' || office_text.name
            || '|\b' || office_text.name || ',? (the |its |who is |as )?([a-z]+ ){0,2}' || office_text.office || '\b'
        )
    group by mention.document_id, mention.voice_key
    having count(distinct office_text.name) = 1
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

-- "The police" of the Ghana Police Service, "the agency" of the weather agency: common words for an organisation itself.
common_body as (
    select distinct body.voice_key, 'affiliation:' || lower(strip_accents(body.affiliation)) as organisation_key
    from body
    anti join state_like on body.affiliation = state_like.affiliation
    where list_has_all((select list(word) from lexicon_voice_words where role in ('body', 'self')), body.words)
),

-- What publishes and is quoted elsewhere: a charity's own report, and its people in a newspaper.
publishing as (
    select publisher.organisation_key, publisher.voice_key
    from (
        select distinct
            voice_key,
            'affiliation:' || regexp_replace(substr(voice_key, 8), ' *\(.*\)$', '') as organisation_key
        from mention
        where kind = 'publisher'
    ) as publisher
    semi join (
        select voice_key as organisation_key
        from mention
        union all
        select organisation_key
        from employed_once
    ) as quoted on publisher.organisation_key = quoted.organisation_key
),

-- The only "coast guard" of an event, of no state that its texts name.
alike as (
    select distinct a.voice_key, b.voice_key as other_key
    from mention as a
    inner join neighbour on a.document_id = neighbour.document_id
    inner join mention as b
        on neighbour.other_document_id = b.document_id and a.words = b.words and a.voice_key < b.voice_key
    where
        a.kind = 'unnamed'
        and b.kind = 'unnamed'
        and a.is_definite
        and b.is_definite
        and not regexp_matches(a.words[-1], '[^s]s$')
),

-- Who speaks for a person, as a lawyer does, is one voice with that person.
spoken_for_person as (
    select employed_once.organisation_key, person.voice_key
    from employed_once
    inner join person
        on employed_once.organisation_key = 'affiliation:' || array_to_string(person.words, ' ') and len(person.words) > 1
),

link as (
    select voice_key as a_key, other_key as b_key
    from respelled
    union
    select voice_key, other_key
    from namesake
    union
    select voice_key, organisation_key
    from employer
    union
    select organisation_key, voice_key
    from spoken_for_person
    union
    select voice_key, organisation_key
    from common_body
    union
    select organisation_key, voice_key
    from publishing
    union
    select voice_key, other_key
    from alike
    union
    select voice_key, full_key
    from own_name
    where not contains(voice_key, ' ')
    union
    select voice_key, full_key
    from acronym
    union
    select voice_key, body_key
    from spoken_for
    union
    select voice_key, body_key
    from headed
),

edge as (
    select a_key, b_key
    from link
    union
    select b_key, a_key
    from link
),

node as (
    select distinct voice_key
    from mention
    union
    select a_key
    from edge
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
left join headed_alone
    on mention.document_id = headed_alone.document_id and mention.voice_key = headed_alone.voice_key
left join described_alone
    on mention.document_id = described_alone.document_id and mention.voice_key = described_alone.voice_key
left join short_name
    on mention.document_id = short_name.document_id and mention.voice_key = short_name.voice_key
left join own_name
    on mention.document_id = own_name.document_id and mention.voice_key = own_name.voice_key
inner join reached
    on
        coalesce(
            shorter.full_key,
            named.full_key,
            headed_alone.full_key,
            described_alone.full_key,
            short_name.full_key,
            own_name.full_key,
            mention.voice_key
        ) = reached.voice_key;
