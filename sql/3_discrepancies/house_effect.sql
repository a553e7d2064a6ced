-- One row per publisher and measure: how far its figures stand from what the others on the same questions say.
create or replace table house_effect as
with
pointed as (
    select
        question_id,
        source,
        measure,
        median(ln(value)) as log_value
    from comparable_claim
    where
        has_interval
        and polarity in ('asserted', 'expected')
        and not is_one_sided
        and value > 0
        and class is null
    group by question_id, source, measure
),

middle as (
    select question_id, measure, count(*) as source_count, median(log_value) as log_value
    from pointed
    group by question_id, measure
),

-- What the others say: the median of the question without the publisher itself; among thirty or more it weighs nothing.
compared as (
    select pointed.source, pointed.measure, pointed.question_id, pointed.log_value - middle.log_value as deviation
    from pointed
    inner join middle on pointed.question_id = middle.question_id and pointed.measure = middle.measure
    where middle.source_count > 30
    union all
    select
        own.source,
        own.measure,
        own.question_id,
        any_value(own.log_value) - median(other.log_value) as deviation
    from pointed as own
    inner join pointed as other
        on own.question_id = other.question_id and own.measure = other.measure and own.source != other.source
    inner join middle
        on own.question_id = middle.question_id and own.measure = middle.measure and middle.source_count <= 30
    group by own.source, own.measure, own.question_id
),

gathered as (
    select
        source,
        measure,
        count(*) as question_count,
        median(deviation) as deviation,
        quantile_cont(deviation, 0.25) as low,
        quantile_cont(deviation, 0.75) as high,
        list_sort(list(deviation)) as deviations,
        -- The 95 % interval of a median lies between the ranks n/2 -/+ 0.98 sqrt(n) (binomial, normal approximation).
        greatest(floor(count(*) / 2 - 0.98 * sqrt(count(*))), 1)::bigint as low_rank
    from compared
    group by source, measure
)

select
    source,
    measure,
    question_count,
    deviation,
    low,
    high,
    deviations[low_rank] as median_low,
    deviations[question_count + 1 - low_rank] as median_high,
    question_count >= 6 and (median_low > 0 or median_high < 0) as is_distinct
from gathered;
