-- One row per event and voice that is heard there, but for publishers, crowds and states, which are heard through one
-- official here and another there: under which names, and for whom.
create or replace table event_voice as
with
mentioned as (
    select
        event.event_id,
        heard.voice_key,
        mention.document_id,
        mention.kind,
        mention.words,
        lower(strip_accents(mention.affiliation)) as affiliation,
        mention.written_affiliation,
        mention.claimant,
        mention.claim_count,
        -- "The insurer" is somebody; "residents" in one text need not be those of another.
        mention.kind = 'unnamed'
        and not (starts_with(lower(mention.claimant), 'the ') and not regexp_matches(mention.words[-1], '[^s]s$'))
            as is_crowd
    from (select distinct voice_key, mention_id from heard_voice) as heard
    inner join voice_mention as mention on heard.mention_id = mention.mention_id
    inner join document_event as event on mention.document_id = event.document_id
    where
        not starts_with(heard.voice_key, 'source:')
        and heard.voice_key not in (select 'affiliation:' || lower(strip_accents(affiliation)) from state_like)
        and mention.kind != 'publisher'
        and len(mention.words) > 0
)

select
    event_id,
    voice_key,
    arg_min(kind, list_position(['person', 'body', 'affiliation', 'unnamed', 'renamed'], kind)) as kind,
    arg_max(claimant, (kind = 'person', claim_count, claimant)) as spelling,
    list(distinct document_id) as document_ids,
    list(distinct words) filter (where kind = 'person') as person_names,
    list(distinct words) filter (where kind != 'person') as other_names,
    list_distinct(flatten(coalesce(other_names, []))) as other_words,
    -- "The hospital" may be any that is named.
    list(distinct affiliation) filter (where not regexp_matches(written_affiliation, '^[Tt]he [a-z]')) as affiliations,
    bool_or(regexp_matches(lower(claimant), '^(an?|one|some|several|many|(an)?other|two|three) ')) as is_indefinite
from mentioned
group by event_id, voice_key
having not bool_and(is_crowd);
