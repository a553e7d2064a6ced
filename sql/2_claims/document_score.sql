-- One row per two documents of a story: the sum of what speaks for and against one event, the logarithm of the odds.
create or replace table document_score as
select
    evidence.a_document_id,
    evidence.b_document_id,
    round(sum(evidence.amount * event_feature.weight), 9) as score,
    -- Documents are joined by the mean of their pairs as it is.
    null::double as least_mean
from document_evidence as evidence
inner join event_feature on evidence.feature = event_feature.feature
group by evidence.a_document_id, evidence.b_document_id;
