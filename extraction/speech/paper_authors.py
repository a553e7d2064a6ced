"""Who stands behind a paper, a record or research that is said to say something."""

from __future__ import annotations

from typing import Final

from extraction.speech.affiliations import ARTICLE_AND_NOUN, home_state, named_body
from extraction.speech.cast import Cast, Speaker
from extraction.words.subjects import Subject, subject_after, subject_before
from extraction.words.word_classes import DETERMINER, NAME, NOUN, VERB, is_plural

INTRODUCES: Final = frozenset(("the", "a", "an", "another", "its", "his", "her", "their"))


def titled_paper(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """A paper that has a name of its own, by which it speaks: "the Hearth Index", "the Beige Book"."""
    mention = cast.names.at.get(end - 1)
    whole = mention is not None and mention.last == end and mention.last - mention.first > 1
    if mention is None or not whole or mention.kind in ("person", "state"):
        return None
    first = mention.first - (cast.article.lower[mention.first - 1] == "the")
    return Speaker(cast.article.words(max(first, subject.first), end), mention.name, "organisation")


def researcher(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Research that nobody is named for speaks by its own wording: "a preliminary study"."""
    article = cast.article
    words = article.lower[subject.first : end]
    if (
        words[-1] not in article.speaker_words.research
        or words[0] not in ("a", "an", "another")
        or article.speaker_words.unsigned.intersection(words)
    ):
        return None
    return Speaker(article.words(subject.first, end), None, "organisation")


def whoever_owns(cast: Cast, owner: Subject) -> Speaker | None:
    """Take a noun that the table does not hold for whoever made a paper: "the port's figures"."""
    article = cast.article
    head = article.lower[owner.last - 1]
    if (
        article.classes[owner.last - 1] != NOUN
        or article.lower[owner.first] not in INTRODUCES
        or head in article.speaker_words.no_owner
    ):
        return None
    if head in article.vocabulary.speaker_nouns:
        return None
    return Speaker(article.words(owner.first, owner.last), None, "organisation")


def record_speaker(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """A paper with a name of its own, by which it speaks: "a United Nations bulletin", "court documents"."""
    if cast.article.speaker_words.unsigned.intersection(cast.article.lower[subject.first : end]):
        return None
    wording = cast.article.words(subject.first, end)
    for mention in cast.names.within(subject.first, end):
        body = mention.kind == "organisation" or mention.wording == "abbreviation"
        if (
            body
            and mention.name not in cast.article.vocabulary.places.countries
            and cast.article.lower[end - 1] in cast.article.speaker_words.data
            and mention.last == end - 1
        ):
            return named_body(cast, Subject(subject.first, mention.last), mention.last)
        if mention.kind in ("state", "organisation"):
            return Speaker(wording, mention.name, "organisation")
    official = cast.article.vocabulary.speaker_nouns.get(cast.article.lower[end - 2]) == "state"
    whose = end - 1 > subject.first and (official or _is_referred_to(cast, subject, end))
    return Speaker(wording, home_state(cast) if official else None, "organisation") if whose else None


def _is_referred_to(cast: Cast, subject: Subject, end: int) -> bool:
    """Whether figures are cited by the noun that tells whose they are: "according to studio estimates"."""
    article, whose = cast.article, end - 2
    cited = article.lower[subject.first - 2 : subject.first] == ["according", "to"]
    told = article.classes[whose] == NOUN and article.vocabulary.speaker_nouns.get(article.lower[whose]) != "person"
    return cited and told and is_plural(article.lower[end - 1])


def drawn_up_by(cast: Cast, end: int) -> Subject | None:
    """Read "by X", "drawn up by X" and ", conducted by X," after the head of a paper, but not "seen by X"."""
    article = cast.article
    limit = article.sentence(end - 1).last
    position = end + (article.lower[end : end + 1] == [","] and article.classes[end + 1 : end + 2] == [VERB])
    if (
        position < limit
        and article.classes[position] == VERB
        and (article.lower[position] not in article.speaker_words.read_by or article.lower[position + 1] == "out")
    ):
        position += 2 if article.lower[position + 1 : position + 2] in (["up"], ["together"], ["out"]) else 1
    return subject_after(article, position + 1, limit) if article.lower[position : position + 1] == ["by"] else None


def sent_by(cast: Cast, end: int) -> Subject | None:
    """Read "(that) the guild filed with the court" after the head of a paper."""
    article, words = cast.article, cast.article.speaker_words
    limit = article.sentence(end - 1).last
    opened = end + (article.lower[end : end + 1] in (["that"], ["which"]))
    if opened == end and article.classes[end : end + 1] not in ([DETERMINER], [NAME]):
        return None
    verb = next((index for index in range(opened, limit) if article.classes[index] == VERB), None)
    sent = verb is not None and article.lemma(verb) in words.sends | words.publishes
    return subject_before(article, verb, opened) if sent and verb is not None else None


def maker_of(cast: Cast, subject: Subject, end: int, kind: str | None) -> Subject | None:
    """Who made a paper whose own words tell it: "figures compiled by X", "navy command data"; `end` ends its head."""
    article = cast.article
    if kind not in ("document", "record"):
        return None
    if subject.through is not None and article.lower[subject.last] not in article.speaker_words.read_by:
        return Subject(*subject.through)
    drawn_up = drawn_up_by(cast, end) if kind == "record" else None
    head = article.lower[end - 1]
    told = head in article.speaker_words.data and end - subject.first > ARTICLE_AND_NOUN
    told = (told or head in article.speaker_words.reckoned) and _is_office(cast, end - 2)
    first = subject.first + (article.lower[subject.first] in ("a", "an"))
    first += article.lower[first] in article.speaker_words.lately
    return drawn_up or (Subject(first, end - 1) if told and first < end - 1 else None)


def _is_office(cast: Cast, index: int) -> bool:
    """Whether a noun for an office or a body stands at `index`: "(navy) command (data)"."""
    article = cast.article
    return article.classes[index] == NOUN and article.vocabulary.speaker_nouns.get(article.lower[index]) == "state"
