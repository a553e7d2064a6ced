-- One row per claim of a large question that can be an end of its dispute. Claims stand apart where the lowest high end
-- lies below the highest low end of another voice; so that this can be seen without any one source as well, the next
-- voice, the next source and the next of both are kept. Claims are held against their like: those that count one thing.
create or replace table contender as
with
-- Alike are claims that no note of scope parts, and no date where figures move with time: those of one cell.
alike as not materialized (
    select
        -- 64 bits for at most some millions of cells, which a rank would tell apart at the price of a sort.
        hash(
            claim.question_id,
            claim.kind,
            claim.polarity,
            claim.comparable_unit,
            claim.class,
            if(claim.is_loosely_placed, null, claim.place),
            case when claim.over_time != 'fixed' then left(claim.as_of, 10) end
        ) as cell,
        claim.claim_id,
        -- Of voices and publishers only whether they differ is asked.
        hash(claim.voice_id) as voice_id,
        hash(claim.source) as source,
        claim.comparable_low as low,
        claim.comparable_high as high,
        claim.comparable_value as value,
        claim.hedge = 'vague' or claim.is_one_sided as is_rough,
        claim.claimant is not null as is_quoted,
        concat(coalesce(claim.as_of, ''), chr(31), coalesce(claim.reported_at, '')) as moment
    from measured_claim as claim
    where
        claim.question_id in (select question_id from large_question)
        and claim.polarity != 'unconfirmed'
),

-- Of those of one voice, the last ones.
in_time as materialized (
    select *, moment = max(moment) over (partition by cell, voice_id) as is_last
    from alike
    order by cell  -- what comes cell by cell is grouped in little memory
),

-- The ends of each, in the order in which they are told apart where they are equal.
ended as not materialized (
    select
        cell,
        voice_id,
        source,
        is_rough,
        is_quoted,
        is_last,
        {'end': high, 'claim_id': claim_id, 'voice_id': voice_id, 'source': source} as low_end,
        {'end': low, 'claim_id': claim_id, 'voice_id': voice_id, 'source': source} as high_end,
        {'end': widened_end(high, low, value), 'claim_id': claim_id, 'voice_id': voice_id} as wide_low_end,
        {'end': widened_end(low, high, value), 'claim_id': claim_id, 'voice_id': voice_id} as wide_high_end,
        {'end': coalesce(value, low), 'claim_id': claim_id, 'voice_id': voice_id} as figure_end
    from in_time
),

outermost as (
    select
        cell,
        min(low_end) as low,
        max(high_end) as high,
        min(wide_low_end) as wide_low,
        max(wide_high_end) as wide_high
    from ended
    group by cell
),

next as (
    select
        ended.cell,
        any_value(outermost.low) as low,
        any_value(outermost.high) as high,
        min(low_end) filter (where ended.voice_id != outermost.low.voice_id) as low_voice,
        min(low_end) filter (where ended.source != outermost.low.source) as low_source,
        min(low_end) filter (
            where ended.voice_id != outermost.low.voice_id and ended.source != outermost.low.source
        ) as low_both,
        max(high_end) filter (where ended.voice_id != outermost.high.voice_id) as high_voice,
        max(high_end) filter (where ended.source != outermost.high.source) as high_source,
        max(high_end) filter (
            where ended.voice_id != outermost.high.voice_id and ended.source != outermost.high.source
        ) as high_both,
        min(wide_low_end) filter (where ended.voice_id != outermost.wide_low.voice_id) as wide_low_voice,
        max(wide_high_end) filter (where ended.voice_id != outermost.wide_high.voice_id) as wide_high_voice
    from ended
    inner join outermost on ended.cell = outermost.cell
    group by ended.cell
),

-- Without the source of one of these, the next voice may be yet another.
third as (
    select
        ended.cell,
        min(low_end) filter (
            where ended.source != next.low.source and ended.voice_id != next.low_source.voice_id
        ) as low_without_first,
        min(low_end) filter (
            where ended.source != next.low_voice.source and ended.voice_id != next.low.voice_id
        ) as low_without_second,
        max(high_end) filter (
            where ended.source != next.high.source and ended.voice_id != next.high_source.voice_id
        ) as high_without_first,
        max(high_end) filter (
            where ended.source != next.high_voice.source and ended.voice_id != next.high.voice_id
        ) as high_without_second
    from ended
    inner join next on ended.cell = next.cell
    group by ended.cell
),

-- A finding names the plain and the quoted figures that span most, and of each voice rather the last one.
named as (
    select cell, is_rough, is_quoted, is_last, min(figure_end) as low, max(figure_end) as high
    from ended
    group by cell, is_rough, is_quoted, is_last
),

next_named as (
    select
        ended.cell,
        min(figure_end) filter (where ended.voice_id != named.low.voice_id) as low,
        max(figure_end) filter (where ended.voice_id != named.high.voice_id) as high
    from ended
    inner join named
        on
            ended.cell = named.cell
            and ended.is_rough is not distinct from named.is_rough
            and ended.is_quoted = named.is_quoted
            and ended.is_last = named.is_last
    group by ended.cell, ended.is_rough, ended.is_quoted, ended.is_last
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
