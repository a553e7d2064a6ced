-- One row per question that two or more independent voices answer with figures of one kind: an estimate, made in the
-- way that misses least what it has not seen of the measure; the median, unless another one is clearly better.
create or replace table consensus as
with
ranked as (
    select
        measure,
        way,
        distance * if(way = 'median', (select value from setting where setting = 'median_preference'), 1) as distance
    from consensus_trial
    where trial_count >= 20
),

chosen as (
    select measure, arg_min(way, (distance, way)) as way
    from ranked
    group by measure
),

-- What is asked of few measures is worked out for those only: both sort the figures of each question.
most_frequent as (
    select figure.question_id, mode(figure.value order by hash(figure.value)) as most_frequent
    from weighed_figure as figure
    inner join chosen on figure.measure = chosen.measure and chosen.way = 'most frequent'
    group by figure.question_id
),

running as (
    select
        figure.question_id,
        figure.value,
        sum(figure.weight) over (
            partition by figure.question_id order by figure.value, figure.weight rows unbounded preceding
        ) as reached
    from weighed_figure as figure
    inner join chosen on figure.measure = chosen.measure and chosen.way = 'weighted median'
),

weighted_middle as (
    select question_id, min(value) as weighted_median
    from (
        select *, max(reached) over (partition by question_id) as total
        from running
    )
    where reached >= total / 2
    group by question_id
),

estimated as (
    select
        question_id,
        any_value(measure) as measure,
        any_value(unit) as unit,
        any_value(voice_count) as voice_count,
        quantile_cont(value, [0.25, 0.5, 0.75]) as quarters,
        quarters[1] as first_quarter,
        quarters[2] as median,
        quarters[3] as last_quarter,
        mean_in_order(list(value)) as mean,
        sum_in_order(list(value * weight)) / sum_in_order(list(weight)) as weighted_mean,
        min(value) as least,
        max(value) as greatest,
        coalesce(any_value(unit), 'person') = 'person' and bool_and(value = round(value)) as is_counted
    from weighed_figure
    group by question_id
),

made as (
    select
        estimated.*,
        chosen.way,
        case
            when chosen.way = 'mean' then estimated.mean
            when chosen.way = 'most frequent' then most_frequent.most_frequent
            when chosen.way = 'weighted mean' then estimated.weighted_mean
            when chosen.way = 'weighted median' then weighted_middle.weighted_median
            else estimated.median
        end as value,
        if(estimated.voice_count < 4, estimated.least, least(estimated.first_quarter, value)) as low,
        if(estimated.voice_count < 4, estimated.greatest, greatest(estimated.last_quarter, value)) as high
    from estimated
    left join chosen on estimated.measure = chosen.measure
    left join most_frequent on estimated.question_id = most_frequent.question_id
    left join weighted_middle on estimated.question_id = weighted_middle.question_id
)

-- Of what is counted there is no part: the estimate is whole, or lies midway between two numbers that are as likely.
select
    question_id,
    if(is_counted and 2 * value != round(2 * value), round(value), value) as value,
    if(is_counted, floor(low), low) as low,
    if(is_counted, ceil(high), high) as high,
    concat(
        case
            when way = 'mean' then 'mean of voices'
            when way = 'most frequent' then 'most frequent figure of voices'
            when way = 'weighted mean' then 'mean of voices weighted by trust'
            when way = 'weighted median' then 'median of voices weighted by trust'
            else 'median of voices'
        end,
        if(voice_count < 4, ', with their range', ', with their middle half')
    ) as method,
    voice_count,
    unit,
    median,
    weighted_mean as weighted
from made
order by question_id;
