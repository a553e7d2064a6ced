-- One row per step of deviation: how many figures lie that many steps from the middle of their question's voices.
with
deviations as (
    select ln(claim.value / consensus.value) as deviation
    from claim
    inner join consensus using (question_id)
    where
        claim.value > 0
        and consensus.value > 0
        and consensus.voice_count > 1
        and claim.restates is null
        and claim.polarity = 'asserted'
        and claim.hedge not in ('at_least', 'more_than', 'at_most', 'less_than')
)
select
    cast(round(least(greatest(deviation, -$reach), $reach) / $step) as integer) as bin,
    count(*) as claims,
    count(*) filter (where abs(deviation) <= $near) as near_claims,
    count(*) filter (where abs(deviation) >= $far) as far_claims
from deviations
group by bin
order by bin
