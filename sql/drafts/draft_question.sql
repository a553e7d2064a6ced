-- One row per figure of a draft and question of the corpus that it may answer: how surely, and what speaks for it and
-- against it. $figures is a JSON list of the draft's figures in the form $form, and $text the whole draft. What a draft
-- names and the question has too speaks for the question, what the question has otherwise speaks against it, and what
-- the draft leaves out says nothing.
with
own as (
    select unnest(from_json($figures, $form), recursive := true)
),

measured as (
    select
        own.*,
        -- A name that its sentence writes may be the place, whatever place was read from the rest of the draft.
        list_transform(
            list_filter(own.own_names, lambda name: name.written is distinct from own.own_claimant),
            lambda name: name.written
        ) as own_scenes,
        own.own_measure in (select measure from generic_measure) as own_is_generic,
        coalesce(unit.dimension, own.own_unit) as own_dimension,
        own.own_value * coalesce(unit.factor, 1) as own_amount,
        regexp_extract(own.own_measure, '_per_(minute|hour|day|night|week)$') as own_period,
        country.place as own_country
    from own
    left join unit on own.own_unit = unit.unit
    left join (select distinct place from place_name where kind = 'country') as country
        on split_part(own.own_place, ' < ', -1) = country.place
),

-- What is looked for by its words: questions like the sentence of a figure; articles like that sentence, or like the
-- whole draft, whose other sentences may say what it is about.
passage as (
    select own_quote as text, unnest(['question', 'document']) as kind
    from own
    union
    select $text, 'document'
),

-- Its words but numbers, for the figure may be another than that of the corpus.
word as (
    select text, kind, unnest(list_distinct(search_words(text))) as term
    from passage
),

found as (
    select word.text, word.kind, word.term, search_term.row_id, search_term.score
    from search_term
    inner join word on search_term.kind = word.kind and search_term.term = word.term
    where not regexp_matches(word.term, '^\d')
),

-- A word that nothing of the kind holds weighs as much as the rarest that something holds.
word_weight as (
    select
        word.text,
        word.kind,
        word.term,
        coalesce(max(found.score), max(max(found.score)) over (partition by word.text, word.kind)) as weight
    from word
    left join found using (text, kind, term)
    where not regexp_matches(word.term, '^\d')
    group by word.text, word.kind, word.term
),

passage_weight as (
    select text, kind, sum(weight) as weight
    from word_weight
    group by text, kind
),

alike as (
    select
        found.text,
        found.kind,
        found.row_id,
        sum(found.score)::double / any_value(passage_weight.weight) as likeness
    from found
    inner join passage_weight using (text, kind)
    group by found.text, found.kind, found.row_id
    qualify
        row_number() over (partition by found.text, found.kind order by likeness desc, found.row_id)
        <= if(found.kind = 'question', $most_by_words, $most_documents)
),

worded as (
    select own.own_id, alike.row_id as question_id, alike.likeness
    from own
    inner join alike on alike.kind = 'question' and own.own_quote = alike.text
),

near_document as (
    select own.own_id, alike.row_id as document_id, max(alike.likeness) as likeness
    from own
    inner join alike on alike.kind = 'document' and alike.text in (own.own_quote, $text)
    group by own.own_id, alike.row_id
),

candidate as (
    select own_id, question_id
    from worded
    union
    select distinct measured.own_id, claim.question_id
    from claim
    inner join near_document on claim.document_id = near_document.document_id
    inner join measured
        on
            near_document.own_id = measured.own_id
            and (claim.measure = measured.own_measure or measured.own_is_generic)
),

-- The claims of these questions that such a figure can be held against: a change is no level, and so many a day are not
-- so many in all. A stance bears on figures of every unit.
answer as (
    select
        measured.*,
        claim.*,
        coalesce(claim.comparable_value, claim.value, claim.low, claim.high) as amount,
        coalesce(claim.as_of, claim.reported_at) as told_at,
        claim.comparable_unit is not distinct from measured.own_dimension
        or (measured.own_unit, claim.unit) in (select (word, currency) from local_currency) as is_same_unit
    from candidate
    inner join analysed_claim as claim on candidate.question_id = claim.question_id
    inner join measured on candidate.own_id = measured.own_id
    where
        measured.own_kind = 'stance'
        or claim.kind = 'quantity'
        and coalesce(claim.value, claim.low, claim.high) is not null
        and (claim.comparable_unit is null) = (measured.own_dimension is null)
        and coalesce(split_part(claim.comparable_unit, ':', 1) = split_part(measured.own_dimension, ':', 1), true)
        and (claim.trend is null) = (measured.own_trend is null)
        and regexp_extract(claim.measure, '_per_(minute|hour|day|night|week)$') is not distinct from measured.own_period
    qualify
        row_number() over (
            partition by candidate.own_id, candidate.question_id
            order by claim.measure is distinct from measured.own_measure, claim.claim_id
        ) <= $most_claims
),

-- Names that the draft writes, and whether the articles of a question hold them. A country goes by many names: it is
-- known where a claim is of it, or of somebody who speaks for it. The first word of a sentence may be no name: it is
-- one where no article has it.
written as (
    select
        own_id,
        unnest(own_names, recursive := true)
    from own
),

name as (
    select
        written.own_id,
        written.written,
        written.is_first,
        any_value(actor_name.actor) as actor
    from written
    left join actor_name on without_opening_word(written.written) = actor_name.wording
    where len(search_words(written.written)) > 0
    group by written.own_id, written.written, written.is_first
),

spelling as (
    select distinct name.written, search_words(name.written) as terms
    from name
    union
    select distinct name.written, search_words(actor_name.wording) as terms
    from name
    inner join actor_name on name.actor = actor_name.actor
),

name_term as (
    select search_term.term, search_term.row_id as document_id
    from search_term
    inner join (select distinct unnest(terms) as term from spelling) using (term)
    where search_term.kind = 'document'
),

question_document as (
    select distinct question_id, document_id
    from answer
    where document_id is not null
),

question_name as (
    select question_document.question_id, list(distinct name_term.term) as terms
    from question_document
    inner join name_term using (document_id)
    group by question_document.question_id
),

concerned as (
    select question_id, list(distinct body) as bodies
    from (
        select question_id, unnest([actor, voice_affiliation, split_part(place, ' < ', -1)]) as body
        from answer
    )
    where body is not null
    group by question_id
),

spelled as (
    select distinct spelling.written, question_name.question_id
    from spelling
    inner join question_name on list_has_all(question_name.terms, spelling.terms)
),

known as (
    select
        name.*,
        question.question_id,
        spelled.written is not null or coalesce(list_contains(concerned.bodies, name.actor), false) as is_known,
        name.is_first and list_has_any(search_words(name.written), any_name.terms) as is_no_name
    from name
    inner join (select distinct own_id, question_id from answer) as question using (own_id)
    cross join (select coalesce(list(distinct term), []) as terms from name_term) as any_name
    left join spelled on name.written = spelled.written and question.question_id = spelled.question_id
    left join concerned on question.question_id = concerned.question_id
),

named as (
    select
        own_id,
        question_id,
        list(actor) filter (where is_known) as known_actors,
        count(*) filter (where is_known and (not is_first or actor is not null)) as known_names,
        count(*) filter (where not is_known and not is_no_name) as unknown_names
    from known
    group by own_id, question_id
),

-- The word that tells what a figure is of: what happened or, of an amount of nothing in particular, the word before it
-- ("the mill was insured for").
before as (
    select
        own_id,
        list_filter(
            search_words(own_before),
            lambda word: not regexp_matches(word, '^\d')
            and not list_contains(list_concat(hedging.terms, search_words(own_measure)), word)
        ) as terms
    from measured
    cross join (
        select list(distinct term) as terms
        from (select unnest(search_words(wording)) as term from hedge_wording)
    ) as hedging
    where own_is_generic
),

telling_word as (
    select own_id, unnest(terms[-1:]) as term
    from before
    union
    select own_id, unnest(search_words(replace(own_predicate, '_', ' ')))
    from measured
    where not own_is_generic
    union
    select worded_deed.own_id, worded_deed.term
    from (select own_id, unnest(search_words(own_quote)) as term from measured where not own_is_generic) as worded_deed
    inner join matter_word on worded_deed.term = matter_word.term and matter_word.tells_deed
),

telling_form as (
    from telling_word
    union
    select telling_word.own_id, other.term
    from telling_word
    inner join matter_word as form on telling_word.term = form.term
    inner join matter_word as other on form.thing = other.thing
),

telling_document as (
    select telling_form.own_id, search_term.row_id as document_id
    from telling_form
    inner join search_term on search_term.kind = 'document' and telling_form.term = search_term.term
),

told as (
    select answer.own_id, answer.question_id, bool_or(telling_document.own_id is not null) as is_told
    from answer
    left join telling_document using (own_id, document_id)
    where answer.own_id in (select own_id from telling_word)
    group by answer.own_id, answer.question_id
),

context as (
    select near_document.own_id, question_document.question_id, max(near_document.likeness) as likeness
    from question_document
    inner join near_document using (document_id)
    group by near_document.own_id, question_document.question_id
),

met as (
    select
        own_id,
        question_id,
        bool_or(coalesce(measure = own_measure, false)) as is_same_measure,
        coalesce(bool_and(predicate != own_predicate), false) as is_other_deed,
        bool_or(coalesce(head_of(counted) = head_of(own_counted), false)) as is_same_head,
        bool_or(coalesce(actor = own_actor, false)) as is_same_actor,
        bool_or(actor is not null and own_actor is not null) as has_two_actors,
        bool_or(coalesce(
            list_contains(string_split(place, ' < '), split_part(own_place, ' < ', 1)) and own_place != own_country
            or ends_with(own_place, ' < ' || place) and place != own_country,
            false
        ) or coalesce(list_has_any(string_split(place, ' < ')[:-2], own_scenes), false)) as is_same_place,
        bool_or(coalesce(split_part(place, ' < ', -1) = own_country or actor = own_country, false)) as is_same_country,
        bool_or(place is not null and own_country is not null and own_is_place_told) as has_two_countries,
        -- A voice of one word may be any police.
        bool_or(coalesce(
            voice = own_claimant and contains(own_claimant, ' ') or voice_affiliation = own_affiliation, false
        )) as is_same_voice,
        bool_or(is_same_unit) as has_same_unit,
        any_value(own_dimension) as own_dimension,
        any_value(own_country) as own_country,
        any_value(own_is_day_told) as is_day_told,
        any_value(own_as_of) is not null as is_dated,
        any_value(own_is_generic) as own_is_generic,
        min(
            greatest(
                datediff('day', coalesce(last_day_of(own_as_of), first_day(own_as_of)), first_day(told_at)),
                datediff('day', coalesce(last_day_of(told_at), first_day(told_at)), first_day(own_as_of)),
                0
            )
        ) as days,
        bool_or(coalesce(value = own_value and is_telling_figure(value), false)) as is_same_figure,
        min(if(amount > 0 and own_amount > 0 and is_same_unit, abs(ln(amount / own_amount)), null)) as size_distance
    from answer
    group by own_id, question_id
),

shown as (
    select
        met.own_id,
        met.question_id,
        unnest([
            {'feature': 'any', 'amount': 1::double},
            {'feature': 'likeness', 'amount': coalesce(worded.likeness, 0)},
            {'feature': 'context', 'amount': coalesce(context.likeness, 0)},
            {'feature': 'known_names', 'amount': least(coalesce(named.known_names, 0), 3)::double},
            {
                'feature': 'unknown_names',
                'amount': least(coalesce(named.unknown_names, 0), 2)::double
            },
            {'feature': 'same_measure', 'amount': (met.is_same_measure and not met.own_is_generic)::double},
            {'feature': 'other_measure', 'amount': (not met.is_same_measure and not met.own_is_generic)::double},
            {
                'feature': 'untold',
                'amount': (
                    not coalesce(told.is_told, true)
                    and (met.own_is_generic or met.is_other_deed and not met.is_same_measure)
                )::double
            },
            {'feature': 'same_head', 'amount': met.is_same_head::double},
            {'feature': 'same_unit', 'amount': (met.own_dimension is not null and met.has_same_unit)::double},
            {'feature': 'other_unit', 'amount': (met.own_dimension is not null and not met.has_same_unit)::double},
            {'feature': 'same_actor', 'amount': met.is_same_actor::double},
            {'feature': 'other_actor', 'amount': (met.has_two_actors and not met.is_same_actor)::double},
            {'feature': 'same_place', 'amount': met.is_same_place::double},
            {'feature': 'same_country', 'amount': (met.is_same_country and not met.is_same_place)::double},
            -- That its articles name the country all the same leaves a third of the doubt.
            {
                'feature': 'other_country',
                'amount': (met.has_two_countries and not met.is_same_country)::double
                * if(list_contains(named.known_actors, met.own_country), 0.3, 1)
            },
            {'feature': 'same_voice', 'amount': met.is_same_voice::double},
            {'feature': 'same_days', 'amount': coalesce(met.is_dated and met.days <= 7, false)::double},
            {
                'feature': 'other_days',
                'amount': coalesce(met.is_day_told and met.days > 7, false)::double
            },
            {
                'feature': 'other_season',
                'amount': coalesce(met.is_day_told and met.days > 60, false)::double
            },
            {'feature': 'same_figure', 'amount': met.is_same_figure::double},
            {
                'feature': 'near_figure',
                'amount': coalesce(not met.is_same_figure and met.size_distance < ln(1.5), false)::double
            },
            {'feature': 'far_figure', 'amount': coalesce(greatest(met.size_distance - ln(2.5), 0), 0)}
        ], recursive := true)
    from met
    left join worded using (own_id, question_id)
    left join context on met.own_id = context.own_id and met.question_id = context.question_id
    left join named on met.own_id = named.own_id and met.question_id = named.question_id
    left join told on met.own_id = told.own_id and met.question_id = told.question_id
),

-- The best one is the likelier, the further behind it the next one is.
summed as (
    select shown.own_id, shown.question_id, round(sum(shown.amount * draft_feature.weight), 6) as score
    from shown
    inner join draft_feature using (feature)
    group by shown.own_id, shown.question_id
),

unrivalled as (
    select own_id, question_id
    from summed
    window by_score as (partition by own_id order by score desc, question_id)
    qualify
        row_number() over by_score = 1
        and score - coalesce(lead(score) over by_score, '-infinity'::double)
        >= (select value from setting where setting = 'draft_lead')
),

weighed as (
    select
        shown.own_id,
        shown.question_id,
        shown.feature,
        shown.amount,
        draft_feature.reason,
        shown.amount * draft_feature.weight as weight
    from (
        select own_id, question_id, feature, amount
        from shown
        union all
        select own_id, question_id, 'unrivalled', 1
        from unrivalled
    ) as shown
    inner join draft_feature using (feature)
    where shown.amount != 0
),

scored as (
    select
        own_id,
        question_id,
        1 / (1 + exp(-round(sum(weight), 6))) as surety,
        bool_or(feature = 'same_measure') as is_same_measure,
        bool_or(feature = 'other_measure') as is_other_measure,
        list({'feature': feature, 'amount': amount} order by feature) as features,
        list(distinct reason order by reason) filter (where weight > 0 and reason is not null) as shared,
        list(distinct reason order by reason) filter (where weight < 0 and reason is not null) as parting
    from weighed
    group by own_id, question_id
),

-- A figure that surely answers a question of its own measure answers none of another: the dead are no injured.
nearest as (
    select own_id
    from scored
    group by own_id
    having
        arg_max(is_same_measure, (surety, is_same_measure))
        and max(surety) >= (select value from setting where setting = 'draft_surety')
)

-- Of two that are as sure, the one of which more is said.
select
    scored.own_id,
    scored.question_id,
    question.title,
    scored.surety,
    coalesce(scored.shared, []) as shared,
    coalesce(scored.parting, []) as parting,
    scored.features
from scored
inner join question using (question_id)
left join nearest on scored.own_id = nearest.own_id
where scored.surety >= $least_surety and (nearest.own_id is null or not scored.is_other_measure)
qualify
    row_number() over (
        partition by scored.own_id
        order by scored.surety desc, question.claim_count desc, question.title, scored.question_id
    ) <= $most_told
order by scored.own_id, scored.surety desc, question.claim_count desc, question.title, scored.question_id;
