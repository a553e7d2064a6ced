-- One row per figure that its clause sets apart from what others count of its measure, though no noun names the part:
-- the class that it is of. A part of its own is like no other's.
create or replace table set_apart_figure as
with
word as (
    select
        '\b(' || string_agg(wording, '|') filter (where position = 'handled') || ')\b' as handled,
        '\b(' || string_agg(wording, '|') filter (where position = 'spot') || ')\b' as spot,
        '(' || string_agg(wording, '|') filter (where position = 'person') || ')\b' as person,
        ' (' || string_agg(wording, '|') filter (where position = 'running') || ')$' as running
    from lexicon_part_wordings
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

-- "Of the homes cut off, 290,000 are in Ireland".
of_whole_elsewhere as (
    select claim_id
    from told
    where
        regexp_matches(before, '(^|[ .(])of (the|those|these) [a-z][a-z -]*,$')
        and regexp_matches(after, '^ (are|were|live|lived|come|came|work|worked) (in|at|from|on|across)\b')
),

-- "The bodies of eight pilgrims were flown home": so many had died at least. A morgue takes in all.
handled as (
    select told.claim_id
    from told
    cross join word
    where
        told.is_running
        and (ends_with(told.before, 'bodies of') or regexp_matches(told.ahead, '^ ([a-z]+ )?bodies\b'))
        and regexp_matches(told.ahead, '\b(was|were|been|being) ' || word.handled)
        and not regexp_matches(told.ahead, '\b(morgue|mortuary|mortuaries|hospital|hospitals)\b')
),

-- "A bullet went through a laundromat, where no one was hurt": none there.
none_there as (
    select claim_id
    from told
    where
        value = 0
        and is_running
        -- "None of the children was wearing a jacket" tells nothing of the dead.
        and (
            ends_with(before, ', where')
            or regexp_matches(ahead, '^ of (the|those|its|their) [a-z ]{1,20} (was|were|is|are) [a-z]+ing\b')
        )
),

-- "They found the woman and a man", "two 15-year-old boys and a girl": some of those whom the text lists.
one_of_list as (
    select told.claim_id
    from told
    cross join word
    where
        told.is_running
        and (
            told.written in ('a', 'an')
            and regexp_matches(told.before, '\b(the|an?|[a-z0-9]+) [a-z0-9-]+(, [0-9]+,?)? and$')
            or regexp_matches(
                told.ahead,
                '^( [a-z0-9-]+){0,2} ([a-z-]+s|men|women|children|people) and (an?|one) ([a-z0-9-]+ )?' || word.person
            )
        )
),

-- "The stretch, where five have died since 2020": not those of one day.
of_years as (
    select told.claim_id
    from told
    cross join word
    where
        told.is_running
        and regexp_matches(told.ahead, '\bsince (early |late |last |mid-)?((19|20)[0-9]{2}|[a-z]+)\b')
        and (
            regexp_matches(told.before, word.spot || ',? where$')
            or regexp_matches(told.ahead, '\b(at|on) (this|that|the same) [a-z ]{0,20}' || word.spot || ' since\b')
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
    union all
    select claim_id, 'some of them ' || left(claim_id, 6) from of_whole_elsewhere
    union all
    select claim_id, 'some of them ' || left(claim_id, 6) from handled
    union all
    select claim_id, 'some of them ' || left(claim_id, 6) from none_there
    union all
    select claim_id, 'some of them ' || left(claim_id, 6) from one_of_list
    union all
    select claim_id, 'of years ' || left(claim_id, 6) from of_years
)

select claim_id, min(class) as class
from set_apart
group by claim_id;
