-- One row per question in dispute with figures beyond its ends: who gives the highest, and the lowest. Such a figure is
-- in dispute with the end across and lies beyond the one near it, though the two may be of days that no verdict joins.
create or replace table figure_beyond as
with
-- Figures that stand apart from an end, and how surely they answer one question with it.
apart as (
    select
        dispute.question_id,
        if(is_a_low, pair.a_claim_id, pair.b_claim_id) as lower_claim_id,
        if(is_a_low, pair.b_claim_id, pair.a_claim_id) as higher_claim_id,
        lower_claim_id in (dispute.low_claim_id, dispute.high_claim_id) as is_higher,
        if(is_higher, higher_claim_id, lower_claim_id) as claim_id,
        if(is_higher, lower_claim_id, higher_claim_id) as end_claim_id,
        coalesce(sure.surety, 1) as surety
    from contender_pair as pair
    inner join dispute on pair.question_id = dispute.question_id
    left join dispute_surety as sure on pair.a_claim_id = sure.a_claim_id and pair.b_claim_id = sure.b_claim_id
    where
        pair.is_of_figures
        and pair.has_two_sides
        and pair.verdict in ('differs', 'contradicts')
        and dispute.is_of_figures
        and (
            pair.a_claim_id in (dispute.low_claim_id, dispute.high_claim_id)
            or pair.b_claim_id in (dispute.low_claim_id, dispute.high_claim_id)
        )
),

-- Of these, what stands apart from the end across and lies beyond the one near it.
further as (
    select
        apart.question_id,
        apart.claim_id,
        apart.is_higher,
        near.claim_id as near_claim_id,
        max(apart.surety) as surety
    from apart
    inner join dispute on apart.question_id = dispute.question_id
    inner join comparable_claim as far on apart.claim_id = far.claim_id
    inner join comparable_claim as near
        on near.claim_id = if(apart.is_higher, dispute.high_claim_id, dispute.low_claim_id)
    where if(apart.is_higher, far.low > near.high, far.high < near.low)
    group by apart.question_id, apart.claim_id, apart.is_higher, near.claim_id
    having bool_or(apart.end_claim_id = if(apart.is_higher, dispute.low_claim_id, dispute.high_claim_id))
),

-- What a verdict joins to the near end without being apart from it: it meets the end, or an end overtakes it. The few
-- that lie further look for their pair, and not each pair for them: all pairs at once are more than memory holds.
beside as (
    select further.claim_id
    from contender_pair as pair
    inner join further
        on
            pair.a_claim_id = least(further.claim_id, further.near_claim_id)
            and pair.b_claim_id = greatest(further.claim_id, further.near_claim_id)
    where pair.verdict not in ('differs', 'contradicts')
),

beyond as (
    select * from further
    anti join beside on further.claim_id = beside.claim_id
)

select
    beyond.question_id,
    arg_max(
        voice_name.name_in_sentence || ', ' || claim.figure, (comparable.figure, claim.claim_id)
    ) filter (where beyond.is_higher) as higher,
    arg_min(
        voice_name.name_in_sentence || ', ' || claim.figure, (comparable.figure, claim.claim_id)
    ) filter (where not beyond.is_higher) as lower
from beyond
inner join comparable_claim as comparable on beyond.claim_id = comparable.claim_id
inner join analysed_claim as claim on beyond.claim_id = claim.claim_id
inner join voice_name on claim.voice_id = voice_name.voice_id
anti join withdrawn_figure as withdrawn on beyond.claim_id = withdrawn.claim_id
anti join dispute_end as ending on beyond.question_id = ending.question_id and claim.voice_id = ending.voice_id
where
    claim.hedge is distinct from 'vague'
    and beyond.surety >= (select value from setting where setting = 'beyond_surety')
group by beyond.question_id;
