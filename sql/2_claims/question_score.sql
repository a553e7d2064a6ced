-- One row per two claims that may answer one question: the sum of what speaks for it and against it.
create or replace table question_score as
select
    shown.a_claim_id,
    shown.b_claim_id,
    sum(shown.amount * question_feature.weight) as score
from question_evidence as shown
inner join question_feature on shown.feature = question_feature.feature
group by shown.a_claim_id, shown.b_claim_id;
