-- One row per figure, the furthest from the middle of their question's voices first.
select
    claim.claim_id,
    claim.question_id,
    claim.voice,
    claim.voice_affiliation,
    claim.source,
    claim.figure,
    claim.hedge,
    question.title,
    ln(claim.value / consensus.value) as deviation
from claim
inner join consensus using (question_id)
inner join question using (question_id)
where
    claim.value > 0
    and consensus.value > 0
    and consensus.voice_count > 1
    and claim.restates is null
    and claim.polarity = 'asserted'
    and claim.hedge not in ('at_least', 'more_than', 'at_most', 'less_than')
order by abs(deviation) desc, claim.claim_id asc
limit $most
