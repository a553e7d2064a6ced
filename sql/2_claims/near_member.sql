-- One row per question of texts and another one that it nearly was one with, the nearest first: the two claims that are
-- nearest to each other, the score of what they show and the features that make it. Claims that would have joined the
-- two by themselves stand here too: the other claims between the two kept them apart.
create or replace table near_member as
with
apart as (
    select
        a.question_id,
        b.question_id as near_question_id,
        score.a_claim_id as claim_id,
        score.b_claim_id as near_claim_id,
        score.score
    from question_score as score
    inner join question_member as a on score.a_claim_id = a.claim_id
    inner join question_member as b on score.b_claim_id = b.claim_id
    where
        a.question_id <> b.question_id
        and score.score >= (select value from setting where setting = 'near_threshold')
),

either_way as (
    from apart
    union all
    select near_question_id, question_id, near_claim_id, claim_id, score
    from apart
),

nearest as (
    select
        question_id,
        near_question_id,
        arg_max(claim_id, (score, least(claim_id, near_claim_id), greatest(claim_id, near_claim_id))) as claim_id,
        arg_max(near_claim_id, (score, least(claim_id, near_claim_id), greatest(claim_id, near_claim_id)))
            as near_claim_id,
        max(score) as score
    from either_way
    group by question_id, near_question_id
    qualify
        row_number() over (partition by question_id order by max(score) desc, near_question_id asc)
        <= (select value from setting where setting = 'near_questions')
)

select
    nearest.*,
    told_features(shown.feature, shown.amount * question_feature.weight) as features
from nearest
inner join question_evidence as shown
    on
        shown.a_claim_id = least(nearest.claim_id, nearest.near_claim_id)
        and shown.b_claim_id = greatest(nearest.claim_id, nearest.near_claim_id)
inner join question_feature on shown.feature = question_feature.feature
group by all;
