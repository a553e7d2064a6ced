-- Denials: who denies what, and how many claims stand against each denial.
select
    claim.voice,
    question.asks,
    claim.quote,
    claim.reported_at,
    count(pair.verdict) as claims_against
from claim
inner join question on claim.question_id = question.question_id
left join pair
    on
        claim.question_id = pair.question_id
        and claim.claim_id in (pair.a_claim_id, pair.b_claim_id)
        and pair.verdict = 'contradicts'
where claim.polarity = 'denied'
group by all
order by claims_against desc, claim.reported_at desc nulls last
limit 50;
