-- One row per claim by which articles answer what is in dispute, the most severe first, or what moves.
select
    claim.document_id,
    claim.question_id,
    claim.claim_id,
    claim.figure,
    claim.voice,
    question.title,
    case
        when claim.claim_id = finding.low_claim_id then 'low'
        when claim.claim_id = finding.high_claim_id then 'high'
    end as side
from claim
inner join question on claim.question_id = question.question_id
left join finding on claim.question_id = finding.question_id
where
    list_contains($document_ids, claim.document_id)
    and claim.restates is null
    and (finding.question_id is not null or question.verdict = 'update')
order by claim.document_id, finding.is_unsure nulls last, finding.rank nulls last, claim.char_start, claim.claim_id
