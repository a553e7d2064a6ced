-- One row per two claims in dispute of which a text gives one: the chance that they are two answers to one question,
-- and what raises doubts, in words. The features add up to the logarithm of the odds.
create or replace table dispute_surety as
select
    shown.a_claim_id,
    shown.b_claim_id,
    shown.a_claim_number,
    shown.b_claim_number,
    greatest(round(1 / (1 + exp(-sum(shown.amount * feature.weight))), 6), 0.000001) as surety,
    string_agg(feature.doubt, '; ' order by shown.amount * feature.weight, feature.feature) filter (
        where shown.amount * feature.weight <= -(select value from setting where setting = 'doubt_weight')
    ) as doubts
from dispute_evidence as shown
inner join surety_feature as feature on shown.feature = feature.feature
group by shown.a_claim_id, shown.b_claim_id, shown.a_claim_number, shown.b_claim_number;
