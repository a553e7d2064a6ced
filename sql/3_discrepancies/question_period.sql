-- One row per question: the time that its claims speak of, in words.
create or replace table question_period as
with
-- "Early March 2025", "March 2025", "late March to early April 2025": as exactly as all the dates allow.
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
    from question_topic
),

-- Of one month and the next their thirds are told: one night's event does not last from July to August.
worded as (
    select
        *,
        ['early ', 'mid-', 'late '] as thirds,
        datediff('month', first_month, last_month) = 1
        and first_third is not null
        and last_third is not null as has_thirds,
        if(has_thirds, thirds[first_third + 1], '') || strftime(first_month, '%B') as first_words,
        if(has_thirds, thirds[last_third + 1], '') || strftime(last_month, '%B %Y') as last_words
    from dated
)

select
    question_id,
    case
        when first_year != last_year
            then coalesce(first_words || ' ' || first_year || ' to ' || last_words, first_year || ' to ' || last_year)
        when first_month is null or last_month is null then first_year
        when first_month != last_month then first_words || ' to ' || last_words
        when first_third = last_third then thirds[first_third + 1] || strftime(first_month, '%B %Y')
        else strftime(first_month, '%B %Y')
    end as period
from worded;
