-- One row per measure of one source: how far the figures that it carries lie from those of the other sources.
select
    measure,
    question_count,
    deviation,
    low as lower_quartile,
    high as upper_quartile
from house_effect
where source = $source
order by question_count desc, measure asc
limit $most
