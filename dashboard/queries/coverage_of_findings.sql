-- One row per finding and source, for the most severe findings and the sources that say most on them: how many claims, 0
-- for a source that stays silent.
with
top_findings as (
    select question_id, title, rank, source_count
    from finding
    order by rank
    limit $findings
),

spoken as (
    select
        claim.question_id,
        claim.source,
        count(*) as claims
    from claim
    semi join top_findings on claim.question_id = top_findings.question_id
    group by claim.question_id, claim.source
),

top_sources as (
    select
        source.source,
        coalesce(sum(spoken.claims), 0) as claims_on_them,
        any_value(source.claim_count) as claim_count
    from source
    left join spoken on source.source = spoken.source
    group by source.source
    order by claims_on_them desc, claim_count desc, source asc
    limit $sources
)

select
    top_findings.question_id,
    top_findings.title,
    top_findings.rank,
    top_findings.source_count,
    top_sources.source,
    coalesce(spoken.claims, 0) as claims
from top_findings
cross join top_sources
left join spoken on top_findings.question_id = spoken.question_id and top_sources.source = spoken.source
order by top_findings.rank asc, top_sources.claims_on_them desc, top_sources.claim_count desc, top_sources.source asc
