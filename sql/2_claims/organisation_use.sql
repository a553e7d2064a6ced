-- One row per organisation of a document, by its own name or by a definite description: "Manhyia hospital" and "the
-- hospital".
create or replace table organisation_use as
select
    mention.document_id,
    mention.voice_key,
    mention.words,
    null::varchar as affiliation,
    regexp_matches(mention.affiliation, '^[Tt]he [a-z]') as is_described,
    not regexp_matches(mention.affiliation, '^[Tt]he [a-z]') as is_full
from voice_use as mention
left join actor_name on mention.affiliation = actor_name.actor and actor_name.kind in ('state', 'body')
where mention.kind = 'affiliation' and actor_name.actor is null
union
select
    document_id,
    voice_key,
    words,
    affiliation,
    is_definite and len(words) = 1 or is_described and affiliation is not null as is_described,
    not is_definite or len(words) > 1 as is_full
from voice_use
where kind = 'body';
