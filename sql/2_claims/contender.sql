-- One row per claim of a large question that can be an end of its dispute. Claims stand apart where the lowest high end
-- lies below the highest low end of another voice; so that this can be seen without any one source as well, the next
-- voice, the next source and the next of both are kept. Claims are held against their like: those that count one thing.
create or replace table contender as
with
-- The claims that no note of scope parts, and no date where figures move with time.
alike as (
    select
        claim.question_id,
        claim.kind,
        claim.polarity,
        claim.comparable_unit,
        claim.class,
        if(claim.is_loosely_placed, null, claim.place) as place,
        case when claim.over_time != 'fixed' then left(claim.as_of, 10) end as day,
        claim.hedge = 'vague' or claim.is_one_sided as is_rough,
        claim.claimant is not null as is_quoted,
        claim.voice_id,
        claim.source,
        {
            'end': claim.comparable_high, 'claim_id': claim.claim_id, 'voice_id': claim.voice_id, 'source': claim.source
        } as low_end,
        {
            'end': claim.comparable_low, 'claim_id': claim.claim_id, 'voice_id': claim.voice_id, 'source': claim.source
        } as high_end,
        {
            'end': widened_end(claim.comparable_high, claim.comparable_low, claim.comparable_value),
            'claim_id': claim.claim_id,
            'voice_id': claim.voice_id
        } as wide_low_end,
        {
            'end': widened_end(claim.comparable_low, claim.comparable_high, claim.comparable_value),
            'claim_id': claim.claim_id,
            'voice_id': claim.voice_id
        } as wide_high_end,
        {
            'end': coalesce(claim.comparable_value, claim.comparable_low),
            'claim_id': claim.claim_id,
            'voice_id': claim.voice_id
        } as figure_end
    from measured_claim as claim
    semi join large_question on claim.question_id = large_question.question_id
    where claim.polarity != 'unconfirmed'
),

numbered as (
    select
        *,
        -- 64 bits for at most some millions of cells, which a rank would tell apart at the price of a sort.
        hash(question_id, kind, polarity, comparable_unit, class, place, day) as cell
    from alike
),

outermost as (
    select
        cell,
        min(low_end) as low,
        max(high_end) as high,
        min(wide_low_end) as wide_low,
        max(wide_high_end) as wide_high
    from numbered
    group by cell
),

next as (
    select
        numbered.cell,
        any_value(outermost.low) as low,
        any_value(outermost.high) as high,
        min(low_end) filter (where numbered.voice_id != outermost.low.voice_id) as low_voice,
        min(low_end) filter (where numbered.source != outermost.low.source) as low_source,
        min(low_end) filter (
            where numbered.voice_id != outermost.low.voice_id and numbered.source != outermost.low.source
        ) as low_both,
        max(high_end) filter (where numbered.voice_id != outermost.high.voice_id) as high_voice,
        max(high_end) filter (where numbered.source != outermost.high.source) as high_source,
        max(high_end) filter (
            where numbered.voice_id != outermost.high.voice_id and numbered.source != outermost.high.source
        ) as high_both,
        min(wide_low_end) filter (where numbered.voice_id != outermost.wide_low.voice_id) as wide_low_voice,
        max(wide_high_end) filter (where numbered.voice_id != outermost.wide_high.voice_id) as wide_high_voice
    from numbered
    inner join outermost on numbered.cell = outermost.cell
    group by numbered.cell
),

-- Without the source of one of these, the next voice may be yet another.
third as (
    select
        numbered.cell,
        min(low_end) filter (
            where numbered.source != next.low.source and numbered.voice_id != next.low_source.voice_id
        ) as low_without_first,
        min(low_end) filter (
            where numbered.source != next.low_voice.source and numbered.voice_id != next.low.voice_id
        ) as low_without_second,
        max(high_end) filter (
            where numbered.source != next.high.source and numbered.voice_id != next.high_source.voice_id
        ) as high_without_first,
        max(high_end) filter (
            where numbered.source != next.high_voice.source and numbered.voice_id != next.high.voice_id
        ) as high_without_second
    from numbered
    inner join next on numbered.cell = next.cell
    group by numbered.cell
),

-- A finding names the plain and the quoted figures that span most.
named as (
    select cell, is_rough, is_quoted, min(figure_end) as low, max(figure_end) as high
    from numbered
    group by cell, is_rough, is_quoted
),

next_named as (
    select
        numbered.cell,
        min(figure_end) filter (where numbered.voice_id != named.low.voice_id) as low,
        max(figure_end) filter (where numbered.voice_id != named.high.voice_id) as high
    from numbered
    inner join named
        on
            numbered.cell = named.cell
            and numbered.is_rough is not distinct from named.is_rough
            and numbered.is_quoted = named.is_quoted
    group by numbered.cell, numbered.is_rough, numbered.is_quoted
),

kept as (
    select unnest([low.claim_id, high.claim_id, wide_low.claim_id, wide_high.claim_id]) as claim_id
    from outermost
    union all
    select unnest([
        low_voice.claim_id, low_source.claim_id, low_both.claim_id,
        high_voice.claim_id, high_source.claim_id, high_both.claim_id,
        wide_low_voice.claim_id, wide_high_voice.claim_id
    ])
    from next
    union all
    select unnest([
        low_without_first.claim_id, low_without_second.claim_id,
        high_without_first.claim_id, high_without_second.claim_id
    ])
    from third
    union all
    select unnest([low.claim_id, high.claim_id])
    from named
    union all
    select unnest([low.claim_id, high.claim_id])
    from next_named
)

select distinct claim_id
from kept
where claim_id is not null;
