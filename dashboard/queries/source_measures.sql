-- One row per measure of one source: how far the figures that it carries lie from those of the other sources.
select
    measure,
    question_count,
    deviation,
    median_low,
    median_high,
    is_distinct
from house_effect
where source = $source
order by question_count desc, measure asc
limit $most
