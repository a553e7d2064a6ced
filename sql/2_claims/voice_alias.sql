-- One row per voice key that a document uses: the key of the voice that it is a spelling or a short form of.
create or replace table voice_alias as
with recursive
edge as (
    select a_key, b_key
    from voice_link
    union
    select b_key, a_key
    from voice_link
),

node as (
    select distinct voice_key
    from voice_use
    union
    select a_key
    from edge
),

reached using key (voice_key) as (
    select voice_key, voice_key as root_key
    from node
    union
    (
        select known.voice_key, min(reached.root_key) as root_key
        from reached
        inner join edge on reached.voice_key = edge.a_key
        inner join recurring.reached as known on edge.b_key = known.voice_key
        where reached.root_key < known.root_key
        group by known.voice_key
    )
),

-- "The coastguard" that only some documents of an event tie to Norway, and none to another country: one body there. So
-- is a firm that one of them quotes by a name that could be a person's.
tied_body as (
    select
        event.event_id,
        list_sort(mention.words) as sorted_words,
        min(mention.voice_key) as full_key
    from voice_use as mention
    inner join document_event as event on mention.document_id = event.document_id
    where mention.kind in ('body', 'affiliation') and mention.affiliation is not null and len(mention.words) > 0
    group by event.event_id, sorted_words
    having count(distinct mention.affiliation) = 1
),

untied as (
    select distinct event.event_id, mention.voice_key, tied_body.full_key
    from voice_use as mention
    inner join document_event as event on mention.document_id = event.document_id
    inner join tied_body
        on event.event_id = tied_body.event_id and list_sort(mention.words) = tied_body.sorted_words
    where
        mention.affiliation is null
        and (
            mention.kind in ('body', 'person')
            or mention.kind = 'unnamed' and mention.is_one
        )
),

-- "Police" are those of the nation where a text of the event calls them so, and no town's.
of_nation as (
    select distinct mention.document_id, mention.voice_key, nation.voice_key as full_key
    from voice_use as mention
    inner join voice_neighbour as neighbour on mention.document_id = neighbour.document_id
    inner join voice_use as nation
        on
            neighbour.other_document_id = nation.document_id
            and mention.affiliation = nation.affiliation
            and mention.words = nation.words
    where mention.scope is not null and nation.kind = 'body' and nation.scope is null
),

-- What each stands for among the names of its event.
named_as as (
    select distinct
        mention.document_id,
        mention.voice_key,
        event.event_id,
        coalesce(
            fuller_name.named_in_full,
            voice_in_text.full_key,
            fuller_name.described_alone,
            form.short_for,
            form.own_name,
            of_nation.full_key,
            mention.voice_key
        ) as full_key
    from voice_use as mention
    left join fuller_name
        on mention.document_id = fuller_name.document_id and mention.voice_key = fuller_name.voice_key
    left join voice_in_text
        on mention.document_id = voice_in_text.document_id and mention.voice_key = voice_in_text.voice_key
    left join organisation_short_form as form
        on mention.document_id = form.document_id and mention.voice_key = form.voice_key
    left join of_nation
        on mention.document_id = of_nation.document_id and mention.voice_key = of_nation.voice_key
    left join document_event as event on mention.document_id = event.document_id
)

select distinct named_as.document_id, named_as.voice_key, reached.root_key
from named_as
left join untied on named_as.event_id = untied.event_id and named_as.full_key = untied.voice_key
inner join reached on coalesce(untied.full_key, named_as.full_key) = reached.voice_key;
