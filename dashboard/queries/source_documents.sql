-- One row per article of a source, the newest first.
select *
from document
where source = $source
order by published_at desc nulls last
limit $most
