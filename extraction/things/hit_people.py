"""Who was shot, stabbed or struck: hurt where the text shows them alive or the dead apart, else dead and hurt in one.

"14 people were shot, three fatally" counts a whole (casualties) of which the dead are a part; "two were killed and four
others shot" counts those who live. A bare "14 people were shot" says neither, and stays a whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from extraction.model import Figure
from extraction.things.thing import Thing
from extraction.words.article import Article

HIT: Final = "people_hit"
"""Those of whom only the deed is told; no claim keeps it as its measure."""
_ALIVE: Final = frozenset(("injured", "hospitalised", "critical", "discharged", "survived", "rescued"))
_DEAD: Final = "killed"


def settle_hit(article: Article, things: list[Thing]) -> None:
    """Tell whether those who were hit are the hurt or the dead and the hurt, in place."""
    for number, (figure, thing) in enumerate(zip(article.figures, things, strict=True)):
        if thing.measure == HIT:
            measure = "injuries" if _live(article, figure, thing) else "casualties"
            things[number] = replace(
                thing, measure=measure, predicate=article.vocabulary.measures.predicate_of.get(measure)
            )


def _live(article: Article, figure: Figure, thing: Thing) -> bool:
    """Whether none of those who were hit is dead, by the words beside them and else by the article."""
    if _are_the_rest(article, figure, thing):
        return True
    following = article.sentences[min(figure.sentence + 1, len(article.sentences) - 1)]
    told = set(_fates(article, range(figure.last, following.last)))
    if _DEAD in told or not _ALIVE.isdisjoint(told):
        return _DEAD not in told
    topics = article.topics()
    return not topics[_DEAD] and any(topics[fate] for fate in _ALIVE)


def _are_the_rest(article: Article, figure: Figure, thing: Thing) -> bool:
    """Whether they are counted beside the dead: "two were killed and four others shot"."""
    words = article.lower[max(0, figure.first - 1) : max(figure.last, thing.last) + 2]
    start = article.sentences[max(0, figure.sentence - _REST_SENTENCES)].first
    return not _REST.isdisjoint(words) and _DEAD in _fates(article, range(start, figure.first))


_REST: Final = frozenset(("other", "others", "more", "another", "additional", "further", "rest", "also"))
_REST_SENTENCES: Final = 2


def _fates(article: Article, places: Iterable[int]) -> list[str]:
    """What words at some places say happened."""
    return [told[1] for place in places if (told := article.cues.predicates.get(place)) is not None]
