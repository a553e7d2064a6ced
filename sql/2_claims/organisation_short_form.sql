-- One row per name in a document that is short for an organisation of its event, or is its own name told otherwise.
create or replace table organisation_short_form as
with
-- "Salva Rios" taken for a person once, "Corvane" for "Corvane Pharma", "the Red Cross" for that of Ghana: the one
-- organisation in the documents of the event whose name begins so, has all these words or these initials.
short_name as (
    select short.document_id, short.voice_key, min(full_form.voice_key) as full_key
    from (
        select document_id, voice_key, words
        from called_organisation
        where is_name
        union
        select document_id, voice_key, words
        from voice_use
        where kind = 'person' and affiliation is null and len(words) > 1
    ) as short
    inner join document_neighbour as neighbour on short.document_id = neighbour.document_id
    inner join called_organisation as full_form
        on
            neighbour.other_document_id = full_form.document_id
            and full_form.is_name
            and short.voice_key != full_form.voice_key
            and len(short.words) <= len(full_form.words)
    where
        len(short.words) > 0
        and (
            list_has_all(full_form.words, short.words)
            and (len(short.words) > 1 or full_form.words[1] = short.words[1])
            or len(full_form.words) > 2 and short.words = [initials_of(full_form.words)]
        )
        and (len(short.words) < len(full_form.words) or starts_with(short.voice_key, 'person:'))
    group by short.document_id, short.voice_key
    having count(distinct full_form.voice_key) = 1
),

-- "The State Election Commission" that speaks for itself in one text and for its state in another, "the county fire
-- service" and the one whose chief is heard: one name in one event.
own_name as (
    select called.document_id, called.voice_key, min(tied.voice_key) as full_key
    from called_organisation as called
    inner join document_neighbour as neighbour on called.document_id = neighbour.document_id
    inner join voice_use as tied
        on
            neighbour.other_document_id = tied.document_id
            and list_has_all(called.words, tied.words)
            and tied.voice_key != called.voice_key
            -- What tells whose body it is may be a word of its name: "the county fire service" of Fife County.
            and (
                len(called.words) = len(tied.words)
                or not called.is_name
                and list_has_all(list_concat(tied.words, words_of(lower(tied.affiliation))), called.words)
            )
    where tied.kind in ('body', 'person') and tied.affiliation is not null
    group by called.document_id, called.voice_key
    having count(distinct tied.voice_key) = 1
)

select document_id, voice_key, short_name.full_key as short_for, own_name.full_key as own_name
from short_name
full join own_name using (document_id, voice_key);
