-- One row per person, affiliation and wording of the name: how its words sound, and in how many claims it stands.
create or replace table person_voice as
select voice_key, affiliation, words, any_value(sounds) as sounds, sum(claim_count) as claim_count
from (
    select *, list_transform(words, lambda word: name_sound(word)) as sounds
    from voice_use
    where kind = 'person'
)
group by voice_key, affiliation, words;
