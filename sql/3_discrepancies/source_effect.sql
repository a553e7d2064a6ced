-- One row per publisher: how far its figures stand from what the others on the same questions say, whatever is counted.
create or replace table source_effect as
with
gathered as (
    select
        source,
        count(*) as question_count,
        median(deviation) as deviation,
        list_sort(list(deviation)) as deviations,
        median_low_rank(count(*)) as low_rank,
        arg_min(deviation, question_id || measure, 60) as shown_deviations
    from source_deviation
    group by source
)

select
    source,
    question_count,
    deviation,
    deviations[low_rank] as median_low,
    deviations[question_count + 1 - low_rank] as median_high,
    question_count >= 6 and (median_low > 0 or median_high < 0) as is_distinct,
    shown_deviations
from gathered;
