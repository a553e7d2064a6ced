-- One row per distinct figure of each question in a list: what the small strips beside the sentences draw.
with
spoken as (
    select
        question_id, value, low, high, hedge, polarity,
        min(claim_id) as claim_id
    from claim
    where list_contains($question_ids, question_id) and restates is null
    group by question_id, value, low, high, hedge, polarity
)
select *
from spoken
qualify row_number() over (partition by question_id order by claim_id) <= $most
