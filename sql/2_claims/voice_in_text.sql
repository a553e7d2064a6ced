-- One row per voice key and the key of the voice that texts say it is: in one document (what a short form means in its
-- event), or, without a document, wherever it stands (who heads a body, what an acronym stands for).
-- Words that variables hold are known before the rows are read; those in rows of their own would meet all others.
set variable speakers = (select string_agg(word, '|') from lexicon_voice_words where role = 'speaker');
set variable hosts = (select list(word) from lexicon_voice_words where role = 'event');
set variable hosted = (select string_agg(word, '|') from lexicon_voice_words where role = 'hosted');

create or replace table voice_in_text as
with
-- Each body and person once a document for that document's words, and each document once.
folded as (
    select document_id, text, lower(strip_accents(text)) as folded_text
    from staged_document
),

body as (
    select distinct
        voice_key,
        affiliation,
        words,
        scope,
        -- "The prosecutor's office" is written with more than its words.
        '\b' || array_to_string(words, '([''’]s?)?[^a-z0-9]+') || '\b' as wording
    from voice_mention
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
        place.scope,
        folded.folded_text
    from voice_mention as person
    inner join folded on person.document_id = folded.document_id
    left join document_scope as place on person.document_id = place.document_id
    where person.kind = 'person'
),

-- The bodies whose last word a text has: few are left for the patterns. "Police" may be the Metro police only where the
-- texts of the event name these.
named_body as materialized (
    select distinct
        person.document_id,
        body.*,
        len(body.words) = 1 or exists (
            select 1
            from voice_neighbour as neighbour
            inner join voice_mention as near on neighbour.other_document_id = near.document_id
            where neighbour.document_id = person.document_id and near.voice_key = body.voice_key
        ) as is_told_by_last_word
    from speaking_text as person
    inner join body
        on
            person.affiliation = body.affiliation
            and contains(person.folded_text, body.words[-1])
            and (body.scope is null or body.scope = person.scope)
),

-- A "police spokeswoman" speaks for the police, and not for a town's, where a text has both.
spoken_for as (
    select distinct person.voice_key, body.voice_key as body_key
    from speaking_text as person
    inner join named_body as body on person.document_id = body.document_id and person.affiliation = body.affiliation
    where
        body.is_told_by_last_word
        and regexp_matches(person.folded_text, body.words[-1] || ' (' || getvariable('speakers') || ') ' || person.name)
        or regexp_matches(
            person.folded_text,
            person.name || ',? (a |an |the |who )?(' || getvariable('speakers') || ')( of| for)?( the)? '
            || array_to_string(body.words, ' ')
        )
        or regexp_matches(
            person.folded_text,
            person.name || ',? (a |an |the )?' || body.wording || '([''’]s?)? (' || getvariable('speakers') || ')\b'
        )
    qualify
        len(body.words) = 1
        or not bool_or(len(body.words) = 1) over (partition by person.voice_key, body.words[-1])
),

-- "The coastguard denied it. Its spokesman, Luc Morel, ...": the body named last before "its".
owning as (
    select distinct
        person.voice_key,
        person.affiliation,
        person.scope,
        regexp_extract(
            person.folded_text,
            '([^.]*(\.[^.]*)?)\bits (' || getvariable('speakers') || ')\b[a-z ]{0,12},? ([a-z]+ ){0,2}' || person.name,
            1
        ) as text_before
    from speaking_text as person
    where contains(person.folded_text, 'its ')
),

owned as (
    select
        owning.voice_key,
        arg_max(body.voice_key, (length(told.until_body), -len(body.words), body.voice_key)) as body_key
    from owning
    inner join body
        on
            owning.affiliation = body.affiliation
            and contains(owning.text_before, body.words[-1])
            and (body.scope is null or body.scope = owning.scope)
    cross join lateral (select regexp_extract(owning.text_before, '^(?s:.*)' || body.wording) as until_body) as told
    where told.until_body != ''
    group by owning.voice_key
),

-- "Health Minister Ana Ruiz", "Ana Ruiz, the minister for health": who heads which body, and no deputy.
office_text as (
    select
        speaking_text.voice_key,
        speaking_text.document_id,
        speaking_text.affiliation,
        speaking_text.scope,
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
            and (body.scope is null or body.scope = office_text.scope)
    cross join lateral (
        select array_to_string(list_filter(body.words, lambda word: word != office_text.body_word), ' ') as field
    )
    where
        regexp_matches(
            office_text.folded_text,
            '\b' || field || ' ' || office_text.office || ',? ' || office_text.name
            || '|\b' || office_text.name || ',? (the |its |who is |as )?([a-z]+ )?' || field || ' '
            || office_text.office
            || '|\b' || office_text.name || ',? (the |its |who is |as )?' || office_text.office || ' (of|for) ' || field
        )
),

-- "The ministry" alone is that of the one minister whom the documents of its event name.
headed_alone as (
    select mention.document_id, mention.voice_key, min(office_text.voice_key) as full_key
    from voice_mention as mention
    inner join voice_neighbour as neighbour on mention.document_id = neighbour.document_id
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

-- "The Limerick coroner" is whom the documents of the event call so: "John Meade, the Limerick coroner".
described as (
    select document_id, voice_key, regexp_replace(lower(strip_accents(claimant)), '^the ', '') as description
    from voice_mention
    where kind in ('unnamed', 'body') and regexp_matches(claimant, '^[Tt]he [a-z]')
),

described_near as (
    select distinct neighbour.other_document_id as document_id, described.description
    from described
    inner join voice_neighbour as neighbour on described.document_id = neighbour.document_id
),

described_person as (
    select speaking_text.document_id, near.description, speaking_text.voice_key, speaking_text.name
    from described_near as near
    inner join speaking_text on near.document_id = speaking_text.document_id
    where
        contains(speaking_text.folded_text, speaking_text.name || ', the ' || near.description || ',')
        or contains(speaking_text.folded_text, near.description || ' ' || speaking_text.name)
        or contains(speaking_text.folded_text, near.description || ', ' || speaking_text.name || ',')
),

holder as (
    select described.document_id, described.voice_key, min(person.voice_key) as full_key
    from described_person as person
    inner join described on person.description = described.description
    inner join voice_neighbour as neighbour
        on described.document_id = neighbour.document_id and person.document_id = neighbour.other_document_id
    group by described.document_id, described.voice_key
    having count(distinct person.name) = 1
),

-- "Organisers" are those by whom the documents of the event say that it was called, or whom they call so: "the march,
-- called by the League", "the organisers, an alliance called Open Roads, ..".
organisers_near as materialized (
    select organisers.document_id, organisers.voice_key, other.document_id as other_document_id
    from voice_mention as organisers
    inner join document_event as event on organisers.document_id = event.document_id
    inner join document_event as other on event.event_id = other.event_id
    where organisers.kind = 'unnamed' and list_has_any(organisers.words, getvariable('hosts'))
),

named_near as materialized (
    select distinct document_id, voice_key, words
    from voice_mention
    where
        kind in ('affiliation', 'body', 'person')
        and len(words) > 0
        and document_id in (select other_document_id from organisers_near)
),

organiser as (
    select organisers.document_id, organisers.voice_key, min(named.voice_key) as full_key
    from organisers_near as organisers
    inner join named_near as named on organisers.other_document_id = named.document_id
    inner join folded on named.document_id = folded.document_id
    where
        regexp_matches(
            folded.folded_text,
            '\b(' || getvariable('hosted') || ') by (the )?([a-z''-]+ ){0,3}'
            || array_to_string(named.words, '[^a-z0-9]+') || '\b'
            || '|\b((' || array_to_string(getvariable('hosts'), '|') || '),|organi[sz]ing [a-z-]+,?) ((the|an?) )?'
            || '(([a-z-]+ ){1,2}(called|named) )?' || array_to_string(named.words, '[^a-z0-9]+') || '( [a-z]+)?,'
        )
    group by organisers.document_id, organisers.voice_key
    having count(distinct named.voice_key) = 1
),

-- "The governor's office" and "Ruiz's press service" speak for the one governor, or Ruiz, whom the event names.
office_mention as (
    select
        document_id,
        voice_key,
        regexp_extract(
            lower(strip_accents(claimant)),
            '^(?:the )?(?:[a-z]+ )?([a-z-]+)[''’]s (?:press )?(?:office|service|team|staff|campaign)$',
            1
        ) as holder
    from voice_mention
    where claimant is not null and kind != 'publisher'
),

held_office as (
    select distinct event.event_id, office.holder
    from office_mention as office
    inner join document_event as event on office.document_id = event.document_id
    where office.holder != ''
),

held_by as (
    select office.event_id, office.holder, max_by(person.voice_key, length(person.name)) as full_key
    from held_office as office
    inner join document_event as event on office.event_id = event.event_id
    inner join speaking_text as person on event.document_id = person.document_id
    where
        string_split(person.name, ' ')[-1] = office.holder
        or office.holder in (select word from lexicon_voice_words where role = 'local')
        and regexp_matches(
            regexp_replace(person.folded_text, '\b(deputy|vice|former|ex|acting)[ -]' || office.holder, '', 'g'),
            '\b' || office.holder || ',? ' || person.name || '\b|\b' || office.holder
            || ' of ([a-z-]+ ){1,2}?,? ?' || person.name || '\b|\b' || person.name
            || ',? (the |who is |as )?([a-z]+ ){0,2}' || office.holder || '\b'
        )
    group by office.event_id, office.holder
    having count(distinct string_split(person.name, ' ')[-1]) = 1
),

office_holder as (
    select office.document_id, office.voice_key, held_by.full_key
    from office_mention as office
    inner join document_event as event on office.document_id = event.document_id
    inner join held_by on event.event_id = held_by.event_id and office.holder = held_by.holder
    where office.voice_key != held_by.full_key
),

told_alone as (
    from headed_alone
    union
    from office_holder
    union
    from holder
    union
    from organiser
)

select document_id, voice_key, min(full_key) as full_key
from told_alone
group by document_id, voice_key
union
select null, voice_key, full_key
from acronym
union
select null, voice_key, body_key
from spoken_for
union
select null, voice_key, body_key
from owned
union
select null, voice_key, body_key
from headed;
