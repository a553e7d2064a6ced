-- One row per question: its name, of what is asked, where and when, and whether another question of texts has the same.
create or replace table question_name as
with
named as (
    select
        topic.question_id,
        topic.is_stance,
        topic.has_text,
        topic.claim_count,
        nullif(topic.unit, 'person') as unit,
        question_period.period,
        concat_ws(
            ', ',
            concat(
                coalesce(thing.adjective || ' ', thing.owner || ': ', '') || thing.thing,
                ' in ' || thing.other_place
            ),
            question_period.period
        ) || if(topic.is_stance and topic.has_denial, ': a denial', '') as name,
        ' (' || nullif(concat_ws(', ', thing.place, question_period.period), '') || ')' as where_and_when
    from question_topic as topic
    inner join question_period on topic.question_id = question_period.question_id
    inner join question_thing as thing on topic.question_id = thing.question_id
),

-- Of several questions with one name only one that has more claims than all the others keeps it as it is.
shared_name as (
    select
        name,
        sum(claim_count) as claim_count
    from named
    where has_text
    group by name
    having count(*) > 1
)

select
    named.*,
    shared_name.name is not null
    and not named.is_stance
    and named.has_text
    and 2 * named.claim_count <= shared_name.claim_count as is_namesake
from named
left join shared_name on named.name = shared_name.name;
