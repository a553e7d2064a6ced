-- One row per question: what several claims answer, who answers it, and the strongest verdict between two answers.
create or replace table question as
with
counted as (
    select
        question_id,
        mode(measure) as measure,
        mode(actor) as actor,
        mode(unit) as unit,
        mode(lower(regexp_extract(counted, '([^ ,]+)(?:,.*)?$', 1))) as head,
        min(as_of) as first_as_of,
        max(as_of) as last_as_of,
        count(place) as placed_count,
        count(*) - count(restates) as claim_count,
        count(distinct source) as source_count,
        count(distinct voice_id) as voice_count
    from claim
    group by question_id
),

-- The places of a question and all that contain them, each with the claims that lie in it.
area as (
    select
        question_id,
        claim_count,
        unnest(list_transform(
            range(1, len(string_split(place, ' < ')) + 1),
            lambda first: array_to_string(string_split(place, ' < ')[first:], ' < ')
        )) as place
    from (
        select question_id, place, count(*) as claim_count
        from claim
        where place is not null
        group by question_id, place
    )
),

-- A question lies in the smallest place that holds three quarters of its claims.
sized as (
    select area.question_id, area.place, sum(area.claim_count) as claim_count
    from area
    group by area.question_id, area.place
),

located as (
    select sized.question_id, arg_max(sized.place, length(sized.place)) as place
    from sized
    inner join counted on sized.question_id = counted.question_id
    where sized.claim_count >= (select value from setting where setting = 'place_share') * counted.placed_count
    group by sized.question_id
),

strongest as (
    select
        question_id,
        arg_min(
            verdict,
            list_position(['contradicts', 'differs', 'update', 'scope', 'compatible', 'agrees', 'echo'], verdict)
        ) as verdict,
        count(*) filter (where verdict = 'contradicts') as contradicts_count,
        count(*) filter (where verdict = 'differs') as differs_count,
        count(*) filter (where verdict = 'agrees') as agrees_count
    from contender_pair
    group by question_id
),

-- "Early March 2025", "March 2025", "March to April 2025": as exactly as all the dates allow.
dated as (
    select
        question_id,
        case when length(first_as_of) >= 7 then try_strptime(left(first_as_of, 7), '%Y-%m') end as first_month,
        case when length(last_as_of) >= 7 then try_strptime(left(last_as_of, 7), '%Y-%m') end as last_month,
        case
            when length(first_as_of) >= 10 then least((substr(first_as_of, 9, 2)::integer - 1) // 10, 2)
        end as first_third,
        case
            when length(last_as_of) >= 10 then least((substr(last_as_of, 9, 2)::integer - 1) // 10, 2)
        end as last_third,
        left(first_as_of, 4) as first_year,
        left(last_as_of, 4) as last_year
    from counted
),

worded_date as (
    select
        question_id,
        case
            when first_year != last_year then first_year || ' to ' || last_year
            when first_month is null or last_month is null then first_year
            when first_month != last_month
                then strftime(first_month, '%B') || ' to ' || strftime(last_month, '%B ') || last_year
            when first_third = last_third
                then ['early ', 'mid-', 'late '][first_third + 1] || strftime(first_month, '%B %Y')
            else strftime(first_month, '%B %Y')
        end as period
    from dated
),

adjective as (
    select actor, first(wording) as wording
    from actor_name
    where kind = 'demonym'
    group by actor
),

worded as (
    select
        counted.*,
        located.place,
        worded_date.period,
        -- A measure that has no title is called as the texts call it: "nurses" where they count nurses.
        case
            when measure.title != '' then measure.title
            when counted.head != '' and ends_with(counted.measure, singular(counted.head))
                then left(counted.measure, length(counted.measure) - length(singular(counted.head))) || counted.head
            else counted.measure
        end as measure_name,
        replace(measure_name, '_', ' ') as thing,
        adjective.wording as adjective,
        string_split(located.place, ' < ')[1] as place_name
    from counted
    left join located on counted.question_id = located.question_id
    left join worded_date on counted.question_id = worded_date.question_id
    left join measure on counted.measure = measure.measure
    left join adjective on counted.actor = adjective.actor
),

titled as (
    select
        *,
        concat_ws(
            ', ',
            concat(
                case
                    when adjective is not null then adjective || ' ' || thing
                    when actor is not null then actor || ': ' || thing
                    else thing
                end,
                case when place_name != coalesce(actor, '') then ' in ' || place_name end
            ),
            period
        ) as title
    from worded
)

select
    titled.question_id,
    upper(left(titled.title, 1)) || substr(titled.title, 2) as title,
    titled.measure,
    titled.actor,
    titled.place,
    titled.unit,
    titled.first_as_of,
    titled.last_as_of,
    titled.claim_count,
    titled.source_count,
    titled.voice_count,
    strongest.verdict,
    coalesce(strongest.contradicts_count, 0) as contradicts_count,
    coalesce(strongest.differs_count, 0) as differs_count,
    coalesce(strongest.agrees_count, 0) as agrees_count
from titled
left join strongest on titled.question_id = strongest.question_id
order by titled.question_id;
