"""Fact boxes: labels with figures, whose source is told once: "Boats: 40 ... Source: Ports Board"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extraction.model import Figure
from extraction.speech.cast import Cast, Speaker
from extraction.speech.document_voices import author_in
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after
from extraction.words.word_classes import AUXILIARY, NAME, STOP

_LABEL_AND_FIGURE: Final = 6
"""Tokens that a label has at most in front of its colon."""
_FEWEST_ENTRIES: Final = 2
_LONGEST_ENTRY: Final = 30


def boxes_in(cast: Cast) -> list[tuple[int, int, Speaker]]:
    """Find the boxes that tell their source, as tokens `[first, last)` with who stands behind the figures in them."""
    if ":" not in cast.article.different:
        return []
    return [box for first, last in _runs(cast.article) if (box := _with_source(cast, first, last)) is not None]


def _with_source(cast: Cast, first: int, last: int) -> tuple[int, int, Speaker] | None:
    """Credit a run of entries to the source at its end, or to the author that the line above it names."""
    article = cast.article
    named = next((index for index in range(first, last) if _is_source(article, index)), None)
    if named is not None:
        source = _source(cast, named + 2, last)
        return (first, named, source) if source is not None else None
    head = article.sentence_of[first] - 1
    above = article.sentences[head] if head >= 0 else None
    if above is None or article.has_verb(above.first, above.last):
        return None
    author = author_in(cast, above.first, above.last)
    return (first, last, author) if author is not None else None


def _source(cast: Cast, first: int, last: int) -> Speaker | None:
    """Who is named behind "Source:", up to a comma or the bracket of a year."""
    marks = (index for index in range(first, last) if cast.article.lower[index] in (",", "(", ")", ";", "."))
    end = next(marks, last)
    phrase = Subject(first, end) if first < end else subject_after(cast.article, first, last)
    if phrase is None:
        return None
    named = NAME in cast.article.classes[phrase.first : phrase.last]
    plain = Speaker(cast.article.words(phrase.first, phrase.last), None, "organisation") if named else None
    return speaker_of(cast, phrase) or plain


def _is_source(article: Article, index: int) -> bool:
    return article.lower[index + 1] == ":" and article.lower[index] in article.speaker_words.source_label


def _runs(article: Article) -> Iterator[tuple[int, int]]:
    """Yield runs of lines with entries, as tokens `[first, last)`, the line of the source with them."""
    first, entries = 0, 0
    for start, end in article.lines():
        count = _entries(article, start, end) or _is_bare_entry(article, start, end)
        sourced = any(_is_source(article, index) for index in range(start, min(end, start + 2)))
        if count and not entries:
            first = start
        if not count and not sourced:
            if entries >= _FEWEST_ENTRIES:
                yield first, start
            entries = 0
            continue
        entries += count
        if sourced and entries >= _FEWEST_ENTRIES:
            yield first, end
            entries = 0
    if entries >= _FEWEST_ENTRIES:
        yield first, article.sentences[-1].last


def _entries(article: Article, first: int, last: int) -> int:
    """How many labels with a figure a line has: one of its own, or several in a row: "Ships: 61 Crews: 40"."""
    colons = [index for index in range(first, last) if article.lower[index] == ":"]
    figures = {figure.first for sentence in _within(article, first, last) for figure in sentence}
    found = [colon for colon in colons if not figures.isdisjoint(range(colon + 1, colon + 4))]
    opens = bool(found) and found[0] - first <= _LABEL_AND_FIGURE
    told = opens and not article.cues.speech.keys().isdisjoint(range(first, found[0]))
    single = len(found) == 1 and last - first <= _LONGEST_ENTRY and not told
    return len(found) if opens and (single or len(found) > 1) else 0


def _is_bare_entry(article: Article, first: int, last: int) -> bool:
    """Whether a line is an entry of a list without a label: "- 40 boats lost", "40 boats"."""
    opening = first + (article.tokens[first].text in _BULLETS)
    figure = next((one.first for one in article.figures_of(opening)), last)
    open_ended = article.classes[last - 1] != STOP and last - first <= _LONGEST_BARE
    return open_ended and figure - opening <= 1 and AUXILIARY not in article.classes[figure:last]


_BULLETS: Final = frozenset("•·▪●*-–—")
_LONGEST_BARE: Final = 12


def _within(article: Article, first: int, last: int) -> Iterator[list[Figure]]:
    for number in range(article.sentence_of[first], article.sentence_of[last - 1] + 1):
        yield article.figures_by_sentence.get(number, [])
