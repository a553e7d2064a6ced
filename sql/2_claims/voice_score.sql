-- One row per two voices of an event that may be one: the sum of what speaks for it and against it, the logarithm of
-- the odds.
create or replace table voice_score as
select
    event_id || ' ' || a_key as a_name,
    event_id || ' ' || b_key as b_name,
    round(sum(evidence.amount * voice_feature.weight), 9) as score
from voice_evidence as evidence
inner join voice_feature on evidence.feature = voice_feature.feature
group by evidence.event_id, evidence.a_key, evidence.b_key;
