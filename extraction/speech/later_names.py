"""Officials who speak in the lead by office alone and get their names in the sentences after it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extraction.naming.names import Names
from extraction.speech.cast import Speaker, head_end
from extraction.speech.saying import Saying
from extraction.words.article import Article
from extraction.words.word_classes import NAME, NOUN, POSSESSIVE, is_plural


def name_the_unnamed(article: Article, names: Names, sayings: list[Saying], speaker_at: list[Speaker | None]) -> None:
    """Give "a Defence Ministry spokeswoman" of the lead the name that the next sentences introduce."""
    named: dict[str, Speaker] = {}
    for number, saying in enumerate(sayings):
        if article.sentence_of[saying.verb] >= _LEAD:
            break
        role = saying.speaker
        if role is None or (role.kind == "person" and " " not in role.name) or not _is_one_office(article, saying):
            continue
        later = _named_later(article, names, sayings, number)
        if later is None:
            continue
        speaker = replace(later, affiliation=role.affiliation or later.affiliation)
        if role.kind == "person":
            named |= {role.name: speaker, speaker.name: speaker}
        else:
            named[speaker.name] = replace(later, affiliation=later.affiliation or role.affiliation)
            _give(saying, speaker, speaker_at)
    if named:
        _rename(sayings, speaker_at, named)


def _named_later(article: Article, names: Names, sayings: list[Saying], number: int) -> Speaker | None:
    """Find the person whom the sentences after an act of saying introduce as the one who speaks in it by office."""
    saying = sayings[number]
    office = article.lower[head_end(article, saying.subject) - 1]
    for later in sayings[number + 1 :]:
        if article.sentence_of[later.verb] - article.sentence_of[saying.verb] > _INTRODUCED_WITHIN:
            return None
        same = office in article.lower[later.subject.first : later.subject.last]
        same = same and not _is_of_others(article, saying, later, office)
        person = later.speaker is not None and later.speaker.name.lower() in names.persons.by_name
        if _is_introduced(article, names, later) or (same and person):
            return later.speaker
    return None


def _is_of_others(article: Article, saying: Saying, later: Saying, office: str) -> bool:
    """Whether two offices are told apart by the noun before them: "a rebel spokesman", "army spokesman Ana Ruiz"."""
    whose = []
    for subject in (saying.subject, later.subject):
        at = article.lower.index(office, subject.first, subject.last)
        told = at > subject.first and article.classes[at - 1] in (NOUN, NAME)
        whose.append(article.lower[at - 1] if told else "")
    return "" not in whose and whose[0] != whose[1]


def _give(saying: Saying, speaker: Speaker, speaker_at: list[Speaker | None]) -> None:
    """Give what one act covers to another speaker: "its chief executive said" was credited to the company."""
    for first, last in saying.covers:
        speaker_at[first:last] = [speaker if one == saying.speaker else one for one in speaker_at[first:last]]
    saying.speaker = speaker


_LEAD: Final = 4
"""Sentences of an article's head and lead, in which an official may speak who is named only after it."""
_INTRODUCED_WITHIN: Final = 2
"""Sentences after an unnamed official within which the name follows, as agencies write their leads."""


def _is_one_office(article: Article, saying: Saying) -> bool:
    """Whether a speaker is one person by office and without a name: "its chief executive"."""
    first, last = saying.subject.first, saying.subject.last
    single = article.lower[first] in ("a", "an", "its", "the") and not article.persons_at.intersection(
        range(first, last)
    )
    head = article.lower[head_end(article, saying.subject) - 1]
    office = head in article.speaker_words.office
    person = saying.speaker is not None and saying.speaker.kind == "person"
    known = person and article.lower[first] == "the" and article.classes[last - 1] == NOUN and not is_plural(head)
    owned = known and POSSESSIVE in article.classes[first:last]  # "the navy's chief engineer"
    return single and (office or owned) and saying.subject.apposition_last == 0


def _is_introduced(article: Article, names: Names, saying: Saying) -> bool:
    """Whether a person speaks here for the first time, under a bare name."""
    speaker = saying.speaker
    if speaker is None or speaker.kind != "person":
        return False
    person = names.persons.by_name.get(speaker.name.lower())
    if person is None or not saying.subject.first <= person.met_at < saying.subject.last:
        return False
    if person.met_at > saying.subject.first:
        return _has_rank(article, saying.subject.first, person.met_at)
    mention = names.at.get(person.met_at)
    bare = mention is not None and mention.last == saying.subject.last and saying.subject.apposition_last == 0
    return bare or (person.affiliation is None and not person.official)


def _has_rank(article: Article, first: int, last: int) -> bool:
    """Whether only a rank stands before a name, which does not say what office he holds: "Brigadier Ruiz"."""
    return all(word in article.speaker_words.service_rank or word == "." for word in article.lower[first:last])


def _rename(sayings: list[Saying], speaker_at: list[Speaker | None], named: dict[str, Speaker]) -> None:
    for saying in sayings:
        if saying.speaker is not None and saying.speaker.name in named:
            saying.speaker = replace(named[saying.speaker.name], through=saying.speaker.through)
    for index, speaker in enumerate(speaker_at):
        if speaker is not None and speaker.name in named:
            speaker_at[index] = named[speaker.name]
