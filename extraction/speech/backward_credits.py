"""Sentences that only tell whose the figures of the sentence before are: "This was reported by the guild"."""

from __future__ import annotations

from typing import Final

from extraction.speech.cast import OWNED, Cast, Speaker
from extraction.speech.said_clauses import BE
from extraction.speech.speaker_names import author_of, speaker_of
from extraction.words.article import Article
from extraction.words.subjects import subject_after, subject_before
from extraction.words.word_classes import AUXILIARY, POSSESSIVE, VERB

_POINTING: Final = frozenset(["this", "that", "these", "those", "such"])
_OPENING: Final = 6
"""Tokens of "figure has since been confirmed" before "by"."""


def credited_back(cast: Cast, first: int, last: int) -> Speaker | None:
    """Name whom the sentence `[first, last)` credits with the one before it; None where it does not only do that."""
    article = cast.article
    if article.figures_of(first):
        return None
    source = _after_told(article, first, last)
    if source is None:
        return _whose_it_is(cast, first, last)
    cited = next((index + 1 for index in range(source, last) if article.lower[index] == "citing"), source)
    subject = subject_after(article, cited, last)
    return speaker_of(cast, subject) if subject is not None else None


def _whose_it_is(cast: Cast, first: int, last: int) -> Speaker | None:
    """Read "So says X", "That is X's count", "This was the verdict of X" and "That, at least, is what X says"."""
    article = cast.article
    if article.lower[first] == "so" and first + 1 in article.cues.speech:
        subject = subject_after(article, first + 2, last)
        return speaker_of(cast, subject) if subject is not None else None
    verb = _be_behind_pointer(article, first, last)
    if verb is None:
        return None
    return _who_tells(cast, verb + 2, last) if article.lower[verb + 1] in ("what", "how") else _owner(cast, verb, last)


def _be_behind_pointer(article: Article, first: int, last: int) -> int | None:
    """Where "is" stands behind the "that" or "the figures" with which a sentence opens, over an aside in commas."""
    pointer = _pointer_end(article, first)
    if pointer is not None and article.lower[pointer] == ",":
        commas = (index for index in range(pointer + 1, min(last, pointer + _OPENING)) if article.lower[index] == ",")
        pointer = next((index + 1 for index in commas), None)
    return pointer if pointer is not None and article.lower[pointer] in BE else None


def _pointer_end(article: Article, first: int) -> int | None:
    """Just behind "that", "these figures" or "the figure", which open a sentence; None where it opens otherwise."""
    named = article.vocabulary.stances.nouns.get(article.lower[first + 1]) == "claim"
    pointing = article.lower[first] in _POINTING
    return first + 1 + named if pointing or (named and article.lower[first] == "the") else None


def _who_tells(cast: Cast, first: int, last: int) -> Speaker | None:
    """The subject of the first verb of saying in the clause that "what" opens."""
    article = cast.article
    verb = next((index for index in range(first, last) if article.classes[index] in (VERB, AUXILIARY)), None)
    spoken = verb is not None and not article.cues.speech.keys().isdisjoint(range(verb, last))
    subject = subject_before(article, verb, first) if verb is not None and spoken else None
    return speaker_of(cast, subject) if subject is not None else None


def _owner(cast: Cast, verb: int, last: int) -> Speaker | None:
    """Whose the count is that a sentence calls what was told: "(is) the reckoning of X", "(are) X's figures"."""
    article, words = cast.article, cast.article.speaker_words
    phrase = subject_after(article, verb + 1, last)
    inside = range(phrase.first, phrase.last) if phrase is not None else range(0)
    noun = next((index for index in inside if article.lower[index] in words.estimate | words.reckoning), None)
    if phrase is None or noun is None:
        return None
    tied = article.lower[noun + 1] in ("of", "by", "from") and noun + 1 < phrase.last
    owned = POSSESSIVE in article.classes[phrase.first : noun] or article.lower[phrase.first] in OWNED
    return author_of(cast, phrase, noun + 1) if tied or owned else None


def _after_told(article: Article, first: int, last: int) -> int | None:
    """Give the token behind "This was reported by" or "That is according to" at the opening of a sentence."""
    verb = _pointer_end(article, first)
    if verb is None:
        return None
    if article.lower[verb] in BE and article.lower[verb + 1 : verb + 3] == ["according", "to"]:
        return verb + 3
    if article.lemma(verb) == "come" and article.lower[verb + 1] == "from":
        return verb + 2
    for index in range(verb, min(last - 1, verb + _OPENING)):
        if article.classes[index] == VERB and article.lower[index + 1] == "by":
            return index + 2 if _is_telling(article, index) else None
    return None


def _is_telling(article: Article, index: int) -> bool:
    """Whether a passive says that something was told: "was reported", "were released"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    told = index in article.cues.speech or (form is not None and form.lemma in article.speaker_words.publishes)
    return told and AUXILIARY in article.classes[index - 2 : index]
