-- One row per claim that was set aside: its file and row (1 is the first claim of the file), the rule that it broke,
-- what to do about it, and the row as it came.
create or replace table rejected_claim as
with
broken as (
    select file, row_number, rule, words
    from unfit_claim
    union all
    select file, row_number, 'claim_id_is_unique', claim_id
    from repeated_claim
)
select
    broken.file,
    broken.row_number,
    broken.rule,
    claim_rule.complaint || coalesce(' (' || broken.words || ')', '') || '. ' || claim_rule.remedy as message,
    raw_row.raw
from broken
inner join claim_rule on broken.rule = claim_rule.rule
left join raw_row on broken.file = raw_row.file and broken.row_number = raw_row.row_number
order by broken.file, broken.row_number;
