-- One row per document and state that its speakers were taken to speak for though its text hardly says so: the state
-- that the documents of its event speak of.
create or replace table meant_state as
with
-- Bodies and persons by document and the state that they were taken to speak for.
spoken_for as (
    select
        event.event_id,
        claim.document_id,
        claim.claimant_affiliation as state,
        list_distinct(
            list(regexp_replace(lower(strip_accents(claim.claimant)), '^the ', '')) filter (where claim.claimant != '')
        ) as names
    from staged_claim as claim
    inner join document_event as event on claim.document_id = event.document_id
    semi join (
        select actor
        from actor_name
        where kind = 'state'
    ) as known on claim.claimant_affiliation = known.actor
    group by all
),

divided as (
    select event_id
    from spoken_for
    group by event_id
    having count(distinct state) > 1
),

-- The states that speak in an event where several do, in the words that name each.
named_by as (
    select
        spoken_for.event_id,
        spoken_for.state,
        '\b(' || string_agg(distinct regexp_escape(strip_accents(actor_name.wording)), '|') || ')\b' as wordings
    from spoken_for
    semi join divided on spoken_for.event_id = divided.event_id
    inner join actor_name on spoken_for.state = actor_name.actor
    where actor_name.kind in ('state', 'demonym', 'abbreviation', 'metonym')
    group by spoken_for.event_id, spoken_for.state
),

naming as (
    select named_by.event_id, named_by.state, event.document_id
    from named_by
    inner join document_event as event on named_by.event_id = event.event_id
    inner join staged_document as document on event.document_id = document.document_id
    where regexp_matches(strip_accents(concat_ws(' ', document.title, document.text)), named_by.wordings)
),

told_of as (
    select event_id, state, list(document_id) as naming_ids
    from naming
    group by event_id, state
),

-- A state for which nobody speaks in another document of the event may be a guess from the article alone.
guessed as (
    select
        spoken_for.event_id,
        spoken_for.document_id,
        spoken_for.state,
        spoken_for.names,
        coalesce(told_of.naming_ids, []) as naming_ids,
        coalesce(list_contains(told_of.naming_ids, spoken_for.document_id), false) as is_named_there
    from spoken_for
    left join told_of on spoken_for.event_id = told_of.event_id and spoken_for.state = told_of.state
    where
        not exists (
            select 1
            from spoken_for as other
            where
                other.event_id = spoken_for.event_id
                and other.state = spoken_for.state
                and other.document_id != spoken_for.document_id
        )
)

-- The state that more of the documents name, if its own document does not name the guessed one, or only that one does
-- and both have a speaker in common.
select guessed.document_id, guessed.state, arg_max(told.state, len(told_of.naming_ids)) as meant_state
from guessed
inner join spoken_for as told
    on
        guessed.event_id = told.event_id
        and guessed.document_id != told.document_id
        and guessed.state != told.state
inner join told_of on told.event_id = told_of.event_id and told.state = told_of.state
where
    len(told_of.naming_ids) > len(guessed.naming_ids)
    and (
        not guessed.is_named_there
        or len(guessed.naming_ids) = 1
        and list_bool_or(
            list_transform(
                guessed.names,
                lambda name: list_bool_or(
                    list_transform(told.names, lambda other: other = name or ends_with(other, ' ' || name))
                )
            )
        )
    )
group by guessed.document_id, guessed.state;
