-- Silence on a question: the publishers that hold no claim on it, those with most claims elsewhere first.
-- $question_id: a question, by its id
select
    source.source,
    source.claim_count,
    source.finding_count
from source
where source.source not in (select claim.source from claim where claim.question_id = $question_id)
order by source.claim_count desc, source.source
limit 50;
