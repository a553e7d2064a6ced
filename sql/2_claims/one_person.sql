-- One row per two names of one person, and whether the documents of one event tell so.
create or replace table one_person as
with
-- Two spellings of one name: as many words, each alike.
alike as materialized (
    select
        a.voice_key,
        b.voice_key as other_key,
        coalesce(a.affiliation = b.affiliation, true) as is_of_one_body
    from person_voice as a
    inner join person_voice as b
        on
            len(a.words) = len(b.words)
            and len(a.words) > 1
            and a.voice_key != b.voice_key
            and left(a.sounds[-1], 1) = left(b.sounds[-1], 1)
    where is_name_alike(a.sounds, b.sounds)
),

-- One full name in the documents of one event is one person, whomever these have the person speak for and however they
-- spell it.
namesake as (
    select distinct alike.voice_key, alike.other_key
    from alike
    inner join voice_use as a on alike.voice_key = a.voice_key
    inner join voice_use as b on alike.other_key = b.voice_key
    semi join voice_neighbour as neighbour
        on a.document_id = neighbour.document_id and b.document_id = neighbour.other_document_id
),

-- And elsewhere, where nobody's affiliation speaks against it.
respelled as (
    select voice_key, other_key
    from alike
    where is_of_one_body
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
