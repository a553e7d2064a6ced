-- One row per question: what it is called in a list, and the question itself as a sentence.
create or replace table question_title as
with
named as (
    select
        topic.question_id,
        topic.is_stance,
        topic.has_text,
        topic.claim_count,
        nullif(topic.unit, 'person') as unit,
        question_period.period,
        thing.is_generic,
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

-- Of several questions of texts with one name all but the one that most claims answer add the figure that was given
-- first.
shared_name as (
    select name
    from named
    where has_text
    group by name
    having count(*) > 1
),

namesake as (
    select named.question_id
    from named
    semi join shared_name on named.name = shared_name.name
    where named.has_text
    qualify row_number() over (partition by named.name order by named.claim_count desc, named.question_id) > 1
),

first_figure as (
    select
        claim.question_id,
        ' (first reported: '
        || arg_min(claim.figure, (claim.restates is not null, claim.reported_at, claim.claim_id))
        || ')' as told
    from claim
    semi join namesake on claim.question_id = namesake.question_id
    where claim.kind = 'quantity'
    group by claim.question_id
),

-- A sentence of an article with a gap asks for what filled it, in its own unit where it has one.
gapped as (
    select
        named.question_id,
        excerpt.gapped,
        coalesce(excerpt.unit, named.unit) as unit,
        phrase.is_of_anything
    from named
    inner join question_phrase as phrase on named.question_id = phrase.question_id
    inner join question_excerpt as excerpt on named.question_id = excerpt.question_id
    where excerpt.is_figure
),

quoted as (
    select
        question_id,
        concat(
            gapped,
            case
                when unit is null then if(is_of_anything, ' What figure?', ' How many?')
                when unit = 'percent' then ' What share?'
                when regexp_matches(unit, '^[A-Z]{3}$') then ' How much?'
                else ' How many ' || plural_unit(unit) || '?'
            end
        ) as asks
    from gapped
)

select
    named.question_id,
    concat(
        coalesce(
            if(named.is_stance, stance.title || coalesce(', ' || named.period, ''), null),
            with_capital(named.name)
        ),
        if((named.is_generic or phrase.is_ownerless) and not named.is_stance, ': ' || excerpt.lead, null),
        first_figure.told
    ) as title,
    coalesce(
        if(phrase.is_in_its_words, null, phrase.phrase)
        || if(phrase.is_ownerless and not named.is_stance, coalesce(' ' || excerpt.lead, ''), '')
        || coalesce(first_figure.told, ''),
        if(
            named.is_stance,
            -- Half a sentence does not tell who speaks, which the title does.
            coalesce(
                stance.asks, if(excerpt.is_cut_before, stance.title || '.', null), excerpt.words
            ) || if(stance.asks is null, ' What do others say?', ''),
            quoted.asks
        )
        || coalesce(named.where_and_when, ''),
        excerpt.words || coalesce(named.where_and_when, ''),
        phrase.phrase,
        with_capital(named.name)
    ) as asks
from named
inner join question_phrase as phrase on named.question_id = phrase.question_id
left join question_excerpt as excerpt on named.question_id = excerpt.question_id
left join stance_excerpt as stance on named.question_id = stance.question_id
left join quoted on named.question_id = quoted.question_id
left join first_figure on named.question_id = first_figure.question_id;
