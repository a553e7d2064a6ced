"""A figure that a voice gives in the place of its first: "at first said 19, then said 12", "It now speaks of 70".

Nothing is revised "from" or "to" there: that the first did not last is told by "at first", "initially" or "had said".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.model import Claim, Figure
from extraction.places.dates import is_former
from extraction.revisions import is_revised
from extraction.words.article import Article
from extraction.words.word_classes import GERUND, VERB

_SENTENCES_BACK: Final = 1


def link_first_counts(article: Article, quantities: Sequence[Claim]) -> None:
    """Point each figure, in place, at the first one that its voice gave of the same thing shortly before."""
    for number, figure in enumerate(article.figures):
        before = _first_count(article, quantities, number) if figure.replaces is None else None
        if before is not None:
            figure.replaces = before


def _first_count(article: Article, quantities: Sequence[Claim], number: int) -> int | None:
    """The last figure of the same thing by the same voice, where it is told as a former one and this as a new one."""
    figure = article.figures[number]
    for index in range(number - 1, -1, -1):
        former = article.figures[index]
        if figure.sentence - former.sentence > _SENTENCES_BACK:
            return None
        if _is_of_one(quantities[index], quantities[number]):
            return index if _is_put_anew(article, former, figure) else None
    return None


def _is_of_one(former: Claim, claim: Claim) -> bool:
    """Whether one voice gives both figures, of one thing in one place; who is not named speaks within a sentence."""
    if former.measure != claim.measure or former.unit != claim.unit or former.trend != claim.trend:
        return False
    heard = claim.claimant is not None or former.quote == claim.quote
    told = former.polarity == claim.polarity and former.claimant == claim.claimant
    scenes = zip((former.predicate, former.place), (claim.predicate, claim.place), strict=True)
    apart = any(None not in scene and scene[0] != scene[1] for scene in scenes)
    return told and heard and not apart and former.value != claim.value


def _is_put_anew(article: Article, former: Figure, figure: Figure) -> bool:
    """Whether the first figure is told as a former one, and words between the two bring the second as a new one."""
    if not is_former(article, former.first, former.last) or is_former(article, figure.first, figure.last):
        return False
    between = range(former.last, figure.first)
    told = any(index in article.cues.speech and article.classes[index] in (VERB, GERUND) for index in between)
    words = article.lower[former.last : figure.first]
    return told or is_revised(article, words) or bool(article.vocabulary.words["anew"].intersection(words))
