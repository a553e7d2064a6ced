-- One row: within how many times the middle of their question, up or down, nine of ten ends of findings lie.
with
ends as (
    select
        finding.low_value,
        finding.high_value,
        coalesce(
            consensus.value * coalesce(own.factor / shown.factor, 1),
            sqrt(finding.low_value) * sqrt(finding.high_value)
        ) as middle
    from finding
    left join consensus on finding.question_id = consensus.question_id
    left join unit as own on consensus.unit = own.unit
    left join unit as shown on finding.unit = shown.unit and own.dimension = shown.dimension
    where finding.low_value > 0 and finding.high_value > 0
)

select quantile_cont(greatest(middle / low_value, high_value / middle), 0.9) as reach
from ends
where middle > 0
