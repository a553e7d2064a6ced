-- One row per finding that the first build of the file opened, those that are most severe now first.
select change.*
from change
left join finding on change.finding_id = finding.finding_id
where change.build_id = $build_id and change.change = 'opened'
order by finding.rank asc nulls last, change.ratio desc nulls last, change.finding_id asc
limit $most
