-- One row per question in which two sides differ or contradict each other: the two claims that stand for it, since
-- when, and what would end it.
create or replace table dispute as
with
limits as (
    select
        max(value) filter (where setting = 'plain_span') as plain_span,
        max(value) filter (where setting = 'overtaken_span') as overtaken_span,
        max(value) filter (where setting = 'distant_span') as distant_span,
        max(value) filter (where setting = 'boundless_ratio') as boundless_ratio,
        max(value) filter (where setting = 'unsure_surety') as unsure_surety,
        max(value) filter (where setting = 'span_power') as span_power
    from setting
),

withdrawn as (
    select claim.rowid as claim_number
    from analysed_claim as claim
    semi join withdrawn_figure on claim.claim_id = withdrawn_figure.claim_id
),

apart as (
    select
        *,
        if(is_a_low, a_claim_number, b_claim_number) as low_claim_number,
        if(is_a_low, b_claim_number, a_claim_number) as high_claim_number
    from contender_pair
    where verdict in ('differs', 'contradicts') and has_two_sides and is_in_range(question_id)
),

-- How surely two claims answer one question, and what they span: less where one is a vague word, a bound or a figure
-- told by another, a figure that no longer stands, or one of another time.
reaching as (
    select
        pair.*,
        coalesce(sure.surety, 1) as surety,
        sure.doubts,
        low_withdrawn.claim_number is not null or high_withdrawn.claim_number is not null as has_withdrawn,
        low.claim_number is not null or high.claim_number is not null as has_overtaken,
        power(coalesce(ln(pair.ratio), ln(limits.boundless_ratio)), limits.span_power)
        * if(pair.are_plain, 1, limits.plain_span)
        * if(low.claim_number is null, 1, limits.overtaken_span)
        * if(high.claim_number is null, 1, limits.overtaken_span)
        * if(pair.is_distant, limits.distant_span, 1) as span
    from apart as pair
    left join overtaken_figure as low on pair.low_claim_number = low.claim_number
    left join overtaken_figure as high on pair.high_claim_number = high.claim_number
    left join withdrawn as low_withdrawn on pair.low_claim_number = low_withdrawn.claim_number
    left join withdrawn as high_withdrawn on pair.high_claim_number = high_withdrawn.claim_number
    left join dispute_surety as sure
        on pair.a_claim_number = sure.a_claim_number and pair.b_claim_number = sure.b_claim_number
    cross join limits
),

-- What stands for the dispute: figures before denials, then the surest two, then those that reach farthest. A figure
-- that its voice has withdrawn is no end, unless nothing else is in dispute; nor is one that its voice has overtaken
-- where two that stand dispute it surely enough.
disputed as (
    select
        reaching.* exclude (
            a_claim_number, b_claim_number, is_a_low, same_voice, scope_note, are_quoted, has_two_sides, is_of_documents
        ),
        case
            when reaching.has_withdrawn then -1000
            when not reaching.is_of_figures then 0
            when reaching.has_overtaken or reaching.surety < limits.unsure_surety then 1000
            else 2000
        end + reaching.surety * reaching.span as reach
    from reaching
    cross join limits
),

history as (
    select
        question_id,
        max(reach) as reach,
        min(open_from) as opened_at,
        max(open_from) as moved_at,
        max(ratio) filter (where is_of_figures) as widest_ratio,
        bool_or(is_apart_doubled) as holds_when_doubled,
        bool_or(has_two_supports) as holds_without_echoes
    from disputed
    group by question_id
),

-- Of several that reach as far, the two with the wider gap, the more direct ones, the earlier ones, those told first.
ends as (
    select
        disputed.question_id,
        disputed.low_claim_number,
        disputed.high_claim_number,
        disputed.low_source_hash,
        disputed.high_source_hash,
        disputed.held_source,
        disputed.is_of_figures,
        disputed.verdict,
        disputed.denial,
        disputed.ratio,
        disputed.gap,
        disputed.is_one_document,
        disputed.surety,
        disputed.doubts,
        history.* exclude (question_id, reach)
    from disputed
    inner join history on disputed.question_id = history.question_id and disputed.reach = history.reach
    qualify row_number() over (
        partition by disputed.question_id
        order by
            coalesce(disputed.gap, 'infinity'::double) desc,
            disputed.directness desc,
            disputed.open_from,
            least(disputed.low_claim_number, disputed.high_claim_number),
            greatest(disputed.low_claim_number, disputed.high_claim_number)
    ) = 1
),

-- The widest split of the question where another one stands for it, and what sets it back.
wider as (
    select
        disputed.question_id,
        disputed.low_claim_number as wider_low_claim_number,
        disputed.high_claim_number as wider_high_claim_number,
        disputed.ratio as wider_ratio,
        case
            when disputed.has_withdrawn then 'withdrawn'
            when disputed.has_overtaken then 'overtaken'
            when not disputed.are_plain then 'not plain'
            when disputed.is_distant then 'distant'
            else 'less sure'
        end as wider_set_back
    from disputed
    inner join ends on disputed.question_id = ends.question_id and disputed.ratio = ends.widest_ratio
    where
        disputed.is_of_figures
        and ends.is_of_figures
        and ends.widest_ratio > ends.ratio * (select value from setting where setting = 'wider_split')
    qualify row_number() over (
        partition by disputed.question_id
        order by disputed.directness desc, disputed.low_claim_number, disputed.high_claim_number
    ) = 1
),

-- A source without which nothing is in dispute carries every pair, and so the ends: it gives one of the two figures, or
-- it alone has the voice of a total stand by it.
carried as (
    select
        ends.question_id,
        bool_and(
            ends.low_source_hash in (disputed.low_source_hash, disputed.high_source_hash, hash(disputed.held_source))
        ) as by_low_source,
        bool_and(
            ends.high_source_hash in (disputed.low_source_hash, disputed.high_source_hash, hash(disputed.held_source))
        ) as by_high_source,
        bool_and(
            hash(ends.held_source)
            in (disputed.low_source_hash, disputed.high_source_hash, hash(disputed.held_source))
        ) as by_held_source
    from ends
    inner join disputed on ends.question_id = disputed.question_id
    group by ends.question_id
)

select
    ends.* exclude (widest_ratio, low_source_hash, high_source_hash, held_source, verdict, denial),
    ends.verdict::varchar as verdict,
    ends.denial::varchar as denial,
    wider.* exclude (question_id),
    nullif(
        array_to_string(
            list_sort(list_distinct([
                if(carried.by_low_source, low.source, null),
                if(carried.by_high_source, high.source, null),
                if(carried.by_held_source, ends.held_source, null)
            ])),
            ', '
        ),
        ''
    ) as rests_on
from ends
inner join carried on ends.question_id = carried.question_id
inner join analysed_claim as low on ends.low_claim_number = low.rowid
inner join analysed_claim as high on ends.high_claim_number = high.rowid
left join wider on ends.question_id = wider.question_id
where is_in_range(low.question_id) and is_in_range(high.question_id);
