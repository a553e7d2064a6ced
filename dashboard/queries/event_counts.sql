-- One row: how many events there are, in how many of them sources surely disagree, and in how many more they may, or
-- figures only moved.
select
    count(*) as event_count,
    count(*) filter (where finding_count > unsure_finding_count) as disputed_count,
    count(*) filter (where finding_count > 0 and finding_count = unsure_finding_count) as unsure_count,
    count(*) filter (where finding_count = 0 and moving_count > 0) as moving_count,
    coalesce(sum(document_count), 0)::bigint as document_count
from event
