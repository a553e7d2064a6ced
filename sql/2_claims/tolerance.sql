-- One row per measure that a claim or the table of measures names: by which thresholds two of its figures are compared.
create or replace table tolerance as
with
named as (
    select measure
    from measure
    union
    select measure
    from staged_claim
)

select
    named.measure,
    coalesce(measure.tolerance, 0) as tolerance,
    (select value from setting where setting = 'contradiction_ratio') as contradiction_ratio
from named
left join measure on named.measure = measure.measure
order by named.measure;
