-- One row: on how many of the disputed questions a source says something.
select
    count(*) as findings,
    count(*) filter (where spoken.question_id is not null) as spoken
from finding
left join (
    select distinct question_id
    from claim
    where source = $source
) as spoken on finding.question_id = spoken.question_id
