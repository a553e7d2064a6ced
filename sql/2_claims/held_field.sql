-- One row per event, person whom its texts name with an office, and field of that office: "Defence Minister Luc Morel".
set variable fields = (select string_agg(word, '|') from lexicon_voice_words where role = 'field');
set variable field_offices = (select string_agg(distinct office, '|') from lexicon_offices);

create or replace table held_field as
with
person as (
    select event_id, voice_key, unnest(document_ids) as document_id, array_to_string(words, ' ') as name
    from (
        select event_id, voice_key, document_ids, unnest(person_names) as words
        from event_voice
        where (event_id, voice_key) in (
            select (event_id, a_key)
            from voice_pair
            union all
            select (event_id, b_key)
            from voice_pair
        )
    )
),

told as (
    select person.event_id, person.voice_key, person.name, lower(strip_accents(document.text)) as folded_text
    from person
    inner join staged_document as document on person.document_id = document.document_id
),

named as (
    select
        event_id,
        voice_key,
        unnest(
            list_concat(
                regexp_extract_all(
                    folded_text,
                    '\b(' || getvariable('fields') || ') (' || getvariable('field_offices') || '),? ' || name || '\b',
                    1
                ),
                regexp_extract_all(
                    folded_text,
                    '\b' || name || ',? (?:the |its |who is |as )?(?:[a-z]+ )?(' || getvariable('fields') || ') ('
                    || getvariable('field_offices') || ')\b',
                    1
                )
            )
        ) as field
    from told
)

select distinct event_id, voice_key, field
from named;
