-- One row per two claims of one question, with everything that decides what they are to each other.
create or replace view judged_pair as
with
met as (
    select
        a.question_id,
        a,
        b,
        a.is_contender as a_contends,
        b.is_contender as b_contends,
        a.voice_id = b.voice_id as same_voice,
        a.voice_id = b.voice_id or coalesce(a.origin_id = b.origin_id, false) as is_one_voice,
        a.source = b.source as is_one_source,
        a.kind = 'stance' or b.kind = 'stance' as has_stance,
        a.hedge = 'vague' or b.hedge = 'vague' as has_vague,
        a.polarity = b.polarity as is_one_polarity,
        date_order(a.as_of, b.as_of) as as_of_order,
        coalesce(date_order(a.as_of, b.as_of), date_order(a.reported_at, b.reported_at)) is not null as is_at_two_times,
        -- One day: the same known day, or one document that does not say otherwise.
        coalesce(a.as_of_day = b.as_of_day, a.document_id = b.document_id, false) as is_of_one_day,
        case
            when a.comparable_unit is distinct from b.comparable_unit then 'unit'
            when a.class is distinct from b.class then 'class'
            when is_nested(a.place, b.place) then 'part'
            when a.place != b.place then 'place'
            when a.as_of_day != b.as_of_day then 'time'
        end as scope_note,
        greatest(a.low, b.low) as larger_low,
        least(a.high, b.high) as smaller_high
    from comparable_claim as a
    inner join comparable_claim as b on a.question_id = b.question_id and a.claim_id < b.claim_id
),

-- A vague word is represented by the end nearest to the other figure.
represented as (
    select
        *,
        coalesce(scope_note in ('unit', 'class', 'part'), false) as is_of_other_scope,
        case
            when a.value is not null and b.value is not null then a.value
            when a.high < b.low then a.high
            else a.low
        end as a_figure,
        case
            when a.value is not null and b.value is not null then b.value
            when a.high < b.low then b.low
            else b.high
        end as b_figure
    from met
),

-- Two intervals meet if they share more than a point, or a point that one of the texts wrote.
measured as (
    select
        *,
        case
            when is_close(larger_low, smaller_high)
                then coalesce(is_close(a.value, larger_low), false)
                or coalesce(is_close(b.value, larger_low), false)
                or a.low = a.high
                or b.low = b.high
            else larger_low < smaller_high
        end as is_meeting,
        case
            when not isfinite(a_figure) or not isfinite(b_figure) then null
            when a_figure = b_figure then 1
            when a_figure * b_figure > 0
                then greatest(abs(a_figure), abs(b_figure)) / least(abs(a_figure), abs(b_figure))
        end as ratio
    from represented
),

-- A running total that had time to grow: the later figure is higher.
ordered as (
    select
        *,
        case when as_of_order < 0 then a else b end as earlier,
        case when as_of_order < 0 then b else a end as later
    from measured
),

grown as (
    select
        ordered.*,
        not same_voice
        and as_of_order is not null
        and a.over_time = 'cumulative'
        and later.low >= earlier.high
        -- Unless the earlier voice stands by a lower figure at the later date or after it.
        and not exists (
            select 1
            from comparable_claim as kept
            where
                kept.question_id = ordered.question_id
                and kept.voice_id = ordered.earlier.voice_id
                and kept.kind = 'quantity'
                and kept.polarity = 'asserted'
                and kept.as_of is not null
                and coalesce(date_order(kept.as_of, ordered.later.as_of), 0) >= 0
                and kept.comparable_unit is not distinct from ordered.later.comparable_unit
                and kept.class is not distinct from ordered.later.class
                and not coalesce(is_nested(kept.place, ordered.later.place), false)
                and kept.high < ordered.later.low
        ) as is_grown,
        coalesce(a.replaces = b.claim_id or b.replaces = a.claim_id, false) as is_replaced
    from ordered
),

reasoned as (
    select
        *,
        case
            when a.polarity = 'unconfirmed' or b.polarity = 'unconfirmed' then null
            when
                a.polarity = 'expected' and b.polarity = 'asserted'
                or a.polarity = 'asserted' and b.polarity = 'expected'
                then null
            when has_stance and is_one_polarity
                then case
                    when a.kind != b.kind or is_one_source and is_one_voice then null
                    when is_one_voice then 'same word through two publishers'
                    else 'same word'
                end
            when has_stance
                then case
                    when a.kind = 'quantity' and a.polarity = 'denied' or b.kind = 'quantity' and b.polarity = 'denied'
                        then null
                    when coalesce(a.value = 0, false) or coalesce(b.value = 0, false) then null
                    when a.denies_voice_id != b.voice_id or b.denies_voice_id != a.voice_id then null
                    when same_voice and as_of_order is not null then 'word changed'
                    else 'denied'
                end
            when not a.has_interval or not b.has_interval then null
            when is_one_polarity and a.polarity = 'denied'
                then case
                    when
                        same_voice
                        and not is_one_source
                        and coalesce(
                            is_close(a.stated_value, b.stated_value),
                            a.stated_value is null and b.stated_value is null
                        )
                        then 'same denial through two publishers'
                end
            when a.polarity = 'denied' or b.polarity = 'denied'
                then case
                    when is_of_other_scope then null
                    when
                        a.polarity = 'denied'
                        and coalesce(b.value, b.low) >= a.low
                        and coalesce(b.value, b.high) <= a.high
                        then 'figure denied'
                    when
                        b.polarity = 'denied'
                        and coalesce(a.value, a.low) >= b.low
                        and coalesce(a.value, a.high) <= b.high
                        then 'figure denied'
                end
            when is_of_other_scope then 'other ' || scope_note
            when a.over_time = 'level' and not same_voice and not is_of_one_day then null
            when is_meeting and not is_one_voice
                then case
                    when a.hedge = b.hedge and is_close(a.stated_value, b.stated_value) then 'same bound'
                    when a.is_one_sided or b.is_one_sided then 'within a bound'
                    when has_vague then 'within a vague word'
                    else 'intervals meet'
                end
            when is_meeting
                then case
                    when same_voice and as_of_order is not null and not is_close(a.figure, b.figure)
                        then 'same voice at a later date'
                    when is_one_source then null
                    when same_voice then 'same voice through two publishers'
                    else 'same text through two publishers'
                end
            when same_voice and as_of_order is not null then 'same voice at a later date'
            when same_voice and is_at_two_times then 'same voice in a later report'
            when is_replaced then 'replaced in the text'
            when is_grown then 'total had grown'
            when has_vague and ratio < (select value from setting where setting = 'contradiction_ratio')
                then 'near a vague word'
            when ratio < (select value from setting where setting = 'contradiction_ratio')
                then 'apart by less than the contradiction ratio'
            when ratio is null then 'apart without a ratio'
            else 'apart by the contradiction ratio or more'
        end as reason
    from grown
)

select
    question_id,
    a.claim_id as a_claim_id,
    b.claim_id as b_claim_id,
    case
        when reason like '% through two publishers' then 'echo'
        when reason in ('same word', 'same bound', 'intervals meet') then 'agrees'
        when reason in ('within a bound', 'within a vague word', 'near a vague word') then 'compatible'
        when
            reason in (
                'word changed',
                'same voice at a later date',
                'same voice in a later report',
                'replaced in the text',
                'total had grown'
            )
            then 'update'
        when reason like 'other %' then 'scope'
        when reason = 'apart by less than the contradiction ratio' then 'differs'
        else 'contradicts'
    end as verdict,
    case when not has_stance and reason != 'figure denied' and scope_note is distinct from 'unit' then ratio end as ratio,
    case
        when has_stance or reason = 'figure denied' or scope_note = 'unit' then null
        when is_meeting then 0
        when larger_low > 0 and smaller_high > 0 and isfinite(larger_low) and isfinite(smaller_high)
            then ln(larger_low) - ln(smaller_high)
    end as gap,
    reason,
    case when not has_stance then scope_note end as scope_note,
    same_voice,
    a_contends,
    b_contends
from reasoned
where reason is not null;
