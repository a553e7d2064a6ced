-- One row per figure of questions that move, as they came: each as often as it is given anew, by whom, and where that is
-- read.
with
told as (
    select
        question_id,
        claim_id,
        figure,
        voice,
        coalesce(reported_at, as_of) as told_at,
        lag(figure) over (partition by question_id order by coalesce(reported_at, as_of), claim_id) as figure_before
    from claim
    where list_contains($question_ids, question_id) and kind = 'quantity' and restates is null
)

select
    question_id,
    claim_id,
    figure,
    voice,
    told_at
from told
where figure is distinct from figure_before
order by question_id, told_at nulls last, claim_id
