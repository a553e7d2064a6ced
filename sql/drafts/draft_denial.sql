-- One row per sentence or figure of a draft and claim of the corpus that denies it, whatever question it answers: what
-- the denied statement names, the draft says. $passages is a JSON list of what the draft says in the form $form, each
-- with the question that it answers or none, and $text the whole draft.
with
passage as (
    select
        *,
        search_words(own_text) as terms,
        coalesce(unit.dimension, own_unit) as own_dimension,
        own_value * coalesce(unit.factor, 1) as own_amount
    from (select unnest(from_json($passages, $form), recursive := true))
    left join unit on own_unit = unit.unit
),

-- A sentence that denies something itself, or asks, is held against no denial. "No fewer than 300" denies nothing.
denying_hedge as (
    select distinct wording
    from hedge_wording
    where list_has_any(search_words(wording), (select list(term) from denial_word where denies))
),

hedge_free as (
    select
        passage.own_id,
        search_words(list_reduce(
            list_prepend(lower(passage.own_text), (select coalesce(list(wording), []) from denying_hedge)),
            lambda rest, wording: replace(rest, wording, ' ')
        )) as terms
    from passage
),

asserted as (
    select passage.*
    from passage
    inner join hedge_free on passage.own_id = hedge_free.own_id
    where
        passage.own_polarity is distinct from 'denied'
        and not ends_with(rtrim(passage.own_text), '?')
        and not list_has_any(hedge_free.terms, (select list(term) from denial_word where denies))
),

-- What a figure was read as is told as well: the men of "8,000 men" are troops.
said as (
    select
        own_id,
        unnest(list_distinct(list_concat(terms, search_words(own_reading)))) as term,
        nullif(strpos(strip_accents(lower(own_text)), term), 0) as place,
        abs(place - own_offset) as distance
    from asserted
),

said_thing as (
    select
        said.own_id,
        coalesce(matter_word.thing, stem_of(said.term)) as thing,
        min(said.place) as place,
        min(said.distance) as distance
    from said
    left join matter_word on said.term = matter_word.term
    group by all
),

-- Who denies the figure that another gives denies no other figure.
refuted as (
    select asserted.own_id, refuted_figure.denial_claim_id
    from refuted_figure
    inner join analysed_claim as meant on refuted_figure.claim_id = meant.claim_id
    inner join asserted
        on
            meant.comparable_unit is not distinct from asserted.own_dimension
            and asserted.own_amount >= meant.comparable_low
            and asserted.own_amount <= meant.comparable_high
),

shared as (
    select
        said_thing.own_id,
        matter.claim_id,
        sum(matter.weight) as weight,
        bool_or(matter.tells_deed) as tells_deed,
        bool_or(not matter.tells_deed and not matter.is_circumstance) as names_thing,
        count(*) filter (where not matter.is_circumstance) as thing_count,
        min(said_thing.place) filter (where matter.tells_deed) as deed_place,
        avg(said_thing.distance) as distance
    from denied_matter as matter
    inner join said_thing on matter.thing = said_thing.thing
    where
        matter.claim_id not in (select denial_claim_id from refuted_figure)
        or (said_thing.own_id, matter.claim_id) in (from refuted)
    group by said_thing.own_id, matter.claim_id
),

-- Who does it in the draft's words: whose name stands before the deed, or behind a "by".
doer as (
    select shared.own_id, shared.claim_id, list(distinct actor_name.actor) as actors
    from shared
    inner join (select own_id, own_text, unnest(own_names, recursive := true) from asserted) as name
        on shared.own_id = name.own_id
    inner join actor_name on without_opening_word(name.written) = actor_name.wording
    where
        strpos(name.own_text, name.written) < shared.deed_place
        or contains(lower(name.own_text), ' by ' || lower(name.written))
    group by shared.own_id, shared.claim_id
),

-- That Peru sent none is no denial of what Chile sent.
of_another as (
    select doer.own_id, doer.claim_id
    from doer
    inner join worded_denial on doer.claim_id = worded_denial.claim_id and worded_denial.is_of_own_deed
    inner join analysed_claim as claim on doer.claim_id = claim.claim_id
    inner join (select distinct actor from actor_name) as denier
        on denier.actor in (claim.voice, claim.voice_affiliation)
    group by doer.own_id, doer.claim_id
    having not bool_or(list_contains(doer.actors, denier.actor))
),

limits as (
    select
        max(value) filter (where setting = 'denied_share') as denied_share,
        max(value) filter (where setting = 'denied_share_in_question') as denied_share_in_question
    from setting
),

-- Most of what is denied must be said, and the deed of it: that a ransom was demanded is not denied by who paid none. A
-- denial on the question that a figure answers needs little more.
stated as (
    select
        asserted.own_id,
        asserted.own_text,
        asserted.own_offset,
        shared.claim_id,
        shared.distance,
        shared.weight / worded_denial.weight as share
    from shared
    inner join worded_denial on shared.claim_id = worded_denial.claim_id
    inner join asserted on shared.own_id = asserted.own_id
    inner join analysed_claim as claim on shared.claim_id = claim.claim_id
    cross join limits
    where
        (shared.own_id, shared.claim_id) not in (from of_another)
        and (
            share >= limits.denied_share
            and shared.tells_deed = worded_denial.tells_deed
            and shared.thing_count >= least(worded_denial.thing_count, 2)
            or share >= limits.denied_share_in_question
            and shared.names_thing
            and claim.question_id = asserted.own_question_id
        )
),

-- Of several figures of a sentence, the one that stands nearest to the words is denied.
nearest as (
    select own_id, claim_id, share
    from stated
    qualify row_number() over (partition by own_text, claim_id order by distance nulls last, own_offset) = 1
),

-- A denied figure is denied wherever the same is counted.
figure as (
    select asserted.own_id, claim.claim_id, 1::double as share
    from asserted
    inner join analysed_claim as claim
        on
            claim.comparable_unit is not distinct from asserted.own_dimension
            and asserted.own_amount >= claim.comparable_low
            and asserted.own_amount <= claim.comparable_high
    where
        claim.kind = 'quantity'
        and claim.polarity = 'denied'
        and claim.restates is null
        and (claim.trend is null) = (asserted.own_trend is null)
        and coalesce(claim.place = asserted.own_place or is_nested(claim.place, asserted.own_place), true)
        and (
            claim.measure = asserted.own_measure and claim.measure not in (from generic_measure)
            or head_of(claim.counted) = head_of(asserted.own_counted)
        )
),

denial as (
    select found.own_id, found.share, document_event.event_id, claim.*
    from (from nearest union all from figure) as found
    inner join analysed_claim as claim on found.claim_id = claim.claim_id
    inner join document_event on claim.document_id = document_event.document_id
),

-- The event that a passage tells of is that of its question or, where it answers none, the one most like the draft
-- among those whose articles have every name that the passage writes.
answered as (
    select distinct asserted.own_id, document_event.event_id
    from asserted
    inner join analysed_claim as claim on asserted.own_question_id = claim.question_id
    inner join document_event on claim.document_id = document_event.document_id
),

name as (
    select
        own_id,
        unnest(own_names, recursive := true)
    from asserted
    where own_question_id is null
),

-- A country goes by many names. The first word of a sentence may be no name: it is one where no article has it.
spelling as (
    select own_id, written, is_first, search_words(written) as terms
    from name
    where len(search_words(written)) > 0
    union all
    select name.own_id, name.written, name.is_first, search_words(other.wording)
    from name
    inner join actor_name as named on without_opening_word(name.written) = named.wording
    inner join actor_name as other on named.actor = other.actor
),

name_term as (
    select document_event.event_id, search_term.term
    from search_term
    inner join document_event on search_term.row_id = document_event.document_id
    where
        search_term.kind = 'document'
        and search_term.term in (select unnest(terms) from spelling)
),

event_name as (
    select event_id, list(distinct term) as terms
    from name_term
    group by event_id
),

missing as (
    select denial.own_id, denial.event_id
    from denial
    inner join spelling on denial.own_id = spelling.own_id
    left join event_name on denial.event_id = event_name.event_id
    cross join (select coalesce(list(distinct term), []) as terms from name_term) as any_name
    group by denial.own_id, denial.event_id, spelling.written
    having
        not bool_or(coalesce(list_has_all(event_name.terms, spelling.terms), false))
        and not bool_or(spelling.is_first and list_has_any(spelling.terms, any_name.terms))
),

event_score as (
    select document_event.event_id, search_term.row_id, sum(search_term.score) as score
    from search_term
    inner join document_event on search_term.row_id = document_event.document_id
    where
        search_term.kind = 'document'
        and search_term.term in (select unnest(search_words($text)))
        and document_event.event_id in (select event_id from denial)
    group by document_event.event_id, search_term.row_id
),

likeness as (
    select event_id, max(score) as score
    from event_score
    group by event_id
),

told as (
    select denial.own_id, denial.event_id
    from denial
    inner join passage on denial.own_id = passage.own_id
    inner join likeness using (event_id)
    where
        passage.own_question_id is null
        and (denial.own_id, denial.event_id) not in (from missing)
    group by denial.own_id, denial.event_id, likeness.score
    qualify row_number() over (partition by denial.own_id order by likeness.score desc, denial.event_id) = 1
    union all
    from answered
)

select
    denial.own_id,
    denial.claim_id,
    denial.question_id,
    denial.document_id,
    denial.source,
    coalesce(denial.voice, denial.source) as voice,
    denial.voice_affiliation,
    denial.voice_is_plural,
    denial.figure,
    denial.polarity,
    denial.quote,
    worded_denial.denial,
    denial.as_of,
    denial.reported_at
from denial
inner join told on denial.own_id = told.own_id and denial.event_id = told.event_id
left join worded_denial on denial.claim_id = worded_denial.claim_id
qualify row_number() over (
    partition by denial.own_id order by denial.share desc, denial.reported_at desc nulls last, denial.claim_id
) <= $most
order by denial.own_id, denial.share desc, denial.reported_at desc nulls last, denial.claim_id;
