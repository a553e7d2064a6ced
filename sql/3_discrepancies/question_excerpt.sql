-- One row per question whose sentence needs words of an article: as many of them as a title has room for.
-- What says who speaks, before the clause of what is said. Variables are compiled once, patterns that stand in the rows
-- for each.
set variable saying_pattern = (
    select '^.*\b(?:say|' || string_agg(word, '|') || ')(?: that)?( |$)'
    from title_word
    where kind = 'saying'
);

create or replace table question_excerpt as
with
-- For a title: what stands around the figure within its clause, without who says it.
clause as (
    select
        question_id,
        ltrim(before, ' "“‘') as all_before,
        without_conjunction(
            regexp_replace(ltrim(last_clause, ' "“‘'), getvariable('saying_pattern'), '')
        ) as own_lead,
        regexp_extract(after, '^((?:[^,;:–—]|[,;:–—][^\s"”’''])*)', 1) as own_rest,
        rtrim(if(length(own_lead || own_rest) < 18, after, own_rest), ' .!?"”') as rest,
        -- "Leaving … people" and "which was valued at …" say little without the clause that they hang on.
        if(
            length(own_lead || rest) < 18
            or regexp_matches(
                last_clause, '^(?:(?:some |most |all |both )?of )?(?:which|who|whom|whose|where|when|[a-z]+ing) '
            ),
            all_before,
            own_lead
        ) as lead,
        greatest(40, 78 - length(rest)) as lead_room,
        greatest(40, 78 - length(lead)) as rest_room,
        concat(
            if(length(lead) <= lead_room, lead, '… ' || regexp_replace(right(lead, lead_room), '^\S*\s+', '')),
            '…',
            if(length(rest) <= rest_room, rest, regexp_replace(left(rest, rest_room), '\s+\S*$', ' …'))
        ) as around
    from question_sentence
    where is_figure and value != ''
),

-- Before the value stands at most the clause that leads to it, or what there is room for; after it what there is room
-- for, up to the end of a clause.
shortened as (
    select
        question_id,
        unit,
        is_figure and value != '' as is_figure,
        case
            when length(before) + coalesce(length(value), 0) <= 70 or length(before) <= 60 then before
            when length(last_clause) between 12 and 60 then '… ' || last_clause
            when length(before) <= 72 then before
            else '… ' || regexp_replace(right(before, 64), '^\S*\s+', '')
        end as opening,
        concat(opening, value) as beginning,
        greatest(24, 100 - length(beginning)) as room,
        case
            when length(after) <= room then after
            when regexp_matches(left(after, room), '[,;:–—]\s')
                then regexp_replace(left(after, room), '\s*[,;:–—]\s((?:[^,;:–—]|[,;:–—]\S)*)[,;:–—]?$', ' …')
            else regexp_replace(left(after, room), '\s+\S*$', ' …')
        end as ending
    from question_sentence
)

select
    shortened.question_id,
    unit,
    is_figure,
    starts_with(opening, '…') as is_cut_before,
    in_quotation_marks(trim(beginning || ending)) as words,
    -- The same with a gap for the figure that the question asks for.
    in_quotation_marks(opening || '…' || if(regexp_matches(ending, '[[:alpha:]]'), ending, '')) as gapped,
    -- "a lock was shut for … hours"; a word or two would tell nothing.
    if(length(regexp_replace(clause.around, '[^[:alpha:]]', '', 'g')) < 8, null, in_quotation_marks(clause.around))
        as around
from shortened
left join clause on shortened.question_id = clause.question_id;
