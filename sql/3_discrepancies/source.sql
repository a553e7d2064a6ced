-- One row per publisher: what it published and how often its claims stand at an end of a finding.
create or replace table source as
with
published as (
    select
        source,
        count(*) as document_count,
        min(published_at) as first_published_at,
        max(published_at) as last_published_at
    from document
    group by source
),

claimed as (
    select
        source,
        count(*) as claim_count,
        count(distinct question_id) as question_count,
        count(distinct voice_id) as voice_count,
        count(*) filter (where claimant is null) as own_voice_count
    from claim
    group by source
),

disputed as (
    select source, count(*) as finding_count
    from (
        select finding_id, low_source as source from finding
        union
        select finding_id, high_source from finding
    )
    group by source
)

select
    coalesce(published.source, claimed.source) as source,
    coalesce(published.document_count, 0) as document_count,
    coalesce(claimed.claim_count, 0) as claim_count,
    coalesce(disputed.finding_count, 0) as finding_count,
    coalesce(claimed.question_count, 0) as question_count,
    coalesce(claimed.voice_count, 0) as voice_count,
    coalesce(claimed.own_voice_count, 0) as own_voice_count,
    published.first_published_at,
    published.last_published_at
from published
full outer join claimed on published.source = claimed.source
left join disputed on coalesce(published.source, claimed.source) = disputed.source
order by source;
