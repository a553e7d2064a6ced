"""Whose telling an active verb of saying is: the subject before it, behind it, or that of the sentence."""

from __future__ import annotations

from typing import Final

from extraction.speech.cast import Cast, Speaker, head_of
from extraction.speech.chains import quoted_as_saying
from extraction.speech.described_bodies import named_in_apposition
from extraction.speech.saying import Saying
from extraction.speech.speaker_names import speaker_of
from extraction.speech.unlisted_speakers import ends_as_person, whoever_is_meant, whoever_says
from extraction.words.article import Article
from extraction.words.subjects import Subject, phrase_before, subject_after, subject_before
from extraction.words.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    BRACKET,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    HAVE,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
    is_plural,
)


def told_actively(cast: Cast, index: int, length: int, kind: str, span: tuple[int, int]) -> Saying | None:
    """Read the subject before the verb or, where that is nobody, after an inverted one."""
    article = cast.article
    absolute = article.classes[index] == GERUND and article.classes[index - 1] == COMMA
    if absolute and kind == "count" and article.lower[index] != "putting":
        return None
    passed_on = quoted_as_saying(cast, index, span)
    if passed_on is not None:
        return passed_on
    purpose = article.lower[index - 1] == "to" and index - 1 > span[0]
    if purpose and (_is_bidden(article, index - 1, span[0]) or _is_duty(article, index - 1, span[0])):
        return None
    subject = _who_tells(cast, index, kind, span, of_main=absolute or purpose)
    if subject is not None and _tells_nothing(cast, index, kind, subject):
        return None
    act = (index, index + length, kind)
    in_relative = subject is not None and article.lower[subject.last : subject.last + 2][-1:] == ["which"]
    if subject is not None and in_relative and named_in_apposition(cast, subject) is None:
        subject = _nearest(article, subject)
    joined = kind != "count" and article.classes[index - 1] == CONJUNCTION
    return (
        _told_by(cast, act, _opening_subject(article, subject, span))
        or _told_by(cast, act, subject)
        or (_told_by(cast, act, _main_subject(article, index, span)) if joined else None)
        or _inverted(cast, act, span)
        or _told_by_whoever(cast, act, subject)
    )


def _who_tells(cast: Cast, index: int, kind: str, span: tuple[int, int], *, of_main: bool) -> Subject | None:
    """Find the subject of a verb: who owns what it counts, that of the main verb where it has none, else its own."""
    owner = _whose(cast, index, span[0]) if kind == "count" else None
    main = _main_subject(cast.article, index, span) if of_main else None
    return owner or main or subject_before(cast.article, index, span[0])


def _tells_nothing(cast: Cast, index: int, kind: str, subject: Subject) -> bool:
    """Whether a subject is only counted or described by the verb, or bound by a rule to say something."""
    described = kind == "count" and (
        _only_describes(cast.article, index, subject) or _is_done(cast.article, index, subject)
    )
    nobody = _is_nobody(cast.article, subject) or _is_number_itself(cast, subject, kind)
    bound = _is_bound(cast.article, index, subject) or _is_supposed(cast.article, subject)
    return nobody or described or bound or _is_counted(cast, subject, kind)


def _is_number_itself(cast: Cast, subject: Subject, kind: str) -> bool:
    """Whether a subject is what was reckoned: "The number of boats found has risen to 40"."""
    article = cast.article
    reckoned = head_of(cast, subject) in article.speaker_words.estimate
    return kind == "count" and reckoned and article.lower[subject.first] == "the" and "of" in _words(article, subject)


def _words(article: Article, subject: Subject) -> list[str]:
    return article.lower[subject.first : subject.last]


def _is_supposed(article: Article, subject: Subject) -> bool:
    """Whether somebody says something only in what may be: "If the court finds that 40 were sold, ..."."""
    opened = subject.first - 1 >= article.sentence(subject.first).first
    return opened and article.lower[subject.first - 1] in _SUPPOSING


_SUPPOSING: Final = frozenset(("if", "unless", "whether", "lest"))


def _is_nobody(article: Article, subject: Subject) -> bool:
    """Whether a phrase only says where nobody is: "Nobody on the quay believes that 40 are left"."""
    first = article.sentence(subject.first).first
    nobody = article.lower[first] in article.speaker_words.nobody and first < subject.first
    apart = COMMA in article.classes[first : subject.first]
    return nobody and not apart and not article.has_verb(first, subject.first)


def _is_bidden(article: Article, to: int, first: int) -> bool:
    """Whether somebody else is to say it: "ordered the reporter to disclose who gave him 40"."""
    verb = next((place for place in range(to - 1, first, -1) if article.classes[place] == VERB), first)
    form = article.vocabulary.verbs.get(article.lower[verb])
    return form is not None and form.lemma in article.speaker_words.bids and to - verb > 1


def _is_bound(article: Article, index: int, subject: Subject) -> bool:
    """Whether a rule says what all of a sort have to tell: "banks must report", "banks are required to disclose"."""
    all_of_sort = subject.last - subject.first == 1 and article.classes[subject.first] == NOUN
    if not all_of_sort or not is_plural(article.lower[subject.first]):
        return False
    form = article.vocabulary.verbs.get(article.lower[index - 2])
    bidden = form is not None and form.lemma in article.speaker_words.bids and article.lower[index - 1] == "to"
    return bidden or article.lower[index - 1] in article.speaker_words.duty


def _is_duty(article: Article, to: int, first: int) -> bool:
    """Whether somebody only has a time to say something in: "firms have 72 hours to report a breach"."""
    has = next((place for place in range(to - 1, first, -1) if article.classes[place] in (VERB, AUXILIARY)), first)
    timed = any(has < one.first < to and one.unit is not None for one in article.figures_of(to))
    return timed and article.lower[has] in HAVE


def _opening_subject(article: Article, subject: Subject | None, span: tuple[int, int]) -> Subject | None:
    """Take who opens the sentence where a preposition parts that phrase from the verb: "Critics of a tax on X say"."""
    if subject is None or subject.first - 1 <= span[0]:
        return None
    if article.classes[subject.first - 1] == VERB:
        return _before_participle(article, subject, span[0])
    if article.classes[subject.first - 1] != PREPOSITION:
        return None
    before = article.classes[span[0] : subject.first]
    if before[0] not in (NOUN, DETERMINER, NAME) or not _NO_PHRASE.isdisjoint(before):
        return None
    return Subject(span[0], subject.last)


def _before_participle(article: Article, subject: Subject, first: int) -> Subject | None:
    """Take "Growers" of "Growers hoping to keep the mill have said": a participle and what it governs."""
    end = first
    while article.classes[end] in (NOUN, NAME, DETERMINER) and end < subject.first and not _is_acting(article, end):
        end += 1
    between = article.classes[end + 1 : subject.first - 1]
    infinitive = article.lower[subject.first - 2] == "to"
    plain = {VERB, AUXILIARY, COMMA, SUBORDINATOR, STOP, QUOTE}.isdisjoint(between)
    acts = first < end and _is_acting(article, end)
    return Subject(first, end) if acts and infinitive and plain else None


def _is_acting(article: Article, index: int) -> bool:
    """Whether the participle of a verb stands here, also where it might be a noun: "growers hoping to keep"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    return form is not None and form.form == "ing"


_NO_PHRASE: Final = frozenset((VERB, AUXILIARY, COMMA, QUOTE, SUBORDINATOR, STOP, GERUND, BRACKET))
"""Classes of the words that stand in no plain noun phrase."""


def _told_by(cast: Cast, act: tuple[int, int, str], subject: Subject | None) -> Saying | None:
    """Give an act, as its verb's tokens and its kind, to a subject; None where that is nobody."""
    speaker = speaker_of(cast, subject) if subject is not None else None
    if subject is None or speaker is None:
        return None
    return Saying(*act, _body_there(cast, subject, act[0]) or speaker, subject)


def _inverted(cast: Cast, act: tuple[int, int, str], span: tuple[int, int]) -> Saying | None:
    """Read the subject behind the verb: "..., said Ana Ruiz"."""
    article, (index, end, kind) = cast.article, act
    if article.lower[index] not in article.speaker_words.inverted and not _follows_words(article, index, kind, span[0]):
        return None
    subject = subject_after(article, end, span[1])
    opens = subject is not None and article.classes[subject.last] in (VERB, AUXILIARY)
    speaker = speaker_of(cast, subject) if subject is not None and not opens else None
    if speaker is None and subject is not None and not opens and article.classes[index - 1] in (COMMA, QUOTE):
        speaker = _somebody(article, subject) or whoever_is_meant(cast, subject)
    return Saying(*act, speaker, subject) if subject is not None and speaker is not None else None


def _somebody(article: Article, subject: Subject) -> Speaker | None:
    """Take one whom no table holds by his own words, for only a person confides: "..., confided a barman"."""
    words = article.lower[subject.first : subject.last]
    person = words[0] in ("a", "an", "one", "another") and ends_as_person(article, words[-1])
    return Speaker(article.words(subject.first, subject.last), None, "person") if person else None


def _told_by_whoever(cast: Cast, act: tuple[int, int, str], subject: Subject | None) -> Saying | None:
    """Take a noun of no table for a speaker: "the port said"."""
    speaker = whoever_says(cast, subject, act[0]) if subject is not None and act[2] != "count" else None
    return Saying(*act, speaker, subject) if subject is not None and speaker is not None else None


_FAR: Final = frozenset(("to", "from", "with", "against", "than", "by"))
"""Prepositions that tie a phrase to a verb before it, so that "which" means the phrase alone."""


def _nearest(article: Article, subject: Subject) -> Subject:
    """Leave the last noun phrase of an antecedent: "(closer to) the guild, which says"."""
    places = [index for index in range(subject.first, subject.last) if article.lower[index] in _FAR]
    return Subject(places[-1] + 1 if places else subject.first, subject.last)


def _body_there(cast: Cast, subject: Subject, verb: int) -> Speaker | None:
    """Take the hospital for "an official there" where the sentence opens with it."""
    article = cast.article
    there = article.lower[subject.last : verb][:1] == ["there"] and article.lower[subject.first] in ("a", "an")
    first = article.sentence(verb).first
    opening = subject_after(article, first, subject.first) if there and first < subject.first else None
    speaker = speaker_of(cast, opening) if opening is not None else None
    return speaker if speaker is not None and speaker.kind == "organisation" else None


def _whose(cast: Cast, verb: int, limit: int) -> Subject | None:
    """Find the guild in "the guild, whose wardens had counted 75": who counts through what is theirs."""
    article = cast.article
    lowest = max(limit + 1, verb - _OWN_SYSTEM)
    whose = next((index for index in range(verb - 1, lowest, -1) if article.lower[index] == "whose"), None)
    if whose is None or COMMA in article.classes[whose:verb] or article.lower[whose - 1] != ",":
        return None
    if article.persons_at.intersection(range(whose, verb)):
        return None
    return phrase_before(article, whose - 1, limit)


_OWN_SYSTEM: Final = 7
"""Tokens of "whose own warning system had" before the verb."""


def _follows_words(article: Article, index: int, kind: str, first: int) -> bool:
    """Whether a verb of saying stands behind the comma or mark that closes what is said: "..., say organisers"."""
    if kind not in ("say", "clause", "count") or index <= first or article.classes[index] != VERB:
        return False
    if kind == "count" and (article.lower[index][-1] != "s" or article.lower[index - 1] != ","):
        return False
    return article.classes[index - 1] == QUOTE or article.lower[index - 1] in (",", "!", "?")


def _only_describes(article: Article, index: int, subject: Subject) -> bool:
    """Whether a participle only describes its noun: "mills recording a loss of 40"; not "with Norway citing 40"."""
    attribute = article.classes[index] == GERUND and article.classes[index - 1] in (NOUN, NAME)
    return attribute and article.lower[subject.first - 1] != "with"


def _is_done(article: Article, index: int, subject: Subject) -> bool:
    """Whether a participle behind "with" tells what is done to its noun: "with all districts counted"."""
    return article.classes[index] == VERB and article.lower[subject.first - 1] == "with"


def _is_counted(cast: Cast, subject: Subject, kind: str) -> bool:
    """Whether a subject is what is counted, not who counts: "34 bodies never found", but not the union 3K.

    In "Of the nine traders accused of it, two are abroad" the traders accuse nobody.
    """
    first = cast.article.sentence(subject.first).first
    if cast.article.lower[subject.first - 1] == "of" and subject.first - 1 == first:
        return True
    number = cast.article.classes[subject.first] == NUMBER and subject.first not in cast.names.at
    return kind == "count" and number and not _are_people_acting(cast, subject)


def _are_people_acting(cast: Cast, subject: Subject) -> bool:
    """Whether a number of people count: "Two diplomats put turnout at 40", not "12 victims identified in Rena"."""
    article = cast.article
    people = article.vocabulary.speaker_nouns.get(head_of(cast, subject)) in ("person", "state")
    following = range(subject.last, article.sentence(subject.first).last)
    verb = next((index for index in following if article.classes[index] in (VERB, AUXILIARY)), subject.first)
    return people and article.classes[verb] == VERB and article.classes[verb + 1] in _OPENS_OBJECT


_OPENS_OBJECT: Final = frozenset((DETERMINER, NUMBER, NOUN, NAME, ADJECTIVE, POSSESSIVE))


def _main_subject(article: Article, index: int, span: tuple[int, int]) -> Subject | None:
    """Find whose telling it is in "Arrieta gave a count, telling reporters ...": the subject of the first verb."""
    for verb in range(span[0], index):
        if article.classes[verb] in (VERB, AUXILIARY):
            return subject_before(article, verb, span[0])
    return None
