"""Persons as speakers by their names in the text: in a phrase, in its apposition, behind an office."""

from __future__ import annotations

from extraction.naming.mentions import Mention
from extraction.naming.persons import Person
from extraction.speech.affiliations import office_place
from extraction.speech.cast import OWNED, Cast, Speaker, head_end
from extraction.speech.local_bodies import body_by_letters, officers_body
from extraction.speech.relatives import relative_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, after_label
from extraction.words.word_classes import COMMA, NOUN, POSSESSIVE, PREPOSITION, SUBORDINATOR, VERB, is_plural


def is_subject_of_sentence(article: Article, mention: Mention) -> bool:
    """Whether a name is what its sentence, or its part behind a semicolon, is about: only offices stand before it."""
    first = article.sentence(mention.first).first
    part = next((index for index in range(mention.first - 1, first, -1) if article.lower[index] == ";"), first - 1)
    start = after_label(article, part + 1)
    before = article.classes[start : mention.first]
    introduced = article.lower[mention.last] == "," and article.lower[start] not in ("his", "her")
    owned = introduced and article.lower[mention.first - 1] == ","  # "Nordhav's analyst, Ana Ruiz, says"
    stops = (VERB,) if owned else (VERB, POSSESSIVE)
    return not any(mark in stops or (mark == COMMA and not introduced) for mark in before)


def speaker_named(cast: Cast, mention: Mention) -> Speaker | None:
    """Give the person of a mention, or the relative whom it has, as a speaker; None for the publisher's own staff."""
    relative = relative_of(cast, mention)
    if relative is not None:
        return relative
    person = cast.names.person(mention)
    return person_speaking(cast, person) if person is not None and person.name not in cast.names.staff else None


def person_speaking(cast: Cast, person: Person) -> Speaker:
    """Give a person as a speaker, for the body that he is tied to or the place of his office."""
    affiliation = (
        body_by_letters(cast, person.affiliation or "")
        or person.affiliation
        or (office_place(cast, person) if person.official else officers_body(cast, person.told))
    )
    return Speaker(person.name, affiliation, "person")


def person_in(cast: Cast, subject: Subject) -> Speaker | None:
    """The person that the phrase or its apposition names, those after "of" passed over."""
    end = head_end(cast.article, subject)
    spans = [(subject.first, end), (subject.apposition_first, subject.apposition_last)]
    paper = cast.article.vocabulary.speaker_nouns.get(cast.article.lower[end - 1]) in ("document", "record")
    opening = cast.article.classes[subject.apposition_first]
    aside = opening in (PREPOSITION, SUBORDINATOR) or (opening == VERB and not paper)
    if aside and not _speaks_through(cast.article, subject):
        spans.pop()  # "the firm, advised by Luc Morel," but not "the email, signed by Luc Morel,"
    for first, last in spans:
        for mention in cast.names.within(first, last):
            owns = mention.last < last and cast.article.classes[mention.last] == POSSESSIVE
            if mention.kind == "person" and (not owns or relative_of(cast, mention) is not None):
                return speaker_named(cast, mention)
    return _behind_office(cast, subject, end)


def _speaks_through(article: Article, subject: Subject) -> bool:
    """Whether an apposition tells by whom a body speaks: "the port, through its head, X,", "in a note signed by X".

    Who is named there says it, for the body.
    """
    words = article.lower[subject.apposition_first : subject.apposition_last]
    own = words[:1] == ["by"] and not OWNED.isdisjoint(words[1:2])
    paper = words[:1] == ["in"] and any(article.vocabulary.speaker_nouns.get(word) == "document" for word in words)
    signed = paper and not article.speaker_words.signed.isdisjoint(words)
    return own or signed or words[:1] == ["via"] or words[:1] == ["through"]


def _behind_office(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """The person behind an office of several words, whose first noun ends at `end`: "leader of the opposition X"."""
    article, nouns = cast.article, cast.article.vocabulary.speaker_nouns
    head = article.lower[end - 1]
    held = head in article.vocabulary.names.titles or (nouns.get(head) == "person" and not is_plural(head))
    within = cast.names.within(end, subject.last) if held else []
    mention = within[-1] if within else None
    if mention is None or mention.kind != "person" or mention.last != subject.last:
        return None
    before = article.lower[mention.first - 1]
    field = article.classes[mention.first - 1] == NOUN and nouns.get(before) != "person"
    field = field and before not in article.vocabulary.names.titles
    seat = cast.names.at.get(mention.first - 1) is not None and mention.first - 1 in article.cues.places
    ranked = before == "." and article.lower[mention.first - 2] in article.vocabulary.names.titles
    ranked = ranked and article.lower[mention.first - 3] != "of"  # "chief of staff Gen. X", not "the son of Gen. X"
    told = field or seat or ranked or before in article.speaker_words.portfolio
    return speaker_named(cast, mention) if told else None
