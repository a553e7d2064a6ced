-- One row per finding that stands in this build: since when its figures stand apart and when they last moved, by the
-- days of their reports.
select finding_id, opened_at, moved_at
from finding
where list_contains($finding_ids, finding_id)
