-- One row per two claims that links join, directly or through others, or that a reader has joined or parted, of those
-- that stand for others or themselves: the features that speak for one question and against it, and their score.
create or replace table standing_link as
with
joined as (
    select score.a_claim_id, score.b_claim_id, score.score
    from question_score as score
    inner join question_group as a on score.a_claim_id = a.claim_id
    inner join question_group as b on score.b_claim_id = b.claim_id
    where
        a.group_id = b.group_id
        or (score.a_claim_id, score.b_claim_id) in (
            select (a_claim_id, b_claim_id)
            from question_evidence
            where feature in ('declared_same', 'declared_apart')
        )
)

select
    joined.a_claim_id,
    joined.b_claim_id,
    any_value(joined.score) as score,
    told_features(shown.feature, shown.amount * question_feature.weight) as features
from joined
inner join question_evidence as shown
    on joined.a_claim_id = shown.a_claim_id and joined.b_claim_id = shown.b_claim_id
inner join question_feature on shown.feature = question_feature.feature
group by joined.a_claim_id, joined.b_claim_id;
