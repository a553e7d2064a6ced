-- One row per voice: the name by which readers know it, and whom it speaks for.
create or replace table voice_name as
with
heard as (
    select
        claim_voice.voice_id,
        claim_voice.voice_key,
        coalesce(own_name.name, claim.claimant, claim.source) as spelling,
        claim.claimant_affiliation as affiliation,
        mention.kind,
        mention.voice_key = claim_voice.voice_key as is_own_key,
        count(*) as claim_count
    from claim_voice
    inner join staged_claim as claim on claim_voice.claim_id = claim.claim_id
    inner join voice_mention as mention
        on
            claim.document_id is not distinct from mention.document_id
            and claim.source = mention.source
            and claim.claimant is not distinct from mention.claimant
            and claim.claimant_affiliation is not distinct from mention.affiliation
    left join raw_name as own_name
        on
            own_name.kind = if(mention.kind = 'publisher', 'source', 'voice')
            and lower(strip_accents(own_name.spelling))
            = lower(strip_accents(coalesce(claim.claimant, claim.source)))
    group by all
),

-- A person's fullest name, an organisation's own name, before any other way of speaking of them.
ranked as (
    select
        *,
        row_number() over (
            partition by voice_id
            order by
                case
                    when starts_with(voice_key, 'affiliation:') then if(kind = 'affiliation', 0, 1)
                    when starts_with(voice_key, 'person:') then if(kind = 'person', 0, 1)
                    else if(is_own_key, 0, 1)
                end,
                claim_count desc,
                length(spelling) desc,
                spelling
        ) as place
    from heard
)

select
    voice_id,
    case
        when kind = 'affiliation' and starts_with(voice_key, 'affiliation:') then affiliation
        when kind = 'body' or kind = 'unnamed' then upper(left(spelling, 1)) || substr(spelling, 2)
        else spelling
    end as name,
    case when kind != 'affiliation' and affiliation != spelling then affiliation end as affiliation
from ranked
where place = 1;
