-- One row per question: how many of its claims no figure of a draft is held against, by why.
select
    question_id,
    count(*) filter (where restates is not null) as repeated,
    count(*) filter (where restates is null and polarity = 'unconfirmed') as unanswered
from claim
where list_contains($question_ids, question_id)
group by question_id
