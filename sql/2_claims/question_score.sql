-- One row per two claims that may answer one question: the sum of what speaks for it and against it,
-- rounded lest the order of the sum decide at a threshold.
create or replace table question_score as
select
    shown.a_claim_id,
    shown.b_claim_id,
    round(sum(shown.amount * question_feature.weight), 9) as score
from question_evidence as shown
inner join question_feature on shown.feature = question_feature.feature
group by shown.a_claim_id, shown.b_claim_id;
