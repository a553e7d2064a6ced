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
        starts_with(lower(claimant), 'the ') and not (tells_affiliation and len(words) = 1) as is_definite,
        -- "The coast guard", but not "the residents".
        is_definite and not regexp_matches(words[-1], '[^s]s$') as is_one,
        regexp_matches(claimant, '^[Tt]he [a-z]') as is_described
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

-- A person by a part of the name: "Loayza", with or without whom she speaks for, and "Ana Ruiz" of "Ana Ruiz Mora".
part_of_name as (
    select
        mention.document_id,
        mention.voice_key,
        mention.words,
        if(mention.kind = 'person', mention.affiliation, null) as affiliation
    from mention
    left join actor_name on mention.affiliation = actor_name.actor
    where
        mention.kind = 'person'
        or mention.kind = 'affiliation'
        and len(mention.words) = 1
        and actor_name.actor is null
        and lower(strip_accents(mention.affiliation)) = mention.words[1]
),

-- Whom it means where the document or those of its event know one person with these words in the name.
named_in_full as (
    select part_of_name.document_id, part_of_name.voice_key, min(full_form.voice_key) as full_key
    from part_of_name
    inner join document_neighbour as neighbour on part_of_name.document_id = neighbour.document_id
    inner join mention as full_form
        on
            neighbour.other_document_id = full_form.document_id
            and full_form.kind = 'person'
            and len(full_form.words) > len(part_of_name.words)
            and coalesce(part_of_name.affiliation = full_form.affiliation, true)
            and list_has_all(full_form.words, part_of_name.words)
    group by part_of_name.document_id, part_of_name.voice_key
    having count(distinct full_form.words) = 1
),

-- An organisation by its own name, and by a definite description: "Manhyia hospital", "the hospital".
organisation as (
    select
        mention.document_id,
        mention.voice_key,
        mention.words,
        null::varchar as affiliation,
        regexp_matches(mention.affiliation, '^[Tt]he [a-z]') as is_described,
        not regexp_matches(mention.affiliation, '^[Tt]he [a-z]') as is_full
    from mention
    left join actor_name on mention.affiliation = actor_name.actor and actor_name.kind in ('state', 'body')
    where mention.kind = 'affiliation' and actor_name.actor is null
    union
    select
        document_id,
        voice_key,
        words,
        affiliation,
        is_definite and len(words) = 1 or is_described and affiliation is not null as is_described,
        not is_definite or len(words) > 1 as is_full
    from mention
    where kind = 'body'
),

-- "The hospital" and "the ministry" are the only ones of that kind that the documents of an event name.
described_alone as (
    select organisation.document_id, organisation.voice_key, min(full_form.voice_key) as full_key
    from organisation
    inner join document_neighbour as neighbour on organisation.document_id = neighbour.document_id
    inner join organisation as full_form
        on
            neighbour.other_document_id = full_form.document_id
            and len(organisation.words) < len(full_form.words)
            and list_has_all(full_form.words, organisation.words)
            and (len(organisation.words) = 1 or organisation.affiliation = full_form.affiliation)
    where organisation.is_described and len(organisation.words) > 0 and full_form.is_full
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

-- One full name in the documents of one event is one person, whomever these have the person speak for and however they
-- spell it.
namesake as (
    select distinct a.voice_key, b.voice_key as other_key
    from mention as a
    inner join document_neighbour as neighbour on a.document_id = neighbour.document_id
    inner join mention as b
        on
            neighbour.other_document_id = b.document_id
            and len(a.words) = len(b.words)
            and a.voice_key != b.voice_key
    inner join person as a_person on a.voice_key = a_person.voice_key
    inner join person as b_person on b.voice_key = b_person.voice_key
    where
        len(a.words) > 1
        and left(a_person.sounds[-1], 1) = left(b_person.sounds[-1], 1)
        and is_name_alike(a_person.sounds, b_person.sounds)
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
    where is_full and starts_with(voice_key, 'affiliation:')
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
    inner join document_neighbour as neighbour on short.document_id = neighbour.document_id
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
    inner join document_neighbour as neighbour on called.document_id = neighbour.document_id
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
    from (
        select voice_key, affiliation, words
        from mention
        where kind = 'body'
    ) as body
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
    inner join document_neighbour as neighbour on a.document_id = neighbour.document_id
    inner join mention as b
        on neighbour.other_document_id = b.document_id and a.words = b.words and a.voice_key < b.voice_key
    where
        a.kind = 'unnamed'
        and b.kind = 'unnamed'
        and a.is_one
        and b.is_one
),

-- "Organisers" and "the organisers of Saturday's march": an event has them once.
once_in_event as (
    select distinct
        mention.voice_key,
        min(mention.voice_key) over (partition by event.event_id) as other_key
    from mention
    inner join document_event as event on mention.document_id = event.document_id
    where
        mention.kind = 'unnamed'
        and list_has_any(mention.words, (select list(word) from lexicon_voice_words where role = 'event'))
),

-- "The coastguard" that only some documents of an event tie to Norway, and none to another country: one body there.
tied_body as (
    select
        event.event_id,
        list_sort(mention.words) as sorted_words,
        min(mention.voice_key) as full_key
    from mention
    inner join document_event as event on mention.document_id = event.document_id
    where mention.kind in ('body', 'affiliation') and mention.affiliation is not null and len(mention.words) > 0
    group by event.event_id, sorted_words
    having count(distinct mention.affiliation) = 1
),

untied as (
    select distinct event.event_id, mention.voice_key, tied_body.full_key
    from mention
    inner join document_event as event on mention.document_id = event.document_id
    inner join tied_body
        on event.event_id = tied_body.event_id and list_sort(mention.words) = tied_body.sorted_words
    where
        mention.affiliation is null
        and (
            mention.kind = 'body'
            or mention.kind = 'unnamed' and mention.is_one
        )
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
    select voice_key, other_key
    from once_in_event
    union
    select voice_key, full_key
    from own_name
    where not contains(voice_key, ' ')
    union
    select voice_key, full_key
    from voice_in_text
    where document_id is null
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
),

-- What each stands for among the names of its event.
named_as as (
    select distinct
        mention.document_id,
        mention.voice_key,
        event.event_id,
        coalesce(
            named.full_key,
            shorter.full_key,
            voice_in_text.full_key,
            described_alone.full_key,
            short_name.full_key,
            own_name.full_key,
            mention.voice_key
        ) as full_key
    from mention
    left join shorter on mention.document_id = shorter.document_id and mention.voice_key = shorter.voice_key
    left join named_in_full as named
        on mention.document_id = named.document_id and coalesce(shorter.full_key, mention.voice_key) = named.voice_key
    left join voice_in_text
        on mention.document_id = voice_in_text.document_id and mention.voice_key = voice_in_text.voice_key
    left join described_alone
        on mention.document_id = described_alone.document_id and mention.voice_key = described_alone.voice_key
    left join short_name
        on mention.document_id = short_name.document_id and mention.voice_key = short_name.voice_key
    left join own_name
        on mention.document_id = own_name.document_id and mention.voice_key = own_name.voice_key
    left join document_event as event on mention.document_id = event.document_id
)

select distinct named_as.document_id, named_as.voice_key, reached.root_key
from named_as
left join untied on named_as.event_id = untied.event_id and named_as.full_key = untied.voice_key
inner join reached on coalesce(untied.full_key, named_as.full_key) = reached.voice_key;
