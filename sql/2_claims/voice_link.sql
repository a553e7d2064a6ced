-- One row per two voice keys that are one voice wherever they stand.
create or replace table voice_link as
with
-- Whom the people of an organisation speak for: what its name stands for in their document, else that name.
employer as (
    select distinct
        mention.voice_key,
        coalesce(form.short_for, form.own_name, mention.organisation_key) as organisation_key
    from (
        select
            person.document_id,
            person.voice_key,
            employed_person.organisation_key || described_scope(person.affiliation, place.scope) as organisation_key
        from voice_use as person
        inner join employed_person on person.voice_key = employed_person.voice_key
        left join document_scope as place on person.document_id = place.document_id
    ) as mention
    left join organisation_short_form as form
        on mention.document_id = form.document_id and mention.organisation_key = form.voice_key
),

-- "The police" of the Ghana Police Service, "the manufacturer" of a firm: common words for an organisation itself.
common_word as (
    select list(distinct word) as words
    from (
        select word
        from lexicon_voice_words
        where role in ('body', 'self', 'firm')
        union all
        select word
        from lexicon_body_words
        union all
        select called
        from lexicon_body_words
    )
),

common_body as (
    select distinct
        body.voice_key,
        'affiliation:' || lower(strip_accents(body.affiliation)) || described_scope(body.affiliation, place.scope)
            as organisation_key
    from (
        select document_id, voice_key, affiliation, words
        from voice_use
        where kind = 'body'
    ) as body
    left join document_scope as place on body.document_id = place.document_id
    cross join common_word
    anti join state_like on body.affiliation = state_like.affiliation
    where list_has_all(common_word.words, body.words)
),

-- "Metro police" and "MNPD" of Nashville's police: the body of a town by its last word or its letters.
town_body as (
    select distinct
        mention.voice_key,
        'affiliation:' || lower(strip_accents(mention.affiliation)) as organisation_key
    from voice_mention as mention
    inner join lexicon_local_bodies as part on part.body != '' and ends_with(mention.affiliation, ' ' || part.body)
    where
        mention.kind in ('body', 'person', 'unnamed')
        and not starts_with(mention.voice_key, 'affiliation:')
        and (
            ends_with(lower(mention.claimant), ' ' || part.body)
            or regexp_full_match(mention.claimant, '([Tt]he )?[A-Z]+' || upper(part.word))
        )
),

-- What publishes and is quoted elsewhere: a charity's own report, a firm's "newsroom", and their people in a newspaper.
publishing as (
    select publisher.organisation_key, publisher.voice_key
    from (
        select distinct
            voice_key,
            'affiliation:'
            || regexp_replace(substr(voice_key, 8), '( *\(.*\)| (' || outlet.words || ')+)$', '') as organisation_key
        from voice_use
        cross join (
            select string_agg(word, '|') as words
            from lexicon_voice_words
            where role = 'outlet'
        ) as outlet
        where kind = 'publisher'
    ) as publisher
    semi join (
        select voice_key as organisation_key
        from voice_use
        union all
        select organisation_key
        from employed_person
    ) as quoted on publisher.organisation_key = quoted.organisation_key
),

-- The only "coast guard" of an event or its town, of no state that its texts name. "The complaint" is of one case.
alike as (
    select distinct a.voice_key, b.voice_key as other_key
    from voice_use as a
    inner join voice_neighbour as neighbour on a.document_id = neighbour.document_id
    inner join voice_use as b
        on neighbour.other_document_id = b.document_id and a.words = b.words and a.voice_key < b.voice_key
    left join document_event as own on a.document_id = own.document_id
    left join document_event as other on b.document_id = other.document_id
    where
        a.kind = 'unnamed'
        and b.kind = 'unnamed'
        and a.is_one
        and b.is_one
        and (
            own.event_id = other.event_id
            or not list_has_any(a.words, (select list(word) from lexicon_voice_words where role = 'case'))
        )
),

-- "Organisers" and "the organisers of Saturday's march": an event has them once.
once_in_event as (
    select distinct
        mention.voice_key,
        min(mention.voice_key) over (partition by event.event_id) as other_key
    from voice_use as mention
    inner join document_event as event on mention.document_id = event.document_id
    where
        mention.kind = 'unnamed'
        and list_has_any(mention.words, (select list(word) from lexicon_voice_words where role = 'event'))
),

-- Who speaks for a person, as a lawyer does, is one voice with that person.
spoken_for_person as (
    select employed_person.organisation_key, person.voice_key
    from employed_person
    inner join person_voice as person
        on
            employed_person.organisation_key = 'affiliation:' || array_to_string(person.words, ' ')
            and len(person.words) > 1
)

select voice_key as a_key, other_key as b_key
from one_person
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
select voice_key, organisation_key
from town_body
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
select voice_key, own_name
from organisation_short_form
where own_name is not null and not contains(voice_key, ' ')
union
select voice_key, full_key
from voice_in_text
where document_id is null;
