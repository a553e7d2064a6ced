"""The questions of the corpus that come nearest to the figures of a draft, where these surely answer none."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

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
    own as (
        select unnest(from_json($figures, $form), recursive := true)
    ),
    word as (
        select own_id, unnest(list_distinct(search_words(own_quote))) as term
        from own
    ),
    found as (
        select word.own_id, term, search_term.row_id as question_id, search_term.score
        from search_term
        inner join word using (term)
        where search_term.kind = 'question'
    ),
    -- A word that no question holds weighs as much as the rarest that one holds.
    weighed as (
        select
            word.own_id,
            word.term,
            coalesce(max(found.score), max(max(found.score)) over (partition by word.own_id)) as weight
        from word
        left join found using (own_id, term)
        group by word.own_id, word.term
    ),
    all_words as (
        select own_id, sum(weight) as weight
        from weighed
        group by own_id
    ),
    worded as (
        select found.own_id, found.question_id, sum(found.score)::double / any_value(all_words.weight) as likeness
        from found
        inner join all_words using (own_id)
        group by found.own_id, found.question_id
        qualify row_number() over (partition by found.own_id order by likeness desc, question_id) <= $most_by_words
    ),
    met as (
        select
            claim.*,
            own.*,
            worded.likeness,
            abs(datediff(
                'day',
                try_cast(own_day as date),
                try_cast(left(coalesce(claim.as_of, claim.reported_at), 10) as date)
            )) as days,
            coalesce(claim.value, claim.low, claim.high) as amount,
            amount = own_amount and length(regexp_replace(amount::varchar, '[^1-9]', '', 'g')) >= 2 as is_same_figure,
            regexp_extract(claim.place, '[^<]*$') = regexp_extract(own_place, '[^<]*$') as is_one_country
        from claim
        inner join worded using (question_id)
        inner join own using (own_id)
        where
            claim.kind = 'quantity'
            and coalesce(claim.value, claim.low, claim.high) is not null
            and claim.unit is not distinct from own_unit
            and (claim.trend is null) = (own_trend is null)
    ),
    shown as (
        select
            *,
            unnest([
                {'feature': 'likeness', 'shown': likeness},
                {'feature': 'other_measure', 'shown': (measure != own_measure)::double},
                {'feature': 'same_actor', 'shown': (actor = own_actor)::double},
                {'feature': 'other_actor', 'shown': (actor != own_actor and is_actor_told)::double},
                {'feature': 'same_place', 'shown': (place = own_place and contains(place, ' < '))::double},
                {'feature': 'same_country', 'shown': (is_one_country and place != own_place)::double},
                {'feature': 'other_place', 'shown': (not is_one_country and is_place_told)::double},
                {'feature': 'same_days', 'shown': (days <= 14)::double},
                {'feature': 'same_season', 'shown': (days between 15 and 45 and is_day_told)::double},
                {'feature': 'other_season', 'shown': (days > 45 and is_day_told)::double},
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
            shown.own_id,
            shown.claim_id,
            any_value(shown.question_id) as question_id,
            sum(coalesce(shown.shown, 0) * draft_feature.weight) as score
        from shown
        inner join draft_feature using (feature)
        group by shown.own_id, shown.claim_id
    ),
    nearest as (
        select own_id, question_id, max(score) as best_score
        from scored
        group by own_id, question_id
        having best_score >= $least_score
        qualify row_number() over (partition by own_id order by best_score desc, question_id) <= $most_told
    )
    select
        nearest.own_id, question.question_id, question.title, nearest.best_score as score,
        claim.claim_id, claim.document_id, claim.source, claim.voice, claim.voice_affiliation, claim.figure,
        claim.polarity, claim.quote, claim.reported_at
    from nearest
    inner join question using (question_id)
    inner join scored using (own_id, question_id)
    inner join claim on scored.claim_id = claim.claim_id
    qualify
        row_number() over (
            partition by nearest.own_id, question.question_id order by scored.score desc, claim.claim_id
        ) <= $most_claims
    order by nearest.own_id, nearest.best_score desc, question.question_id, scored.score desc, claim.claim_id
"""
_FORM = [
    {
        **dict.fromkeys(("own_id", "own_quote", "own_measure", "own_actor", "own_place", "own_unit"), "VARCHAR"),
        **dict.fromkeys(("own_trend", "own_day"), "VARCHAR"),
        **dict.fromkeys(("is_day_told", "is_place_told", "is_actor_told"), "BOOLEAN"),
        "own_amount": "DOUBLE",
    }
]
_OF_A_QUESTION = ("own_id", "question_id", "title", "score")


@dataclass(frozen=True)
class Neighbour:
    """A question that may be the one that a figure answers, and its claims, the likeliest first."""

    question_id: str
    title: str
    score: float
    claims: list[Row]


def nearest_questions(
    snapshot: Snapshot, claims: Iterable[Mapping[str, object]], seconds: float | None = None
) -> dict[str, list[Neighbour]]:
    """Return, by the id of each figure of a draft, the questions that come nearest to it, the likeliest first.

    A figure that is far from all of them has none, and neither has a stance. A file of an earlier version may lack the
    table of words that tells them. `seconds` is how long it may take; None for as long as any query may.
    """
    figures = [_asked(claim) for claim in claims if claim["kind"] == "quantity"]
    if not figures or "search_term" not in snapshot.views:
        return {}
    asked = {
        "figures": json.dumps(figures),
        "form": json.dumps(_FORM),
        "least_score": LEAST_SCORE,
        "most_by_words": MOST_BY_WORDS,
        "most_told": MOST_TOLD,
        "most_claims": MOST_CLAIMS,
    }
    rows = snapshot.rows(_NEAREST, asked, seconds)
    return {own_id: _neighbours(list(found)) for own_id, found in groupby(rows, lambda row: str(row["own_id"]))}


def _neighbours(rows: list[Row]) -> list[Neighbour]:
    parts = {str(row["question_id"]): row for row in rows}
    return [
        Neighbour(question_id, str(first["title"]), float(str(first["score"])), _claims_of(question_id, rows))
        for question_id, first in parts.items()
    ]


def _asked(claim: Mapping[str, object]) -> dict[str, object]:
    amounts = (claim.get(name) for name in ("value", "low", "high"))
    dated = claim.get("as_of") or claim.get("reported_at")
    return {
        "own_id": claim["claim_id"],
        **{f"own_{name}": claim.get(name) for name in ("quote", "measure", "actor", "place", "unit", "trend")},
        "own_day": str(dated)[:10] if dated else None,
        "own_amount": next((amount for amount in amounts if amount is not None), None),
        "is_day_told": claim.get("as_of_basis") == "text",
        "is_place_told": _is_named(claim, "place"),
        "is_actor_told": _is_named(claim, "actor"),
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
