-- One row per two claims of one question, with everything that decides what they are to each other.
create or replace view judged_pair as
with
met as not materialized (
    select
        a.question_id,
        a.claim_id as a_claim_id,
        a.claim_number as a_claim_number,
        a.document_id as a_document_id,
        a.source as a_source,
        a.kind as a_kind,
        a.measure as a_measure,
        a.polarity as a_polarity,
        a.hedge as a_hedge,
        a.voice_id as a_voice_id,
        a.denies_voice_id as a_denies_voice_id,
        a.replaces as a_replaces,
        a.class as a_class,
        a.comparable_unit as a_comparable_unit,
        a.place as a_place,
        a.low as a_low,
        a.high as a_high,
        a.value as a_value,
        a.stated_value as a_stated_value,
        a.figure as a_figure,
        a.has_interval as a_has_interval,
        a.is_one_sided as a_is_one_sided,
        a.as_of as a_as_of,
        a.reported_at as a_reported_at,
        a.is_quoted as a_is_quoted,
        a.moved as a_moved,
        a.is_restated as a_is_restated,
        a.support_id as a_support_id,
        b.claim_id as b_claim_id,
        b.claim_number as b_claim_number,
        b.document_id as b_document_id,
        b.source as b_source,
        b.kind as b_kind,
        b.measure as b_measure,
        b.polarity as b_polarity,
        b.hedge as b_hedge,
        b.voice_id as b_voice_id,
        b.denies_voice_id as b_denies_voice_id,
        b.replaces as b_replaces,
        b.place as b_place,
        b.low as b_low,
        b.high as b_high,
        b.value as b_value,
        b.stated_value as b_stated_value,
        b.figure as b_figure,
        b.has_interval as b_has_interval,
        b.is_one_sided as b_is_one_sided,
        b.as_of as b_as_of,
        b.reported_at as b_reported_at,
        b.is_quoted as b_is_quoted,
        b.moved as b_moved,
        b.is_restated as b_is_restated,
        b.support_id as b_support_id,
        a.moved in ('rise', 'fall') and not a.is_moved_by_voice as a_moves_others,
        b.moved in ('rise', 'fall') and not b.is_moved_by_voice as b_moves_others,
        a.is_contender and b.is_contender as are_contenders,
        a.over_time = 'cumulative' or b.over_time = 'cumulative' as has_running_total,
        a.over_time = 'level' or b.over_time = 'level' as has_level,
        a.voice_id = b.voice_id as same_voice,
        coalesce(a.document_id = b.document_id, false) as is_one_document,
        coalesce(a.moved = 'former', false) as a_is_former,
        coalesce(b.moved = 'former', false) as b_is_former,
        a.voice_id = b.voice_id or coalesce(a.origin_id = b.origin_id, false) as is_one_voice,
        a.source = b.source as is_one_source,
        a.kind = 'stance' or b.kind = 'stance' as has_stance,
        a.hedge = 'vague' or b.hedge = 'vague' as has_vague,
        a.polarity = b.polarity as is_one_polarity,
        date_order(a.as_of, b.as_of) as as_of_order,
        date_order(a.reported_at, b.reported_at) as report_order,
        -- What an outlet counts by the hour of its report is earlier than what is reported later of that day, and what
        -- "brings the toll to nine" is later than all that was reported before.
        case
            when as_of_order is not null then as_of_order
            -- In one article, what one "had spoken of" comes before what is told now.
            when is_one_document and a_is_former != b_is_former then case when a_is_former then -1 else 1 end
            when report_order < 0 and b.moved in ('rise', 'any') and not b.is_moved_by_voice then -1
            when report_order > 0 and a.moved in ('rise', 'any') and not a.is_moved_by_voice then 1
            when a.known_by is null and b.known_by is null or a.as_of_day is distinct from b.as_of_day then null
            when report_order < 0 and a.known_by is not null then -1
            when report_order > 0 and b.known_by is not null then 1
        end as count_order,
        -- One day: the same known day, or one document that does not say otherwise.
        coalesce(a.as_of_day = b.as_of_day, a.document_id = b.document_id, false) as is_of_one_day,
        coalesce(a.class = 'in one place', false) as a_is_alone,
        coalesce(b.class = 'in one place', false) as b_is_alone,
        coalesce(starts_with(a.class, 'all '), false) as a_is_whole,
        coalesce(starts_with(b.class, 'all '), false) as b_is_whole,
        case
            when a.comparable_unit is distinct from b.comparable_unit then 'unit'
            when
                a.class is distinct from b.class
                and not (
                    (a_is_alone or a_is_whole) and b.class is null or (b_is_alone or b_is_whole) and a.class is null
                )
                then 'class'
            -- Of all that somebody has others may count some, but not more.
            when a_is_whole and b.class is null and b.high < a.low or b_is_whole and a.class is null and a.high < b.low
                then 'part'
            -- More in one place alone than another voice has of the whole stands against it all the more.
            when
                a_is_alone != b_is_alone
                and (a.place is distinct from b.place or is_one_document)
                and not coalesce(case when a_is_alone then a.low > b.high else b.low > a.high end, false)
                then 'part'
            when is_nested(a.place, b.place) then 'part'
            when a.place != b.place then 'place'
            when a.as_of_day != b.as_of_day then 'time'
        end as scope_note,
        -- A rise never is a fall, of however much: the two meet nowhere.
        coalesce(a.trend != b.trend, false) as has_opposite_trends,
        greatest(a.low, b.low) as larger_low,
        least(a.high, b.high) as smaller_high
    from comparable_claim as a
    inner join comparable_claim as b on a.question_id = b.question_id and a.claim_id < b.claim_id
),

represented as not materialized (
    select
        *,
        coalesce(scope_note in ('unit', 'class', 'part'), false) as is_of_other_scope,
        case
            when a_value is not null and b_value is not null then a_value
            when a_high <= b_low then a_high
            else a_low
        end as a_stand_in,
        case
            when a_value is not null and b_value is not null then b_value
            when a_high <= b_low then b_low
            else b_high
        end as b_stand_in
    from met
),

-- Two intervals meet if they share more than a point, or a point that one of the texts wrote.
measured as not materialized (
    select
        *,
        case
            when has_opposite_trends then false
            when is_close(larger_low, smaller_high)
                then coalesce(is_close(a_value, larger_low), false)
                or coalesce(is_close(b_value, larger_low), false)
                or a_low = a_high
                or b_low = b_high
            else larger_low < smaller_high
        end as is_meeting,
        case
            when has_opposite_trends or not isfinite(a_stand_in) or not isfinite(b_stand_in) then null
            when a_stand_in = b_stand_in then 1
            -- Rounded, for converted units leave 15% against 10% a hair below 1.5.
            when a_stand_in * b_stand_in > 0
                then round(greatest(abs(a_stand_in), abs(b_stand_in)) / least(abs(a_stand_in), abs(b_stand_in)), 12)
        end as ratio
    from represented
),

-- A running total that had time to grow: the later figure is higher.
ordered as not materialized (
    select
        *,
        case when count_order < 0 then a_voice_id else b_voice_id end as earlier_voice_id,
        case when count_order < 0 then b_as_of else a_as_of end as later_as_of,
        -- The hour of its report, where that tells more of when it was so than its date does.
        case
            when count_order < 0 and (as_of_order is null or b_as_of = left(b_reported_at, 10)) then b_reported_at
            when count_order > 0 and (as_of_order is null or a_as_of = left(a_reported_at, 10)) then a_reported_at
        end as later_moment,
        case when count_order < 0 then b_low else a_low end as later_low,
        case when count_order < 0 then b_place else a_place end as later_place,
        -- A lower bound is met by all that comes later: "at least nine" by 14 on the day after, which outgrows it.
        case
            when count_order < 0 and a_hedge in ('at_least', 'more_than') then coalesce(a_value, a_low)
            when count_order < 0 then a_high
            when b_hedge in ('at_least', 'more_than') then coalesce(b_value, b_low)
            else b_high
        end as earlier_high,
        not same_voice
        and count_order is not null
        and has_running_total
        and not (is_meeting and has_vague)
        and (later_low > earlier_high or not is_meeting and later_low >= earlier_high) as is_higher_later
    from measured
),

-- Unless the earlier voice stands by a lower figure at the later date or after it.
held as not materialized (
    select
        ordered.*,
        case
            when history.totals is not null
                then sources_below(
                    history.totals,
                    [ordered.a_measure, ordered.b_measure],
                    ordered.later_as_of,
                    ordered.later_moment,
                    ordered.a_comparable_unit,
                    ordered.a_class,
                    ordered.later_place,
                    ordered.later_low
                )
        end as held_sources
    from ordered
    left join voice_history as history
        on
            ordered.question_id = history.question_id
            and ordered.earlier_voice_id = history.voice_id
            and ordered.is_higher_later
),

grown as not materialized (
    select
        *,
        is_higher_later and coalesce(len(held_sources), 0) = 0 as is_grown,
        case when len(held_sources) = 1 then held_sources[1] end as held_source,
        coalesce(a_replaces = b_claim_id or b_replaces = a_claim_id, false) as is_replaced,
        -- What a later report tells to have moved ("cut the price to 114") was otherwise before; who "raises its tally"
        -- moves no other's. A running total moves by what it had grown.
        case
            when same_voice then coalesce(is_moved_away(a_moved, a_low, a_high, b_low, b_high), false)
            or coalesce(is_moved_away(b_moved, b_low, b_high, a_low, a_high), false)
            when has_running_total then false
            -- An article that tells itself how many there are tells what a former figure became.
            when is_one_document and a_is_former != b_is_former
                then not (a_is_quoted and b_is_quoted)
            when report_order > 0
                then coalesce(
                    a_moves_others and is_moved_away(a_moved, a_low, a_high, b_low, b_high), false
                )
            when report_order < 0
                then coalesce(
                    b_moves_others and is_moved_away(b_moved, b_low, b_high, a_low, a_high), false
                )
            else false
        end as is_moved,
        -- A denial that is aimed at its own voice takes back what that voice gave or printed before.
        (same_voice or is_one_source)
        and (
            a_polarity = 'denied' and coalesce(a_denies_voice_id = a_voice_id, false)
            or b_polarity = 'denied' and coalesce(b_denies_voice_id = b_voice_id, false)
        ) as is_taken_back
    from held
),

reasoned as not materialized (
    select
        *,
        case
            when a_polarity = 'unconfirmed' or b_polarity = 'unconfirmed' then null
            when
                a_polarity = 'expected' and b_polarity = 'asserted'
                or a_polarity = 'asserted' and b_polarity = 'expected'
                -- What one voice foretold is overtaken by what it tells later of what came.
                then case
                    when
                        same_voice
                        and not has_stance
                        and a_has_interval
                        and b_has_interval
                        and not is_of_other_scope
                        and not is_meeting
                        and case when a_polarity = 'expected' then report_order else -report_order end < 0
                        then 'came otherwise than expected'
                end
            when has_stance and is_one_polarity
                then case
                    when a_kind != b_kind or is_one_source and is_one_voice then null
                    when is_one_voice then 'same word through two publishers'
                    else 'same word'
                end
            when has_stance
                then case
                    when a_kind = 'quantity' and a_polarity = 'denied' or b_kind = 'quantity' and b_polarity = 'denied'
                        then null
                    when coalesce(a_value = 0, false) or coalesce(b_value = 0, false) then null
                    when a_denies_voice_id != b_voice_id or b_denies_voice_id != a_voice_id then null
                    when same_voice and (as_of_order is not null or is_replaced) then 'word changed'
                    else 'denied'
                end
            when not a_has_interval or not b_has_interval then null
            when is_one_polarity and a_polarity = 'denied'
                then case
                    when
                        same_voice
                        and not is_one_source
                        -- Vague words ("dozens") have no value: they are the same if they allow the same.
                        and scope_note is distinct from 'unit'
                        and coalesce(is_close(a_value, b_value), is_close(a_low, b_low) and is_close(a_high, b_high))
                        then 'same denial through two publishers'
                end
            when a_polarity = 'denied' or b_polarity = 'denied'
                then case
                    when is_of_other_scope then null
                    when
                        a_polarity = 'denied'
                        and coalesce(b_value, b_low) >= a_low
                        and coalesce(b_value, b_high) <= a_high
                        then case when is_taken_back then 'figure taken back' else 'figure denied' end
                    when
                        b_polarity = 'denied'
                        and coalesce(a_value, a_low) >= b_low
                        and coalesce(a_value, a_high) <= b_high
                        then case when is_taken_back then 'figure taken back' else 'figure denied' end
                end
            when is_of_other_scope then 'other ' || scope_note
            when is_moved and not is_meeting then 'moved in the text'
            when has_level and not same_voice and not is_of_one_day then null
            when is_grown and is_meeting and not is_one_voice then 'bound outgrown'
            when is_meeting and not is_one_voice
                then case
                    when a_hedge = b_hedge and is_close(a_stated_value, b_stated_value) then 'same bound'
                    when a_is_one_sided or b_is_one_sided then 'within a bound'
                    when has_vague then 'within a vague word'
                    else 'intervals meet'
                end
            when is_meeting
                then case
                    when same_voice and as_of_order is not null and not is_close(a_figure, b_figure)
                        then 'same voice at a later date'
                    when is_one_source then null
                    when same_voice then 'same voice through two publishers'
                    else 'same text through two publishers'
                end
            when same_voice and as_of_order is not null then 'same voice at a later date'
            when same_voice and report_order is not null then 'same voice in a later report'
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
),

-- Two claims are compared by size where both give a figure and neither denies that of the other.
judged as not materialized (
    select
        *,
        not has_stance and reason not in ('figure denied', 'figure taken back') as is_of_figures
    from reasoned
    where reason is not null
)

select
    question_id,
    a_claim_id,
    b_claim_id,
    a_claim_number,
    b_claim_number,
    verdict_of(reason) as verdict,
    case
        when is_of_figures and scope_note is distinct from 'unit' then ratio
    end as ratio,
    case
        when not is_of_figures or has_opposite_trends or scope_note = 'unit' then null
        when is_meeting then 0
        when larger_low > 0 and smaller_high > 0 and isfinite(larger_low) and isfinite(smaller_high)
            then ln(larger_low) - ln(smaller_high)
    end as gap,
    reason,
    case when not has_stance then scope_note end as scope_note,
    same_voice,
    are_contenders,
    a_document_id,
    b_document_id,
    -- What a finding says of its ends: which claim is the low one, and how plainly and how directly the two speak.
    case
        when a_polarity = 'denied' then true
        when b_polarity = 'denied' then false
        else coalesce(a_figure <= b_figure, false)
    end as is_a_low,
    case when is_a_low then a_claim_id else b_claim_id end as low_claim_id,
    case when is_a_low then b_claim_id else a_claim_id end as high_claim_id,
    case when is_a_low then a_as_of else b_as_of end as low_as_of,
    case when is_a_low then b_as_of else a_as_of end as high_as_of,
    case when is_a_low then a_source else b_source end as low_source,
    case when is_a_low then b_source else a_source end as high_source,
    -- The one publisher without which a total had grown, for it alone has the earlier voice stand by a lower figure.
    case when is_of_figures then held_source end as held_source,
    a_support_id != b_support_id as has_two_supports,
    is_of_figures,
    a_is_quoted and b_is_quoted as are_quoted,
    not has_vague
    and not a_is_one_sided
    and not b_is_one_sided
    and a_hedge is distinct from 'relative'
    and b_hedge is distinct from 'relative' as are_plain,
    a_is_quoted::integer
    + b_is_quoted::integer
    + (not a_is_restated)::integer
    + (not b_is_restated)::integer as directness,
    is_one_document,
    -- One voice in one article has no other side, whatever it says there.
    not (same_voice and is_one_document) as has_two_sides,
    greatest(a_reported_at, b_reported_at) as open_from,
    -- Whether the two stay apart when every interval is twice as wide.
    not is_of_figures
    or has_opposite_trends
    or greatest(widened_end(a_low, a_high, a_value), widened_end(b_low, b_high, b_value))
    > least(widened_end(a_high, a_low, a_value), widened_end(b_high, b_low, b_value)) as is_apart_doubled
from judged;
