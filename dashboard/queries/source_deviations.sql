-- One row per source and question: how far the figures that the source carries lie from those of the other sources.
with
figures as (
    select
        question_id,
        source,
        median(ln(value)) as middle
    from claim
    where
        value > 0
        and restates is null
        and polarity = 'asserted'
        and hedge not in ('at_least', 'more_than', 'at_most', 'less_than')
        and question_id is not null
    group by question_id, source
),

compared as (
    select
        own.source,
        own.question_id,
        own.middle - median(other.middle) as deviation
    from figures as own
    inner join figures as other on own.question_id = other.question_id and own.source != other.source
    group by own.source, own.question_id, own.middle
)

select
    source,
    count(*) as question_count,
    median(deviation) as deviation,
    quantile_cont(deviation, 0.25) as lower_quartile,
    quantile_cont(deviation, 0.75) as upper_quartile,
    list(deviation order by question_id)[1:60] as deviations
from compared
group by source
having count(*) >= $fewest
order by question_count desc, source asc
limit $most
