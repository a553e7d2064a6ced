"""How likely what somebody only says is a stance that others could dispute: features, weighed by stance_features.csv.

The weights are learned from annotated news by `python -m bench stance_fit`. A feature that the table lacks counts
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp
from typing import NamedTuple

from extraction.speech.speakers import Speech
from extraction.stances.said_stances import SaidClause
from extraction.stances.stance import Stance
from extraction.stances.stance_features import Features, Surroundings, features_of
from extraction.words.article import Article


class WeighedStance(NamedTuple):
    """What may be a stance, the features that were seen, and whether they make it likely enough."""

    stance: Stance
    features: Features
    is_taken: bool


def weighed(
    article: Article, speech: Speech, found: Sequence[Stance], said: Iterable[tuple[SaidClause, Stance]]
) -> Iterator[WeighedStance]:
    """Weigh what is said beside the stances `found` in an article."""
    vocabulary, around = article.vocabulary, Surroundings(article, speech, found)
    for clause, stance in said:
        features = features_of(around, clause)
        likely = likelihood(features, vocabulary.stances.weights)
        yield WeighedStance(stance._replace(confidence=likely), features, likely >= vocabulary.stances.threshold)


def likelihood(features: Features, weights: Mapping[str, float]) -> float:
    """How likely a clause with these features is a stance."""
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * amount for name, amount in features.items())))
