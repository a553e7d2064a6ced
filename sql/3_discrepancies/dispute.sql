-- One row per question in which two claims differ or contradict each other: the two that stand for it, since when, and
-- what would end it.
create or replace table dispute as
with
limits as (
    select
        max(value) filter (where setting = 'plain_span') as plain_span,
        max(value) filter (where setting = 'quoted_span') as quoted_span
    from setting
),

-- How far two claims reach: figures before denials, then the ratio. A vague word or a bound, or a publisher in its own
-- voice, stands for the dispute only where it reaches well beyond the plain and the quoted figures.
disputed as (
    select
        pair.*,
        if(pair.is_of_figures, 1000, 0)
        + coalesce(
            ln(pair.ratio) * if(pair.are_plain, 1, limits.plain_span) * if(pair.are_quoted, 1, limits.quoted_span),
            900
        ) as reach
    from contender_pair as pair
    cross join limits
    where pair.verdict in ('differs', 'contradicts')
),

history as (
    select
        question_id,
        max(reach) as reach,
        min(open_from) as opened_at,
        max(open_from) as moved_at,
        if(bool_or(verdict = 'contradicts'), 'contradicts', 'differs') as verdict,
        bool_or(is_apart_doubled) as holds_when_doubled,
        bool_or(has_two_supports) as holds_without_echoes
    from disputed
    group by question_id
),

ends as (
    select
        disputed.question_id,
        disputed.low_claim_id,
        disputed.high_claim_id,
        disputed.low_source,
        disputed.high_source,
        disputed.is_of_figures,
        disputed.reason,
        disputed.ratio,
        disputed.gap,
        disputed.is_one_document,
        history.* exclude (question_id, reach)
    from disputed
    inner join history on disputed.question_id = history.question_id and disputed.reach = history.reach
    qualify row_number() over (
        partition by disputed.question_id
        order by
            coalesce(disputed.gap, 'infinity'::double) desc,
            disputed.directness desc,
            disputed.open_from,
            disputed.a_claim_id,
            disputed.b_claim_id
    ) = 1
),

-- A source without which nothing is in dispute stands at an end of every pair, and so at an end of the widest.
carried as (
    select
        ends.question_id,
        bool_and(ends.low_source in (disputed.low_source, disputed.high_source)) as by_low_source,
        bool_and(ends.high_source in (disputed.low_source, disputed.high_source)) as by_high_source
    from ends
    inner join disputed on ends.question_id = disputed.question_id
    group by ends.question_id
)

select
    ends.*,
    case
        when carried.by_low_source and carried.by_high_source and ends.low_source != ends.high_source
            then least(ends.low_source, ends.high_source) || ', ' || greatest(ends.low_source, ends.high_source)
        when carried.by_low_source then ends.low_source
        when carried.by_high_source then ends.high_source
    end as rests_on
from ends
inner join carried on ends.question_id = carried.question_id;
