-- One row per measure and what is counted of it: what exactly that is, where the words for it name a part of what the
-- measure counts ("companies" of the sanctioned entities, "posts, agency staff included" of the job cuts), and the last
-- word of its noun.
create or replace table counted_class as
with
counted_head as (
    select
        measure,
        lower(counted) as counted,
        last_word_of(counted) as head,
        nullif(
            regexp_extract(
                lower(counted), '(?:including|excluding|without|only|over|above) .+$|[^,]+ (?:included|excluded)$'
            ),
            ''
        ) as qualifier
    from (select distinct measure, counted from staged_claim where counted is not null)
)

select
    counted_head.measure,
    counted_head.counted,
    any_value(counted_head.head) as head,
    trim(coalesce(any_value(counted_head.qualifier), min(nullif(measure_wording.class, '')))) as class
from counted_head
left join measure_wording
    on
        (
            counted_head.measure = measure_wording.measure
            or ends_with(counted_head.measure, '_' || measure_wording.measure)
        )
        and measure_wording.wording in (counted_head.counted, counted_head.head)
group by counted_head.measure, counted_head.counted;
