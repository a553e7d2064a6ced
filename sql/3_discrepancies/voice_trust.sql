-- One row per measure and voice: the weight of its figures, by how close they come to what the weighted others say. By
-- CATD (Li et al., "A Confidence-Aware Approach for Truth Discovery on Long-Tail Data", VLDB 2014): the lower end of
-- the 95 % interval of the precision, so that a voice with few figures is trusted little. Learned from a fixed share of
-- the questions, in a fixed number of rounds.
create or replace table voice_trust as
with recursive
limits as (
    select
        max(value) filter (where setting = 'trust_questions') as question_limit,
        max(value) filter (where setting = 'trust_rounds') as round_limit
    from setting
),

-- Questions of three voices and more; the md5 of their id draws the same ones in every build.
drawn as (
    select question_id, measure
    from (
        select distinct question_id, measure
        from voice_figure
        where voice_count > 2
    )
    qualify row_number() over (partition by measure order by md5(question_id)) <= (select question_limit from limits)
),

middle as (
    select figure.question_id, median(figure.value) as value
    from voice_figure as figure
    semi join drawn on figure.question_id = drawn.question_id
    group by figure.question_id
),

spread as (
    select figure.question_id, mean_in_order(list(abs(figure.value - middle.value))) as width
    from voice_figure as figure
    inner join middle on figure.question_id = middle.question_id
    group by figure.question_id
    having max(abs(figure.value - middle.value)) > 0
),

-- Figures in widths of their question about its middle; further out than three of them, all count as far out.
scaled as (
    select
        figure.measure,
        figure.question_id,
        figure.support_id,
        greatest(-3, least(3, (figure.value - middle.value) / spread.width)) as figure
    from voice_figure as figure
    inner join middle on figure.question_id = middle.question_id
    inner join spread on figure.question_id = spread.question_id
),

figure_count as (
    select
        measure,
        support_id,
        count(*) as figures,
        -- The lower 2.5 % point of chi-square with so many degrees of freedom (Wilson and Hilferty 1931).
        count(*) * greatest(1 - 2 / (9 * count(*)) - 1.96 * sqrt(2 / (9 * count(*))), 0.02) ** 3 as degrees
    from scaled
    group by measure, support_id
),

weighed as (
    select measure, support_id, 1.0::double as weight, 0 as round
    from figure_count
    union all
    (
        with
        truth as (
            select
                scaled.question_id,
                sum_in_order(list(weighed.weight * scaled.figure)) / sum_in_order(list(weighed.weight)) as figure
            from scaled
            inner join weighed on scaled.measure = weighed.measure and scaled.support_id = weighed.support_id
            group by scaled.question_id
        )

        select
            figure_count.measure,
            figure_count.support_id,
            any_value(figure_count.degrees)
            / (sum_in_order(list((scaled.figure - truth.figure) ** 2)) + 0.01) as weight,
            any_value(round_of.round) + 1 as round
        from scaled
        inner join truth on scaled.question_id = truth.question_id
        inner join figure_count
            on scaled.measure = figure_count.measure and scaled.support_id = figure_count.support_id
        cross join (select max(round) as round from weighed) as round_of
        cross join limits
        where round_of.round < limits.round_limit
        group by figure_count.measure, figure_count.support_id
    )
)

select weighed.measure, weighed.support_id, weighed.weight, figure_count.figures
from weighed
inner join figure_count on weighed.measure = figure_count.measure and weighed.support_id = figure_count.support_id
cross join limits
where weighed.round = limits.round_limit;
