-- One row per place that a claim names: the place by its fullest chain of containers, its innermost and its outermost
-- part, and whether it may lie in any other place around.
create or replace table canonical_place as
with
told_place as (
    select
        place,
        string_split(place, ' < ') as levels,
        bool_and(is_extracted) as is_extracted
    from staged_claim
    where place is not null
    group by place
),

-- Every chain of containers that a claim gives: of its place, and of each place around that.
told_chain as (
    select distinct unnest(list_transform(range(1, len(levels) + 1), lambda start: levels[start:])) as levels
    from told_place
),

fuller_chain as (
    select told_place.place, told_chain.levels
    from told_place
    inner join told_chain
        on
            told_place.levels[1] = told_chain.levels[1]
            and len(told_place.levels) < len(told_chain.levels)
            and list_has_all(told_chain.levels, told_place.levels)
    where told_place.place not in (select place from place_name where kind = 'country')
),

fullest_chain as (
    select place, arg_max(levels, (len(levels), levels)) as levels
    from fuller_chain
    group by place
),

-- A place by its fullest chain, where all others are parts of that one: `Bergen < Norway` lies in Vestland, but
-- `Springfield < United States` is open where one text tells of Ohio and another of Illinois.
fullest_place as (
    select fuller_chain.place, array_to_string(any_value(fullest_chain.levels), ' < ') as fullest
    from fuller_chain
    inner join fullest_chain on fuller_chain.place = fullest_chain.place
    group by fuller_chain.place
    having bool_and(list_has_all(fullest_chain.levels, fuller_chain.levels))
),

-- What is no place of the gazetteer, and whose containers inside its country no text tells, may lie in any other place
-- there.
unlisted_place as (
    select place
    from told_place
    where
        is_extracted
        and len(levels) <= 2
        and place not in (select distinct concat_ws(' < ', place, nullif(within, '')) from place_name)
),

chained_place as (
    select
        told_place.place as told,
        coalesce(fullest_place.fullest, told_place.place) as place,
        unlisted_place.place is not null
        or regexp_matches(
            lower(told_place.place), '^(the )?(north|south|east|west|central|upper|lower|inner|outer)'
        ) as is_rough_place
    from told_place
    left join fullest_place on told_place.place = fullest_place.place
    left join unlisted_place on coalesce(fullest_place.fullest, told_place.place) = unlisted_place.place
)

select
    *,
    string_split(place, ' < ')[1] as nearest_place,
    if(is_rough_place and not contains(place, ' < '), null, string_split(place, ' < ')[-1]) as widest_place
from chained_place;
