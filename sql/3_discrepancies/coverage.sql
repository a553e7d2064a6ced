-- One row per publisher and disputed question: how often it speaks on it, or that it stays silent.
create or replace table coverage as
with
-- Publishers of articles: of one that only gives figures, nobody can say what it stays silent on.
publisher as (
    select source
    from source
    where document_count > 0
),

spoken as (
    select
        question_id,
        source,
        count(*) as claim_count,
        count(distinct voice_id) as voice_count
    from claim
    where
        source in (select publisher.source from publisher)
        and question_id in (select finding.question_id from finding)
    group by question_id, source
)

select
    finding.question_id,
    publisher.source,
    coalesce(spoken.claim_count, 0) as claim_count,
    coalesce(spoken.voice_count, 0) as voice_count,
    spoken.claim_count is null as is_silent
from finding
cross join publisher
left join spoken on finding.question_id = spoken.question_id and publisher.source = spoken.source;
