-- One row per question in dispute with figures beyond its ends: who gives the highest, and the lowest. Such a figure is
-- in dispute with the end across and lies beyond the one near it, though the two may be of days that no verdict joins.
create or replace table figure_beyond as
with
-- Figures that stand apart from an end, and how surely they answer one question with it.
apart as (
    select
        dispute.question_id,
        if(is_a_low, pair.a_claim_number, pair.b_claim_number) as lower_claim_number,
        if(is_a_low, pair.b_claim_number, pair.a_claim_number) as higher_claim_number,
        lower_claim_number in (dispute.low_claim_number, dispute.high_claim_number) as is_higher,
        if(is_higher, higher_claim_number, lower_claim_number) as claim_number,
        if(is_higher, dispute.high_claim_number, dispute.low_claim_number) as near_claim_number,
        if(is_higher, lower_claim_number, higher_claim_number) != near_claim_number as is_across,
        coalesce(sure.surety, 1) as surety
    from contender_pair as pair
    inner join dispute on pair.question_id = dispute.question_id
    left join dispute_surety as sure
        on pair.a_claim_number = sure.a_claim_number and pair.b_claim_number = sure.b_claim_number
    where
        is_in_range(pair.question_id)
        and pair.is_of_figures
        and pair.has_two_sides
        and pair.verdict in ('differs', 'contradicts')
        and dispute.is_of_figures
        and (
            pair.a_claim_number in (dispute.low_claim_number, dispute.high_claim_number)
            or pair.b_claim_number in (dispute.low_claim_number, dispute.high_claim_number)
        )
),

-- Of these, what stands apart from the end across and lies beyond the one near it.
further as (
    select
        apart.question_id,
        apart.claim_number,
        apart.is_higher,
        apart.near_claim_number,
        max(apart.surety) as surety
    from apart
    inner join comparable_claim as far on apart.claim_number = far.claim_number
    inner join dispute_end as near on apart.question_id = near.question_id and apart.is_higher != near.is_low
    where
        if(apart.is_higher, far.low > near.high, far.high < near.low)
        and is_in_range(far.question_id)
    group by apart.question_id, apart.claim_number, apart.is_higher, apart.near_claim_number
    having bool_or(apart.is_across)
),

-- What a verdict joins to the near end without being apart from it: it meets the end, or an end overtakes it. The few
-- that lie further look for their pair, and not each pair for them: all pairs at once are more than memory holds.
beside as (
    select further.claim_number
    from contender_pair as pair
    inner join further
        on
            least(pair.a_claim_number, pair.b_claim_number) = least(further.claim_number, further.near_claim_number)
            and greatest(pair.a_claim_number, pair.b_claim_number)
            = greatest(further.claim_number, further.near_claim_number)
    where pair.verdict not in ('differs', 'contradicts') and is_in_range(pair.question_id)
),

beyond as (
    select * from further
    anti join beside on further.claim_number = beside.claim_number
)

select
    beyond.question_id,
    arg_max(
        voice_name.name_in_sentence || ', ' || claim.figure,
        (coalesce(claim.comparable_value, claim.comparable_low), claim.claim_id)
    ) filter (where beyond.is_higher) as higher,
    arg_min(
        voice_name.name_in_sentence || ', ' || claim.figure,
        (coalesce(claim.comparable_value, claim.comparable_low), claim.claim_id)
    ) filter (where not beyond.is_higher) as lower
from beyond
inner join analysed_claim as claim on beyond.claim_number = claim.rowid
inner join voice_name on claim.voice_id = voice_name.voice_id
anti join withdrawn_figure as withdrawn on claim.claim_id = withdrawn.claim_id
anti join overtaken_figure as overtaken on beyond.claim_number = overtaken.claim_number
anti join dispute_end as ending on beyond.question_id = ending.question_id and claim.voice_id = ending.voice_id
where
    is_in_range(claim.question_id)
    and claim.hedge is distinct from 'vague'
    and beyond.surety >= (select value from setting where setting = 'beyond_surety')
group by beyond.question_id;
