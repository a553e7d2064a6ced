-- One row per finding that the first build of the file opened, those that are most severe now first.
with
strongest as (
    select
        change.change_id,
        finding.rank,
        change.ratio
    from change
    left join finding on change.finding_id = finding.finding_id
    where change.build_id = $build_id and change.change = 'opened'
    order by finding.rank asc nulls last, change.ratio desc nulls last, change.change_id asc
    limit $most
)

select change.*
from change
inner join strongest on change.change_id = strongest.change_id
order by strongest.rank asc nulls last, strongest.ratio desc nulls last, change.change_id asc
