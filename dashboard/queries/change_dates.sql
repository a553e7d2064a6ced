-- One row per finding that stands in this build: since when its figures stand apart and when they last moved, by the
-- days of their reports, and whether one end of it is a denial without a ratio to the other.
select
    finding_id,
    opened_at,
    moved_at,
    ratio is null and (low_figure = 'denied' or starts_with(low_figure, 'not ')) as is_of_a_denial
from finding
where list_contains($finding_ids, finding_id)
