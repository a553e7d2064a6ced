"""The mood of figures that only take up one told before: once a mill "will need 150 tonnes", "the union says 210".

A figure that a verb of saying governs by itself has no clause that could put it into the future; it has the mood of the
figure of the same thing before it. The same figure of the same thing has the same mood again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.model import Claim, Figure
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    DETERMINER,
    GERUND,
    HYPHEN,
    NAME,
    NOUN,
    PREPOSITION,
    PRONOUN,
    STOP,
    VERB,
)

_BETWEEN: Final = frozenset((ADVERB, DETERMINER, PREPOSITION, PRONOUN, COMMA))
"""Classes of the words that may stand between a verb of saying and the figure that it gives."""
_REACH: Final = 5
"""Tokens from a verb of saying to its figure: "puts it at around 240"."""
_LEAST: Final = 20
"""Figures under this are often met by chance: the second "three" of an article need not be the first."""


def carry_moods(article: Article, quantities: Sequence[Claim]) -> None:
    """Let asserted claims that take up an expected figure be expected, in place; they stand in the article's order."""
    _carry_back(article, quantities)
    told: dict[str, Claim] = {}
    expected: set[tuple[float, str]] = set()
    for figure, claim in zip(article.figures, quantities, strict=True):
        if claim.measure in article.vocabulary.measures.generic:
            continue
        before = told.get(claim.measure)
        alike = before is not None and before.polarity == "expected" and _is_comparable(claim, before)
        taken_up = alike and _is_only_said(article, figure)
        again = claim.value is not None and claim.value >= _LEAST and (claim.value, claim.measure) in expected
        if claim.polarity == "asserted" and (taken_up or again) and not _has_happened(article, figure):
            claim.polarity = "expected"
        if claim.polarity == "expected" and claim.value is not None:
            expected.add((claim.value, claim.measure))
        if claim.polarity != "denied":
            told[claim.measure] = claim


def _carry_back(article: Article, quantities: Sequence[Claim]) -> None:
    """Let a figure that an expected one takes the place of be expected, in place: "will rise to 240, from 150"."""
    for figure, claim in zip(article.figures, quantities, strict=True):
        before = quantities[figure.replaces] if figure.replaces is not None else None
        if before is None or before.polarity != "asserted" or claim.polarity != "expected":
            continue
        own = article.figures[figure.replaces or 0]
        left_behind = own.sentence == figure.sentence and _is_left_behind(article, own)
        if left_behind and _is_comparable(before, claim) and not _has_happened(article, own):
            before.polarity = "expected"


def _is_left_behind(article: Article, figure: Figure) -> bool:
    """Whether a figure stands behind "from" and has no verb of its own: "(to 240) from the 150"."""
    before = figure.first - 1
    while article.classes[before] == DETERMINER:
        before -= 1
    return article.lower[before] == "from"


def _is_comparable(claim: Claim, before: Claim) -> bool:
    """Whether two figures of one measure are of one unit, as far as both are written, and both levels or changes."""
    return claim.trend == before.trend and (claim.unit == before.unit or None in (claim.unit, before.unit))


def _is_only_said(article: Article, figure: Figure) -> bool:
    """Whether the figure is all that a verb of saying governs: "says 240", "puts it at 240", "speaks of 240"."""
    if _has_own_verb(article, figure):
        return False
    first = article.sentence(figure.first).first
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        if article.classes[index] in (VERB, GERUND):
            form = article.vocabulary.verbs.get(article.lower[index])
            counted = article.cues.speech.get(index, (0, ""))[1] == "count"
            witnessed = counted and form is not None and form.form == "past"  # who "found 240" has seen them
            return index in article.cues.speech and not witnessed
        if article.classes[index] == AUXILIARY:
            return _is_of_reckoning(article, index)
        named = article.vocabulary.stances.nouns.get(article.lower[index]) == "claim"  # "stood by its figure of 240"
        if article.classes[index] not in _BETWEEN and not named:
            return False
    return False


def _has_own_verb(article: Article, figure: Figure) -> bool:
    """Whether a clause tells what those counted did or are: "said 240 boats helped", "said 240 are listed as lost"."""
    index = figure.last
    while article.classes[index] in (NOUN, ADJECTIVE, NAME, PREPOSITION, HYPHEN):
        index += 1
    form = article.vocabulary.verbs.get(article.lower[index])
    past = article.classes[index] == VERB and form is not None and form.form == "past"
    return past or (article.classes[index] == AUXILIARY and article.classes[index + 1] == VERB)


def _is_of_reckoning(article: Article, verb: int) -> bool:
    """Whether the subject of "is" at `verb` is a count: "the council's own figure is 240"."""
    counted = article.vocabulary.stances.nouns.get(article.lower[verb - 1]) == "claim"
    return article.lower[verb] == "is" and counted and article.classes[verb - 1] == NOUN


def _has_happened(article: Article, figure: Figure) -> bool:
    """Whether the clause of a figure tells in the past what came of it: "the 240 that were built", "cut 240"."""
    if _is_done(article, figure):
        return True
    index, end = figure.last, article.sentence(figure.first).last
    while index < end and article.classes[index] not in (COMMA, STOP):
        if article.classes[index] == AUXILIARY and article.lower[index] in ("were", "was", "have", "has", "had"):
            return True
        index += 1
    return False


def _is_done(article: Article, figure: Figure) -> bool:
    """Whether the verb before a figure is one of the past that nothing tells of: "already trimmed 240 posts"."""
    first = article.sentence(figure.first).first
    for index in range(figure.first - 1, max(first, figure.first - _DONE_WITHIN) - 1, -1):
        if article.classes[index] == VERB:
            told = index in article.cues.speech or index in article.cues.moods
            return article.is_past_form(index) and not told and article.classes[index - 1] != AUXILIARY
        if article.classes[index] in (AUXILIARY, COMMA, STOP):
            return False
    return False


_DONE_WITHIN: Final = 8
"""Tokens of "cut its work force by about" before a figure."""
