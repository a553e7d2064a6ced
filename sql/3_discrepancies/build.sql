-- One row per build of this file, the current one and those that it replaced: when it ran and what it held.
create or replace table build as
with
counted as (
    select
        (select count(*) from staged_document) as document_count,
        (select count(*) from staged_claim) as claim_count,
        (select count(*) from rejected_claim) as rejected_claim_count,
        (select count(*) from question) as question_count,
        (select count(*) from finding) as finding_count
),
former as (
    select baseline_build.* replace (false as is_current)
    from baseline_build
    cross join this_build
    where not (baseline_build.is_current and baseline_build.build_id = this_build.build_id)
)
select
    this_build.build_id,
    this_build.built_at,
    counted.*,
    this_build.extractor,
    true as is_current
from this_build
cross join counted
union all by name
select * from former
order by built_at;
