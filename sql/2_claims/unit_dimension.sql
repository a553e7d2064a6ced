-- One row per unit of a claim, null among them: its dimension and its factor. Words of the unit table convert within a
-- dimension; currencies are one dimension, but do not convert.
create or replace table unit_dimension as
select
    claim.unit,
    case
        when claim.unit is null then 'count'
        when unit.dimension is not null then string_split(unit.dimension, ':')[1]
        when regexp_full_match(claim.unit, '[A-Z]{3}') then 'money'
        else claim.unit
    end as dimension,
    coalesce(unit.dimension, claim.unit) as comparable_unit,
    coalesce(unit.factor, 1) as unit_factor
from (select distinct unit from staged_claim) as claim
left join unit on claim.unit = unit.unit;
