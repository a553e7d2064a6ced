-- One row per question: what its claims are of, by what most of them say, where and when. It is of a change only where
-- more than half of its figures are.
create or replace table question_topic as
with
headed as not materialized (
    select *, last_word_of(counted) as head
    from claim
    where is_in_range(question_id)
),

counted as (
    select
        question_id,
        min(event_id) as event_id,
        min(measure) as measure,
        min(actor) as actor,
        min(unit) as unit,
        min(trend) as trend,
        min(predicate) as predicate,
        min(head) as head,
        min(place) as place,
        min(place) != max(place) as has_places,
        coalesce(
            greatest(
                min(measure) != max(measure),
                min(actor) != max(actor),
                min(unit) != max(unit),
                min(trend) != max(trend),
                min(predicate) != max(predicate),
                min(head) != max(head)
            ),
            false
        ) as is_told_in_several_words,
        count(trend) filter (where kind = 'quantity') > count(*) filter (where kind = 'quantity') / 2 as is_change,
        bool_and(kind = 'stance') as is_stance,
        bool_or(polarity = 'denied') as has_denial,
        bool_and(polarity = 'expected') as is_expected,
        bool_or(quote is not null) as has_text,
        min(as_of) as first_as_of,
        max(as_of) as last_as_of,
        count(place) as placed_count,
        count(*) - count(restates) as claim_count,
        list_sort(list(distinct source)) as sources,
        len(sources) as source_count,
        count(distinct voice_id) as voice_count,
        max(confidence) as confidence
    from headed
    group by question_id
),

-- Where claims differ in their words, most of them decide; where as many say one thing as another, the surest one.
most_told as (
    select
        question_id,
        mode(measure order by confidence desc nulls last, claim_id) as measure,
        mode(actor order by confidence desc nulls last, claim_id) as actor,
        mode(unit order by confidence desc nulls last, claim_id) as unit,
        mode(trend order by confidence desc nulls last, claim_id) as trend,
        mode(predicate order by confidence desc nulls last, claim_id) as predicate,
        mode(head order by confidence desc nulls last, claim_id) as head
    from headed
    where question_id in (select question_id from counted where is_told_in_several_words)
    group by question_id
),

told_place as (
    select
        question_id,
        place as told,
        count(*) as claim_count
    from claim
    where
        is_in_range(question_id)
        and question_id in (select question_id from counted where has_places)
        and place is not null
    group by question_id, place
),

-- The places of a question and all that contain them, each with the claims that lie in it. One name is one place: some
-- claims tell of "Buton < Indonesia", others of "Buton < Southeast Sulawesi < Indonesia".
area as (
    select
        question_id,
        told,
        claim_count,
        unnest(list_transform(
            range(1, len(string_split(told, ' < ')) + 1),
            lambda first: array_to_string(string_split(told, ' < ')[first:], ' < ')
        )) as place,
        string_split(place, ' < ')[1] as name
    from told_place
),

-- A question lies in the smallest place that holds three quarters of its claims.
sized as (
    select
        question_id,
        name,
        arg_max(place, (length(place), place)) as place,
        sum(claim_count) as claim_count
    from (
        select question_id, name, told, claim_count, arg_max(place, length(place)) as place
        from area
        group by question_id, name, told, claim_count
    )
    group by question_id, name
),

-- A claim that tells of a town's region does not speak against the town.
region as (
    select
        sized.question_id,
        sized.name,
        sum(told_place.claim_count) as claim_count
    from sized
    inner join told_place on sized.question_id = told_place.question_id
    where list_contains(string_split(sized.place, ' < ')[2:-2], string_split(told_place.told, ' < ')[1])
    group by sized.question_id, sized.name
),

located as (
    select sized.question_id, arg_max(sized.place, (length(sized.place), sized.place)) as place
    from sized
    inner join counted on sized.question_id = counted.question_id
    left join region on sized.question_id = region.question_id and sized.name = region.name
    where
        sized.claim_count >= (
            select value
            from setting
            where setting = 'place_share'
        ) * (counted.placed_count - coalesce(region.claim_count, 0))
        and 2 * sized.claim_count >= counted.placed_count
    group by sized.question_id
),

-- Where that is but a state, or none, two towns that hold as many of its claims tell more; not where one tells of the
-- state.
town as (
    select
        question_id,
        string_split(told, ' < ')[1] as name,
        sum(claim_count) as town_claim_count,
        row_number() over (partition by question_id order by town_claim_count desc, name) as place_in_list
    from told_place
    where contains(told, ' < ')
    group by question_id, name
),

two_towns as (
    select town.question_id, string_agg(town.name, ' and ' order by town.place_in_list) as towns
    from town
    anti join (
        select question_id
        from told_place
        where not contains(told, ' < ')
    ) as of_state
        on town.question_id = of_state.question_id
    inner join counted on town.question_id = counted.question_id
    left join located on town.question_id = located.question_id
    where town.place_in_list < 3 and not contains(coalesce(located.place, ''), ' < ')
    group by town.question_id
    having
        count(*) = 2
        and sum(town.town_claim_count)
        >= (select value from setting where setting = 'place_share') * max(counted.placed_count)
)

select
    counted.* exclude (
        measure, actor, unit, trend, predicate, head, place, has_places, is_told_in_several_words, is_change
    ),
    if(is_told_in_several_words, most_told.measure, counted.measure) as measure,
    if(is_told_in_several_words, most_told.actor, counted.actor) as actor,
    if(is_told_in_several_words, most_told.unit, counted.unit) as unit,
    if(not counted.is_change, null, if(is_told_in_several_words, most_told.trend, counted.trend)) as trend,
    if(is_told_in_several_words, most_told.predicate, counted.predicate) as predicate,
    if(is_told_in_several_words, most_told.head, counted.head) as head,
    if(has_places, located.place, counted.place) as place,
    two_towns.towns
from counted
left join most_told on counted.question_id = most_told.question_id
left join located on counted.question_id = located.question_id
left join two_towns on counted.question_id = two_towns.question_id;
