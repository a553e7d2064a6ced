-- One row per question: what its things are called, whose they are and where.
create or replace table question_thing as
with
-- A New Zealander is one, but no teacher is a "New Zealander teacher".
demonym as (
    select actor, if(regexp_matches(first(wording), '(land|kong|stein|bourg)er$'), actor, first(wording)) as wording
    from actor_name
    where kind = 'demonym'
    group by actor
),

named as (
    select
        topic.question_id,
        topic.actor,
        topic.predicate,
        topic.towns is not null as has_towns,
        demonym.wording as demonym,
        -- Two towns of one event: "Buton and Seram".
        coalesce(topic.towns, string_split(topic.place, ' < ')[1]) as place,
        coalesce(known.title, '') != '' as is_titled,
        -- "The lock was shut for 19 hours" measures a "shut duration": what it is of is told by its sentence.
        coalesce(known.title, '') = '' and ends_with(topic.measure, '_duration') as is_of_a_deed,
        -- A measure that has no title is called as the texts call it: "nurses" where they count nurses.
        case
            when known.title != '' then known.title
            when is_of_a_deed then 'duration'
            when topic.measure = 'unknown' then if(topic.is_stance, 'statement', 'figure')
            when starts_with(topic.measure, 'unknown_per_') then replace(topic.measure, 'unknown', 'figure')
            when topic.head != '' and ends_with(topic.measure, singular(topic.head))
                then left(topic.measure, length(topic.measure) - length(singular(topic.head))) || topic.head
            else topic.measure
        end as measure_name,
        -- "Malawian malawians" are Malawians.
        coalesce(starts_with(measure_name, lower(demonym.wording)), false) as is_a_people,
        is_of_a_deed or coalesce(behaviour.is_generic, false) as is_generic
    from question_topic as topic
    left join measure as known on topic.measure = known.measure
    left join measure_behaviour as behaviour on topic.measure = behaviour.measure
    left join demonym on topic.actor = demonym.actor
)

select
    question_id,
    if(is_a_people, with_capital(measure_name), replace(measure_name, '_', ' ')) as thing,
    if(is_a_people, null, demonym) as adjective,
    if(is_a_people, null, coalesce(demonym, actor)) as owner,
    place,
    -- Russian troops in Russia are Russian troops.
    if(not has_towns and is_called_the(place), 'the ', '') || nullif(place, actor) as other_place,
    is_titled,
    is_generic,
    coalesce(predicate = 'deployed', false) as is_deployed
from named;
