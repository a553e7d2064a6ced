-- One row per question: what is asked, as a sentence that needs no words of an article, where the thing has a name.
create or replace table question_phrase as
with
parted as (
    select
        topic.question_id,
        topic.is_stance,
        topic.is_expected,
        topic.trend,
        topic.unit,
        named.owner,
        named.thing,
        named.is_titled,
        named.is_generic,
        form.is_plural,
        form.is_mass,
        form.is_change,
        form.is_deed,
        coalesce(form.fate, if(named.is_deployed and named.other_place is not null, '', null)) as fate,
        concat_ws(' ', named.owner, form.noun) as whose,
        -- The British budget, Tesla's revenue.
        case
            when named.owner is null then 'the'
            when named.adjective is not null then 'the ' || named.adjective
            else if(is_called_the(named.owner), 'the ', '') || named.owner || '''s'
        end as the_owner,
        case
            when topic.is_expected then ['are expected', 'are expected to be', 'Will there be']
            when question_period.period is null then ['are there', 'are', 'Are there']
            else ['were there', 'were', 'Were there']
        end as verb,
        if(topic.is_expected or question_period.period is null, ['is', 'are'], ['was', 'were']) as copula,
        -- Roads have no price of their own: what is given in money or metres is given for them.
        form.is_plural and topic.unit is not null and not form.is_sum as is_beside_its_unit,
        -- What no name tells enough of to be checked: people, servers, a distance in a town.
        form.fate is null
        and not form.is_deed
        and not (coalesce(named.is_deployed, false) and named.other_place is not null)
        and (not named.is_titled or form.is_bare or form.needs_owner and named.owner is null) as is_bare,
        -- Of a measure without an owner or a place the article's words say whose it is ("What was the workforce?").
        named.owner is null and named.place is null as is_ownerless,
        concat(
            ' in ' || named.other_place,
            if(question_period.period like '% to %', ' from ', ' in ') || question_period.period
        ) as where_and_when
    from (select * replace (nullif(unit, 'person') as unit) from question_topic) as topic
    inner join question_period on topic.question_id = question_period.question_id
    inner join question_thing as named on topic.question_id = named.question_id
    inner join thing_form as form on named.thing = form.thing
),

-- Of things that are counted a question asks how many, of a change by how much, of all else what it was.
asked as (
    select
        *,
        case
            when is_generic then null
            when is_stance and is_plural then concat_ws(' ', verb[3], owner, thing)
            when is_stance then null
            when trend is not null and is_titled and not is_change
                then concat_ws(
                    ' ',
                    if(unit is null and is_plural, 'By how many did', 'By how much did'),
                    if(is_plural, concat_ws(' ', 'the number of', owner), the_owner),
                    thing,
                    trend
                )
            when unit is null and is_deed
                then concat_ws(
                    ' ',
                    'How many',
                    whose,
                    if(is_expected, 'who', null),
                    fate,
                    if(is_expected, 'are expected', null)
                )
            when unit is null and is_plural and fate is not null
                then concat_ws(' ', 'How many', whose, verb[2], nullif(fate, ''))
            when unit is null and is_plural then concat_ws(' ', 'How many', whose, verb[1])
            when unit = 'percent' and (is_plural or is_mass) and not is_change
                then concat_ws(' ', 'What', copula[1], 'the share of', owner, thing)
            when is_titled and is_mass
                then concat_ws(
                    ' ',
                    'How much',
                    whose,
                    copula[1],
                    if(is_expected, if(fate is null, 'expected', 'expected to be'), if(fate is null, 'there', null)),
                    nullif(fate, '')
                )
            when is_titled and not is_beside_its_unit
                then concat(
                    concat_ws(' ', 'What', copula[if(is_plural and not is_change, 2, 1)], the_owner, thing),
                    if(is_expected, ' expected to be', '')
                )
            when unit is not null
                then concat(
                    if(regexp_matches(unit, '^[A-Z]{3}$'), 'What sum ', 'What figure '),
                    copula[1],
                    if(is_expected, ' expected for ', ' given for '),
                    if(is_plural, '', 'the '),
                    concat_ws(' ', owner, thing)
                )
        end as phrase
    from parted
)

select
    question_id,
    phrase || where_and_when || '?' as phrase,
    -- What has no name that a sentence could use is asked in the article's own words. So is what is measured and stands
    -- in no table of measures ("What sum was given for the wager?"), a share of things of which no name says what they
    -- do ("the share of schools"), and so are stances: their measure does not say what they hold or deny, and the words
    -- of a denial do.
    is_stance
    or is_bare
    or (unit is not null and unit != 'percent' and not is_titled)
    or coalesce(
        unit = 'percent' and (is_plural or is_mass) and fate is null and trend is null and not is_change, false
    ) as is_in_its_words,
    is_generic or is_ownerless or is_bare as is_worded,
    is_generic and not is_plural as is_of_anything
from asked;
