-- One row per figure that its text tells to have moved from one told before, and which way: "bringing the toll to
-- nine", "rose to 40", "34 dead, up from eleven". Where somebody moves an own figure ("raised its tally to 94", "now
-- says 70"), that is no more than that voice's.
create or replace table moved_figure as
with
moving as (
    select
        direction,
        coalesce(link, '') = 'own' as is_own,
        '\b(?:' || string_agg(wording, '|' order by wording) || ')((?: [^ .,;:?!()]+){0,7})'
        || if(coalesce(link, '') = 'to', ' to$', '$') as pattern
    from lexicon_moving_wordings
    group by direction, coalesce(link, '')
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
    union all
    select claim_id, if(moved_from = 'up', 'rise', 'fall'), false
    from figure_beside
    where moved_from != ''
)

select
    claim_id,
    -- Which way says more than that it moved.
    max(direction) as direction,
    bool_and(is_own) as is_own
from told
group by claim_id;
