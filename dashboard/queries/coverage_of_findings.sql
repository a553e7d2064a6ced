-- One row per finding and source, for the most severe findings and the sources with most claims: how many claims, 0 for
-- a source that stays silent.
with
top_findings as (
    select question_id, title, rank
    from finding
    order by rank
    limit $findings
),

top_sources as (
    select source, claim_count
    from source
    order by claim_count desc, source asc
    limit $sources
),

spoken as (
    select
        claim.question_id,
        claim.source,
        count(*) as claims
    from claim
    semi join top_findings on claim.question_id = top_findings.question_id
    group by claim.question_id, claim.source
)

select
    top_findings.question_id,
    top_findings.title,
    top_findings.rank,
    top_sources.source,
    coalesce(spoken.claims, 0) as claims
from top_findings
cross join top_sources
left join spoken on top_findings.question_id = spoken.question_id and top_sources.source = spoken.source
order by top_findings.rank asc, top_sources.claim_count desc, top_sources.source asc
