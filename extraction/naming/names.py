"""Who and what is named in an article: states and bodies of the table, persons, and organisations it has not met.

A person is known by the fullest form of the name that the article gives, and by the state or organisation that the
words around that form tie the person to ("Robert Wood, deputy U.S. ambassador" -> United States).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from extraction.naming.persons import Person, Persons
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    BRACKET,
    CAUSES,
    COMMA,
    DETERMINER,
    HYPHEN,
    NAME,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    is_plural,
)

Kind = Literal["person", "state", "organisation", "thing"]
STATE_KINDS: Final = frozenset({"state", "demonym", "metonym", "abbreviation", "body"})
_PARTICLES: Final = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
        "ben",
        "y",
        "e",
        "ul",
        "ud",
        "af",
        "av",
        "zu",
        "st",
    ]
)
_LONGEST_NAME: Final = 4
_NOT_HIS_OWN: Final = frozenset({"to", "at", "in", "with", "against", "from", "on"})
"""After these a state is where somebody serves, not whom he speaks for: "ambassador to the United Nations"."""


@dataclass(slots=True)
class Mention:
    """Tokens `[first, last)` that name somebody or something."""

    first: int
    last: int
    kind: Kind
    name: str
    wording: str = ""
    """How a state or body of the table was worded: state, demonym, metonym, abbreviation, body, organisation, group."""


@dataclass(slots=True)
class Names:
    """All mentions of an article, by token, and its persons."""

    mentions: list[Mention] = field(default_factory=list)
    at: dict[int, Mention] = field(default_factory=dict)
    persons: Persons = field(default_factory=Persons)
    described: dict[str, Mention] = field(default_factory=dict)
    """Bodies by the common noun that introduces them: "the charity Salva Rios" -> charity."""
    forces: dict[str, set[str]] = field(default_factory=dict)
    """Wordings of a body of state with whose it is, by its noun: police -> Slovak police."""
    main_body: str | None = None
    """The organisation named most: whose chief executive it is, where the words do not say."""
    short_for: dict[str, str] = field(default_factory=dict)
    """Bodies by the letters that stand in brackets behind their name: NIH -> National Institute of Hydrology."""
    staff: set[str] = field(default_factory=set)
    """Persons who report for the publisher itself: "our reporter Ana Ruiz"."""
    longer: dict[str, str] = field(default_factory=dict)
    """For the first word of a body's name the longest form of that name."""

    def within(self, first: int, last: int) -> list[Mention]:
        """Give the mentions that start inside the tokens `[first, last)`, in order."""
        found = ((index, self.at.get(index)) for index in range(first, last))
        return [mention for index, mention in found if mention is not None and mention.first == index]

    def fullest(self, mention: Mention) -> str:
        """Give the longest form of a body's name that begins with this one: Corvane -> Corvane Pharma."""
        if mention.kind == "state" or " " in mention.name:
            return mention.name
        return self.short_for.get(mention.name) or self.longer.get(mention.name, mention.name)

    def person(self, mention: Mention) -> Person | None:
        """Find the person of a mention by the full name, else by its last word, else by its first."""
        return self.persons.named(mention.name, mention.first)


def find_names(article: Article) -> Names:
    """Find the names of an article and tie its persons to whom they speak for."""
    names = Names()
    for mention in _mentions(article):
        names.mentions.append(mention)
        for index in range(mention.first, mention.last):
            names.at[index] = mention
    _register_persons(article, names)
    _register_bodies(article, names)
    _register_forces(article, names)
    for body, short in pairwise(names.mentions):
        if _is_bracketed(article, body, short):
            names.short_for[short.name] = body.name
    for mention in names.mentions:
        if mention.kind in ("organisation", "thing") and " " in mention.name:
            names.longer.setdefault(mention.name.split()[0], mention.name)
        elif mention.kind == "person":
            article.persons_at.update(range(mention.first, mention.last))
        article.inside_names.update(range(mention.first + 1, mention.last))
    return names


def _is_bracketed(article: Article, body: Mention, short: Mention) -> bool:
    """Whether the letters in brackets right behind a body's name are short for it."""
    bracketed = short.first == body.last + 1 and article.classes[body.last] == BRACKET
    return bracketed and body.kind in ("organisation", "thing") and " " in body.name and short.name.isupper()


def _mentions(article: Article) -> Iterator[Mention]:
    passed = 0
    for index in [index for index, token in enumerate(article.tokens) if token.text != token.lower]:
        mention = _mention_at(article, index) if index >= passed else None
        if mention is not None:
            yield mention
            passed = mention.last


def _mention_at(article: Article, index: int) -> Mention | None:
    token = article.tokens[index]
    if token.kind != "word" or not token.text[0].isupper() or article.classes[index] not in (NAME, NOUN, ADJECTIVE):
        return None
    if _owned_by_members(article, index):
        last = _end_of_name(article, index + _OWNERS)
        return Mention(index, last, "organisation", article.words(index, last))
    known = article.cues.actors.get(index)
    if known is not None:
        length, actor = known
        if not _is_inside_name(article, index, length):
            kind: Kind = "state" if actor.kind in STATE_KINDS else "organisation"
            return Mention(index, index + length, kind, actor.name, actor.kind)
    if article.classes[index] != NAME:
        return None
    return _unknown_name(article, index)


_OWNERS: Final = 2
"""Tokens of "Nurses'" in "Nurses' Union"."""


def _owned_by_members(article: Article, index: int) -> bool:
    """Whether a body is called after those who make it up: "Doctors' Aid International", "Children's Trust"."""
    body = index + _OWNERS
    if body >= article.sentence(index).last or article.classes[index + 1] != POSSESSIVE:
        return False
    members = is_plural(article.lower[index]) and index not in article.cues.actors
    if not members or article.classes[body] != NAME:
        return False
    words = article.lower[body : _end_of_name(article, body)]
    return any(article.vocabulary.name_words.get(word) == "organisation" for word in words)


def _is_inside_name(article: Article, index: int, length: int) -> bool:
    """Whether a short abbreviation or metonym is part of a longer name: "Washington Post", "Kim Sofia"."""
    after, end = index + length, article.sentence(index).last
    while after < end and article.classes[after] == NAME:
        if article.vocabulary.name_words.get(article.lower[after]) == "organisation":
            return True
        after += 1
    return False


def _unknown_name(article: Article, index: int) -> Mention | None:
    """A run of capitalised words: offices before it left out, "of" and "de" between its words kept."""
    first = _after_titles(article, index)
    calling = _is_calling(article, index)
    first += calling
    last = _end_of_name(article, first)
    if (
        first
        and article.tokens[first - 1].kind == "number"
        and article.tokens[first - 1].end == article.tokens[first].start
    ):
        first -= 1
    if all(article.lower[position] in article.vocabulary.titles for position in range(first, last)):
        return None
    words = [article.lower[position] for position in range(first, last)]
    kinds = {article.vocabulary.name_words.get(word) for word in words}
    if first > index and last - first == 1 and article.lower[first - 1] in _PART_OF_NAME:
        first -= 1
    name = article.words(first, last)
    if "organisation" in kinds or calling:
        return Mention(first, last, "organisation", name)
    if "thing" in kinds or _is_place(article, first, last):
        return Mention(first, last, "thing", name)
    return Mention(first, last, _person_or_thing(article, index, first, last), name)


def _is_calling(article: Article, index: int) -> bool:
    """Whether the first word of a sentence says what the body is that follows: "Airline Cirrus is grounded"."""
    word = article.lower[index]
    opens = index == article.sentence(index).first and article.classes[index + 1 : index + 2] == [NAME]
    body = article.vocabulary.speaker_nouns.get(word) == "organisation"
    return opens and body and article.vocabulary.name_words.get(word) is None


_PART_OF_NAME: Final = frozenset(
    ["lord", "lady", "baron", "baroness", "pope", "king", "queen", "prince", "princess", "sheikh"]
)
"""Titles that a single name is never without."""


def _is_place(article: Article, first: int, last: int) -> bool:
    known = article.cues.places.get(first)
    return known is not None and known[0] >= last - first


def _after_titles(article: Article, index: int) -> int:
    """The first word of the name proper after "Prime Minister" or "Deputy Foreign Minister"."""
    titles = article.vocabulary.titles
    last = article.sentence(index).last
    first = index
    while first + 1 < last and article.lower[first] in titles and not _starts_actor(article, index, first):
        first += 2 if article.classes[first + 1] == HYPHEN or article.tokens[first + 1].text == "." else 1
    if first >= last or article.classes[first] != NAME or _starts_actor(article, index, first):
        return index
    return _after_later_title(article, first, last) if first == index else first


_BEFORE_TITLE: Final = 2
"""Capitalised words that may stand before a title: "Republican Senator Ana Ruiz", "Tory MSP Forbes Wishart"."""


def _after_later_title(article: Article, first: int, limit: int) -> int:
    """The first word of a full name behind a title that itself stands behind a party or the like."""
    for index in range(first + 1, min(first + 1 + _BEFORE_TITLE, limit - 2)):
        if article.classes[index] != NAME:
            return first
        named = article.classes[index + 1 : index + 3] == [NAME, NAME]
        if article.lower[index] in article.vocabulary.titles and named:
            return index + 1
    return first


def _end_of_name(article: Article, first: int) -> int:
    last, end = first, article.sentence(first).last
    while last < end and last - first < 2 * _LONGEST_NAME:
        if article.classes[last] == NAME and not _starts_actor(article, first, last):
            last += 1
        elif last > first and _joins_name(article, first, last, end):
            last += 2
        elif last > first and _joins_by_two(article, last, end):
            last += 3
        else:
            break
    while last - first > _GIVEN_AND_SURNAME and article.tokens[last - 1].text in _AFTER_NAMES:
        last -= 1
    return last


_GIVEN_AND_SURNAME: Final = 2
_AFTER_NAMES: Final = frozenset(["KC", "QC", "MP", "MEP", "OBE", "MBE", "CBE", "PhD", "MD"])
"""Letters of an honour or office behind a name, no part of it."""


def _joins_by_two(article: Article, index: int, end: int) -> bool:
    """Whether two small tokens join a name: "Khalid al-Sharafi", "Mothers of the Abducted"."""
    if index + 2 >= end or article.classes[index + 2] != NAME:
        return False
    pair = article.lower[index : index + 2]
    if pair == ["of", "the"]:
        before = article.lower[index - 1]
        return is_plural(before) and before in article.vocabulary.speaker_nouns
    touching = article.tokens[index].end == article.tokens[index + 1].start
    return pair[0] in _PARTICLES and (pair[1] in _PARTICLES or (article.classes[index + 1] == HYPHEN and touching))


def _starts_actor(article: Article, first: int, index: int) -> bool:
    """Whether a state's own wording begins inside the run: "Deputy U.S. Ambassador"."""
    known = article.cues.actors.get(index) if index > first else None
    return known is not None and known[1].kind in ("state", "demonym", "abbreviation")


def _joins_name(article: Article, first: int, index: int, end: int) -> bool:
    """Whether a small word, hyphen or initial's full stop joins two capitalised parts of one name."""
    follows = index + 1 < end and article.classes[index + 1] == NAME
    if not follows:
        return first < index - 1 and _is_syllable(article, index, end)
    word = article.lower[index]
    if word == "in":
        return article.lower[first - 1] in ("called", "named") or _introduced(article, first)
    if word in ("of", "for"):
        members = is_plural(article.lower[index - 1]) and article.lower[index - 1] in article.vocabulary.speaker_nouns
        cause = word == "for" and article.lower[index + 1] in CAUSES
        goes_on = word == "of" and _is_within_body(article, first, index)
        return (
            members or cause or goes_on or article.vocabulary.name_words.get(article.lower[index - 1]) == "organisation"
        )
    touching = article.tokens[index - 1].end == article.tokens[index].start
    if touching and article.classes[index] == HYPHEN:
        return article.tokens[index].end == article.tokens[index + 1].start
    if touching and word == ".":
        return len(article.tokens[index - 1].text) == 1
    return word in _PARTICLES or word == "&"


def _is_within_body(article: Article, first: int, index: int) -> bool:
    """Whether "of" goes on with a body's name: "Board for Protection of Harbours", but not "... of Ukraine"."""
    words = article.vocabulary.name_words
    named = any(words.get(article.lower[place]) == "organisation" for place in range(first, index))
    return named and index + 1 not in article.cues.actors and index + 1 not in article.cues.places


_LONGEST_SYLLABLE: Final = 5


def _is_syllable(article: Article, hyphen: int, end: int) -> bool:
    """Whether a hyphen ties a small second part to a given name: "Ban Ki-moon", but not "South Korea-wide"."""
    part = hyphen + 1
    if article.classes[hyphen] != HYPHEN or part >= end or article.tokens[hyphen].end != article.tokens[part].start:
        return False
    word = article.lower[part]
    known = word in article.vocabulary.verbs or word in article.vocabulary.word_classes
    return article.tokens[part].kind == "word" and len(word) <= _LONGEST_SYLLABLE and not known


def _introduced(article: Article, first: int) -> bool:
    """Whether a noun for a body and a comma stand before a name: "the charity, Books for Islands"."""
    nouns = article.vocabulary.speaker_nouns
    return first > 1 and article.lower[first - 1] == "," and nouns.get(article.lower[first - 2]) == "organisation"


def _person_or_thing(article: Article, start: int, first: int, last: int) -> Kind:
    """A name without a telling word is a person's where an office, an age or a second name says so."""
    words = [position for position in range(first, last) if article.tokens[position].kind == "word"]
    titled = start < first or (start > 0 and article.lower[start - 1] in article.vocabulary.titles)
    aged = last + 1 < len(article.tokens) and article.lower[last] == "," and article.tokens[last + 1].kind == "number"
    several = 1 < len(words) <= _LONGEST_NAME and not any(article.tokens[word].text.isupper() for word in words)
    if start < first and several:
        return "person"
    if _is_body(article, start, last):
        return "organisation"
    if start > 0 and article.classes[start - 1] == DETERMINER and not titled:
        return "thing"
    return "person" if titled or aged or several else "thing"


_HEADS: Final = frozenset(
    ["boss", "chief", "executive", "director", "manager", "analyst", "ceo", "chairman", "chairwoman"]
)
"""Who leads or works for a body named right before: "Halden Foods boss Ana Ruiz"."""


def _is_body(article: Article, first: int, last: int) -> bool:
    """Whether the words around a name call it a body: "the charity X", "X, a broker", "X, whose doctors"."""
    nouns = article.vocabulary.speaker_nouns
    start, end = article.sentence(first).first, article.sentence(first).last
    before = first - 1
    if before >= start and article.lower[before] == ",":
        before -= 1
    if before >= start and nouns.get(article.lower[before]) == "organisation":
        return before == first - 1 or not is_plural(article.lower[before])
    if last + 1 < end and article.lower[last] in _HEADS and NAME in article.classes[last + 1 : last + 3]:
        return True
    if last + 2 < end and article.lower[last] == ",":
        aside = article.lower[last + 1 : last + 6]
        opens = article.classes[last + 1] == DETERMINER
        aside = aside[: aside.index(",")] if "," in aside else aside
        called_body = opens and nouns.get(_last_noun(aside)) == "organisation"
        return called_body or aside[:1] in (["which"], ["whose"])
    return False


def _register_bodies(article: Article, names: Names) -> None:
    """Note by which common noun each body is introduced, and which one the article names most."""
    bodies = [mention for mention in names.mentions if mention.kind in ("organisation", "thing")]
    for mention in bodies:
        for noun in _describing(article, mention):
            names.described.setdefault(noun, mention)
    organisations = {mention.name.split()[0] for mention in bodies if mention.kind == "organisation"}
    counts: dict[str, int] = {}
    for mention in bodies:
        first_word = mention.name.split()[0]
        if first_word in organisations:
            counts[first_word] = counts.get(first_word, 0) + 1
    if counts:
        most_named = max(counts, key=lambda first_word: counts[first_word])
        names.main_body = max((body.name for body in bodies if body.name.split()[0] == most_named), key=len)


def _register_forces(article: Article, names: Names) -> None:
    """Note the bodies of state that a name right before their noun tells apart: "the Slovak police"."""
    for mention in names.mentions:
        noun = article.lower[mention.last] if mention.last < len(article.tokens) else ""
        if mention.kind != "person" and article.vocabulary.speaker_nouns.get(noun) == "state":
            following = article.classes[mention.last + 1] if mention.last + 1 < len(article.tokens) else ""
            if following not in (NOUN, NAME, HYPHEN):
                names.forces.setdefault(noun, set()).add(article.words(mention.first, mention.last + 1))


def _describing(article: Article, mention: Mention) -> Iterator[str]:
    """Yield the nouns that may stand for a body later: "the charity", "the bank", and its own last word."""
    nouns = article.vocabulary.speaker_nouns
    for index in _introducing(article, mention):
        if nouns.get(article.lower[index]) in ("organisation", "state"):
            yield article.lower[index]
    for index in range(mention.first, mention.last):
        if article.lower[index] in nouns:
            yield article.lower[index]
    yield article.lower[mention.last - 1]


def _introducing(article: Article, mention: Mention) -> list[int]:
    """The tokens in which the noun for a body may stand: before it, before "called", or in an apposition."""
    first, last, end = mention.first, mention.last, article.sentence(mention.first).last
    before = [first - 1] if first else []
    if first > 1 and article.classes[first - 1] == article.classes[first - 2] == NOUN:
        before.append(first - 2)
    if first > 1 and article.lower[first - 1] in ("called", "named", ","):
        before = [first - 2]
    if last + 1 < end and article.lower[last] == ",":
        after = last + 1
        while after < end and article.classes[after] not in (COMMA, PREPOSITION, "S", "V"):
            after += 1
        before.append(after - 1)
    return before


def _is_member_of(article: Article, names: Names, mention: Mention) -> bool:
    """Whether "of" ties a person before it to this name: "Ana Ruiz of Open Harbours"."""
    if mention.first <= 1 or article.lower[mention.first - 1] != "of":
        return False
    before = names.at.get(mention.first - 2)
    return before is not None and before.kind == "person" and article.classes[mention.first - 2] == NAME


def _last_noun(words: list[str]) -> str:
    """The head of a short apposition: the word before its first "of", "in", "with", else its last."""
    for index, word in enumerate(words):
        if word in ("of", "in", "with", "for", "that", "at") and index:
            return words[index - 1]
    return words[-1] if words else ""


_PERSONAL: Final = frozenset(("he", "she", "him", "her", "his", "hers", "who", "whose"))
_AFTER_NAME: Final = 15
"""Tokens after a name among which "he" or "who" would tell that it is a person's."""


def _called_by_first_word(article: Article, names: Names) -> set[str]:
    """Names of two words that the article shortens to the first, as it does with companies: "Nordvik Turbines"."""
    alone = {
        mention.name.lower() for mention in names.mentions if " " not in mention.name and not _is_mr(article, mention)
    }
    found: set[str] = set()
    for mention in names.mentions:
        words = mention.name.lower().split()
        shortened = mention.kind == "person" and len(words) == _FULL and words[0] in alone and words[1] not in alone
        if shortened and not _is_told_person(article, mention):
            found.add(mention.name)
    return found - {mention.name for mention in names.mentions if _is_told_person(article, mention)}


_FULL: Final = 2


def _is_mr(article: Article, mention: Mention) -> bool:
    return article.lower[mention.first - 1] in ("mr", "mrs", "ms", "dr") or article.lower[mention.first - 2] in (
        "mr",
        "ms",
    )


def _is_told_person(article: Article, mention: Mention) -> bool:
    """Whether an office or calling before a name, an age behind it, or "he" after it makes it a person's."""
    first, last = mention.first, mention.last
    before = article.lower[first - 1] if first else ""
    called = before in article.vocabulary.titles or article.vocabulary.speaker_nouns.get(before) == "person"
    aged = article.lower[last] == "," and article.tokens[last + 1].kind == "number"
    return called or aged or not _PERSONAL.isdisjoint(article.lower[last : last + _AFTER_NAME])


def _register_persons(article: Article, names: Names) -> None:
    """Sort names out into bodies and persons, full names before the surnames that point to them."""
    bodies = {mention.name for mention in names.mentions if mention.kind == "organisation"}
    bodies |= _called_by_first_word(article, names)
    for mention in names.mentions:
        if mention.kind == "person" and (mention.name in bodies or _is_member_of(article, names, mention)):
            mention.kind = "organisation"
            bodies.add(mention.name)
    full = [mention for mention in names.mentions if mention.kind == "person" and " " in mention.name]
    for mention in full:
        _register(article, names, mention)
    for mention in names.mentions:
        if mention.kind in ("person", "thing"):
            _register_short(article, names, mention)


def _register_short(article: Article, names: Names, mention: Mention) -> None:
    """Tie a surname to the person met by full name; a title makes a person of a name that stands alone."""
    person = names.person(mention)
    if person is None:
        if mention.kind == "person":
            _register(article, names, mention)
        return
    mention.kind = "person"
    if person.affiliation is None:
        person.affiliation = affiliation(article, names, mention)


_STAFF: Final = frozenset(("reporter", "correspondent", "editor", "producer", "colleague"))
_OUR_REPORTER: Final = 3
"""Tokens of "our science correspondent" before a name."""


def _register(article: Article, names: Names, mention: Mention) -> None:
    """Remember a person by name and office, and whom the words around the name tie the person to."""
    known = names.persons.meet(mention.name, mention.first)
    before = article.lower[max(0, mention.first - _OUR_REPORTER) : mention.first]
    if "our" in before and not _STAFF.isdisjoint(before):
        names.staff.add(known.name)
    known.affiliation = known.affiliation or affiliation(article, names, mention)
    for noun in _offices(article, mention):
        if noun in article.vocabulary.titles or article.vocabulary.speaker_nouns.get(noun) == "person":
            names.persons.by_office.setdefault(noun, []).append((mention.first, known))
        known.local = known.local or (noun if article.vocabulary.speaker_roles.get(noun) == "local" else "")
        known.official = known.official or article.vocabulary.speaker_nouns.get(noun) == "state"


def affiliation(article: Article, names: Names, mention: Mention) -> str | None:
    """Whom the words before a name ("US Deputy Ambassador") or the apposition after it tie a person to."""
    sentence = article.sentence(mention.first)
    before = _start_of_office(article, mention.first, sentence.first)
    found = _speaks_for(article, names, before, mention.first)
    if found is None:
        found = _speaks_for(article, names, mention.last, _end_of_office(article, mention.last, sentence.last))
    return found


def _offices(article: Article, mention: Mention) -> list[str]:
    """The nouns of office that stand with a name: "minister", "governor", "spokeswoman"."""
    sentence = article.sentence(mention.first)
    before = range(_start_of_office(article, mention.first, sentence.first), mention.first)
    after = range(mention.last, _end_of_office(article, mention.last, sentence.last))
    nouns, titles = article.vocabulary.speaker_nouns, article.vocabulary.titles
    indexes = (*before, *after)
    words = [article.lower[index] for index in indexes if article.lower[index - 1] not in ("former", "ex", "retired")]
    return [word for word in words if nouns.get(word) in ("state", "person") or (word in titles and word in nouns)]


_OFFICE_WORDS: Final = frozenset((NAME, NOUN, ADJECTIVE, POSSESSIVE, HYPHEN, DETERMINER))


def _start_of_office(article: Article, index: int, limit: int) -> int:
    """Walk back over the office before a name, also across one comma: "Ambassador to the UN, Robert Wood"."""
    first, commas = index, 0
    while first > limit:
        mark = article.classes[first - 1]
        if mark == COMMA and article.lower[first - 1] == "," and commas == 0 and first == index:
            commas = 1
        elif mark not in _OFFICE_WORDS and article.lower[first - 1] not in ("to", "of", "for"):
            break
        first -= 1
    return first


def _end_of_office(article: Article, index: int, limit: int) -> int:
    """Walk on over what follows a name: "of the Beja Congress", or an apposition up to its second comma."""
    if index >= limit:
        return index
    if article.lower[index] == "of":
        return min(limit, _end_of_run(article, index + 1, limit))
    if article.lower[index] == "," or article.classes[index] == BRACKET:
        last = index + 1
        while last < limit and article.classes[last] not in (COMMA, BRACKET):
            last += 1
        return last
    return index


def _end_of_run(article: Article, index: int, limit: int) -> int:
    while index < limit and article.classes[index] in _OFFICE_WORDS:
        index += 1
    return index


def _is_bloc(article: Article, mention: Mention) -> bool:
    """Whether a mention names a union of states: an actor like a state that is no country."""
    return mention.kind == "state" and mention.name not in article.vocabulary.countries


def _speaks_for(article: Article, names: Names, first: int, last: int) -> str | None:
    """The state or organisation named among the words of an office, those after "to" or "at" passed over."""
    if "bloc" in article.lower[first:last]:
        return next((one.name for one in names.mentions if _is_bloc(article, one)), None)
    for mention in names.within(first, last):
        before = article.lower[mention.first - 1] if mention.first else ""
        if before == "the" and mention.first > 1:
            before = article.lower[mention.first - 2]
        if mention.kind in ("state", "organisation") and before not in _NOT_HIS_OWN:
            return mention.name
        if mention.kind == "thing" and before in ("of", "for"):
            return mention.name
    return None
