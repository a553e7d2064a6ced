"""Whose a whole document is, where its own heading or signature says so: a reprinted report, a letter, a testimony.

"Excerpts from the report of the Dyke Board", "Text of the address by Ana Ruiz", "Open letter from the guild": what
nobody else in it says is its author's.
"""

from __future__ import annotations

from typing import Final

from extraction.speech.affiliations import named_body
from extraction.speech.cast import Cast, Speaker, head_end
from extraction.speech.paper_authors import whoever_owns
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after
from extraction.words.word_classes import AUXILIARY, NAME, POSSESSIVE, VERB

_HEADING_LINES: Final = 3
"""Lines at the top of a text, one of which may say whose it is."""
_LONGEST_HEADING: Final = 45
_LONGEST_SIGNATURE: Final = 12
_TIES: Final = ("by", "from", "of")
"""Words between a paper and its author, the surest first: a review "of the clinic by the court" is the court's."""
_SALUTATIONS: Final = frozenset(("sir", "madam", "dear", "sirs"))


def document_voice(cast: Cast, quoted: list[bool]) -> tuple[Speaker, int] | None:
    """Give whose a document is and the token from which on it is that author's; None for the publisher's own text."""
    article, presented = cast.article, False
    for first, end in article.lines()[:_HEADING_LINES]:
        last = article.lower.index(")", first, end) if _is_bracketed(article, first, end) else end
        if last - first > _LONGEST_HEADING or not is_heading(article, first, last):
            continue
        presented = presented or _presents(article, first, last)
        author = author_in(cast, first, last)
        if author is not None and (presented or last < end or _speaks_of_itself(article, quoted)):
            return author, first
    return _quoted_in_full(cast) or _signed(cast, quoted)


def _quoted_in_full(cast: Cast) -> tuple[Speaker, int] | None:
    """Whose text an article prints below a line that says so: "The guild's statement in full:"."""
    article = cast.article
    for first, last in article.lines()[1:]:
        opens = article.lower[last - 1] == ":" and last - first <= _LONGEST_SIGNATURE + 1
        if opens and not article.speaker_words.reprints.isdisjoint(article.lower[first:last]):
            author = author_in(cast, first, last)
            if author is not None:
                return author, last
    return None


def author_in(cast: Cast, first: int, last: int) -> Speaker | None:
    """Whose the paper is that the tokens `[first, last)` name: "statement issued on Monday by the Ports Board"."""
    article = cast.article
    made = [index for index in range(first, last) if _is_made_by(article, index, first)]
    texts = made or [index for index in range(first, last) if _is_own_text(article, index)]
    if not texts:
        return None
    noun = texts[0]
    ties = (index + 1 for tie in _TIES for index in range(noun + 1, last) if _ties(article, index, tie))
    labelled = [noun + 2] if article.lower[noun + 1] == ":" else []
    found = (_author(cast, start, last) for start in (*ties, *labelled))
    return next((author for author in found if author is not None), None) or _owner(cast, first, noun)


def _owner(cast: Cast, first: int, noun: int) -> Speaker | None:
    """Whose a paper is by the possessive before it: "the guild's statement"."""
    owners = (index for index in range(first, noun) if cast.article.classes[index] == POSSESSIVE)
    owner = next(owners, noun)
    return speaker_of(cast, Subject(first, owner)) if owner < min(noun, first + _LONGEST_SIGNATURE) else None


def _ties(article: Article, index: int, tie: str) -> bool:
    """Whether a word ties an author to a paper, and not who printed or translated it."""
    return article.lower[index] == tie and article.lower[index - 1] not in article.speaker_words.hands_on


def _author(cast: Cast, first: int, last: int) -> Speaker | None:
    """Name whom the words behind "by" or "from" mean; no place and no time."""
    first += cast.article.lower[first] == ":"
    ends = (index for index in range(first, last) if _ends_author(cast.article, index))
    phrase = subject_after(cast.article, first, next(ends, last))
    if phrase is None or phrase.first in cast.article.cues.places:
        return None
    return _named(cast, phrase)


def _ends_author(article: Article, index: int) -> bool:
    """Whether what stands behind an author in a heading begins: "in full", "to the nation", "on Tuesday"."""
    if article.lower[index] in ("in", "on", "at"):
        return article.classes[index + 1] != NAME
    return article.lower[index] in ("to", "before", ":", "(")


def _named(cast: Cast, phrase: Subject) -> Speaker | None:
    """A person or body with a name, which "the review" has not."""
    article = cast.article
    if NAME not in article.classes[phrase.first : phrase.last]:
        return None
    return speaker_of(cast, phrase) or named_body(cast, phrase, head_end(article, phrase)) or whoever_owns(cast, phrase)


def _is_bracketed(article: Article, first: int, last: int) -> bool:
    """Whether a line opens with words in brackets: "(Statement from the guild) Sales rose"."""
    return article.lower[first] == "(" and ")" in article.lower[first:last]


def _is_made_by(article: Article, index: int, first: int) -> bool:
    """Whether a verb of making and "by" open a line: "Prepared by: the Ports Board", "This update was issued by"."""
    opens = index - first <= (_THIS_WAS if article.lower[first] == "this" else 1)
    return opens and article.lower[index] in article.speaker_words.reprinted and article.lower[index + 1] == "by"


_THIS_WAS: Final = 3
"""Tokens of "This (weekly) update was" before a verb."""


def _is_own_text(article: Article, index: int) -> bool:
    return article.lower[index] in article.speaker_words.own_text


def is_heading(article: Article, first: int, last: int) -> bool:
    """Whether a line only says what follows: no verb but those of printing it, or "The following is the text ..."."""
    words = article.speaker_words
    made = any(_is_made_by(article, index, first) for index in range(first, min(last, first + _THIS_WAS + 1)))
    if made or "following" in article.lower[first : first + 2]:
        return True
    told = (index for index in range(first, last) if article.classes[index] in (VERB, AUXILIARY))
    kinds = (words.own_text, words.reprinted, words.reprints)
    return all(any(article.lower[index] in kind for kind in kinds) for index in told)


def _presents(article: Article, first: int, last: int) -> bool:
    """Whether a line says that somebody's own words follow: "Excerpts from ...", "Text of ...", "... in full:"."""
    opening = [word for word in article.lower[first : first + _OPENING] if word.isalpha()]
    label = ":" in article.lower[first:last] or opening[:2] in _RELEASES
    return label or not article.speaker_words.reprints.isdisjoint(opening)


_OPENING: Final = 4
_RELEASES: Final = (["news", "release"], ["press", "release"], ["media", "release"], ["press", "statement"])


def _speaks_of_itself(article: Article, quoted: list[bool]) -> bool:
    """Whether a text says "we" or "I" outside of quotation marks."""
    return any(article.is_first_person(token) and not quoted[token] for token in range(len(article.tokens) - 1))


def _signed(cast: Cast, quoted: list[bool]) -> tuple[Speaker, int] | None:
    """Whose a letter is, by the name below it: "Sir, ... Ana Ruiz, Rena", "Signed, the crews of the Aurora"."""
    article = cast.article
    lines = article.lines()
    if len(lines) <= 1:
        return None
    first, last = lines[-1]
    marked = "signed" in (article.lower[first], article.lower[lines[-2][0]])
    first += 1 + (article.lower[first + 1] in (",", ":", "by")) if article.lower[first] == "signed" else 0
    greets = any(article.lower[start] in _SALUTATIONS for start, _ in lines[:_HEADING_LINES])
    short = first < last <= first + _LONGEST_SIGNATURE and (marked or not article.has_verb(first, last))
    if not short or not (marked or (greets and _speaks_of_itself(article, quoted))):
        return None
    comma = next((index for index in range(first, last) if article.lower[index] == ","), last)
    phrase = Subject(first, comma) if marked else subject_after(article, first, last)
    author = (speaker_of(cast, phrase) or whoever_owns(cast, phrase)) if phrase is not None else None
    return (author, 0) if author is not None else None
