-- One row per two claims in dispute of which a text gives one, and feature that speaks for or against their being two
-- answers to one question: how much of it.
create or replace table dispute_evidence as
with
disputed as (
    select *
    from contender_pair
    where
        verdict in ('differs', 'contradicts')
        and has_two_sides
        and is_of_documents
),

-- What links each claim, or the one that stands for it, to the others of its question, on average.
linked as (
    select claim_id, avg(score) as score
    from (
        select a_claim_id as claim_id, score
        from standing_link
        union all
        select b_claim_id, score
        from standing_link
    )
    group by claim_id
),

-- How many things the claims of a question are about, and how many articles they come from.
gathered as (
    select
        question_id,
        ln(count(distinct measure)) as things,
        ln(count(distinct document_id)) as documents
    from analysed_claim
    where question_id in (select question_id from disputed) and document_id is not null
    group by question_id
),

-- The figures that another document gives as well.
backed as (
    select distinct unnest([a_claim_number, b_claim_number]) as claim_number
    from contender_pair
    where
        question_id in (select question_id from disputed)
        and verdict in ('agrees', 'compatible', 'echo')
        and is_of_figures
        and not is_one_document
),

-- All words for a measure: troops, soldiers and personnel are one, boys and teenagers who died are not.
worded as (
    select measure, list(wording) as wordings
    from measure_wording
    group by measure
),

told as (
    select
        claim.*,
        claim.rowid as claim_number,
        coalesce(standing.standing_id, claim.claim_id) as standing_id,
        head_of(claim.counted) as head,
        claim.is_extracted
        and claim.unit is null
        and claim.counted is null
        and coalesce(claim.comparable_value between 1 and 20, false) as is_bare_small,
        claim.unit is null and coalesce(claim.comparable_value < 0, false) as is_below_zero,
        counting_voice.voice_id is not null as counts_as_well,
        behaviour.is_generic,
        coalesce(list_has_any(worded.wordings, [lower(claim.counted), last_word_of(claim.counted)]), false)
        or coalesce(last_word_of(claim.counted) in (from generic_measure), false) as is_named,
        -- "Bodies" and "victims" are two words for deaths: where a measure has a title, it says what is counted.
        if(known.title != '' and not behaviour.is_generic, claim.measure, head) as noun,
        linked.score as link_score,
        backed.claim_number is not null as is_backed,
        background.claim_id is not null as is_background
    from analysed_claim as claim
    inner join measure_behaviour as behaviour on claim.measure = behaviour.measure
    left join measure as known on claim.measure = known.measure
    left join counting_voice
        on claim.question_id = counting_voice.question_id and claim.voice_id = counting_voice.voice_id
    left join standing_claim as standing on claim.claim_id = standing.claim_id
    left join linked on coalesce(standing.standing_id, claim.claim_id) = linked.claim_id
    left join backed on claim.rowid = backed.claim_number
    left join background_claim as background on claim.claim_id = background.claim_id
    left join worded on claim.measure = worded.measure
    where claim.question_id in (select question_id from disputed)
),

-- An article in which the voice of its own end gives the figure of another one as well has no quarrel with the other,
-- but counts two things.
either_way as (
    select a_claim_number as claim_number, b_claim_number as other_claim_number
    from disputed
    where is_of_figures and not is_one_document
    union all
    select b_claim_number, a_claim_number
    from disputed
    where is_of_figures and not is_one_document
),

given_both as (
    select distinct
        least(one.claim_number, other.claim_number) as first_claim_number,
        greatest(one.claim_number, other.claim_number) as last_claim_number
    from either_way
    inner join told as one on either_way.claim_number = one.claim_number
    inner join told as other on either_way.other_claim_number = other.claim_number
    inner join told as beside on one.question_id = beside.question_id and one.document_id = beside.document_id
    where
        one.claim_id != beside.claim_id
        and beside.polarity = 'asserted'
        and beside.voice_id = one.voice_id
        and is_close(beside.comparable_value, other.comparable_value)
),

grammar as (
    select list(word) as words
    from lexicon_word_classes
    where class not in ('adjective', 'noun', 'title')
),

met as (
    select
        a,
        b,
        disputed.* exclude (a_claim_number, b_claim_number),
        link.score as link_score,
        coalesce(candidate.likeness, 0) as likeness,
        -- Alike for all pairs of a question: it tells how surely these are of one thing, not which two stand for them.
        avg(least(coalesce(ln(candidate.rival_count), 0), ln(100))) filter (where disputed.is_of_figures) over (
            partition by disputed.question_id
        ) as rivals,
        gathered.things,
        gathered.documents,
        given_both.first_claim_number is not null as is_given_both,
        -- Names of who speaks are no words that two statements share.
        len(
            list_filter(
                list_intersect(search_words(a.quote), search_words(b.quote)),
                lambda word: not list_contains(
                    search_words(concat_ws(' ', coalesce(a.claimant, a.source), coalesce(b.claimant, b.source))), word
                )
                and not list_contains(grammar.words, word)
            )
        ) as shared_words
    from disputed
    inner join gathered on disputed.question_id = gathered.question_id
    inner join told as a on disputed.a_claim_number = a.claim_number
    inner join told as b on disputed.b_claim_number = b.claim_number
    left join standing_link as link
        on
            least(a.standing_id, b.standing_id) = link.a_claim_id
            and greatest(a.standing_id, b.standing_id) = link.b_claim_id
    left join question_candidate as candidate
        on
            least(a.standing_id, b.standing_id) = candidate.a_claim_id
            and greatest(a.standing_id, b.standing_id) = candidate.b_claim_id
    left join given_both
        on
            least(a.claim_number, b.claim_number) = given_both.first_claim_number
            and greatest(a.claim_number, b.claim_number) = given_both.last_claim_number
    cross join grammar
    where a.quote is not null or b.quote is not null
),

shown as (
    select
        a.claim_id as a_claim_id,
        b.claim_id as b_claim_id,
        a.claim_number as a_claim_number,
        b.claim_number as b_claim_number,
        [
            {'feature': 'dispute', 'amount': 1::double},
            {'feature': 'given', 'amount': (not a.is_extracted and not b.is_extracted)::double},
            -- What brought the two into one question: the evidence between them, and between them and the others.
            {'feature': 'link', 'amount': greatest(least(coalesce(link_score, 0), 6), -4)},
            -- A figure that never was prose is linked by its keys.
            {
                'feature': 'through_others',
                'amount': (link_score is null and a.quote is not null and b.quote is not null)::double
            },
            {'feature': 'weaker_link', 'amount': greatest(coalesce(least(a.link_score, b.link_score), 0), -3)},
            {'feature': 'rivals', 'amount': if(is_of_figures, rivals, 0)},
            {
                'feature': 'backed',
                'amount': is_of_figures::integer * (a.is_backed::integer + b.is_backed::integer)::double
            },
            -- What is counted.
            {'feature': 'generic', 'amount': (a.is_generic or b.is_generic)::double},
            {
                'feature': 'bare_small',
                'amount': is_of_figures::integer * (a.is_bare_small::integer + b.is_bare_small::integer)::double
            },
            {'feature': 'other_noun', 'amount': coalesce(is_of_figures and a.noun != b.noun, false)::double},
            {
                'feature': 'other_head',
                'amount': coalesce(
                    is_of_figures and a.noun = b.noun and a.head != b.head and not (a.is_named and b.is_named), false
                )::double
            },
            {'feature': 'expected', 'amount': (a.polarity = 'expected' and b.polarity = 'expected')::double},
            -- Where and when.
            {'feature': 'background', 'amount': (is_of_figures and (a.is_background or b.is_background))::double},
            {'feature': 'other_place', 'amount': coalesce(is_of_figures and scope_note = 'place', false)::double},
            {'feature': 'distant', 'amount': is_distant::double},
            -- By whom.
            {'feature': 'unquoted', 'amount': (is_of_figures and not are_quoted)::double},
            {
                'feature': 'one_outlet',
                'amount': coalesce(is_of_figures and not is_one_document and a.source = b.source, false)::double
            },
            {'feature': 'gives_both', 'amount': is_given_both::double},
            -- How much.
            {'feature': 'far', 'amount': coalesce(least(greatest(ln(ratio) - ln(3), 0), ln(1000)), 0)},
            {'feature': 'below_zero', 'amount': (is_of_figures and (a.is_below_zero or b.is_below_zero))::double},
            {'feature': 'worded', 'amount': (is_of_figures and not are_plain)::double},
            -- A denial.
            {'feature': 'statement', 'amount': (not is_of_figures)::double},
            {'feature': 'statement_likeness', 'amount': if(is_of_figures, 0, likeness)},
            {'feature': 'statement_apart', 'amount': (not is_of_figures and coalesce(shared_words, 0) = 0)::double},
            {'feature': 'things', 'amount': if(is_of_figures, 0, things)},
            {'feature': 'documents', 'amount': if(is_of_figures, 0, documents)},
            {
                'feature': 'counts_as_well',
                'amount': (
                    denial = 'denied'
                    and (a.polarity = 'denied' and a.counts_as_well or b.polarity = 'denied' and b.counts_as_well)
                )::double
            }
        ] as features
    from met
),

listed as (
    select
        a_claim_id,
        b_claim_id,
        a_claim_number,
        b_claim_number,
        unnest(list_filter(features, lambda shown_feature: shown_feature['amount'] != 0)) as shown_feature
    from shown
)

select
    a_claim_id,
    b_claim_id,
    a_claim_number,
    b_claim_number,
    shown_feature['feature'] as feature,
    shown_feature['amount'] as amount
from listed;
