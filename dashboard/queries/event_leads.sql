-- One row per event with a finding: the first of its findings, one that is not unsure where there is one.
select
    event_id,
    question_id,
    sentence,
    is_unsure
from finding
where list_contains($event_ids, event_id)
qualify row_number() over (partition by event_id order by is_unsure, rank) = 1
