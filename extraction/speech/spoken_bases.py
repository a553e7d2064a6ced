"""The base of "twice the number put out by the guild" or "the guild's estimate": the figure that it has given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extraction.model import Figure
from extraction.numbers.relative_figures import rest_on
from extraction.speech.cast import Cast, Speaker
from extraction.speech.figure_sources import source_of
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after
from extraction.words.word_classes import ADVERB, AUXILIARY, COMMA, POSSESSIVE, QUOTE, STOP, VERB

_REACH: Final = 6
"""Tokens after a factor within which "the figure given by" tells that it multiplies somebody's figure."""

SpeakerOf = Callable[[Figure], Speaker | None]
"""Says who states a figure."""


def find_spoken_bases(article: Article, cast: Cast, speaker_of_figure: SpeakerOf) -> None:
    """Give each relative figure that rests on somebody's figure, in place, that figure as its base, or whose it is."""
    for number, figure in enumerate(article.figures):
        if figure.base is not None or figure.relative_to is None:
            continue
        source = _whose_base(cast, figure)
        if source is None:
            base = _figure_exceeded(article, number)
            if base is not None:
                rest_on(figure, base, article.figures[base])
            continue
        base = _figure_of(article, source.name, number, speaker_of_figure)
        if base is not None:
            rest_on(figure, base, article.figures[base])
        else:
            figure.relative_to = {**figure.relative_to, "base_of": source.name}


def _whose_base(cast: Cast, figure: Figure) -> Speaker | None:
    """Whose figure a relative one multiplies, where its words tell: "twice the number put out by the guild"."""
    if multiplies_figure(cast.article, figure):
        return source_of(cast, figure)
    owner = _owner_of_base(cast.article, figure) or _teller_of_base(cast.article, figure)
    return speaker_of(cast, owner) if owner is not None else None


def _owner_of_base(article: Article, figure: Figure) -> Subject | None:
    """Read the owner in "half as much again as the guild's own estimate" and "twice the guild's count"."""
    first = figure.last + (article.lower[figure.last] in _LEADS)
    phrase = subject_after(article, first, article.sentences[figure.sentence].last)
    owns = [index for index in range(first, phrase.last) if article.classes[index] == POSSESSIVE] if phrase else []
    if not owns or phrase is None:
        return None
    named = article.lower[phrase.last - 1].removesuffix("s") in article.speaker_words.estimate
    return Subject(first, owns[-1]) if named else None


_LEADS: Final = frozenset(("as", "of", "than"))
"""Words that lead from a factor to its base."""


def _teller_of_base(article: Article, figure: Figure) -> Subject | None:
    """Read who gives the base in "twice as many as the guild says" and "double what the guild has admitted"."""
    lead = next((lead for lead in _TOLD if article.lower[figure.last : figure.last + len(lead)] == lead), None)
    limit = article.sentences[figure.sentence].last
    teller = subject_after(article, figure.last + len(lead), limit) if lead is not None else None
    verb = teller.last if teller is not None else limit
    while verb < limit and article.classes[verb] in (ADVERB, AUXILIARY):
        verb += 1
    return teller if teller is not None and verb < limit and verb in article.cues.speech else None


_TOLD: Final = (["as", "many", "as"], ["as", "much", "as"], ["what"], ["the", "number"], ["the", "figure"])


def _figure_exceeded(article: Article, number: int) -> int | None:
    """Find the base of a bare "twice as many had been arrested": of the counts just before, that of the same deed.

    Where none tells of the deed, the only one will do; a part of another count is none of them.
    """
    figure = article.figures[number]
    behind = article.lower[figure.last : figure.last + 2]
    if behind not in (["as", "many"], ["as", "much"]) or article.classes[figure.last + 2] not in _BARE:
        return None
    near = [index for index in reversed(range(number)) if _may_be_base(article, article.figures[index], figure)]
    chosen = near if len(near) == 1 else _of_same_deed(article, figure, near)
    return next(iter(chosen), None)


def _of_same_deed(article: Article, figure: Figure, others: list[int]) -> list[int]:
    """Those of some figures behind which is told that the same befell what they count."""
    deeds = _deeds_told(article, figure)
    return [index for index in others if deeds & _deeds_told(article, article.figures[index])]


def _may_be_base(article: Article, base: Figure, figure: Figure) -> bool:
    """Whether a figure before is a whole count of things, in the same sentence or the one before."""
    near = figure.sentence - base.sentence <= 1 and base.unit is None and base.trend is None and _has_value(base)
    part = article.lower[base.last] == "of" and article.lower[base.last + 1] in _WHOLES
    return near and not part


def _deeds_told(article: Article, figure: Figure) -> set[str]:
    """What the words close behind a figure tell to have befallen what it counts."""
    last = min(article.sentences[figure.sentence].last, figure.last + _DEED_WITHIN)
    told = (article.cues.predicates.get(index) for index in range(figure.last, last))
    return {one[1] for one in told if one is not None}


_BARE: Final = frozenset((AUXILIARY, VERB, STOP, COMMA, QUOTE))
"""Classes of what stands behind "twice as many" where the things are those told before."""
_WHOLES: Final = frozenset(("them", "whom", "which", "these", "those"))
_DEED_WITHIN: Final = 7


def multiplies_figure(article: Article, figure: Figure) -> bool:
    """Whether a relative figure multiplies "the figure", "the toll", "the estimate" that somebody gave."""
    if figure.relative_to is None:
        return False
    near = article.lower[figure.last : figure.last + _REACH]
    told = "the" in near[:2] and "by" in near
    return told and bool(article.vocabulary.words["revision_noun"].intersection(near[: near.index("by")]))


def _figure_of(article: Article, name: str, number: int, speaker_of_figure: SpeakerOf) -> int | None:
    """The nearest figure with a value of its own that the speaker states, those before first.

    Of several counts that are only said to be exceeded, it is the one of the same deed, or none.
    """
    figures, figure = article.figures, article.figures[number]
    stated = []
    for index in (*range(number - 1, -1, -1), *range(number + 1, len(figures))):
        speaker = speaker_of_figure(figures[index]) if _has_value(figures[index]) else None
        if speaker is not None and bare_name(speaker.name) == bare_name(name):
            stated.append(index)
    if len(stated) > 1 and _teller_of_base(article, figure) is not None:
        stated = _of_same_deed(article, figure, stated)
    return next(iter(stated), None)


def _has_value(figure: Figure) -> bool:
    return figure.value is not None and figure.relative_to is None


def bare_name(name: str) -> str:
    """Give the name of a speaker as it is compared: "The ministry" is "the ministry"."""
    return name.lower().removeprefix("the ")
