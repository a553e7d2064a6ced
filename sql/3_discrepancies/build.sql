-- One row per build of this file, the current one and those that it replaced: when it ran and what it held.
create or replace table build as
with
-- The build that this one repeats, input for input: it stays the one row that it was.
repeated as (
    select baseline_build.*
    from baseline_build
    inner join this_build on baseline_build.build_id = this_build.build_id
    where baseline_build.is_current
),

-- How many documents are new, have another text than in the build before, or are gone; null where there was none.
document_fate as (
    select
        count(*) filter (where former.document_id is null) as documents_added,
        count(*) filter (where md5(document.text) != former.text_hash) as documents_edited,
        count(*) filter (where document.document_id is null) as documents_removed
    from staged_document as document
    full outer join baseline_document as former on document.document_id = former.document_id
    having exists (select build_id from baseline_build)
    and not exists (select build_id from repeated)
    union all
    select documents_added, documents_edited, documents_removed
    from repeated
),

counted as (
    select
        (select count(*) from staged_document) as document_count,
        (select documents_added from document_fate) as documents_added,
        (select documents_edited from document_fate) as documents_edited,
        (select documents_removed from document_fate) as documents_removed,
        (select count(*) from claim) as claim_count,
        (select count(*) from rejected_claim) as rejected_claim_count,
        (select count(*) from question) as question_count,
        (select count(*) from finding) as finding_count
),

former as (
    select baseline_build.* replace (false as is_current)
    from baseline_build
    where baseline_build.build_id not in (select repeated.build_id from repeated)
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
