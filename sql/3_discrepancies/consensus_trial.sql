-- One row per measure and way of taking the middle of figures: how far it misses what it has not seen. Where eight
-- voices or more answer a question, their two halves should give one estimate; where fewer do, the others should give
-- the figure of each. Distances are in mean deviations of the question's figures. Of figures that are equally frequent
-- one is drawn by its hash, the same in every build.
create or replace table consensus_trial as
with
drawn as (
    select question_id
    from (
        select distinct question_id, measure
        from weighed_figure
        where voice_count > 2
    )
    qualify row_number() over (partition by measure order by md5(question_id))
        <= (select value from setting where setting = 'trust_questions')
),

placed as (
    select
        figure.*,
        row_number() over (
            partition by figure.question_id order by md5(figure.question_id || figure.support_id)
        ) as place
    from weighed_figure as figure
    semi join drawn on figure.question_id = drawn.question_id
),

middle as (
    select question_id, median(value) as value
    from placed
    group by question_id
),

spread as (
    select placed.question_id, mean_in_order(list(abs(placed.value - middle.value))) as width
    from placed
    inner join middle on placed.question_id = middle.question_id
    group by placed.question_id
    having max(abs(placed.value - middle.value)) > 0
),

-- What an estimate sees: one half, or all voices but one.
seen as (
    select measure, question_id, place % 2 as fold, true as is_half, value, weight
    from placed
    where voice_count >= 8
    union all
    select held_out.measure, held_out.question_id, held_out.place, false, other.value, other.weight
    from placed as held_out
    inner join placed as other on held_out.question_id = other.question_id and held_out.place != other.place
    where held_out.voice_count < 8
),

running as (
    select
        *,
        sum(weight) over (partition by question_id, fold order by value, weight rows unbounded preceding) as reached
    from seen
),

weighed as (
    select *, max(reached) over (partition by question_id, fold) as total
    from running
),

estimated as (
    select
        measure,
        question_id,
        fold,
        is_half,
        unnest([
            {'way': 'median', 'estimate': median(value)},
            {'way': 'mean', 'estimate': mean_in_order(list(value))},
            {'way': 'most frequent', 'estimate': mode(value order by hash(value))},
            {'way': 'weighted mean', 'estimate': sum_in_order(list(value * weight)) / sum_in_order(list(weight))},
            {'way': 'weighted median', 'estimate': min(value) filter (where reached >= total / 2)}
        ], recursive := true)
    from weighed
    group by measure, question_id, fold, is_half
),

missed as (
    select estimated.measure, estimated.way, abs(estimated.estimate - placed.value) / spread.width as distance
    from estimated
    inner join placed on estimated.question_id = placed.question_id and estimated.fold = placed.place
    inner join spread on estimated.question_id = spread.question_id
    where not estimated.is_half
    union all
    select one.measure, one.way, abs(one.estimate - other.estimate) / spread.width
    from estimated as one
    inner join estimated as other
        on one.question_id = other.question_id and one.way = other.way and one.fold = 0 and other.fold = 1
    inner join spread on one.question_id = spread.question_id
    where one.is_half and other.is_half
)

select measure, way, mean_in_order(list(distance)) as distance, count(*) as trial_count
from missed
group by measure, way;
