-- One row per document and organisation that has a name of its own there, also where only its people are heard; and,
-- no names, the bodies that people are said to speak for ("county fire service").
create or replace table called_organisation as
select document_id, voice_key, words, true as is_name
from organisation_use as organisation
where is_full and starts_with(voice_key, 'affiliation:')
union
select
    mention.document_id,
    employed_person.organisation_key || described_scope(mention.affiliation, place.scope),
    list_filter(
        string_split_regex(substr(employed_person.organisation_key, 13), '[^a-z0-9.-]+'),
        lambda word: word != '' and not list_contains(filler.words, word)
    ) as words,
    regexp_matches(mention.affiliation, '^[A-Z]') as is_name
from voice_use as mention
inner join employed_person on mention.voice_key = employed_person.voice_key
left join document_scope as place on mention.document_id = place.document_id
cross join (
    select list(word) as words
    from lexicon_voice_words
    where role = 'filler'
) as filler
where is_name or contains(mention.affiliation, ' ');
