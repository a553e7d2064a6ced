-- One row per claimant as one document writes it: what kind of voice it is, and the key of that voice.
create or replace table voice_mention as
with
met as (
    select
        claim.document_id,
        claim.source,
        claim.claimant,
        claim.claimant_affiliation as written_affiliation,
        coalesce(meant_state.meant_state, written_affiliation) as affiliation,
        count(*) as claim_count,
        min(char_start) as first_at
    from staged_claim as claim
    left join meant_state
        on claim.document_id = meant_state.document_id and claim.claimant_affiliation = meant_state.state
    group by all
),

named as (
    select
        met.*,
        voice_name.name is not null as is_renamed,
        coalesce(source_name.name, met.source) as publisher_name,
        lower(strip_accents(coalesce(voice_name.name, met.claimant))) as folded_name,
        -- Abbreviations before an office ("US ambassador") are no part of a name; "Un" can be.
        regexp_replace(coalesce(voice_name.name, met.claimant), '\b(UN|EU|US|UK|NATO|U\.S\.|U\.N\.|U\.K\.)', '', 'g')
            as unabbreviated_name
    from met
    left join raw_name as voice_name
        on voice_name.kind = 'voice' and lower(strip_accents(voice_name.spelling)) = lower(strip_accents(met.claimant))
    left join raw_name as source_name
        on source_name.kind = 'source' and lower(strip_accents(source_name.spelling)) = lower(strip_accents(met.source))
),

source_name as (
    select distinct regexp_replace(lower(strip_accents(source)), '^the ', '') as folded_name
    from staged_claim
),

-- By what others call a publisher: its name, and the name without what stands behind it in brackets.
publisher as (
    select called, min(folded_name) as folded_name
    from (
        select folded_name, folded_name as called
        from source_name
        union
        select folded_name, regexp_replace(folded_name, ' *\(.*\)$', '')
        from source_name
    )
    where called != ''
    group by called
    having count(*) = 1
),

-- Words for an affiliation inside a name: "Slovak" police, "Koleva's" campaign, a ministry "in Baku".
affiliation_word as (
    select distinct affiliation, unnest(string_split_regex(lower(strip_accents(affiliation)), '[^a-z0-9]+')) as word
    from met
    where affiliation is not null
    union
    select actor, word
    from (
        select actor, kind, unnest(string_split_regex(lower(strip_accents(wording)), '[^a-z0-9]+')) as word
        from actor_name
    )
    where
        actor in (select affiliation from met)
        and (
            kind in ('state', 'demonym', 'abbreviation', 'organisation')
            -- The Oval Office stands for a state; the office of its prosecutor is a body of it.
            or kind = 'metonym' and word not in (select word from lexicon_voice_words where role = 'body')
        )
),

affiliation_words as (
    select affiliation, list(word) as words
    from affiliation_word
    where word != ''
    group by affiliation
),

role_words as (
    select
        list(word) filter (where role = 'title') as titles,
        list(distinct word) filter (where role in ('body', 'public')) as bodies,
        list(word) filter (where role = 'arm') as arms,
        list(word) filter (where role = 'self') as selves,
        list(word) filter (where role = 'record') as records,
        list(word) filter (where role in ('unnamed', 'event')) as crowds,
        list(word) filter (where role = 'event') as hosts,
        list(word) filter (where role = 'local') as local_offices,
        list(word) filter (where role = 'town_body') as town_bodies,
        list(word) filter (where role = 'force') as forces,
        list(word) filter (where role = 'arm_of_body') as arms_of_bodies,
        list(word) filter (where role = 'filler') as fillers
    from lexicon_voice_words
),

worded as (
    select
        named.*,
        coalesce(affiliation_words.words, []) as affiliation_words,
        list_filter(
            string_split_regex(
                regexp_replace(lower(strip_accents(named.unabbreviated_name)), '[''’]s?\b', '', 'g'), '[^a-z0-9.-]+'
            ),
            lambda word: word != ''
        ) as words,
        -- Words that are written with a capital; a name has some, beside the place of "the laboratory in Patna".
        list_filter(
            string_split_regex(
                regexp_replace(
                    regexp_replace(strip_accents(named.unabbreviated_name), '^([Tt]he [a-z ]+) in [A-Z].*$', '\1'),
                    '[''’]s?\b',
                    '',
                    'g'
                ),
                '[^A-Za-z0-9.-]+'
            ),
            lambda word: regexp_matches(word, '^[A-Z]')
        ) as capital_words,
        regexp_matches(named.folded_name, '^(a|an|one|some|several|many|other|two|three) ') as is_indefinite
    from named
    left join affiliation_words on named.affiliation = affiliation_words.affiliation
),

sorted as (
    select
        worded.*,
        list_filter(words, lambda word: not list_contains(fillers, word)) as content_words,
        list_filter(
            words,
            lambda word: not list_contains(fillers, word) and not list_contains(affiliation_words, word)
        ) as own_words,
        list_filter(
            list_transform(capital_words, lambda word: lower(word)),
            lambda word: not list_contains(fillers, word) and not list_contains(titles, word)
        ) as name_words,
        role_words.* exclude (fillers)
    from worded
    cross join role_words
),

kinded as (
    select
        sorted.*,
        list_filter(
            own_words, lambda word: not list_contains(selves, word) and not list_contains(titles, word)
        ) as residual_words,
        case
            when claimant is null then 'publisher'
            when is_renamed then 'renamed'
            when publisher.called is not null then 'publisher'
            -- A description with a place or a day in it is no name: "organisers of Friday's race in Cork".
            when
                list_has_any(content_words, hosts)
                and coalesce(lower(strip_accents(affiliation)) = sorted.folded_name, true)
                then 'unnamed'
            when metonym.actor is not null then 'affiliation'
            when regexp_replace(sorted.folded_name, '^the ', '') = lower(strip_accents(affiliation)) then 'affiliation'
            when list_has_any(own_words, records) then 'body'
            -- The mayor of a capital does not speak for the state.
            when len(residual_words) = 0 and len(name_words) > 0 and list_has_any(own_words, local_offices) then 'body'
            when len(residual_words) = 0 and affiliation is not null then 'affiliation'
            when list_has_any(own_words, list_filter(bodies, lambda word: not list_contains(selves, word)))
                then 'body'
            when affiliation is not null and not is_indefinite and list_has_any(own_words, arms) then 'body'
            when not is_indefinite and not list_has_any(own_words, crowds) and len(name_words) > 0 and len(list_filter(
                name_words, lambda word: not list_contains(affiliation_words, word)
            )) = 0 then 'affiliation'
            when len(capital_words) = 1 and regexp_full_match(capital_words[1], '[A-Z]{3,}') then 'body'
            when is_indefinite or list_has_any(own_words, crowds) then 'unnamed'
            -- Nobody is called "the" by name alone: "the Homeland Union", "the Limerick coroner".
            when regexp_matches(sorted.claimant, '^[Tt]he [A-Z]') and not list_has_any(own_words, titles) then 'body'
            when len(name_words) > 0 then 'person'
            when is_indefinite or affiliation is null then 'unnamed'
            else 'body'
        end as kind,
        -- "Police", "the fire department": every town has them. Not "the Slovak police".
        len(own_words) > 0
        and len(own_words) = len(content_words)
        and list_has_all(town_bodies, own_words) as is_of_any_town,
        list_has_any(own_words, forces) as is_force,
        publisher.folded_name as publisher_called
    from sorted
    left join publisher
        on
            regexp_replace(sorted.folded_name, '^the ', '') = publisher.called
            and sorted.claimant is not null
    left join (
        select distinct actor, lower(strip_accents(wording)) as folded_name
        from actor_name
        where kind in ('state', 'metonym', 'abbreviation', 'organisation', 'group')
    ) as metonym
        on
            metonym.actor = sorted.affiliation
            and metonym.folded_name = regexp_replace(sorted.folded_name, '^the ', '')
)

select
    row_number() over () as mention_id,
    kinded.document_id,
    source,
    claimant,
    written_affiliation,
    affiliation,
    claim_count,
    first_at,
    kind,
    if(kind = 'body' and is_of_any_town and is_force, place.town, null) as town,
    if(kind = 'body' and is_of_any_town, place.scope, null) as scope,
    -- "The Slovak police" tells whose they are; "the police" may be any that was named.
    len(own_words) < len(content_words) as tells_affiliation,
    case kind
        when 'person' then name_words
        when 'body' then list_filter(own_words, lambda word: not list_contains(selves, word) or len(own_words) = 1)
        else content_words
    end as words,
    case kind
        when 'publisher'
            then 'source:' || coalesce(
                publisher_called, regexp_replace(lower(strip_accents(publisher_name)), '^the ', '')
            )
        when 'renamed' then 'name:' || folded_name
        when 'affiliation'
            then 'affiliation:' || lower(strip_accents(affiliation)) || described_scope(affiliation, place.scope)
        when 'unnamed' then 'unnamed:' || coalesce(kinded.document_id, source) || ':' || folded_name
        when 'person' then concat_ws(':', 'person', lower(strip_accents(affiliation)), array_to_string(name_words, ' '))
            -- A surname alone is somebody else's in another event.
            || if(affiliation is null and len(name_words) = 1, coalesce('@' || place.scope, ''), '')
        else concat_ws(
            ':',
            'body',
            lower(strip_accents(affiliation)),
            array_to_string(list_sort(list_distinct(list_concat(key_words, town_words))), ' ')
        )
        || if(is_of_any_town and place.town is null, coalesce('@' || place.scope, ''), '')
    end as voice_key
from kinded
left join document_scope as place on kinded.document_id = place.document_id
cross join lateral (
    select
        list_filter(
            own_words,
            lambda word: (not list_contains(selves, word) or len(own_words) = 1)
            -- The police department of a town are its police.
            and not (list_contains(own_words, 'police') and list_contains(arms_of_bodies, word))
        ) as key_words,
        if(is_of_any_town and place.town is not null, string_split(place.scope, ' '), []) as town_words
) as told;
