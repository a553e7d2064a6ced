-- One row per document: the event that it tells of. Documents merge into one event round by round, those that are each
-- other's nearest first, as long as the documents of the two parts are near enough on average: a chain does not reach
-- from one event to the next.
create or replace table document_event as
with recursive
limits as (
    select value as event_nearness
    from setting
    where setting = 'event_nearness'
),

-- Documents without a near one are events of their own, and need no merging.
near as (
    select a_document_id as document_id
    from document_pair
    where nearness >= (select event_nearness from limits)
    union
    select b_document_id
    from document_pair
    where nearness >= (select event_nearness from limits)
),

near_pair as (
    select document_pair.*
    from document_pair
    semi join near as a on document_pair.a_document_id = a.document_id
    semi join near as b on document_pair.b_document_id = b.document_id
),

pair as (
    select a_document_id as document_id, b_document_id as other_document_id, nearness
    from near_pair
    union all
    select b_document_id, a_document_id, nearness
    from near_pair
),

merging as (
    select document_id, document_id as event_id, 0 as round
    from near
    union all
    (
        with
        size as (
            select event_id, count(*) as document_count
            from merging
            group by event_id
        ),

        between_events as (
            select
                a.event_id,
                b.event_id as other_event_id,
                sum(pair.nearness) / any_value(a_size.document_count * b_size.document_count) as nearness
            from pair
            inner join merging as a on pair.document_id = a.document_id
            inner join merging as b on pair.other_document_id = b.document_id and a.event_id != b.event_id
            inner join size as a_size on a.event_id = a_size.event_id
            inner join size as b_size on b.event_id = b_size.event_id
            group by a.event_id, b.event_id
        ),

        best as (
            select event_id, arg_max(other_event_id, (nearness, other_event_id)) as partner_id
            from between_events
            cross join limits
            where between_events.nearness >= limits.event_nearness
            group by event_id
        ),

        mutual as (
            select best.event_id, least(best.event_id, best.partner_id) as merged_id
            from best
            inner join best as other on best.partner_id = other.event_id and other.partner_id = best.event_id
        )

        select
            merging.document_id,
            coalesce(joined.merged_id, merging.event_id) as event_id,
            merging.round + 1 as round
        from merging
        left join mutual as joined on merging.event_id = joined.event_id
        where (select count(*) from mutual) > 0
    )
),

last_round as (
    select document_id, arg_max(event_id, round) as event_id
    from merging
    group by document_id
)

select staged_document.document_id, coalesce(last_round.event_id, staged_document.document_id) as event_id
from staged_document
left join last_round on staged_document.document_id = last_round.document_id;
