"""Who and what is named in an article: states and bodies of the table, persons, and organisations it has not met.

A person is known by the fullest form of the name that the article gives, and by the state or organisation that the
words around that form tie the person to ("Robert Wood, deputy U.S. ambassador" -> United States).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from extraction.naming.acronyms import spelled_out
from extraction.naming.mentions import Mention, find_mentions
from extraction.naming.name_kinds import kinds_told, signs_told
from extraction.naming.persons import Person, Persons
from extraction.naming.short_forms import full_names
from extraction.words.article import Article, once_a_clause
from extraction.words.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    BRACKET,
    COMMA,
    DETERMINER,
    HYPHEN,
    NAME,
    NOUN,
    NUMBER,
    POINT,
    POSSESSIVE,
    VERB,
)

_NOT_HIS_OWN: Final = frozenset({"to", "at", "in", "with", "against", "from", "on"})
"""After these a state is where somebody serves, not whom he speaks for: "ambassador to the United Nations"."""


@dataclass(slots=True)
class Names:
    """All mentions of an article, by token, and its persons."""

    mentions: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """The first token of each mention."""
    at: dict[int, Mention] = field(default_factory=dict)
    persons: Persons = field(default_factory=Persons)
    forces: dict[str, dict[str, int]] = field(default_factory=dict)
    """By the noun of a body of state its wordings with whose it is, and the token from which on the noun alone may mean
    it: a nation's from the start ("Slovak police"), a town's once it is named ("Leuven police")."""
    short_for: dict[str, str] = field(default_factory=dict)
    """Bodies by the letters that stand in brackets behind their name: NIH -> National Institute of Hydrology."""
    staff: set[str] = field(default_factory=set)
    """Persons who report for the publisher itself: "our reporter Ana Ruiz"."""
    longer: dict[str, str] = field(default_factory=dict)
    """For each shorter name of a body the full one that the article gives."""
    spelled_out: dict[str, str] = field(default_factory=dict)
    """For each body of the table that the article spells out its longest wording: WHO -> World Health Organization."""
    signs: dict[str, set[str]] = field(default_factory=dict)
    """For each name of several words that may be a person's the signs of name_signs.csv that the article shows."""
    by_last_word: dict[str, str] = field(default_factory=dict)
    """Bodies of the table, of several words, by the last: commission -> European Commission."""

    def within(self, first: int, last: int) -> list[Mention]:
        """Give the mentions that start inside the tokens `[first, last)`, in order."""
        start = bisect_left(self.starts, first)
        return self.mentions[start : bisect_left(self.starts, last, start)]

    def fullest(self, mention: Mention) -> str:
        """Give the full form of a body's name that this one is short for: Corvane -> Corvane Pharma."""
        if mention.kind in ("state", "person"):
            return mention.name
        return self.short_for.get(mention.name) or self.longer.get(mention.name, mention.name)

    def person(self, mention: Mention) -> Person | None:
        """Find the person of a mention by the full name, else by its last word, else by its first."""
        return self.persons.named(mention.name, mention.first)


def find_names(article: Article) -> Names:
    """Find the names of an article and tie its persons to whom they speak for."""
    names = Names()
    for mention in find_mentions(article):
        first = spelled_out(article, mention.first)
        if first is not None:
            _name_in_full(article, names, first, mention.first - 1)
            names.short_for[mention.name] = article.words(first, mention.first - 1)
        if mention.name in names.short_for and not mention.wording:
            mention.kind = "organisation"
        _add(names, mention)
    _register_persons(article, names)
    _register_forces(article, names)
    _register_bodies(article, names)
    for mention in names.mentions:
        if mention.kind == "person":
            article.persons_at.update(range(mention.first, mention.last))
        article.inside_names.update(range(mention.first + 1, mention.last))
    return names


def _add(names: Names, mention: Mention) -> None:
    names.mentions.append(mention)
    names.starts.append(mention.first)
    for index in range(mention.first, mention.last):
        names.at[index] = mention


def _name_in_full(article: Article, names: Names, first: int, last: int) -> None:
    """Make one name of the words whose initials follow in brackets, unless they are one of the table or part of one."""
    within = [mention for mention in names.mentions[-_MOST_WITHIN:] if mention.last > first]
    if any(mention.first < first or (mention.wording and mention.last == last) for mention in within):
        return
    kept = len(names.mentions) - len(within)
    del names.mentions[kept:], names.starts[kept:]
    _add(names, Mention(first, last, "organisation", article.words(first, last)))


_MOST_WITHIN: Final = 4
"""Names that may be found within one whose letters follow: "the Baltic League", "Office" and "Riga"."""


def _register_bodies(article: Article, names: Names) -> None:
    """Note by which short forms the article may speak of a body of several words."""
    for body, short in pairwise(names.mentions):
        if _is_bracketed(article, body, short):
            names.short_for[short.name] = body.name
    for mention in names.mentions:
        if mention.wording in ("organisation", "body", "group"):
            _note_spelling(article, names, mention)
        if mention.wording and mention.last - mention.first > 1:
            names.by_last_word.setdefault(article.lower[mention.last - 1], mention.name)
    names.longer = full_names(article, names.mentions)


def _note_spelling(article: Article, names: Names, mention: Mention) -> None:
    """Keep the longest name of a body of the table; "the UN refugee agency" is none."""
    named = all(article.classes[index] != NOUN for index in range(mention.first, mention.last))
    written = article.words(mention.first, mention.last)
    if named and " " in written and len(written) > len(names.spelled_out.get(mention.name, "")):
        names.spelled_out[mention.name] = written


def _is_bracketed(article: Article, body: Mention, short: Mention) -> bool:
    """Whether the letters in brackets right behind a body's name are short for it."""
    bracketed = short.first == body.last + 1 and article.classes[body.last] == BRACKET
    return bracketed and body.kind in ("organisation", "thing") and " " in body.name and short.name.isupper()


def _register_forces(article: Article, names: Names) -> None:
    """Note the bodies of state that a name right before their noun tells apart: "the Slovak police"."""
    for mention in names.mentions:
        noun = article.lower[mention.last] if mention.last < len(article.tokens) else ""
        if mention.kind != "person" and article.vocabulary.speaker_nouns.get(noun) == "state":
            following = article.classes[mention.last + 1] if mention.last + 1 < len(article.tokens) else ""
            if following not in (NOUN, NAME, HYPHEN):
                meant_from = 0 if mention.kind == "state" else mention.first
                wording = article.words(mention.first, mention.last + 1)
                names.forces.setdefault(noun, {}).setdefault(wording, meant_from)


def _register_persons(article: Article, names: Names) -> None:
    """Sort names out into bodies and persons, full names before the surnames that point to them."""
    names.signs = signs_told(article, names.mentions)
    told = kinds_told(names.signs, article.vocabulary.names.signs)
    for mention in names.mentions:
        if mention.kind == "person":
            mention.kind = told.get(mention.name, "person")
    full = [mention for mention in names.mentions if mention.kind == "person" and " " in mention.name]
    for mention in full:
        _register(article, names, mention)
    by_pronoun = {mention.name for mention in names.mentions if _is_taken_up(article, mention)}
    for mention in names.mentions:
        if mention.kind == "thing" and mention.name in by_pronoun:
            mention.kind = "person"
        if mention.kind in ("person", "thing"):
            _register_short(article, names, mention)


def _is_taken_up(article: Article, mention: Mention) -> bool:
    """Whether "he" or "she" takes up a name of one word that says something: "Lund says 40 died. He wants ..."."""
    if mention.kind != "thing" or " " in mention.name or mention.last not in article.cues.speech:
        return False
    number = article.sentence_of[mention.first]
    after = article.sentences[number + 1] if number + 1 < len(article.sentences) else None
    if after is None or after.paragraph != article.sentences[number].paragraph or mention.first in article.cues.places:
        return False
    return not _PERSONAL.isdisjoint(article.lower[after.first : after.first + _OPENING])


_PERSONAL: Final = frozenset(("he", "she"))
_OPENING: Final = 2
"""Tokens with which "Yesterday she had it at 40" opens."""


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
    person.pronoun = person.pronoun or _pronoun(article, mention)
    _note_offices(article, names, mention, person)


_REPORTS_FOR_US: Final = (["reports", "from"], ["reported", "from"], ["reporting", "from"])
"""Words behind the name of the publisher's own reporter: "Ana Ruiz reported from the pier"."""
_OUR_REPORTER: Final = 3
"""Tokens of "our science correspondent" before a name."""


def _register(article: Article, names: Names, mention: Mention) -> None:
    """Remember a person by name and office, and whom the words around the name tie the person to."""
    known = names.persons.meet(mention.name, mention.first)
    before = article.lower[max(0, mention.first - _OUR_REPORTER) : mention.first]
    ours = "our" in before and not article.speaker_words.staff.isdisjoint(before)
    if ours or article.lower[mention.last : mention.last + 2] in _REPORTS_FOR_US:
        names.staff.add(known.name)
    known.affiliation = known.affiliation or affiliation(article, names, mention)
    known.pronoun = known.pronoun or _pronoun(article, mention)
    _note_offices(article, names, mention, known)


def _note_offices(article: Article, names: Names, mention: Mention, known: Person) -> None:
    """Remember the offices that stand with a mention of a person, and their words."""
    before, after = _words_of_office(article, mention)
    telling = (index for index in (*before, *after) if article.classes[index] in _TELLING)
    known.told.update(article.lower[index] for index in telling)
    led = _verb_of_office(article, mention)
    if led is not None:
        names.persons.by_office.setdefault(led, []).append((mention.first, known))
    short = " " not in mention.name  # "the court, Mr Voss said" gives a surname no office
    for noun in _offices(article, mention):
        if short and noun not in article.vocabulary.names.titles:
            continue
        if noun in article.vocabulary.names.titles or article.vocabulary.speaker_nouns.get(noun) == "person":
            names.persons.by_office.setdefault(noun, []).append((mention.first, known))
            known.called = True
        known.local = known.local or (noun if article.vocabulary.speaker_roles.get(noun) == "local" else "")
        state = article.vocabulary.speaker_nouns.get(noun) == "state"
        known.official = known.official or (state and article.vocabulary.speaker_roles.get(noun) != "spokesperson")


def _verb_of_office(article: Article, mention: Mention) -> str | None:
    """The verb by which somebody holds an office: "Ana Ruiz, who leads the council", "Ruiz heads the council"."""
    index = mention.last + (article.lower[mention.last] == ",")
    index += article.lower[index] == "who"
    form = article.vocabulary.verbs.get(article.lower[index]) if index + 1 < len(article.tokens) else None
    return form.lemma if form is not None and form.lemma in article.speaker_words.heads else None


_TELLING: Final = frozenset((NOUN, NAME, ADJECTIVE))


def _pronoun(article: Article, mention: Mention) -> str:
    """Which pronoun takes a person up, by the words before the name ("Mrs", "spokesman"), else by the given name."""
    pronouns = article.vocabulary.names.pronouns
    start = start_of_office(article, mention.first, article.sentence(mention.first).first)
    told = [pronouns[word] for word in article.lower[start : mention.first] if word in pronouns]
    given = pronouns.get(article.lower[mention.first], "") if " " in mention.name else ""
    return told[-1] if told else given


def affiliation(article: Article, names: Names, mention: Mention) -> str | None:
    """Whom the words before a name ("US Deputy Ambassador") or the apposition after it tie a person to."""
    sentence = article.sentence(mention.first)
    before = start_of_office(article, mention.first, sentence.first)
    found = _speaks_for(article, names, before, mention.first)
    if found is None:
        found = _speaks_for(article, names, mention.last, end_of_office(article, mention.last, sentence.last))
    return found or _seated(article, names, mention, before)


def _seated(article: Article, names: Names, mention: Mention, office: int) -> str | None:
    """The state in whose capital an official speaks: "In Minsk, minister Ana Ruiz"; `office` opens his office."""
    first = article.sentence(mention.first).first
    seat = names.at.get(first + 1) if article.lower[first] == "in" else None
    if seat is None or seat.wording != "metonym" or office != seat.last + 1:
        return None
    nouns = article.vocabulary.speaker_nouns
    official = any(nouns.get(word) == "state" for word in _offices(article, mention))
    return seat.name if official else None


def _words_of_office(article: Article, mention: Mention) -> tuple[range, range]:
    """The tokens that may tell an office before a name and behind it."""
    sentence = article.sentence(mention.first)
    before = range(start_of_office(article, mention.first, sentence.first), mention.first)
    return before, range(mention.last, end_of_office(article, mention.last, sentence.last))


def _offices(article: Article, mention: Mention) -> list[str]:
    """The nouns of office that stand with a name: "minister", "governor", "spokeswoman"."""
    before, after = _words_of_office(article, mention)
    defined = article.lower[mention.last : mention.last + 2] == [",", "the"]  # "Ana Ruiz, the Health Secretary,"
    nouns, titles = article.vocabulary.speaker_nouns, article.vocabulary.names.titles
    words = [
        article.lower[index]
        for index in (*before, *after)
        if article.lower[index - 1] not in ("former", "ex", "retired")
        and (index in before or defined or article.tokens[index].text.islower())  # "Ana Ruiz of Lowe Partners"
    ]
    short = article.speaker_words.short_office
    return [
        word
        for word in words
        if nouns.get(word) in ("state", "person") or (word in titles and (word in nouns or word in short))
    ]


_OFFICE_WORDS: Final = frozenset((NAME, NOUN, ADJECTIVE, POSSESSIVE, HYPHEN, DETERMINER, POINT))


@once_a_clause
def start_of_office(article: Article, index: int, limit: int) -> int:
    """Walk back over the office before a name, also across one comma: "its director, Dr Ana Ruiz"."""
    first, comma = index, -1
    while first > limit:
        mark = article.classes[first - 1]
        if mark == COMMA and article.lower[first - 1] == "," and comma < 0 and _are_titles(article, first, index):
            comma = first
        elif mark == BRACKET and _closes_letters(article, first - 1):
            first -= _LETTERS - 1
        elif mark not in _OFFICE_WORDS and article.lower[first - 1] not in ("to", "of", "for"):
            break
        first -= 1
    return first if comma < 0 or _has_office(article, first, comma) else comma


def _are_titles(article: Article, first: int, last: int) -> bool:
    return all(word in article.vocabulary.names.titles for word in article.lower[first:last])


_LETTERS: Final = 3
"""Tokens of "(WFP)"."""


def _closes_letters(article: Article, index: int) -> bool:
    """Whether the letters that a body is short for end here, in brackets: "the Relief Office (NRO) director"."""
    opens = index >= _LETTERS and article.lower[index - 2 : index + 1 : 2] == ["(", ")"]
    return opens and article.tokens[index - 1].text.isupper()


def _has_office(article: Article, first: int, last: int) -> bool:
    """Whether the words before a comma tell of an office: "its director, Dr Ruiz", but not "In Minsk, Dr Ruiz"."""
    titles, nouns = article.vocabulary.names.titles, article.vocabulary.speaker_nouns
    return any(word in titles or nouns.get(word) in ("state", "person") for word in article.lower[first:last])


@once_a_clause
def end_of_office(article: Article, index: int, limit: int) -> int:
    """Walk on over what follows a name: "of the Beja Congress", or an apposition up to its second comma."""
    if index >= limit:
        return index
    if article.lower[index] == "of":
        return min(limit, _end_of_run(article, index + 1, limit))
    if _is_told_office(article, index, limit) or article.lower[index] == "," or article.classes[index] == BRACKET:
        last = index + 1
        while last < limit and article.classes[last] not in (COMMA, BRACKET):
            last += 1
        opens = article.classes[index + 1 : index + 2]
        told = opens == [DETERMINER] and VERB in article.classes[index + 1 : last]
        return index if told or opens in _NO_OFFICE else last  # "it left Port Ember, the governor said"
    return index


_NO_OFFICE: Final = ([VERB], [AUXILIARY], [NUMBER])
"""Classes of a word that opens no apposition behind a name and a comma: an age, what somebody does."""


def _is_told_office(article: Article, index: int, limit: int) -> bool:
    """Whether "is a spokeswoman" follows a name."""
    if index + 2 >= limit or article.lower[index] not in ("is", "was") or article.lower[index + 1] not in ("a", "the"):
        return False
    noun = article.lower[index + 2]
    spokes = article.vocabulary.speaker_roles.get(noun) == "spokesperson"
    return spokes or noun in article.speaker_words.leads or noun in article.vocabulary.names.titles


def _end_of_run(article: Article, index: int, limit: int) -> int:
    while index < limit and article.classes[index] in _OFFICE_WORDS:
        index += 1
    return index


def _is_bloc(article: Article, mention: Mention) -> bool:
    """Whether a mention names a union of states: an actor like a state that is no country."""
    return mention.kind == "state" and mention.name not in article.vocabulary.places.countries


def _speaks_for(article: Article, names: Names, first: int, last: int) -> str | None:
    """The state or organisation named among the words of an office, those after "to" or "at" passed over."""
    if "bloc" in article.lower[first:last]:
        return next((one.name for one in names.mentions if _is_bloc(article, one)), None)
    tied = (_tied_by(article, mention, first, last) for mention in names.within(first, last))
    return next((name for name in tied if name is not None), None)


def _tied_by(article: Article, mention: Mention, first: int, last: int) -> str | None:
    """To whom one name among the words `[first, last)` of an office ties its holder; None for nobody."""
    if mention.name.lower() in article.vocabulary.speaker_nouns:
        return None  # "Police spokeswoman Ana Ruiz" opens a sentence: no name
    before = article.lower[mention.first - 1] if mention.first else ""
    if before == "the" and mention.first > 1:
        before = article.lower[mention.first - 2]
    if mention.kind == "person":
        return mention.name if before == "of" and mention.first == first + 1 else None  # "Ana Ruiz of Salva Rios"
    works_at = before == "at" and mention.kind == "organisation" and not mention.wording
    if mention.kind != "thing":
        return mention.name if before not in _NOT_HIS_OWN or works_at else None
    local = _local_body(article, mention, last) if before not in _NOT_HIS_OWN else None
    return local or (mention.name if _is_his(article, mention, before, last) else None)


def _is_his(article: Article, mention: Mention, before: str, limit: int) -> bool:
    """Whether an unknown name is of whom somebody speaks for: "X's director", "who heads X", "X boss", "head of X"."""
    within = mention.last < limit
    owns = within and article.classes[mention.last] == POSSESSIVE
    led = article.vocabulary.verbs.get(before)
    heads = led is not None and led.lemma in article.speaker_words.heads
    return owns or heads or (within and _heads_company(article, mention)) or before in ("of", "for")


def _local_body(article: Article, mention: Mention, limit: int) -> str | None:
    """The body of a place among the words of an office: "Tarn police" of "a Tarn police spokesman"."""
    nouns, offices = article.vocabulary.speaker_nouns, article.speaker_words.office | article.vocabulary.names.titles
    end = mention.last
    while end < limit and article.classes[end] in (NOUN, ADJECTIVE) and article.lower[end] not in offices:
        end += 1
    public = end > mention.last and nouns.get(article.lower[end - 1]) == "state" and mention.kind == "thing"
    person = public and article.vocabulary.speaker_roles.get(article.lower[end - 1]) is not None
    return article.words(mention.first, end) if public and not person else None


def _heads_company(article: Article, mention: Mention) -> bool:
    """Whether the noun behind a name is of who speaks for a company or leads it: "Tessel spokesman", "Tessel boss"."""
    noun, words = article.lower[mention.last], article.speaker_words
    leads = noun in words.leads or noun in words.corporate
    told = leads or article.vocabulary.speaker_roles.get(noun) == "spokesperson"
    return told and mention.first not in article.cues.places
