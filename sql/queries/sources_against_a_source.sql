-- Sources against a source: who else stands on the other side of a publisher's findings, and how often.
-- $source: a publisher, spelled as in the view source
with sides as (
    select
        finding_id,
        low_source as a_source,
        high_source as b_source
    from finding
    union all
    select
        finding_id,
        high_source as a_source,
        low_source as b_source
    from finding
)

select
    b_source as source,
    count(distinct finding_id) as findings
from sides
where a_source = $source and b_source <> $source
group by all
order by findings desc, source;
