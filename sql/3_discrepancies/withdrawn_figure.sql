-- One row per figure that its voice has withdrawn: a text says that the voice puts another in its place, and the voice
-- gave this one no later than that, there or elsewhere.
create or replace table withdrawn_figure as
select distinct withdrawn.claim_id
from comparable_claim as replacing
inner join comparable_claim as replaced
    on
        replacing.replaces = replaced.claim_id
        and replacing.question_id = replaced.question_id
        and replacing.voice_id = replaced.voice_id
inner join comparable_claim as withdrawn
    on
        replaced.question_id = withdrawn.question_id
        and replaced.voice_id = withdrawn.voice_id
        and replaced.comparable_unit is not distinct from withdrawn.comparable_unit
        and replaced.class is not distinct from withdrawn.class
where
    replacing.has_interval
    and replacing.polarity in ('asserted', 'expected')
    and is_close(withdrawn.figure, replaced.figure)
    and not is_close(replacing.figure, replaced.figure)
    and coalesce(date_order(withdrawn.as_of, replacing.as_of) < 0, true);
