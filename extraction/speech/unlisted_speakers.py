"""Speakers whose noun no table holds: "the port said", "a Reuters photographer"."""

from __future__ import annotations

from typing import Final

from extraction.speech.affiliations import ARTICLE_AND_NOUN
from extraction.speech.cast import OWNED, Cast, Speaker, head_end
from extraction.speech.paper_authors import INTRODUCES
from extraction.words.article import Article
from extraction.words.subjects import Subject
from extraction.words.word_classes import NOUN, POSSESSIVE, is_plural


def whoever_says(cast: Cast, subject: Subject, verb: int) -> Speaker | None:
    """Take a noun that the table does not hold for a speaker where it says something: "the port said"."""
    form = cast.article.vocabulary.verbs.get(cast.article.lower[verb])
    tells = form is not None and form.lemma in cast.article.speaker_words.tells
    return whoever_is_meant(cast, subject) if tells else None


def whoever_is_meant(cast: Cast, subject: Subject) -> Speaker | None:
    """Take an introduced noun that the table does not hold for a speaker: "(according to) the port"."""
    named = _called_by_name(cast, subject)
    if named is not None:
        return named
    article = cast.article
    end = head_end(article, subject)
    head = article.lower[end - 1]
    if (
        article.classes[end - 1] != NOUN
        or head in article.vocabulary.speaker_nouns
        or head in article.speaker_words.mute
    ):
        return None
    if any(figure.first < end <= figure.last for figure in article.figures_of(subject.first)):
        return None
    owned = POSSESSIVE in article.classes[subject.first : end]
    if article.lower[subject.first] in OWNED:
        return None  # "Its licence says 40"
    if end != subject.last or not (owned or article.lower[subject.first] in INTRODUCES):
        return None
    return Speaker(article.words(subject.first, subject.last), None, "organisation")


def _called_by_name(cast: Cast, subject: Subject) -> Speaker | None:
    """The body whose own name ends in what "the line" is called: "Nordhav Lines"."""
    article = cast.article
    if article.lower[subject.first] != "the" or subject.last - subject.first != ARTICLE_AND_NOUN:
        return None
    noun = article.lower[subject.last - 1]
    named = [body for body in cast.bodies.all if body.name.lower().split()[-1] in (noun, f"{noun}s")]
    return Speaker(named[0].name, named[0].name, "organisation") if len(named) == 1 else None


def ends_as_person(article: Article, word: str) -> bool:
    """Whether a noun that no table holds ends as those for people do: "skipper", "florist", "boatman"."""
    return any(word.endswith(ending) for ending in article.speaker_words.person_ending)


def person_by_ending(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Take "a Reuters photographer" by the ending of its noun, where an article or owner introduces it."""
    article = cast.article
    word = article.lower[end - 1]
    introduced = article.lower[subject.first] in ("a", "an", "the", "one", "another") or is_plural(word)
    introduced = introduced and article.lower[subject.first] not in OWNED
    if not (introduced and ends_as_person(article, word) and article.classes[end - 1] == NOUN and len(word) > _SHORT):
        return None
    if word in article.speaker_words.mute or word in article.speaker_words.estimate:
        return None
    return Speaker(article.words(subject.first, subject.last), None, "person")


_SHORT: Final = 5
"""Letters of "other", "water" and "power", which end like persons and are none."""
