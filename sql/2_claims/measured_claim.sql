-- One row per claim with its question and voice: its interval in the first unit of its dimension, widened by the
-- tolerance of its measure, an open end at infinity.
create or replace view measured_claim as
select
    claim.* replace (
        coalesce(claim_key.class, claim.class) as class,
        -- A count that "had risen to 71" is a total that goes on, whatever it counts.
        case
            when
                claim.over_time = 'fixed'
                and claim.unit is null
                and claim.polarity = 'asserted'
                and moved.direction = 'rise'
                and not moved.is_own
                then 'cumulative'
            else claim.over_time
        end as over_time
    ),
    member.question_id,
    voice.voice_id,
    moved.direction as moved,
    moved.is_own as is_moved_by_voice,
    claim.kind = 'quantity' and (claim.low is not null or claim.high is not null) as has_interval,
    claim.hedge in ('at_least', 'more_than', 'at_most', 'less_than')
    or claim.low is null
    or claim.high is null as is_one_sided,
    case
        when claim.low is null then '-infinity'::double
        else claim.low - abs(claim.low) * claim.tolerance
    end * claim.unit_factor as comparable_low,
    case
        when claim.high is null then 'infinity'::double
        else claim.high + abs(claim.high) * claim.tolerance
    end * claim.unit_factor as comparable_high,
    claim.value * claim.unit_factor as comparable_value,
    loose_place.claim_id is not null as is_loosely_placed
from worded_claim as claim
inner join question_member as member on claim.claim_number = member.claim_number
inner join claim_voice as voice on claim.claim_number = voice.claim_number
left join claim_key on claim.claim_number = claim_key.claim_number
left join loose_place on claim.claim_id = loose_place.claim_id
left join moved_figure as moved on claim.claim_id = moved.claim_id;
