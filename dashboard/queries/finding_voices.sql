-- One row per finding of a page and place in which its independent voices stand: how many there are, those with most
-- claims by name.
with
ranked as (
    select
        question_id,
        stand,
        with_capital(name) as name,
        row_number() over (partition by question_id, stand order by claim_count desc, name asc) as place
    from finding_voice
    where list_contains($question_ids, question_id)
)

select
    question_id,
    stand,
    count(*) as voices,
    list(name order by place) filter (where place <= $most) as names
from ranked
group by question_id, stand
