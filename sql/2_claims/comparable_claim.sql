-- One row per claim, in the terms in which two claims are compared: converted units, open ends, days and moments.
create or replace table comparable_claim as
with
-- The voice that a denial is aimed at, by the name that the text gives it.
aimed as (
    select
        claim.claim_id,
        coalesce(
            arg_max(voice.voice_id, jaro_winkler_similarity(lower(target.claimant), lower(claim.denies))),
            left(md5(lower(claim.denies)), 12)
        ) as denies_voice_id
    from staged_claim as claim
    inner join question_member as member on claim.claim_id = member.claim_id
    inner join question_member as target_member on member.question_id = target_member.question_id
    left join staged_claim as target
        on
            target_member.claim_id = target.claim_id
            and (
                lower(target.claimant) = lower(claim.denies)
                or contains(lower(claim.denies), lower(target.claimant))
                or contains(lower(target.claimant), lower(claim.denies))
                or target.claimant is null and lower(target.source) = lower(claim.denies)
            )
    left join claim_voice as voice on target.claim_id = voice.claim_id
    where claim.denies is not null
    group by claim.claim_id, claim.denies
),

widened as (
    select
        member.question_id,
        claim.* exclude (low, high, value),
        claim.value as stated_value,
        claim.low is not null or claim.high is not null as is_bounded,
        claim.low is null or claim.high is null as is_open,
        claim_key.over_time,
        claim_key.class,
        claim_key.comparable_unit,
        case
            when claim.low is null then '-infinity'::double
            else claim.low - abs(claim.low) * claim_key.tolerance
        end * claim_key.unit_factor as low,
        case
            when claim.high is null then 'infinity'::double
            else claim.high + abs(claim.high) * claim_key.tolerance
        end * claim_key.unit_factor as high,
        claim.value * claim_key.unit_factor as value
    from staged_claim as claim
    inner join question_member as member on claim.claim_id = member.claim_id
    inner join claim_key on claim.claim_id = claim_key.claim_id
),

-- Every claim of a small question can be an end of it; of a large one only the lowest and the highest.
large_question as (
    select question_id
    from question_member
    group by question_id
    having count(*) > (select value from setting where setting = 'small_question')
),

end_claim as (
    select distinct unnest(lowest || highest).claim_id as claim_id
    from (
        select
            min({'end': high, 'claim_id': claim_id}, (select value::bigint from setting where setting = 'contenders'))
                as lowest,
            max({'end': low, 'claim_id': claim_id}, (select value::bigint from setting where setting = 'contenders'))
                as highest
        from widened
        semi join large_question on widened.question_id = large_question.question_id
        group by widened.question_id, widened.kind, widened.polarity
    )
)

select
    claim.question_id,
    claim.claim_id,
    claim.document_id,
    claim.source,
    claim.kind,
    claim.polarity,
    claim.hedge,
    voice.voice_id,
    reprint.origin_id,
    aimed.denies_voice_id,
    claim.replaces,
    claim.over_time,
    claim.class,
    claim.comparable_unit,
    claim.place,
    claim.low,
    claim.high,
    claim.value,
    claim.stated_value,
    coalesce(claim.value, claim.low) as figure,
    claim.kind = 'quantity' and claim.is_bounded as has_interval,
    claim.hedge in ('at_least', 'more_than', 'at_most', 'less_than')
    or claim.is_open as is_one_sided,
    claim.as_of,
    claim.reported_at,
    case when length(claim.as_of) >= 10 then left(claim.as_of, 10) end as as_of_day,
    large_question.question_id is null or end_claim.claim_id is not null as is_contender
from widened as claim
inner join claim_voice as voice on claim.claim_id = voice.claim_id
left join reprint on claim.claim_id = reprint.claim_id
left join aimed on claim.claim_id = aimed.claim_id
left join large_question on claim.question_id = large_question.question_id
left join end_claim on claim.claim_id = end_claim.claim_id;
