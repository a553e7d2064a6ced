-- One row per finding of which a source gives an end.
select *
from finding
where low_source = $source or high_source = $source
order by rank
limit $most
