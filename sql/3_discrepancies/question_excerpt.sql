-- One row per question whose sentence needs words of an article: as many of them as a title has room for.
create or replace table question_excerpt as
with
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
        end as ending,
        rtrim(
            case
                when length(last_clause) between 12 and 60 then last_clause
                when length(before) between 12 and 60 then before
                when length(before) > 60 then '… ' || regexp_replace(right(before, 48), '^\S*\s+', '')
            end,
            ' "“‘'''
        ) as lead
    from question_sentence
)

select
    question_id,
    unit,
    is_figure,
    starts_with(opening, '…') as is_cut_before,
    in_quotation_marks(trim(beginning || ending)) as words,
    -- The same with a gap for the figure that the question asks for.
    in_quotation_marks(opening || '…' || if(regexp_matches(ending, '[[:alpha:]]'), ending, '')) as gapped,
    -- What leads to a figure in the words that give it first: "a lock was shut for …".
    in_quotation_marks(lead || ' …') as lead
from shortened;
