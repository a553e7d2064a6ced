-- One row per two claims that may answer one question: the features that speak for and against it, and their score.
create or replace table question_link as
with
document_reach as (
    select a_document_id, b_document_id, similarity
    from document_pair
    union all
    select b_document_id, a_document_id, similarity
    from document_pair
    union all
    select document_id as a_document_id, document_id as b_document_id, 1 as similarity
    from staged_document
),

-- Where a document's event is: the place, smaller than a country, that most of its claims name.
place_count as (
    select document_id, place, count(*) as claim_count, min(char_start) as first_at
    from claim_key
    where has_text and contains(place, ' < ') and not is_rough_place
    group by document_id, place
),

document_place as (
    select document_id, arg_min(place, (-claim_count, first_at)) as place
    from place_count
    group by document_id
),

-- A claim that names only a country, in a document about one place there, speaks of that place.
placed as (
    select
        claim_key.* replace (
            if(
                coalesce(not contains(claim_key.place, ' < '), false)
                and ends_with(document_place.place, ' < ' || claim_key.place),
                document_place.place,
                claim_key.place
            ) as place
        ),
        claim_key.place as own_place,
        document_place.place as document_place,
        document_event.event_id,
        claim_day.day,
        claim_day.is_recalled as is_undated,
        head.measure is not null as is_generic_head
    from claim_key
    inner join document_event on claim_key.document_id = document_event.document_id
    inner join claim_day on claim_key.claim_id = claim_day.claim_id
    left join document_place on claim_key.document_id = document_place.document_id
    left join lexicon_generic_measures as head on claim_key.counted_head = head.measure
    where claim_key.has_text
),

-- Only claims of one measure meet, and claims that give one telling figure; within an event, figures of one noun, and
-- near ones where a measure says nothing, as well. A stance bears on figures of every unit.
met as (
    select
        a,
        b,
        reach.similarity,
        a.document_id = b.document_id as is_same_document,
        a.event_id = b.event_id as is_same_event,
        -- Places that the sentences do not name are only those of their articles; on one event they weigh little.
        if(
            a.event_id = b.event_id
            and not contains(a.quote, a.nearest_place)
            and not contains(b.quote, b.nearest_place),
            0.3,
            1
        ) as place_share,
        coalesce(
            a.figure = b.figure and length(regexp_replace(a.figure::varchar, '[^1-9]', '', 'g')) >= 2, false
        ) as is_same_figure,
        coalesce(a.low > b.high or b.low > a.high, false) as is_apart,
        a.is_undated != b.is_undated as is_one_recalled,
        abs(datediff('day', a.day, b.day)) as day_gap,
        a.actor = b.actor as is_same_actor,
        a.asked_as = b.asked_as as is_same_measure,
        coalesce(a.counted_head = b.counted_head and not a.is_generic_head, false) as is_same_head,
        coalesce(
            a.document_place != b.document_place
            and not is_nested(a.document_place, b.document_place)
            and not (a.place = b.place and contains(a.place, ' < ')),
            false
        ) as is_other_document_place
    from placed as a
    inner join document_reach as reach on a.document_id = reach.a_document_id
    inner join placed as b
        on
            reach.b_document_id = b.document_id
            and a.claim_id < b.claim_id
            and (
                a.asked_as = b.asked_as
                or a.telling_figure = b.telling_figure and a.kind = b.kind
                or a.event_id = b.event_id
                and a.kind = 'quantity'
                and b.kind = 'quantity'
                and (
                    a.counted_head = b.counted_head and not a.is_generic_head
                    or (a.is_generic or b.is_generic) and a.figure < 2 * b.figure and b.figure < 2 * a.figure
                )
            )
            and (a.dimension = b.dimension or a.dimension is null or b.dimension is null)
            and (a.is_change = b.is_change or a.kind = 'stance' or b.kind = 'stance')
),

-- In one document only a day that differs tells something.
dated as (
    select
        *,
        if(is_same_document and day_gap = 0, null, day_gap) as days,
        not is_same_document and is_same_event as is_near
    from met
),

shown as (
    select
        a.claim_id as a_claim_id,
        b.claim_id as b_claim_id,
        [
            {'feature': 'same_document', 'amount': is_same_document::double},
            {'feature': 'same_event', 'amount': is_near::double},
            {'feature': 'other_event', 'amount': (not is_same_event)::double},
            {'feature': 'document_similarity', 'amount': if(is_same_document, 0, least(similarity, 0.3))},
            {'feature': 'same_actor', 'amount': (a.actor = b.actor)::double},
            {'feature': 'other_actor', 'amount': (a.actor != b.actor)::double},
            {'feature': 'same_predicate', 'amount': (a.predicate_group = b.predicate_group)::double},
            {
                'feature': 'other_predicate',
                'amount': (
                    a.predicate_group != b.predicate_group
                    and (a.measure = b.measure or a.asked_as != b.asked_as)
                )::double
            },
            {'feature': 'same_place', 'amount': (a.own_place = b.own_place and contains(a.place, ' < '))::double},
            {'feature': 'same_country', 'amount': (a.place = b.place and not contains(a.place, ' < '))::double},
            {
                'feature': 'sibling_place',
                'amount': (
                    a.place != b.place
                    and not is_nested(a.place, b.place)
                    and a.widest_place = b.widest_place
                    and not a.is_rough_place
                    and not b.is_rough_place
                )::double * place_share
            },
            {'feature': 'other_place', 'amount': (a.widest_place != b.widest_place)::double * place_share},
            {
                'feature': 'same_actor_elsewhere',
                'amount': (
                    is_same_actor
                    and a.place != b.place
                    and not is_nested(a.place, b.place)
                    and (a.widest_place != b.widest_place or not a.is_rough_place and not b.is_rough_place)
                )::double
            },
            {'feature': 'other_document_place', 'amount': is_other_document_place::double},
            {
                'feature': 'listed_together',
                'amount': (is_same_document and a.quote = b.quote and a.place != b.place)::double
            },
            {'feature': 'same_days', 'amount': (days <= 3)::double},
            {'feature': 'same_fortnight', 'amount': (days between 4 and 14)::double},
            {'feature': 'same_season', 'amount': (not is_near and days between 15 and 45)::double},
            {'feature': 'other_season', 'amount': (not is_near and days > 45)::double},
            {'feature': 'later_in_event', 'amount': (is_near and days between 15 and 45)::double},
            {'feature': 'much_later_in_event', 'amount': (is_near and days > 45)::double},
            {'feature': 'same_figure', 'amount': is_same_figure::double},
            -- Answers to one question are alike in size: within 2.5 times on one day, within 6 where it may have grown.
            {
                'feature': 'far_figure',
                'amount': case
                    when a.figure > 0 and b.figure > 0
                        then greatest(abs(log10(a.figure / b.figure)) - if(day_gap > 0, 0.8, 0.4), 0)
                end
            },
            {
                'feature': 'near_figure',
                'amount': (not is_same_figure and a.figure < 1.5 * b.figure and b.figure < 1.5 * a.figure)::double
            },
            {'feature': 'other_trend', 'amount': (a.trend != b.trend)::double},
            {'feature': 'recalled', 'amount': is_one_recalled::double},
            {'feature': 'other_thing', 'amount': (not is_same_measure and not is_same_head)::double},
            {'feature': 'same_thing', 'amount': (not is_same_measure and is_same_head)::double},
            {'feature': 'generic_measure', 'amount': ((a.is_generic or b.is_generic) and is_same_measure)::double},
            {'feature': 'same_counted', 'amount': (a.counted = b.counted and contains(a.counted, ' '))::double},
            {
                'feature': 'two_voices',
                'amount': (is_same_document and a.said_by != b.said_by and a.kind = b.kind)::double
            },
            {
                'feature': 'one_breath',
                'amount': (is_same_document and is_apart and a.quote = b.quote and a.said_by = b.said_by)::double
            },
            {
                'feature': 'one_voice_apart',
                'amount': (
                    is_same_document and is_apart and a.quote != b.quote and a.said_by = b.said_by
                    and a.as_of is not distinct from b.as_of
                )::double
            },
        ] as features
    from dated
),

mentioned as (
    select dated.a.claim_id as a_claim_id, dated.b.claim_id as b_claim_id
    from dated
    inner join staged_document as a_text on dated.a.document_id = a_text.document_id
    inner join staged_document as b_text on dated.b.document_id = b_text.document_id
    where
        dated.is_same_actor
        and dated.a.place != dated.b.place
        and not is_nested(dated.a.place, dated.b.place)
        and (contains(a_text.text, dated.b.nearest_place) or contains(b_text.text, dated.a.nearest_place))
),

-- What a reader has decided in overrides.csv outweighs every other feature.
declared as (
    select
        least(raw_override.a_claim_id, raw_override.b_claim_id) as a_claim_id,
        greatest(raw_override.a_claim_id, raw_override.b_claim_id) as b_claim_id,
        if(raw_override.decision = 'same', 'declared_same', 'declared_apart') as feature,
        1.0::double as amount
    from raw_override
    inner join claim_key as a on raw_override.a_claim_id = a.claim_id and a.has_text
    inner join claim_key as b on raw_override.b_claim_id = b.claim_id and b.has_text
    where raw_override.decision in ('same', 'not same')
),

every_feature as (
    select
        a_claim_id,
        b_claim_id,
        unnest(list_filter(features, lambda shown_feature: shown_feature['amount'] != 0), recursive := true)
    from shown
    union all
    select a_claim_id, b_claim_id, 'actor_place_mentioned' as feature, 1.0::double as amount
    from mentioned
    union all
    select a_claim_id, b_claim_id, feature, amount
    from declared
)

select
    shown.a_claim_id,
    shown.b_claim_id,
    sum(shown.amount * question_feature.weight) as score,
    string_agg(
        shown.feature || ' ' || round(shown.amount * question_feature.weight, 2)::varchar,
        ', '
        order by abs(shown.amount * question_feature.weight) desc, shown.feature
    ) as features
from every_feature as shown
inner join question_feature on shown.feature = question_feature.feature
group by shown.a_claim_id, shown.b_claim_id;
