-- Rows: checked questions with a pair of two sides that differs or contradicts, but without a finding; and findings of
-- checked questions without such a pair.
with
checked as (
    select question_id, bool_or(verdict in ('differs', 'contradicts') and has_two_sides) as is_disputed
    from checked_pair
    group by question_id
)

select checked.question_id, checked.is_disputed, finding.finding_id
from checked
left join finding on checked.question_id = finding.question_id
where checked.is_disputed != (finding.finding_id is not null);
