-- How many findings a build opened.
select count(*) as n
from change
where build_id = $build_id and change = 'opened'
