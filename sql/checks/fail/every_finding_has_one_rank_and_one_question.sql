-- Rows: ranks and questions that two findings share.
select rank::varchar as shared, count(*) as finding_count
from finding
group by rank
having count(*) > 1
union all
select question_id, count(*) as finding_count
from finding
group by question_id
having count(*) > 1;
