"""Whether a figure is asserted, expected (planned, forecast) or denied, by the words that govern it."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure, Polarity
from extraction.speech.denied_figures import is_denied
from extraction.speech.expected_figures import is_conditional, is_expected
from extraction.speech.moods_at import REACH, mood_at
from extraction.speech.said_clauses import in_claim, whose_claim
from extraction.words.article import Article
from extraction.words.word_classes import (
    AUXILIARY,
    COMMA,
    DETERMINER,
    GERUND,
    POSSESSIVE,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)


def polarity_of(article: Article, figure: Figure) -> Polarity:
    """Give a figure's polarity; what nothing denies or puts off to the future is asserted."""
    own = _own_polarity(article, figure)
    if own != "asserted":
        return own
    if _is_entry_of_plan(article, figure) or is_conditional(article, figure):
        return "expected"
    before = _compared_with(article, figure) or _taken_up(article, figure)
    return "expected" if before is not None and _own_polarity(article, before) == "expected" else "asserted"


def _own_polarity(article: Article, figure: Figure) -> Polarity:
    """Give the polarity by the words that govern the figure itself."""
    if figure.sentence not in article.mooded_sentences():
        return "asserted"
    sentence = article.sentences[figure.sentence]
    if unverified_at(article, figure) is not None:
        return "unconfirmed"
    if is_denied(article, figure, sentence.first, sentence.last):
        return "denied"
    if _is_left_open(article, figure, sentence.first):
        return "unconfirmed"
    return "expected" if is_expected(article, figure, sentence.first, sentence.last) else "asserted"


_LABEL_LENGTH: Final = 3
"""Tokens that the label of a list's entry may have: "Staff:", "Water use:"."""
_OPENING_SENTENCES: Final = 2
_OPENING_TOKENS: Final = 80
"""Sentences and tokens of an article that may say which paper it sums up."""


def _is_entry_of_plan(article: Article, figure: Figure) -> bool:
    """Whether an article on a planning file or the like lists the figure: "Staff: 620 posts, over two shifts"."""
    sentence = article.sentences[figure.sentence]
    label = article.lower[sentence.first : sentence.first + _LABEL_LENGTH + 1]
    if ":" not in label[1:] or AUXILIARY in article.classes[sentence.first : figure.first]:
        return False
    opening = article.sentences[min(_OPENING_SENTENCES, len(article.sentences)) - 1]
    return any(mood_at(article, index) == "plan paper" for index in range(min(opening.last, _OPENING_TOKENS)))


_POINTS_BACK: Final = frozenset(("from", "against", "than", "after", "versus", "since", "to", "last", "earlier"))


def _compared_with(article: Article, figure: Figure) -> Figure | None:
    """The figure of the same kind that an aside without a verb sets this one beside: "€5m, €1m more than planned"."""
    earlier = [other for other in article.figures_of(figure.first) if other.last <= figure.first]
    if not earlier or article.classes[earlier[-1].last : figure.first].count(COMMA) != 1:
        return None
    if article.lower[figure.last : figure.last + 2] in (["of", "them"], ["of", "which"], ["of", "whom"]):
        return earlier[-1]
    between = range(earlier[-1].last, figure.first)
    if any(article.classes[index] in _CLAUSE or article.lower[index] in _POINTS_BACK for index in between):
        return None
    alike = figure.unit is not None and figure.unit == earlier[-1].unit
    return earlier[-1] if alike or figure.relative_to is not None else None


def _taken_up(article: Article, figure: Figure) -> Figure | None:
    """The last figure of the sentence before, where a pronoun says it again: "That is $129,000 a job"."""
    sentence = article.sentences[figure.sentence]
    before = article.figures_by_sentence.get(figure.sentence - 1, [])
    if not before or article.sentences[figure.sentence - 1].paragraph != sentence.paragraph:
        return None
    if article.figures_of(figure.first)[0] is not figure:
        return None
    words = article.lower[sentence.first : figure.first]
    opens = words[:1] in (["that"], ["this"], ["it"]) and words[1:2] in (["is"], ["equals"], ["means"], ["includes"])
    put = any(words[place : place + 2] in (["that", "at"], ["this", "at"], ["it", "at"]) for place in range(len(words)))
    return before[-1] if opens or put else None


_CLAUSE: Final = frozenset((VERB, AUXILIARY, GERUND, STOP, SUBORDINATOR, QUOTE))


def unverified_at(article: Article, figure: Figure) -> int | None:
    """Where the clause behind a figure says that it is not verified: "reports of 40 deaths could not be verified".

    "Reports that 40 had died remain unverified" too; where the words tell whose claim it is, the figure stays theirs.
    """
    sentence = article.sentences[figure.sentence]
    within = in_claim(article, figure.first, sentence.first)
    if within and whose_claim(article, sentence.first, figure.first) is not None:
        return None
    for index in range(figure.last, min(sentence.last, figure.last + REACH)):
        if mood_at(article, index) == "unverified":
            return index
        if article.classes[index] in (STOP, COMMA, SUBORDINATOR) or (article.classes[index] == VERB and not within):
            return None
    return None


def _is_left_open(article: Article, figure: Figure, first: int) -> bool:
    """Read "whether it is 40 or more", "asked whether 40 had died"; "whether the 40 died" takes the figure as known."""
    if article.classes[figure.first - 1] in (DETERMINER, POSSESSIVE):
        return False
    for index in range(figure.first - 1, max(first, figure.first - REACH) - 1, -1):
        if mood_at(article, index) == "open":
            return article.lower[index + 1] != "to"
        if article.classes[index] in (STOP, COMMA, SUBORDINATOR, QUOTE):
            return False
    return False
