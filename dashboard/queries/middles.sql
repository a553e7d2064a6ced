-- One row per finding in a list: the middle of its voices, which its strip is centred on, in the unit of the finding.
select
    consensus.question_id,
    consensus.value * coalesce(own.factor / shown.factor, 1) as value
from consensus
inner join finding on consensus.question_id = finding.question_id
left join unit as own on consensus.unit = own.unit
left join unit as shown on finding.unit = shown.unit and own.dimension = shown.dimension
where list_contains($question_ids, consensus.question_id)
