-- One row per step of deviation: how many figures lie that many steps from the middle of their question's voices.
-- The rows of weighed_deviation are those of weighed_deviations.sql.
select
    cast(round(least(greatest(deviation, -$reach), $reach) / $step) as integer) as bin,
    count(*) as claims,
    count(*) filter (where abs(deviation) <= $near) as near_claims,
    count(*) filter (where abs(deviation) >= $far) as far_claims
from weighed_deviation
group by bin
order by bin
