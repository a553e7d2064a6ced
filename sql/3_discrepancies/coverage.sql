-- One row per publisher and disputed question: how often it speaks on it, or that it stays silent.
create or replace table coverage as
with
spoken as (
    select
        question_id,
        source,
        count(*) as claim_count,
        count(distinct voice_id) as voice_count
    from claim
    group by question_id, source
)

select
    finding.question_id,
    source.source,
    coalesce(spoken.claim_count, 0) as claim_count,
    coalesce(spoken.voice_count, 0) as voice_count,
    spoken.claim_count is null as is_silent
from finding
cross join source
left join spoken on finding.question_id = spoken.question_id and source.source = spoken.source
where source.document_count > 0;
