-- One row per event: the articles that tell of it, where it was, what they say of it, and what of that is in dispute.
create or replace table event as
with
told as (
    select
        event_id,
        count(*) as document_count,
        list_sort(list(distinct source)) as sources,
        min(published_at) as first_published_at,
        max(published_at) as last_published_at,
        min(document_id) as first_document_id
    from document
    group by event_id
),

-- Where most of its articles are, by their names for it.
placed as (
    select event_id, arg_min(place, (-document_count, place)) as place
    from (
        select document.event_id, located.place, count(*) as document_count
        from document_place as located
        inner join document on located.document_id = document.document_id
        group by document.event_id, located.place
    )
    group by event_id
),

spoken as (
    select event_id, count(*) - count(restates) as claim_count, count(distinct voice_id) as voice_count
    from claim
    where event_id is not null
    group by event_id
),

asked as (
    select
        event_id,
        count(*) as question_count,
        count(*) filter (where verdict = 'update') as moving_count,
        count(*) filter (where verdict = 'agrees') as agreeing_count,
        arg_min(title, (contains(title, '“'), -claim_count, question_id)) as title,
        arg_min(place, (-claim_count, question_id)) filter (where place is not null) as place,
        case
            when bool_or(verdict = 'contradicts') then 'contradicts'
            when bool_or(verdict = 'differs') then 'differs'
            when moving_count > 0 then 'update'
            when bool_or(verdict = 'scope') then 'scope'
            when bool_or(verdict = 'compatible') then 'compatible'
            when agreeing_count > 0 then 'agrees'
            when bool_or(verdict = 'echo') then 'echo'
        end as verdict
    from question
    where event_id is not null
    group by event_id
),

disputed as (
    select
        event_id,
        count(*) as finding_count,
        count(*) filter (where is_unsure) as unsure_finding_count,
        max(ratio) filter (where not is_unsure) as widest_ratio,
        min(rank) filter (where not is_unsure) as first_sure_rank,
        min(rank) as first_rank
    from finding
    where event_id is not null
    group by event_id
)

-- A headline with a figure or a quotation names no event whose figures differ or move, where what most of its claims
-- answer has a name. First comes what is surely in dispute, by its most severe finding, then what may be, what moves,
-- and what most articles tell of.
select
    told.event_id,
    row_number() over (
        order by
            disputed.first_sure_rank nulls last,
            disputed.first_rank nulls last,
            coalesce(asked.moving_count, 0) desc,
            told.document_count desc,
            told.event_id
    ) as rank,
    case
        when headline.title is null then coalesce(asked.title, 'Article ' || told.first_document_id)
        when
            (headline.has_figure or headline.has_quotation)
            and asked.verdict in ('contradicts', 'differs', 'update')
            and not contains(asked.title, '“')
            then asked.title
        else headline.title
    end as title,
    coalesce(placed.place, asked.place) as place,
    told.first_published_at,
    told.last_published_at,
    told.document_count,
    len(told.sources) as source_count,
    array_to_string(told.sources, '; ') as sources,
    coalesce(spoken.claim_count, 0) as claim_count,
    coalesce(spoken.voice_count, 0) as voice_count,
    coalesce(asked.question_count, 0) as question_count,
    coalesce(disputed.finding_count, 0) as finding_count,
    coalesce(disputed.unsure_finding_count, 0) as unsure_finding_count,
    coalesce(asked.moving_count, 0) as moving_count,
    coalesce(asked.agreeing_count, 0) as agreeing_count,
    asked.verdict,
    disputed.widest_ratio
from told
left join event_headline as headline on told.event_id = headline.event_id
left join placed on told.event_id = placed.event_id
left join spoken on told.event_id = spoken.event_id
left join asked on told.event_id = asked.event_id
left join disputed on told.event_id = disputed.event_id
order by rank;
