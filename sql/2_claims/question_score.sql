-- One row per two claims that may answer one question: the sum of what speaks for it and against it, rounded lest the
-- order of the sum decide at a threshold, and the mean that pairs of their kind have to reach for two parts to merge.
-- Figures of two questions are told apart by their size, two statements by little: parts that hold nothing but
-- statements are at odds sooner. So are figures that came with their fields: what these say is not misread.
create or replace table question_score as
with
least_mean as (
    select
        max(value) filter (where setting = 'conflict_score') as of_figures,
        max(value) filter (where setting = 'statement_conflict_score') as of_statements,
        max(value) filter (where setting = 'given_conflict_score') as of_given_figures
    from setting
)

select
    shown.a_claim_id,
    shown.b_claim_id,
    round(sum(shown.amount * question_feature.weight), 9) as score,
    case
        when bool_or(shown.feature = 'two_stances') then any_value(least_mean.of_statements)
        when bool_or(shown.feature = 'given') then any_value(least_mean.of_given_figures)
        else any_value(least_mean.of_figures)
    end as least_mean
from question_evidence as shown
inner join question_feature on shown.feature = question_feature.feature
cross join least_mean
group by shown.a_claim_id, shown.b_claim_id;
