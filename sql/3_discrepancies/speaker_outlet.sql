-- One row per speaker and publisher that quotes the speaker: the matrix of who is heard where, and how often what this
-- publisher has from this speaker stands at an end of a finding.
create or replace table speaker_outlet as
with
ended as (
    select low_claim_id as claim_id from finding
    union
    select high_claim_id from finding
)

select
    claim.voice_id,
    any_value(claim.voice) as voice,
    -- Also where the name itself tells it: Poland's audit office speaks for Poland.
    min(coalesce(claim.voice_affiliation, claim.claimant_affiliation)) as voice_affiliation,
    claim.source,
    count(*) - count(claim.restates) as claim_count,
    count(distinct claim.question_id) as question_count,
    count(distinct claim.document_id) as document_count,
    count(ended.claim_id) as disputed_count,
    min(claim.reported_at) as first_reported_at,
    max(claim.reported_at) as last_reported_at
from claim
left join ended on claim.claim_id = ended.claim_id
where claim.claimant is not null
group by claim.voice_id, claim.source
order by claim.voice_id, claim.source;
