-- One row per two claims that may answer one question and feature that they show: how much of it.
create or replace table question_evidence as
with
met as (
    select
        a,
        b,
        candidate.* exclude (a_claim_id, b_claim_id),
        a.kind = 'quantity' and b.kind = 'quantity' as are_figures,
        not a.is_extracted and not b.is_extracted as are_given,
        a.document_id = b.document_id as is_same_document,
        a.event_id = b.event_id as is_same_event,
        -- Places that the sentences do not name are only those of their articles, and an actor's things may be meant
        -- wherever they are: there places weigh little.
        if(
            a.event_id = b.event_id
            and (
                a.actor = b.actor
                or not contains(a.quote, a.nearest_place) and not contains(b.quote, b.nearest_place)
            ),
            0.3,
            1
        ) as place_share,
        -- The low end of a vague word ("dozens") is no figure that anybody gave.
        coalesce(
            a.figure = b.figure and a.hedge is distinct from 'vague' and b.hedge is distinct from 'vague', false
        ) as is_same_figure,
        coalesce(is_telling_figure(a.figure), false) as is_telling,
        coalesce(a.low > b.high or b.low > a.high, false) as is_apart,
        a.is_undated != b.is_undated as is_one_recalled,
        a.asked_as = b.asked_as as is_same_measure,
        a.is_generic or b.is_generic as is_generic,
        a.is_unsure or b.is_unsure as is_unsure,
        abs(datediff('day', a.day, b.day)) as day_gap,
        -- Rivals: of one time, two claimants, each with no other figure of the measure in its document.
        not is_one_recalled and coalesce(day_gap <= 14, true) as is_of_one_time,
        is_of_one_time and a.said_by != b.said_by and a.said_by != '' and b.said_by != '' as are_two_quoted,
        is_of_one_time and a.figure_count = 1 and b.figure_count = 1 as is_one_figure_each,
        -- One noun makes two measures one thing, unless something else happened to it: people hurt and people killed.
        coalesce(
            a.counted_head = b.counted_head
            and not a.is_generic_head
            and coalesce(a.predicate_group = b.predicate_group, true),
            false
        ) as is_same_head,
        coalesce(a.own_place = b.own_place and contains(a.place, ' < '), false) as is_same_place,
        coalesce(a.place != b.place and not is_nested(a.place, b.place), false) as is_elsewhere,
        -- Both sentences name their places, two that are smaller than a country.
        is_elsewhere
        and a.nearest_place != b.nearest_place
        and not a.is_rough_place
        and not b.is_rough_place
        and contains(a.own_place, ' < ')
        and contains(b.own_place, ' < ')
        and contains(a.quote, a.nearest_place)
        and contains(b.quote, b.nearest_place) as is_named_apart,
        is_elsewhere
        and not a.is_rough_place
        and not b.is_rough_place
        and a.is_background != b.is_background as is_told_elsewhere,
        -- Nothing that the two say of their things parts them.
        coalesce(a.own_place = b.own_place, true)
        and coalesce(a.actor = b.actor, true)
        and coalesce(a.predicate_group = b.predicate_group, true)
        and coalesce(a.trend = b.trend, true)
        and a.class is not distinct from b.class as is_unparted
    from question_candidate as candidate
    inner join told_claim as a on candidate.a_claim_id = a.claim_id
    inner join told_claim as b on candidate.b_claim_id = b.claim_id
),

-- In one document only a day that differs tells something.
dated as (
    select
        *,
        if(is_same_document and day_gap = 0, null, day_gap) as days,
        not is_same_document and is_same_event as is_near,
        coalesce(day_gap > 14, false) as is_weeks_apart,
        are_figures and is_same_measure as is_one_measure,
        are_figures and is_same_measure and not is_generic as is_known_measure,
        are_figures and not is_same_measure as is_two_measures,
        not are_figures and is_same_measure and not is_generic as is_one_topic,
        not are_figures and not is_same_measure as is_two_topics,
        is_two_topics and a.kind = 'stance' and b.kind = 'stance' and not are_given as are_unlike_stances
    from met
),

shown as (
    select
        a.claim_id as a_claim_id,
        b.claim_id as b_claim_id,
        [
            {'feature': 'candidates', 'amount': 1::double},
            -- The documents, and how many claims either might meet: the more there are, the less likely is each.
            {'feature': 'same_document', 'amount': is_same_document::double},
            {'feature': 'other_event', 'amount': (not is_same_event)::double},
            {'feature': 'rivals', 'amount': if(is_same_document, 0, ln(rival_count))},
            {'feature': 'rivals_in_document', 'amount': if(is_same_document, ln(rival_count), 0)},
            -- What is counted. A measure is unsure where it says nothing, or where the text names none at the figure.
            {'feature': 'same_measure', 'amount': (is_one_measure and not is_generic and not is_unsure)::double},
            {'feature': 'same_unsure_measure', 'amount': (is_one_measure and not is_generic and is_unsure)::double},
            {'feature': 'same_generic_measure', 'amount': (is_one_measure and is_generic)::double},
            {'feature': 'unknown_measure', 'amount': (is_two_measures and is_generic)::double},
            {'feature': 'unsure_measure', 'amount': (is_two_measures and not is_generic and is_unsure)::double},
            {
                'feature': 'other_measure',
                'amount': (is_two_measures and not is_unsure and not is_same_head)::double
            },
            -- Whether one counts people and the other things: a fifth as sure where a measure is taken from elsewhere.
            {
                'feature': 'other_subject',
                'amount': (are_figures and a.subject != b.subject)::double * if(is_unsure, 0.2, 1)
            },
            {'feature': 'other_class', 'amount': (are_figures and a.class is distinct from b.class)::double},
            -- A whole is no answer to how many of it something befell.
            {'feature': 'whole_and_other', 'amount': (are_figures and a.is_whole != b.is_whole)::double},
            {'feature': 'same_unit', 'amount': (are_figures and a.dimension != 'count')::double},
            {'feature': 'other_trend', 'amount': (a.trend != b.trend)::double},
            -- A stance.
            {'feature': 'two_stances', 'amount': (a.kind = 'stance' and b.kind = 'stance')::double},
            {'feature': 'stance_and_figure', 'amount': (a.kind != b.kind)::double},
            {'feature': 'unsure_stance', 'amount': a.stance_doubt + b.stance_doubt},
            {
                'feature': 'stance_on_figure',
                'amount': (a.kind != b.kind and is_one_topic and a.predicate_group = b.predicate_group)::double
            },
            {'feature': 'same_topic', 'amount': is_one_topic::double},
            {'feature': 'other_topic', 'amount': is_two_topics::double},
            -- Opinions and charges on different things seldom share a word.
            {
                'feature': 'unlike_stances',
                'amount': if(are_unlike_stances and not is_same_document, greatest(1 - 10 * likeness, 0), 0)
            },
            {
                'feature': 'unlike_stances_in_document',
                'amount': if(are_unlike_stances and is_same_document, greatest(1 - 10 * likeness, 0), 0)
            },
            {'feature': 'other_polarity', 'amount': (not are_figures and a.polarity != b.polarity)::double},
            -- What happened, whose and where.
            {'feature': 'same_predicate', 'amount': (a.predicate_group = b.predicate_group)::double},
            {'feature': 'other_predicate', 'amount': (a.predicate_group != b.predicate_group)::double},
            {'feature': 'same_actor', 'amount': (a.actor = b.actor)::double},
            {'feature': 'other_actor', 'amount': (a.actor != b.actor)::double},
            {'feature': 'same_place', 'amount': is_same_place::double},
            {'feature': 'nested_place', 'amount': is_nested(a.place, b.place)::double},
            {
                'feature': 'sibling_place',
                'amount': (
                    is_elsewhere
                    and a.widest_place = b.widest_place
                    and not a.is_rough_place
                    and not b.is_rough_place
                )::double * place_share
            },
            {'feature': 'other_place', 'amount': (a.widest_place != b.widest_place)::double * place_share},
            {'feature': 'named_apart', 'amount': (is_named_apart and not are_given)::double},
            -- One is told from elsewhere, as where an article recalls an earlier event of its kind.
            {'feature': 'told_elsewhere', 'amount': is_told_elsewhere::double},
            -- Fields that were given, not read from the text, can be relied upon.
            {'feature': 'given', 'amount': are_given::double},
            {'feature': 'given_same_measure', 'amount': (are_given and is_one_measure and not is_generic)::double},
            {'feature': 'given_other_measure', 'amount': (are_given and is_two_measures and not is_generic)::double},
            {'feature': 'given_same_topic', 'amount': (are_given and is_one_topic)::double},
            {'feature': 'given_other_topic', 'amount': (are_given and is_two_topics)::double},
            {
                'feature': 'given_other_predicate',
                'amount': (are_given and a.predicate_group != b.predicate_group)::double
            },
            {'feature': 'given_other_actor', 'amount': (are_given and a.actor != b.actor)::double},
            {'feature': 'given_same_place', 'amount': (are_given and is_same_place)::double},
            {
                'feature': 'given_elsewhere_soon',
                'amount': (are_given and is_elsewhere and not is_weeks_apart)::double
            },
            {
                'feature': 'given_elsewhere_later',
                'amount': (are_given and is_elsewhere and is_weeks_apart)::double
            },
            -- When.
            {'feature': 'same_days', 'amount': (days <= 3)::double},
            {'feature': 'same_fortnight', 'amount': (days between 4 and 14)::double},
            {'feature': 'same_season', 'amount': (not is_near and days between 15 and 45)::double},
            {'feature': 'other_season', 'amount': (not is_near and days > 45)::double},
            {'feature': 'later_in_event', 'amount': (is_near and days between 15 and 45)::double},
            {'feature': 'much_later_in_event', 'amount': (is_near and days > 45)::double},
            {'feature': 'recalled', 'amount': is_one_recalled::double},
            -- How much.
            {'feature': 'same_figure', 'amount': (are_figures and is_same_figure and is_telling)::double},
            {'feature': 'same_round_figure', 'amount': (are_figures and is_same_figure and not is_telling)::double},
            {'feature': 'near_figure', 'amount': (not is_same_figure and size_distance < ln(1.5))::double},
            {'feature': 'size_distance', 'amount': size_distance},
            -- Answers to one question are alike in size: within 2.5 times on one day, within 6 where it may have grown.
            {'feature': 'far_figure', 'amount': greatest(size_distance - if(day_gap > 0, ln(6), ln(2.5)), 0)},
            {'feature': 'size_rarity', 'amount': if(is_same_document, 0, size_rarity)},
            {'feature': 'nearest_figure', 'amount': is_nearest_size::double},
            -- In which words.
            {'feature': 'likeness_rarity', 'amount': if(are_figures, likeness_rarity, 0)},
            {'feature': 'stance_likeness_rarity', 'amount': if(are_figures, 0, likeness_rarity)},
            {'feature': 'most_alike', 'amount': is_most_alike::double},
            -- By whom, and where in one document.
            {
                'feature': 'two_voices',
                'amount': (is_same_document and a.said_by != b.said_by and a.kind = b.kind)::double
            },
            {'feature': 'two_quoted', 'amount': (is_one_measure and are_two_quoted)::double},
            {
                'feature': 'contrasted',
                'amount': (is_one_measure and are_two_quoted and is_same_document and a.quote = b.quote)::double
            },
            -- Where two claimants give each a figure of one thing, they may lie as far apart as their dispute is wide.
            {
                'feature': 'rival_distance',
                'amount': if(
                    is_known_measure and is_unparted and are_two_quoted and is_one_figure_each, size_distance, 0
                )
            },
            {
                'feature': 'one_breath',
                'amount': (is_same_document and is_apart and a.quote = b.quote and a.said_by = b.said_by)::double
            },
            {
                'feature': 'far_in_document',
                'amount': if(is_same_document, least(abs(a.char_start - b.char_start) / 1000, 2), 0)
            }
        ] as features
    from dated
),

listed as (
    select
        a_claim_id,
        b_claim_id,
        unnest(list_filter(features, lambda shown_feature: shown_feature['amount'] != 0)) as shown_feature
    from shown
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
)

select
    a_claim_id,
    b_claim_id,
    shown_feature['feature'] as feature,
    shown_feature['amount'] as amount
from listed
union all
select a_claim_id, b_claim_id, feature, amount
from declared;
