-- One row per figure that its text tells to have moved from one told before, and which way: "bringing the toll to
-- nine", "rose to 40", "34 dead, up from eleven". Where somebody moves an own figure ("raised its tally to 94", "now
-- says 70"), that is no more than that voice's. A former figure is one that something took the place of: "had spoken of
-- 70", "at first offered 90", "the first bid of 52".
create or replace table moved_figure as
with
moving as (
    select
        direction,
        link,
        coalesce(link, '') = 'own' as is_own,
        case link
            when 'had' then '\bhad( [a-z]+)? (?:' || words || ')((?: [^ .,;:?!()]+){0,5})$'
            when 'first'
                then '\b(?:first|earlier|initial|original|previous) (?:' || words || ')s?,?((?: [^ .,;:?!()]+){0,4})$'
            when 'to' then '\b(?:' || words || ')((?: [^ .,;:?!()]+){0,7}) to$'
            else '\b(?:' || words || ')((?: [^ .,;:?!()]+){0,7})$'
        end as pattern
    from (
        select direction, link, string_agg(wording, '|' order by wording) as words
        from lexicon_moving_wordings
        group by direction, link
    )
),

told as (
    select
        beside.claim_id,
        moving.direction,
        moving.is_own
        or regexp_matches(
            regexp_extract(beside.before, moving.pattern, 1), '\b(its|his|her|their|our|my|own)\b'
        ) as is_own
    from figure_beside as beside
    inner join moving on regexp_matches(beside.before, moving.pattern)
    -- "Said it had confirmed 920" is what somebody says now.
    where
        moving.link is distinct from 'had'
        or not regexp_matches(beside.before, '\b(said|says|say|told|tells|that|claimed|added)( [^ .,;:?!]+){0,4} had ')
    union all
    select claim_id, if(moved_from = 'up', 'rise', 'fall'), false
    from figure_beside
    where moved_from != ''
)

select
    claim_id,
    case
        when bool_or(direction = 'former') then 'former'
        -- Which way says more than that it moved.
        else max(direction)
    end as direction,
    bool_and(is_own) as is_own
from told
group by claim_id;
