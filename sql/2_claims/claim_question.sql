-- One row per claim: the question that it answers, in the order of the hashes of the claims' ids. The claims themselves
-- lie in the order of their questions; this narrow table says where among them a claim is to be looked for.
create or replace table claim_question as
select
    id_hash(claim_id) as id_hash,
    question_id
from analysed_claim
order by id_hash;
