-- One row per claim: the independent voice that it counts for. What a publisher says itself counts for its origin, if
-- it has one. Voices that are quoted in one origin are one: an unnamed source is the same in every reprint.
create or replace table claim_support as
with
spoken as (
    select
        claim.claim_id,
        member.question_id,
        claim_voice.voice_id,
        reprint.origin_id,
        claim.claimant is null or starts_with(claim_voice.voice_key, 'source:') as is_publisher
    from staged_claim as claim
    inner join question_member as member on claim.claim_id = member.claim_id
    inner join claim_voice on claim.claim_id = claim_voice.claim_id
    left join reprint on claim.claim_id = reprint.claim_id
),

quoted_origin as (
    select question_id, origin_id, min(voice_id) as first_voice_id
    from spoken
    where origin_id is not null and not is_publisher
    group by question_id, origin_id
),

united as (
    select spoken.question_id, spoken.voice_id, min(quoted_origin.first_voice_id) as support_id
    from spoken
    inner join quoted_origin
        on spoken.question_id = quoted_origin.question_id and spoken.origin_id = quoted_origin.origin_id
    where not spoken.is_publisher
    group by spoken.question_id, spoken.voice_id
)

select
    spoken.claim_id,
    case
        when spoken.is_publisher then coalesce(quoted_origin.first_voice_id, spoken.origin_id, spoken.voice_id)
        else coalesce(united.support_id, spoken.voice_id)
    end as support_id
from spoken
left join united
    on spoken.question_id = united.question_id and spoken.voice_id = united.voice_id and not spoken.is_publisher
left join quoted_origin
    on spoken.question_id = quoted_origin.question_id and spoken.origin_id = quoted_origin.origin_id;
