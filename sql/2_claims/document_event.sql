-- One row per document: the event that it tells of, which keeps its id from build to build.
create or replace table document_event as
with
-- An event bears the name of its earliest document.
named as (
    select
        document.document_id,
        left(
            md5('event' || chr(31) || first_value(document.document_id) over (
                partition by part.part_id
                order by document.published_at nulls last, document.document_id
            )),
            12
        ) as event_id
    from staged_document as document
    inner join document_part as part on document.document_id = part.document_id
),

-- It keeps the name that it had in the build before, whatever arrives: that of the event with which it shares most
-- documents, where no other event of this build shares more with that one.
shared as (
    select named.event_id, former.event_id as former_id, count(*) as document_count
    from named
    inner join baseline_document as former on named.document_id = former.document_id
    where former.event_id is not null
    group by named.event_id, former.event_id
),

kept as (
    select event_id, former_id
    from shared
    qualify
        row_number() over (partition by event_id order by document_count desc, former_id) = 1
        and row_number() over (
            partition by former_id order by document_count desc, event_id = former_id desc, event_id
        ) = 1
)

-- Where its earliest document named an event that another one goes on bearing, it takes a name of its own.
select
    named.document_id,
    case
        when kept.former_id is not null then kept.former_id
        when borne.former_id is not null then left(md5('parted from ' || named.event_id), 12)
        else named.event_id
    end as event_id
from named
left join kept on named.event_id = kept.event_id
left join kept as borne on named.event_id = borne.former_id;
