-- One row per question whose only figures that stand apart are one voice's own in one article, those with most claims
-- first: no finding, for no two sources disagree.
select
    question.question_id,
    question.title,
    question.asks,
    question.verdict
from question
anti join finding on question.question_id = finding.question_id
where question.verdict in ('contradicts', 'differs')
order by question.claim_count desc, question.question_id asc
limit $most
