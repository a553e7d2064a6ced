-- One row per finding on which a source says nothing, the most severe first.
select
    finding.question_id,
    finding.title,
    finding.rank,
    finding.source_count
from finding
anti join (
    select question_id
    from claim
    where source = $source
) as spoken on finding.question_id = spoken.question_id
order by finding.rank
limit $most
