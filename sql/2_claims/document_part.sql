-- One row per document: the part that it is grouped into. Documents are of one event as long as two of them are on
-- average likely enough to be: one that recalls another event is alike to some of its articles, and not to its own
-- event's. Of a crowd, the sample is grouped on its own; then each part of others is given to the part of a sample that
-- it is most likely of, by the mean of the pairs between the two that were compared.
create or replace table document_part as
with
grouped as (
    select document.document_id, coalesce(part.part_id, document.document_id) as part_id
    from staged_document as document
    left join merged_by_mean(
        'part_score', (select value from setting where setting = 'event_threshold')
    ) as part
        on document.document_id = part.item
),

sampled as (
    select crowd.document_id, grouped.part_id, count(*) over (partition by grouped.part_id) as document_count
    from document_crowd as crowd
    inner join grouped on crowd.document_id = grouped.document_id
    where crowd.is_sample
),

other as (
    select document_id, part_id, count(*) over (partition by part_id) as document_count
    from grouped
    where document_id not in (select document_id from sampled)
),

scored as (
    select a_document_id as document_id, b_document_id as sample_document_id, chance
    from document_score
    union all
    select b_document_id, a_document_id, chance
    from document_score
),

-- Where none of a part bears the name of the crowd, what was not compared has nothing in common.
likely as (
    select other.part_id, sampled.part_id as sample_part_id, avg(coalesce(scored.chance, 0)) as chance
    from document_sample as compared
    inner join other on compared.document_id = other.document_id
    inner join sampled on compared.sample_document_id = sampled.document_id
    left join scored
        on
            compared.document_id = scored.document_id
            and compared.sample_document_id = scored.sample_document_id
    group by other.part_id, sampled.part_id
    union all
    select
        other.part_id,
        sampled.part_id as sample_part_id,
        sum(scored.chance) / any_value(other.document_count * sampled.document_count) as chance
    from scored
    inner join other on scored.document_id = other.document_id
    inner join sampled on scored.sample_document_id = sampled.document_id
    group by other.part_id, sampled.part_id
),

-- Rounded lest the order of a sum decide between two that are equal.
closest as (
    select part_id, arg_max(sample_part_id, (round(chance, 9), sample_part_id)) as sample_part_id
    from likely
    where round(chance, 9) >= (select value from setting where setting = 'event_threshold')
    group by part_id
)

select
    grouped.document_id,
    coalesce(closest.sample_part_id, grouped.part_id) as part_id
from grouped
left join closest on grouped.part_id = closest.part_id;
