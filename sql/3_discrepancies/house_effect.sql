-- One row per publisher and measure: how far its figures stand from what the others on the same questions say.
create or replace table house_effect as
with
gathered as (
    select
        source,
        measure,
        count(*) as question_count,
        quantile_cont(deviation, [0.25, 0.5, 0.75]) as quarters,
        list_sort(list(deviation)) as deviations,
        median_low_rank(count(*)) as low_rank
    from source_deviation
    group by source, measure
)

select
    source,
    measure,
    question_count,
    quarters[2] as deviation,
    quarters[1] as low,
    quarters[3] as high,
    deviations[low_rank] as median_low,
    deviations[question_count + 1 - low_rank] as median_high,
    question_count >= 6 and (median_low > 0 or median_high < 0) as is_distinct
from gathered;
