-- One row per question: what it is called in a list, and the question itself as a sentence.
create or replace table question_title as
with
-- "Early March 2025", "March 2025", "March to April 2025": as exactly as all the dates allow.
dated as (
    select
        question_id,
        case when length(first_as_of) >= 7 then try_strptime(left(first_as_of, 7), '%Y-%m') end as first_month,
        case when length(last_as_of) >= 7 then try_strptime(left(last_as_of, 7), '%Y-%m') end as last_month,
        case
            when length(first_as_of) >= 10 then least((substr(first_as_of, 9, 2)::integer - 1) // 10, 2)
        end as first_third,
        case
            when length(last_as_of) >= 10 then least((substr(last_as_of, 9, 2)::integer - 1) // 10, 2)
        end as last_third,
        left(first_as_of, 4) as first_year,
        left(last_as_of, 4) as last_year
    from question_topic
),

worded_date as (
    select
        question_id,
        case
            when first_year != last_year then first_year || ' to ' || last_year
            when first_month is null or last_month is null then first_year
            when first_month != last_month
                then strftime(first_month, '%B') || ' to ' || strftime(last_month, '%B ') || last_year
            when first_third = last_third
                then ['early ', 'mid-', 'late '][first_third + 1] || strftime(first_month, '%B %Y')
            else strftime(first_month, '%B %Y')
        end as period
    from dated
),

adjective as (
    select actor, first(wording) as wording
    from actor_name
    where kind = 'demonym'
    group by actor
),

worded as (
    select
        topic.* exclude (unit),
        nullif(topic.unit, 'person') as unit,
        worded_date.period,
        -- A measure that has no title is called as the texts call it: "nurses" where they count nurses.
        case
            when known.title != '' then known.title
            when topic.measure = 'unknown' then if(topic.is_stance, 'statement', 'figure')
            when topic.head != '' and ends_with(topic.measure, singular(topic.head))
                then left(topic.measure, length(topic.measure) - length(singular(topic.head))) || topic.head
            else topic.measure
        end as measure_name,
        -- "Malawian malawians" are Malawians.
        starts_with(measure_name, lower(adjective.wording)) as is_a_people,
        if(
            is_a_people, upper(left(measure_name, 1)) || substr(measure_name, 2), replace(measure_name, '_', ' ')
        ) as thing,
        if(is_a_people, null, adjective.wording) as adjective,
        string_split(topic.place, ' < ')[1] as place_name,
        coalesce(known.title, '') != '' as is_titled,
        coalesce(topic.predicate, '') = 'deployed' as is_deployed,
        coalesce(behaviour.is_generic, false) as is_generic,
        unit_dimension.dimension
    from question_topic as topic
    left join worded_date on topic.question_id = worded_date.question_id
    left join measure as known on topic.measure = known.measure
    left join measure_behaviour as behaviour on topic.measure = behaviour.measure
    left join unit_dimension on topic.unit = unit_dimension.unit
    left join adjective on topic.actor = adjective.actor
),

titled as (
    select
        *,
        concat_ws(
            ', ',
            concat(
                case
                    when adjective is not null then adjective || ' ' || thing
                    when actor is not null and is_a_people is not true then actor || ': ' || thing
                    else thing
                end,
                case when place_name != coalesce(actor, '') then ' in ' || place_name end
            ),
            period
        ) || if(is_stance and has_denial, ': a denial', '') as title
    from worded
),

-- "Homes destroyed" and "missing people" ask how many homes were destroyed and how many people were missing, "people in
-- shelters" how many people were in shelters, "troops" how many were in a place; all else how many there were.
-- What became of a thing, by the end or the beginning of its name, and whether it is itself a sum.
thing as (
    select distinct thing
    from titled
),

-- What can become of things: destroyed buildings were destroyed, armoured vehicles are but of a kind.
thing_word as (
    select word, kind
    from title_word
    union
    select predicate, 'participle'
    from lexicon_predicate_wordings
),

told_thing as (
    select
        thing.thing,
        coalesce(
            max(word.word) filter (where word.kind = 'participle' and ends_with(thing.thing, ' ' || word.word)),
            nullif(regexp_extract(thing.thing, ' ([a-z]+ed)$', 1), '')
        ) as last_participle,
        max(word.word) filter (
            where word.kind = 'participle' and starts_with(thing.thing, word.word || ' ')
        ) as first_participle,
        bool_or(word.kind = 'money' and contains(thing.thing, word.word)) as is_sum
    from thing
    left join thing_word as word on true
    group by thing.thing
),

split as (
    select
        titled.*,
        told_thing.is_sum,
        case
            when regexp_matches(titled.thing, '^[a-z]+ (in|on|without) .')
                then [regexp_extract(titled.thing, '^[a-z]+'), regexp_extract(titled.thing, '^[a-z]+ (.*)$', 1)]
            when last_participle is not null
                then [left(titled.thing, length(titled.thing) - length(last_participle) - 1), last_participle]
            when first_participle is not null
                then [substr(titled.thing, length(first_participle) + 2), first_participle]
            when titled.is_deployed and titled.place_name != coalesce(titled.actor, '') then [titled.thing, '']
        end as told
    from titled
    left join told_thing on titled.thing = told_thing.thing
),

-- Whether what is counted is many of a kind: troops, people, aircraft, but no margin of votes.
counted as (
    select
        split.*,
        string_split(coalesce(split.told[1], split.thing), ' of ')[1] as noun,
        regexp_matches(noun, '(^|[ a-z])[a-z]*[^sui]s$') or exists (
            select title_word.word
            from title_word
            where title_word.kind = 'plural' and ends_with(noun, title_word.word)
        ) as is_plural
    from split
),

parted as (
    select
        *,
        coalesce(adjective, if(is_a_people, null, actor)) as owner,
        concat_ws(' ', owner, coalesce(told[1], thing)) as whose,
        -- The British budget, Tesla's revenue.
        case
            when owner is null then 'the'
            when adjective is not null then 'the ' || adjective
            else if(is_called_the(owner), 'the ', '') || owner || '''s'
        end as the_owner,
        case
            when is_expected then ['are expected', 'are expected to be', 'Will there be']
            when period is null then ['are there', 'are', 'Are there']
            else ['were there', 'were', 'Were there']
        end as verb,
        case
            when is_expected or period is null then ['is', 'are']
            else ['was', 'were']
        end as copula,
        -- Roads have no price of their own: what is given in money or metres is given for them.
        is_plural and unit is not null and not is_sum as is_beside_its_unit,
        is_stance or (unit is not null and unit != 'percent' and not is_titled) as is_in_its_words,
        owner is null and place_name is null as is_ownerless,
        case
            when unit is null then if(is_generic, 'What figure?', 'How many?')
            when unit = 'percent' then 'What share?'
            when regexp_matches(unit, '^[A-Z]{3}$') then 'How much?'
            when dimension = 'time' then 'How long?'
            else 'What figure?'
        end as figure_asked,
        concat(
            case
                when place_name != coalesce(actor, '')
                    then ' in ' || if(is_called_the(place_name), 'the ', '') || place_name
            end,
            case when period like '% to %' then ' from ' || period else ' in ' || period end
        ) as where_and_when
    from counted
),

-- Of things that are counted a question asks how many, of a change by how much, of all else what it was.
asked as (
    select
        *,
        case
            when is_generic then null
            when is_stance and is_plural then concat_ws(' ', verb[3], owner, thing)
            when is_stance then null
            when trend is not null and is_titled and not starts_with(thing, 'change in ')
                then concat_ws(
                    ' ',
                    if(unit is null and is_plural, 'By how many did', 'By how much did'),
                    if(is_plural, concat_ws(' ', 'the number of', owner), the_owner),
                    thing,
                    trend
                )
            when unit is null and is_plural and told is not null
                then concat_ws(' ', 'How many', whose, verb[2], nullif(told[2], ''))
            when unit is null and is_plural then concat_ws(' ', 'How many', whose, verb[1])
            when unit = 'percent' and is_plural and not starts_with(thing, 'change in ')
                then concat_ws(' ', 'What', copula[1], 'the share of', owner, thing)
            when is_titled and not is_beside_its_unit
                then concat(
                    concat_ws(
                        ' ',
                        'What',
                        copula[if(is_plural and not starts_with(thing, 'change in '), 2, 1)],
                        the_owner,
                        thing
                    ),
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
),

-- What has no name that a sentence could use is asked in the article's own words. So is what is measured and stands in
-- no table of measures ("What sum was given for the wager?"), and so are stances: their measure does not say what they
-- hold or deny, and the words of a denial do. Of a measure without an owner or a place they say whose it is ("What was
-- the workforce?"). The sentence is cut before the value and after it.
told_in_words as (
    select
        claim.question_id,
        arg_min(
            {
                'kind': claim.kind,
                'quote': claim.quote,
                'document_id': claim.document_id,
                'char_start': claim.char_start,
                'char_end': claim.char_end,
                'voice': claim.voice
            },
            (
                claim.kind = 'stance' and claim.polarity is distinct from 'denied',
                claim.restates is not null,
                claim.reported_at,
                claim.claim_id
            )
        ) as told
    from claim
    semi join (
        select question_id
        from asked
        where phrase is null or is_in_its_words or is_ownerless
    ) as wordless
        on claim.question_id = wordless.question_id
    where claim.quote != ''
    group by claim.question_id
),

-- Where the value stands in its sentence, which lies around it in the text; where the sentence is not found, nowhere.
placed as (
    select
        told_in_words.question_id,
        told_in_words.told.quote as sentence,
        told_in_words.told.char_end - told_in_words.told.char_start as value_length,
        greatest(told_in_words.told.char_start - length(sentence), 0) as around_start,
        strpos(substr(document.text, around_start + 1, 2 * length(sentence)), sentence) as sentence_start,
        if(sentence_start > 0, told_in_words.told.char_start - around_start - sentence_start + 1, null) as value_start,
        told_in_words.told.voice,
        told_in_words.told.kind = 'quantity' as is_figure
    from told_in_words
    left join staged_document as document on told_in_words.told.document_id = document.document_id
),

divided as (
    select
        question_id,
        -- Without a dateline: "OSLO, March 4 (Continental Wire) - ".
        ltrim(regexp_replace(
            left(sentence, coalesce(value_start, 0)), '^\p{Lu}{3}[^.‘’]{0,60} [-–—] ', ''
        )) as before,
        substr(sentence, value_start + 1, value_length) as value,
        regexp_replace(
            substr(sentence, coalesce(value_start + value_length, 0) + 1),
            if(value_start is null, '^\p{Lu}{3}[^.‘’]{0,60} [-–—] ', '^$'),
            ''
        ) as after,
        regexp_extract(before, '(?:^|[,;:–—]\s+)((?:[^,;:–—]|[,;:–—]\S)*)$', 1) as last_clause,
        voice,
        is_figure
    from placed
),

-- Before the value stands at most the clause that leads to it, or how the sentence begins and what leads to the value;
-- after it what there is room for, up to the end of a clause.
shortened as (
    select
        question_id,
        case
            when length(before) + coalesce(length(value), 0) <= 70 or length(before) <= 60 then before
            when length(last_clause) between 4 and 60 then '… ' || last_clause
            -- What is left of it at both ends would meet, with nothing left out between them.
            when length(before) <= 72 then before
            else concat(
                regexp_replace(left(before, 34), '\s+\S*$', ''),
                ' … ',
                regexp_replace(right(before, 36), '^\S*\s+', '')
            )
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
        ) as lead,
        -- What a stance says, in a list: its own words, up to the end of their clause where they are but a few.
        voice,
        is_figure and value != '' as is_figure,
        value || if(length(value) < 24, regexp_extract(after, '^[^,;:.]*'), '') as stance,
        trim(if(length(stance) > 64, regexp_replace(left(stance, 64), '\s+\S*$', ' …'), stance)) as cut_stance,
        -- Marks around the whole go; one that opens within is closed again.
        case
            when regexp_matches(cut_stance, '^["“][^"“”]*["”]?$') then trim(cut_stance, ' "“”')
            when length(regexp_replace(cut_stance, '[^"“”]', '', 'g')) % 2 = 1 then cut_stance || '"'
            else cut_stance
        end as short_stance,
        -- What a stance holds or denies, where it says so in a clause of its own: "denied that a gate had been opened".
        rtrim(regexp_extract(stance, '\bthat ([^"“”‘’]{12,110})$', 1), ' ,;:.') as matter,
        regexp_matches(
            matter, '(?i)\b(it|its|he|him|his|she|her|they|them|their|we|us|our|I|my|this|these|those)\b'
        ) as has_pronoun
    from divided
),

excerpt as (
    select
        question_id,
        -- Quotation marks within are single ones.
        translate(regexp_replace(trim(beginning || ending), '\s+', ' ', 'g'), '"“”', '''‘’') as sentence,
        '“' || sentence || '”' as words,
        -- The same with a gap for the figure that the question asks for.
        '“'
        || translate(
            regexp_replace(
                opening || '…' || if(regexp_matches(ending, '[[:alpha:]]'), ending, ''), '\s+', ' ', 'g'
            ),
            '"“”',
            '''‘’'
        )
        || '”' as gapped,
        -- What leads to a figure in the words that give it first: "a lock was shut for …".
        '“' || translate(regexp_replace(lead, '\s+', ' ', 'g'), '"“”', '''‘’') || ' …”' as lead,
        in_own_words(
            upper(left(voice, 1)) || substr(voice, 2),
            '“' || translate(regexp_replace(short_stance, '\s+', ' ', 'g'), '"“”', '''‘’') || '”'
        ) as stance,
        is_figure,
        -- A pronoun in it stands for who speaks.
        case
            when coalesce(matter, '') = '' or has_pronoun and voice is null then null
            when has_pronoun
                then concat(upper(left(voice, 1)) || substr(voice, 2), ': is it true that ', matter, '?')
            else concat('Is it true that ', matter, '?')
        end as matter_asked
    from shortened
),

-- Of several questions of texts with one title all but the one that most claims answer add the figure that was given
-- first.
shared_title as (
    select title
    from asked
    where has_text
    group by title
    having count(*) > 1
),

namesake as (
    select asked.question_id
    from asked
    semi join shared_title on asked.title = shared_title.title
    where asked.has_text
    qualify row_number() over (partition by asked.title order by asked.claim_count desc, asked.question_id) > 1
),

first_figure as (
    select
        claim.question_id,
        arg_min(claim.figure, (claim.restates is not null, claim.reported_at, claim.claim_id)) as figure
    from claim
    semi join namesake on claim.question_id = namesake.question_id
    where claim.kind = 'quantity'
    group by claim.question_id
)

select
    asked.question_id,
    concat(
        coalesce(
            if(asked.is_stance, excerpt.stance || coalesce(', ' || asked.period, ''), null),
            upper(left(asked.title, 1)) || substr(asked.title, 2)
        ),
        if((asked.is_generic or asked.is_ownerless) and not asked.is_stance, ': ' || excerpt.lead, null),
        ' (first figure: ' || first_figure.figure || ')'
    ) as title,
    coalesce(
        if(asked.is_in_its_words, null, asked.phrase || asked.where_and_when || '?')
        || if(asked.is_ownerless and not asked.is_stance, coalesce(' ' || excerpt.lead, ''), '')
        || coalesce(' (first figure: ' || first_figure.figure || ')', ''),
        case
            when asked.is_stance then coalesce(excerpt.matter_asked, excerpt.words || ' Who says otherwise?')
            -- Where its unit is left behind the gap, it is asked for in that unit.
            when excerpt.is_figure
                then concat(
                    excerpt.gapped,
                    ' ',
                    if(
                        contains(excerpt.gapped, '… ' || plural_unit(asked.unit)),
                        'How many ' || plural_unit(asked.unit) || '?',
                        asked.figure_asked
                    )
                )
        end
        || coalesce(' (' || nullif(concat_ws(', ', asked.place_name, asked.period), '') || ')', ''),
        excerpt.words || coalesce(' (' || nullif(concat_ws(', ', asked.place_name, asked.period), '') || ')', ''),
        asked.phrase || asked.where_and_when || '?',
        upper(left(asked.title, 1)) || substr(asked.title, 2)
    ) as asks
from asked
left join excerpt on asked.question_id = excerpt.question_id
left join first_figure on asked.question_id = first_figure.question_id;
