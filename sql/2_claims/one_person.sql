-- One row per two names of one person, and whether the documents of one event tell so.
create or replace table one_person as
with
-- One full name in the documents of one event is one person, whomever these have the person speak for and however they
-- spell it.
namesake as (
    select distinct a.voice_key, b.voice_key as other_key
    from voice_use as a
    inner join document_neighbour as neighbour on a.document_id = neighbour.document_id
    inner join voice_use as b
        on
            neighbour.other_document_id = b.document_id
            and len(a.words) = len(b.words)
            and a.voice_key != b.voice_key
    inner join person_voice as a_person on a.voice_key = a_person.voice_key
    inner join person_voice as b_person on b.voice_key = b_person.voice_key
    where
        len(a.words) > 1
        and left(a_person.sounds[-1], 1) = left(b_person.sounds[-1], 1)
        and is_name_alike(a_person.sounds, b_person.sounds)
),

-- Two spellings of one name: as many words, each alike, and nobody's affiliation speaks against it.
respelled as (
    select a.voice_key, b.voice_key as other_key
    from person_voice as a
    inner join person_voice as b
        on
            len(a.words) = len(b.words)
            and len(a.words) > 1
            and a.voice_key != b.voice_key
            and left(a.sounds[-1], 1) = left(b.sounds[-1], 1)
            and (a.affiliation = b.affiliation or a.affiliation is null or b.affiliation is null)
    where is_name_alike(a.sounds, b.sounds)
)

select voice_key, other_key, bool_or(is_in_one_event) as is_in_one_event
from (
    select voice_key, other_key, true as is_in_one_event
    from namesake
    union all
    select voice_key, other_key, false
    from respelled
)
group by voice_key, other_key;
