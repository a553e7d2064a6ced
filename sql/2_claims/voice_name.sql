-- One row per voice: the name by which readers know it, whom it speaks for, and how both stand inside a sentence.
create or replace table voice_name as
with
mentioned as (
    select voice_id, voice_key, mention_id, count(*) as claim_count
    from claim_voice
    group by voice_id, voice_key, mention_id
),

heard as (
    select
        mentioned.voice_id,
        mentioned.voice_key,
        -- "Both the government and the union": each of the two is called without the word. "Police" alone are told by
        -- their town.
        coalesce(
            mention.town || ' ' || lower(regexp_replace(mention.claimant, '^[Tt]he ', '')),
            regexp_replace(
                coalesce(own_name.name, mention.claimant, mention.source), '^[Bb]oth (the|of the|its|their) ', '\1 '
            )
        ) as spelling,
        mention.town is not null as is_given_town,
        mention.town is not null
        or mention.kind = 'body' and coalesce(contains(lower(mention.claimant), lower(place.town)), false)
            as tells_town,
        mention.affiliation,
        mention.kind,
        mention.voice_key = mentioned.voice_key as is_own_key,
        mention.kind != 'person' or len(mention.words) > 1 as is_in_full,
        min(mention.source) as source,
        sum(mentioned.claim_count) as claim_count
    from mentioned
    inner join voice_mention as mention on mentioned.mention_id = mention.mention_id
    left join document_scope as place on mention.document_id = place.document_id
    left join raw_name as own_name
        on
            own_name.kind = if(mention.kind = 'publisher', 'source', 'voice')
            and lower(strip_accents(own_name.spelling))
            = lower(strip_accents(coalesce(mention.claimant, mention.source)))
    group by all
),

-- A person's fullest name, an organisation's own name, before any other way of speaking of them.
ranked as (
    select
        *,
        row_number() over (
            partition by voice_id
            order by
                case
                    when starts_with(voice_key, 'affiliation:') then if(kind = 'affiliation', 0, 1)
                    when starts_with(voice_key, 'person:') then if(kind = 'person', 0, 1)
                    else if(is_own_key, 0, 1)
                end,
                is_in_full desc,
                is_given_town,
                claim_count desc,
                length(spelling) desc,
                spelling,
                -- Who talks to a paper is seldom of it.
                affiliation is not distinct from source,
                affiliation
        ) as place
    from heard
),

titled as (
    select
        voice_id,
        kind,
        case
            when kind = 'affiliation' and starts_with(voice_key, 'affiliation:') then affiliation
            when kind = 'body' or kind = 'unnamed' then with_capital(spelling)
            else spelling
        end as name,
        spelling,
        affiliation,
        tells_town,
        -- "His lawyer" and "our survey teams" are known only by who quotes them.
        case
            when kind = 'publisher' then null
            when regexp_matches(spelling, '^[Oo]ur [a-z]|^[Mm]y [a-z]|\b(of|for|with) us$') then source
            when regexp_matches(spelling, '\b([Hh]is|[Hh]er|[Tt]heir|[Ii]ts) [a-z]|\b(him|her|them)$')
                then 'quoted by ' || source
        end as known_by
    from ranked
    where place = 1
),

-- "Poland's supreme audit office", "Slovak police": the name says already whom it speaks for.
telling as (
    select distinct titled.voice_id
    from titled
    left join actor_name
        on titled.affiliation = actor_name.actor and actor_name.kind in ('state', 'demonym', 'abbreviation')
    where
        regexp_matches(lower(titled.name), '\b' || regexp_escape(lower(titled.affiliation)) || '\b')
        or regexp_matches(lower(titled.name), '\b' || regexp_escape(lower(actor_name.wording)) || '\b')
),

-- "The city council" of a town in Spain is not heard for Spain.
local_body as (
    select titled.voice_id
    from titled
    semi join (
        select actor
        from actor_name
        where kind = 'state'
    ) as state on titled.affiliation = state.actor
    where
        titled.kind = 'body'
        and (
            titled.tells_town
            or list_has_any(
                string_split(lower(titled.name), ' '),
                (select list(word) from lexicon_voice_words where role = 'local_body')
            )
        )
),

word_list as (
    select
        list(word) filter (where role = 'article') as articles,
        list(word) filter (where role = 'plural') as plurals,
        list(distinct word) filter (where role not in ('article', 'title')) as words,
        list(distinct word) filter (where role in ('unnamed', 'plural')) as people
    from lexicon_voice_words
),

-- Inside a sentence "The health ministry", "Police", "Analysts at Corbel" and what the text writes small ("residents of
-- Jonuta") lose their capital, "Ministry of Health" and names keep it.
parted as (
    select
        titled.voice_id,
        titled.name,
        if(
            titled.kind != 'affiliation' and telling.voice_id is null and local_body.voice_id is null,
            titled.affiliation,
            null
        ) as affiliation,
        titled.known_by,
        titled.kind in ('body', 'unnamed', 'person')
        or titled.kind = 'affiliation' and titled.name = titled.affiliation as is_described,
        string_split(lower(titled.name), ' ')[1] as first_word,
        substr(titled.name, 2) = lower(substr(titled.name, 2)) as is_lower_after,
        titled.kind in ('body', 'unnamed')
        and titled.spelling = lower(left(titled.spelling, 1)) || substr(titled.name, 2) as is_written_small,
        word_list.* exclude (words, people),
        list_contains(word_list.words, string_split(lower(titled.name), ' ')[1]) as is_common_word,
        list_contains(word_list.people, string_split(lower(titled.name), ' ')[1])
        and regexp_matches(titled.name, '^\S+ [a-z]') as is_of_people
    from titled
    left join telling on titled.voice_id = telling.voice_id
    left join local_body on titled.voice_id = local_body.voice_id
    cross join word_list
),

lowered as (
    select
        *,
        if(
            is_written_small
            or is_described
            and (list_contains(articles, first_word) or is_common_word and is_lower_after or is_of_people),
            lower(left(name, 1)) || substr(name, 2),
            name
        ) as plain_name
    from parted
),

headed as (
    select
        *,
        regexp_extract(
            plain_name, '^(.*?)(?: (?:of|for|in|at|from|on|who|with|near|to|by)\b.*|,.*)?$', 1
        ) as head_phrase
    from lowered
)

select
    voice_id,
    name,
    affiliation,
    if(length(plain_name) > 80, left(plain_name, 79) || '…', plain_name)
    || coalesce(
        ' ('
        || nullif(
            concat_ws(
                ', ', if(length(affiliation) > 80, left(affiliation, 79) || '…', affiliation), left(known_by, 80)
            ),
            ''
        )
        || ')',
        ''
    ) as name_in_sentence,
    list_contains(plurals, lower(string_split(head_phrase, ' ')[-1]))
    or regexp_matches(string_split(head_phrase, ' ')[-1], '^([a-z][a-z-]*[^sui]|[A-Z]{2,})s$') as is_plural
from headed;
