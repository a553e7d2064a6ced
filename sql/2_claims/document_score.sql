-- One row per two documents that may tell of one event: how likely they do, by the sum of what speaks for and against
-- it, the logarithm of the odds.
create or replace table document_score as
select
    evidence.a_document_id,
    evidence.b_document_id,
    round(1 / (1 + exp(-sum(evidence.amount * event_feature.weight))), 9) as chance
from document_evidence as evidence
inner join event_feature on evidence.feature = event_feature.feature
group by evidence.a_document_id, evidence.b_document_id;
