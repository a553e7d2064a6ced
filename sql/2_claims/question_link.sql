-- One row per two claims that links join, directly or through others, or that a reader has joined or parted: the
-- features that speak for one question and against it, and their score. What links two claims links all those for which
-- they stand, and two for which one claim stands are the same figure. A view, for hundreds of claims that meet as one
-- are tens of thousands of pairs; the two orders apart, so that who asks for a few claims need not see all.
create or replace view question_link as
with
stood_for as (
    select a.claim_id, b.claim_id as other_claim_id, link.score, link.features
    from standing_link as link
    inner join standing_claim as a on link.a_claim_id = a.standing_id
    inner join standing_claim as b on link.b_claim_id = b.standing_id
)

select claim_id as a_claim_id, other_claim_id as b_claim_id, score, features
from stood_for
where claim_id < other_claim_id
union all
select other_claim_id as a_claim_id, claim_id as b_claim_id, score, features
from stood_for
where other_claim_id < claim_id
union all
select
    a.claim_id as a_claim_id,
    b.claim_id as b_claim_id,
    same.weight as score,
    same.feature || ' ' || same.weight::varchar as features
from standing_claim as a
inner join standing_claim as b on a.standing_id = b.standing_id and a.claim_id < b.claim_id
inner join question_feature as same on same.feature = 'told_alike';
