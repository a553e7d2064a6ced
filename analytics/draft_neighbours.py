"""The questions of the corpus that come nearest to a figure of a draft, where it surely answers none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analytics.reading import Row, Snapshot

# The best by their words, of which the other features choose; and how many are told at most.
MOST_BY_WORDS = 100
MOST_TOLD = 3
MOST_CLAIMS = 20
# A question that shares little more than a word or a place with the sentence would send its reader astray.
LEAST_SCORE = 1.75

# What speaks for and against a question, as far as it can be told of a draft's figure. The weights are its own: those
# that link claims hold between claims whose events are known, and a draft has none. What a draft does not say of the
# figure itself, but of some other sentence or of its own day, may speak for a question and never against one: drafts
# tell several stories.
_NEAREST = """
    with
    draft_feature (feature, weight) as (
        values
            ('likeness', 4), ('other_measure', -0.75), ('same_actor', 1.75), ('other_actor', -4.25),
            ('same_place', 1.25), ('same_country', 0.5), ('other_place', -4.5), ('same_days', 1),
            ('same_season', -2), ('other_season', -3.5), ('same_figure', 2.5), ('near_figure', 1.25), ('far_figure', -3)
    ),
    word as (
        select unnest(list_distinct(search_words($quote))) as term
    ),
    found as (
        select term, search_term.row_id as question_id, search_term.score
        from search_term
        inner join word using (term)
        where search_term.kind = 'question'
    ),
    -- A word that no question holds weighs as much as the rarest that one holds.
    weighed as (
        select word.term, coalesce(max(found.score), (select max(score) from found)) as weight
        from word
        left join found using (term)
        group by word.term
    ),
    worded as (
        select question_id, sum(score)::double / (select sum(weight) from weighed) as likeness
        from found
        group by question_id
        order by likeness desc, question_id
        limit $most_by_words
    ),
    met as (
        select
            claim.*,
            worded.likeness,
            abs(datediff(
                'day',
                try_cast($day as date),
                try_cast(left(coalesce(claim.as_of, claim.reported_at), 10) as date)
            )) as days,
            coalesce(claim.value, claim.low, claim.high) as amount,
            $amount::double as own_amount,
            amount = own_amount and length(regexp_replace(amount::varchar, '[^1-9]', '', 'g')) >= 2 as is_same_figure,
            regexp_extract(claim.place, '[^<]*$') = regexp_extract($place, '[^<]*$') as is_one_country
        from claim
        inner join worded using (question_id)
        where
            claim.kind = 'quantity'
            and coalesce(claim.value, claim.low, claim.high) is not null
            and claim.unit is not distinct from $unit
            and (claim.trend is null) = ($trend is null)
    ),
    shown as (
        select
            *,
            unnest([
                {'feature': 'likeness', 'shown': likeness},
                {'feature': 'other_measure', 'shown': (measure != $measure)::double},
                {'feature': 'same_actor', 'shown': (actor = $actor)::double},
                {'feature': 'other_actor', 'shown': (actor != $actor and $is_actor_told)::double},
                {'feature': 'same_place', 'shown': (place = $place and contains(place, ' < '))::double},
                {'feature': 'same_country', 'shown': (is_one_country and place != $place)::double},
                {'feature': 'other_place', 'shown': (not is_one_country and $is_place_told)::double},
                {'feature': 'same_days', 'shown': (days <= 14)::double},
                {'feature': 'same_season', 'shown': (days between 15 and 45 and $is_day_told)::double},
                {'feature': 'other_season', 'shown': (days > 45 and $is_day_told)::double},
                {'feature': 'same_figure', 'shown': is_same_figure::double},
                {
                    'feature': 'near_figure',
                    'shown': (
                        not is_same_figure and amount < 1.5 * own_amount and own_amount < 1.5 * amount
                    )::double
                },
                {
                    'feature': 'far_figure',
                    'shown': if(
                        amount > 0 and own_amount > 0, greatest(abs(log10(amount / own_amount)) - 0.4, 0), 0
                    )
                }
            ], recursive := true)
        from met
    ),
    scored as (
        select
            shown.claim_id,
            any_value(shown.question_id) as question_id,
            sum(coalesce(shown.shown, 0) * draft_feature.weight) as score
        from shown
        inner join draft_feature using (feature)
        group by shown.claim_id
    ),
    nearest as (
        select question_id, max(score) as best_score
        from scored
        group by question_id
        having best_score >= $least_score
        order by best_score desc, question_id
        limit $most_told
    )
    select
        question.question_id, question.title, nearest.best_score as score,
        claim.claim_id, claim.document_id, claim.source, claim.voice, claim.voice_affiliation, claim.figure,
        claim.polarity, claim.quote, claim.reported_at
    from nearest
    inner join question using (question_id)
    inner join scored using (question_id)
    inner join claim on scored.claim_id = claim.claim_id
    qualify
        row_number() over (partition by question.question_id order by scored.score desc, claim.claim_id)
        <= $most_claims
    order by nearest.best_score desc, question.question_id, scored.score desc, claim.claim_id
"""
_OF_A_QUESTION = ("question_id", "title", "score")


@dataclass(frozen=True)
class Neighbour:
    """A question that may be the one that a figure answers, and its claims, the likeliest first."""

    question_id: str
    title: str
    score: float
    claims: list[Row]


def nearest_questions(snapshot: Snapshot, claim: Mapping[str, object]) -> list[Neighbour]:
    """Return the questions that come nearest to a claim of a draft, the likeliest first; none that is far from it.

    A file of an earlier version may lack the table of words that tells them.
    """
    if "search_term" not in snapshot.views or claim["kind"] != "quantity":
        return []
    rows = snapshot.rows(_NEAREST, _asked(claim))
    parts = {str(row["question_id"]): row for row in rows}
    return [
        Neighbour(question_id, str(first["title"]), float(str(first["score"])), _claims_of(question_id, rows))
        for question_id, first in parts.items()
    ]


def _asked(claim: Mapping[str, object]) -> dict[str, object]:
    amounts = (claim.get(name) for name in ("value", "low", "high"))
    dated = claim.get("as_of") or claim.get("reported_at")
    return {
        **{name: claim.get(name) for name in ("quote", "measure", "actor", "place", "unit", "trend")},
        "day": str(dated)[:10] if dated else None,
        "is_day_told": claim.get("as_of_basis") == "text",
        "is_place_told": _is_named(claim, "place"),
        "is_actor_told": _is_named(claim, "actor"),
        "amount": next((amount for amount in amounts if amount is not None), None),
        "least_score": LEAST_SCORE,
        "most_by_words": MOST_BY_WORDS,
        "most_told": MOST_TOLD,
        "most_claims": MOST_CLAIMS,
    }


def _is_named(claim: Mapping[str, object], column: str) -> bool:
    """Return whether the sentence itself names the place, or one that it lies in, or the actor."""
    named = str(claim.get(column) or "").lower()
    return bool(named) and any(part in str(claim["quote"]).lower() for part in named.split(" < "))


def _claims_of(question_id: str, rows: Iterable[Row]) -> list[Row]:
    return [
        {name: value for name, value in row.items() if name not in _OF_A_QUESTION}
        for row in rows
        if row["question_id"] == question_id
    ]
