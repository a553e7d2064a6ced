-- One row per spelling that any text uses for a voice, claimant or not.
create or replace table voice as
with
spoken as (
    select distinct heard.voice_id, coalesce(mention.claimant, mention.source) as spelling
    from (select distinct voice_id, mention_id from claim_voice) as heard
    inner join voice_mention as mention on heard.mention_id = mention.mention_id
),

-- Names in running text: two capitalised words and more, of which the last two or three may be a person's name.
capitalised as (
    select distinct unnest(regexp_extract_all(text, '\p{Lu}[\p{L}''’-]+(?: \p{Lu}[\p{L}''’-]+)+')) as name
    from staged_document
),

written as (
    select distinct array_to_string(string_split(name, ' ')[-word_count:], ' ') as name, word_count
    from capitalised
    cross join (select unnest([2, 3]) as word_count)
    where len(string_split(name, ' ')) >= word_count
),

sounding as (
    select
        name,
        word_count,
        list_transform(string_split(lower(strip_accents(name)), ' '), lambda word: name_sound(word)) as sounds
    from written
),

-- One name is heard in many documents, of one voice or of a voice in each event.
person_name as (
    select distinct alias.root_key, mention.words
    from voice_mention as mention
    inner join voice_alias as alias
        on mention.voice_key = alias.voice_key and mention.document_id is not distinct from alias.document_id
    where mention.kind = 'person'
),

person as (
    select distinct
        heard.voice_id,
        len(person_name.words) as word_count,
        list_transform(person_name.words, lambda word: name_sound(word)) as sounds
    from person_name
    inner join (select distinct voice_key, voice_id from claim_voice) as heard
        on person_name.root_key = heard.voice_key
),

named_alike as (
    select sounding.name, person.sounds
    from sounding
    inner join (select distinct word_count, sounds from person) as person
        on
            sounding.word_count = person.word_count
            and left(sounding.sounds[-1], 1) = left(person.sounds[-1], 1)
            and is_name_alike(sounding.sounds, person.sounds)
),

mentioned as (
    select person.voice_id, named_alike.name as spelling
    from named_alike
    inner join person on named_alike.sounds = person.sounds
)

select all_spellings.voice_id, voice_name.name, all_spellings.spelling
from (
    select voice_id, spelling
    from spoken
    union
    select voice_id, spelling
    from mentioned
) as all_spellings
inner join voice_name on all_spellings.voice_id = voice_name.voice_id;
