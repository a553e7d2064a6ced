-- One row per person who speaks for an organisation: the key of that organisation.
create or replace table employed_person as
with
-- The people of an organisation speak for it; those of a state are voices of their own.
employed as (
    select person.voice_key, 'affiliation:' || lower(strip_accents(person.affiliation)) as organisation_key
    from person_voice as person
    anti join state_like on person.affiliation = state_like.affiliation
    where person.affiliation is not null
)

-- Of two organisations that texts have one person speak for, the one named oftener; a tie joins neither.
select employed.voice_key, employed.organisation_key
from employed
inner join person_voice as person on employed.voice_key = person.voice_key
where not exists (
    select 1
    from one_person as namesake
    inner join employed as other on namesake.other_key = other.voice_key
    inner join person_voice as rival on namesake.other_key = rival.voice_key
    where
        namesake.is_in_one_event
        and namesake.voice_key = employed.voice_key
        and rival.claim_count >= person.claim_count
);
