-- One row per claim of a text: the claim that stands for it where claims meet, mostly itself. In an event with many
-- claims figures that are the same in all that is compared but their words and voices meet the others as one: a toll
-- that a hundred reports repeat is one rival and not a hundred. Which of them stands for them is left to chance, lest
-- the figures of one report stand for all; a claim that a reader has judged stands for itself alone.
create or replace table standing_claim as
with
limits as (
    select
        max(value) filter (where setting = 'standing_claims') as claim_count,
        max(value) filter (where setting = 'standing_ratio') as ratio
    from setting
),

told as (
    select
        told_claim.*,
        -- Steps of equal ratio.
        if(told_claim.figure > 0, round(ln(told_claim.figure) / ln(limits.ratio)), told_claim.figure) as size,
        told_claim.kind = 'quantity'
        and told_claim.event_claim_count > limits.claim_count
        and told_claim.claim_id not in (select unnest([a_claim_id, b_claim_id]) from raw_override) as is_stood_for
    from told_claim
    cross join limits
)

select claim_id, claim_id as standing_id
from told
where not is_stood_for
union all
select
    claim_id,
    arg_min(claim_id, (id_hash(claim_id), claim_id)) over (
        partition by
            event_id,
            asked_as,
            dimension,
            is_change,
            is_extracted,
            is_generic,
            is_unsure,
            counted_head,
            is_generic_head,
            class,
            is_whole,
            trend,
            polarity,
            predicate_group,
            actor,
            place,
            own_place,
            nearest_place,
            is_rough_place,
            is_background,
            coalesce(contains(quote, nearest_place), false),
            day,
            is_undated,
            figure > 0,
            size,
            telling_figure is null,
            hedge is not distinct from 'vague',
            said_by = '',
            figure_count = 1
    ) as standing_id
from told
where is_stood_for;
