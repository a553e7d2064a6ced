-- One row per figure in dispute that no longer stands: its voice gives another one at a later date, in a later report,
-- or in the same one as what it says now ("last week spoke of 20, now says 14").
create or replace table overtaken_figure as
with
recurring as (
    select claim.*
    from comparable_claim as claim
    semi join recurring_voice
        on claim.question_id = recurring_voice.question_id and claim.voice_id = recurring_voice.voice_id
    where claim.has_interval and is_in_range(claim.question_id)
)

select distinct earlier.claim_number
from recurring as earlier
inner join recurring as later
    on
        earlier.question_id = later.question_id
        and earlier.voice_id = later.voice_id
        and earlier.comparable_unit is not distinct from later.comparable_unit
        and earlier.class is not distinct from later.class
        and coalesce(
            date_order(earlier.as_of, later.as_of),
            date_order(earlier.reported_at, later.reported_at),
            case
                when earlier.document_id = later.document_id and earlier.moved is null and later.moved is not null
                    then -1
            end
        ) < 0
        and (earlier.low > later.high or later.low > earlier.high)
where
    earlier.is_contender
    and later.polarity in ('asserted', 'expected')
    and earlier.question_id in (
        select question_id
        from contender_pair
        where verdict in ('differs', 'contradicts') and is_in_range(question_id)
    );
