-- One row per question whose dispute is of asserted figures, and of which somebody expects another: who expects the one
-- that lies farthest from both ends. What is expected is held against no figure that is asserted, so it is no end.
create or replace table figure_expected as
with
disputed as (
    select
        dispute.question_id,
        low.comparable_unit,
        low.class,
        low.low as low_from,
        low.high as low_to,
        high.low as high_from,
        high.high as high_to
    from dispute
    inner join comparable_claim as low on dispute.low_claim_number = low.claim_number
    inner join comparable_claim as high on dispute.high_claim_number = high.claim_number
    where dispute.is_of_figures and low.polarity = 'asserted' and high.polarity = 'asserted'
),

apart as (
    select
        disputed.question_id,
        expected.claim_id,
        expected.voice_id,
        greatest(expected.figure - disputed.high_to, disputed.low_from - expected.figure) as distance
    from disputed
    inner join comparable_claim as expected
        on
            disputed.question_id = expected.question_id
            and disputed.comparable_unit is not distinct from expected.comparable_unit
            and disputed.class is not distinct from expected.class
    where
        expected.polarity = 'expected'
        and expected.has_interval
        and expected.hedge is distinct from 'vague'
        and (expected.low > disputed.low_to or expected.high < disputed.low_from)
        and (expected.low > disputed.high_to or expected.high < disputed.high_from)
)

select
    apart.question_id,
    arg_max(voice_name.name_in_sentence || ', ' || claim.figure, (apart.distance, claim.claim_id)) as expected
from apart
inner join analysed_claim as claim on apart.claim_id = claim.claim_id
inner join voice_name on apart.voice_id = voice_name.voice_id
group by apart.question_id;
