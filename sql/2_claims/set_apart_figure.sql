-- One row per figure that its clause sets apart from what others count of its measure, though no noun names the part:
-- the class that it is of.
create or replace table set_apart_figure as
with
word as (
    select ' (' || string_agg(wording, '|') || ')$' as running
    from lexicon_part_wordings
    where position = 'running'
),

told as (
    select
        beside.*,
        term.over_time = 'cumulative' and term.trend is null as is_running
    from figure_beside as beside
    inner join claim_term as term on beside.claim_id = term.claim_id
    where beside.is_count
),

-- Of a running total, what came in a day or a week is not all: "820 new cases", "40 deaths a day", "a peak of 2,900".
of_a_time as (
    select told.claim_id, 'of a time' as class
    from told
    cross join word
    where
        told.is_running
        and (
            regexp_matches(told.counted, '^new [a-z]+$')
            or regexp_matches(told.ahead, '^( [a-z-]+){0,3} (a|an|per|each|every) (hour|day|night|week|month|year)\b')
            or regexp_matches(told.ahead, '^( [a-z-]+){0,2} (daily|nightly|weekly|monthly)\b')
            or regexp_matches(told.before, word.running)
        )
),

-- "25,000, out of 34,000 in the industry".
whole_beside as (
    select claim_id
    from told
    where regexp_matches(before, '[0-9] ?(percent|%|per cent|[a-z-]+ ?){0,3},? out of$')
),

-- "Including debt, the offer values the firm at 6.4bn".
reckoned as (
    select beside.claim_id, min(part.class) as class
    from figure_beside as beside
    inner join lexicon_part_wordings as part
        on
            part.position = 'reckoned'
            and (
                starts_with(ltrim(beside.clause), part.wording || ' ')
                or regexp_matches(beside.near, '\b' || part.wording || '\b')
            )
    where not beside.is_count
    group by beside.claim_id
),

set_apart as (
    select claim_id, class from of_a_time
    union all
    select claim_id, class from reckoned
    union all
    select claim_id, 'whole' from whole_beside
)

select claim_id, min(class) as class
from set_apart
group by claim_id;
