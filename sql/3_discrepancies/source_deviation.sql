-- One row per publisher, question and measure that others answer too: how far its figure stands from what they say.
create or replace table source_deviation as
with
pointed as (
    select
        question_id,
        source,
        measure,
        median(ln(value)) as log_value
    from comparable_claim
    where
        is_in_range(question_id)
        and has_interval
        and polarity in ('asserted', 'expected')
        and not is_one_sided
        and value > 0
        and class is null
    group by question_id, source, measure
),

answered as (
    select
        question_id,
        measure,
        list_sort(list(log_value)) as log_values,
        count(*) // 2 as half,
        count(*) % 2 = 1 as is_odd
    from pointed
    group by question_id, measure
    having count(*) > 1
)

-- What the others say: the median of the question without the publisher itself, which is the middle of its figures or
-- one beside the middle, by the side on which the publisher's own figure stands.
select
    pointed.source,
    pointed.question_id,
    pointed.measure,
    pointed.log_value - case
        when not answered.is_odd and pointed.log_value <= log_values[half] then log_values[half + 1]
        when not answered.is_odd then log_values[half]
        when pointed.log_value < log_values[half + 1] then (log_values[half + 1] + log_values[half + 2]) / 2
        when pointed.log_value > log_values[half + 1] then (log_values[half] + log_values[half + 1]) / 2
        else (log_values[half] + log_values[half + 2]) / 2
    end as deviation
from pointed
inner join answered on pointed.question_id = answered.question_id and pointed.measure = answered.measure;
