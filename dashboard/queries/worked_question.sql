-- The question of the first finding that has a ratio, and whose two ends are told in sentences.
select finding.question_id
from finding
inner join claim as low on finding.low_claim_id = low.claim_id
inner join claim as high on finding.high_claim_id = high.claim_id
where finding.ratio is not null and low.quote is not null and high.quote is not null
order by finding.rank
limit 1
