-- One row per question: all that its page says of it but its claims, in the order of the hashes of the questions' ids,
-- so that one question of millions is found by a number, with a single query.
create or replace table question_page as
select
    id_hash(question.question_id) as id_hash,
    question.*,
    finding.finding_id,
    finding.rank as finding_rank,
    if(consensus.question_id is null, null, consensus) as consensus
from question
left join finding on question.question_id = finding.question_id
left join consensus on question.question_id = consensus.question_id
order by id_hash;
