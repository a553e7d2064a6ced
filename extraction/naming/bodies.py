"""Which named body a later description means: "the operator", "the grid company", "the union".

What a body may be called is read off everything that the article tells of it: the noun that introduces it, its
appositions, the words of its own name and the broader nouns for these (a name with "Airways" is an airline's, and an
airline is a company). Of several that a description fits as well the one is meant that the sentences before are about,
else the nearest; plain "company" without such a one means the body that the article names most, and nobody where two
are named as often and fit as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from extraction.naming.mentions import Mention, is_place
from extraction.naming.names import Names
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BRACKET,
    COMMA,
    CONJUNCTION,
    DATE,
    DETERMINER,
    HYPHEN,
    NAME,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    SUBORDINATOR,
    VERB,
)

COMPANY: Final = "company"
GROUP: Final = "group"
_CAPITAL: Final = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST_APPOSITION: Final = 8
_SHORTEST_PIECE: Final = 2

_CALLED_SO, _OF_THE_KIND, _MAYBE_COMPANY = 3, 2, 1


@dataclass(slots=True)
class Body:
    """A named body: the longest form of its name, where it is named (in order), and what tells of which kind it is."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    leads: list[int] = field(default_factory=list)
    """The tokens at which it is the subject of a clause, in order."""
    called: set[str] = field(default_factory=set)
    """Nouns that introduce it, and those of its name."""
    makers: set[str] = field(default_factory=set)
    """Nouns for people that introduce it: "the owner, Nordhaul", "the promoter, Sound City"."""
    kinds: set[str] = field(default_factory=set)
    """Broader nouns for what it is called and for the words of its name."""
    words: set[str] = field(default_factory=set)
    """All words of its name and of the phrases that introduce it."""
    tells: bool = False
    """Whether it does something somewhere, so that it is a body though nothing else tells."""
    known: bool = False
    """Whether the table of actors has it: a union of states, a relief body, an armed group."""
    no_company: bool = False
    """Whether it is called by a noun for a body of state, or only by nouns for others: an insurance association."""


@dataclass(slots=True)
class Bodies:
    """The named bodies of an article, in the order in which they are first named."""

    all: list[Body]
    any_company: frozenset[str]
    """Nouns by which any company goes, whatever it makes."""
    alike: dict[str, frozenset[str]]
    """For a noun the words that say the same of a body: a bank is a lender, or a Banco by name."""
    fitting: dict[tuple[str, frozenset[str]], list[tuple[int, Body]]] = field(default_factory=dict)
    """For each description that was met where the bodies are named that it fits best."""


def find_bodies(article: Article, names: Names, places: set[int]) -> Bodies:
    """Gather the named bodies of an article, each with the longest form of its name; `places` are tokens of places."""
    bodies: dict[str, Body] = {}
    for mention in names.mentions:
        if _names_body(article, mention, places):
            name = names.fullest(mention)
            _read_mention(article, bodies.setdefault(name, Body(name)), mention)
    for body in bodies.values():
        _settle_kinds(article, body)
    return Bodies(list(bodies.values()), article.speaker_words.any_company, article.vocabulary.names.alike_bodies)


def _names_body(article: Article, mention: Mention, places: set[int]) -> bool:
    """Whether a name may be a body's: no place, not the publisher, no noun that opens a sentence ("Customs men")."""
    if mention.kind not in ("organisation", "thing") or mention.name in article.document.source:
        return False
    if is_place(article, mention.first, mention.last) or places.issuperset(range(mention.first, mention.last)):
        return False
    nouns, last = article.vocabulary.speaker_nouns, article.lower[mention.last - 1]
    thing = article.vocabulary.names.words.get(last) == "thing" and last not in nouns
    return not thing and mention.name.lower() not in nouns


def _read_mention(article: Article, body: Body, mention: Mention) -> None:
    """Take what one mention tells of a body: the words of its name, what introduces it and whether it acts."""
    body.mentions.append(mention)
    if _is_subject(article, mention):
        body.leads.append(mention.first)
    body.known = body.known or bool(mention.wording)
    _read_name(article, body, mention)
    for first, last in _introducing(article, mention):
        _read_description(article, body, first, last)
    acts = _acts(article, mention.last) or _is_agent(article, mention.first)
    body.tells = body.tells or mention.kind == "organisation" or acts


def _is_subject(article: Article, mention: Mention) -> bool:
    """Whether a name opens its clause, its description apart, and a verb or an aside follows it."""
    first = mention.first
    while article.classes[first - 1] in _DESCRIBES and first > article.sentence(mention.first).first:
        first -= 1
    opens = first == article.sentence(mention.first).first or article.classes[first - 1] in _BEFORE_SUBJECT
    opens = opens and article.lower[first - 1] not in ("who", "which", "whose")
    opens = opens and article.lower[first] not in ("its", "their")  # "Its rival Oden Foods rose" is about another
    return opens and article.classes[mention.last] in _BEHIND_SUBJECT


_DESCRIBES: Final = frozenset((DETERMINER, NOUN, ADJECTIVE, HYPHEN))
_BEFORE_SUBJECT: Final = frozenset((COMMA, CONJUNCTION, SUBORDINATOR, QUOTE, DATE, ADVERB))
_BEHIND_SUBJECT: Final = frozenset((VERB, AUXILIARY, ADVERB, COMMA, CONJUNCTION, BRACKET))


def _settle_kinds(article: Article, body: Body) -> None:
    """Add the broader nouns for what a body is called, and take away those of a company from what is none."""
    nouns, broader = article.vocabulary.speaker_nouns, article.vocabulary.names.broader
    as_company = article.speaker_words.any_company
    company = not article.speaker_words.legal_form.isdisjoint(body.words)
    if company:
        body.kinds.add(COMPANY)
    if "bank" in body.called and _is_of_state(article, body):
        body.words |= article.speaker_words.central
    callings = body.called | _broader(body.called, broader, short_of=GROUP)
    body.kinds |= _broader(body.called | body.kinds, broader)
    official = not body.known and any(nouns.get(noun) == "state" for noun in body.called)
    other = bool(callings) and COMPANY not in callings and body.called.isdisjoint(as_company)
    cause = GROUP in body.called and not article.speaker_words.cause.isdisjoint(body.words)
    body.no_company = official or (not company and (other or cause or body.known))
    if body.no_company:
        body.kinds -= as_company if official else as_company - callings
    if body.known and not official and all(one.kind == "organisation" for one in body.mentions):
        body.kinds.add(GROUP)  # a relief body or an armed group of the table


def _is_central(article: Article, index: int) -> bool:
    """Whether a word makes a bank the nation's: "the central bank"."""
    return article.lower[index] in article.speaker_words.central


def _is_of_state(article: Article, body: Body) -> bool:
    """Whether a body's name tells that it is a nation's: "Bank of Norway", "the Reserve Bank"."""
    nation = body.name.rpartition(" of ")[2]
    return (nation != body.name and nation in article.vocabulary.places.countries) or not (
        article.speaker_words.central.isdisjoint(body.name.lower().split())
    )


def _acts(article: Article, index: int) -> bool:
    """Whether the verb at a token is one of somebody, not of a ship or a disease: said, will sell, has denied."""
    while article.classes[index] in (AUXILIARY, ADVERB):
        index += 1
    form = article.vocabulary.verbs.get(article.lower[index])
    willed = form is not None and form.lemma in article.speaker_words.acts
    return willed or index in article.cues.speech or index in article.cues.stances


def _is_agent(article: Article, first: int) -> bool:
    """Whether something is somebody's who is named behind "by": "silos owned by Granvik", "a ferry run by Halden"."""
    form = article.vocabulary.verbs.get(article.lower[first - 2]) if article.lower[first - 1] == "by" else None
    return form is not None and (form.lemma in article.speaker_words.acts or form.lemma in article.speaker_words.heads)


def _read_name(article: Article, body: Body, mention: Mention) -> None:
    """Take the words of a name, also those that it writes together: NordGrid has a grid.

    A league of railway workers is a union and no railway: what stands before its members tells of them alone.
    """
    owner = article.classes.index(POSSESSIVE, mention.first) if _has_members(article, mention) else mention.first + 1
    for index in range(mention.first, mention.last):
        pieces = _pieces(article.tokens[index].text, article.lower[index])
        body.words |= pieces
        if index >= owner - 1:
            body.kinds |= pieces
            noun = _singular(article, index)
            if noun in article.vocabulary.speaker_nouns:
                body.called.add(noun)


def _pieces(word: str, lower: str) -> set[str]:
    """Give a word of a name in lower case and, where capitals part it, its parts: NordGrid, nord, grid."""
    if word[1:] == lower[1:] or word.isupper():
        return {lower}
    return {lower, *(piece.lower() for piece in _CAPITAL.findall(word) if len(piece) >= _SHORTEST_PIECE)}


def _has_members(article: Article, mention: Mention) -> bool:
    return POSSESSIVE in article.classes[mention.first : mention.last]


def _introducing(article: Article, mention: Mention) -> list[tuple[int, int]]:
    """The phrases that say what a body is: right before its name, before a comma there, and in an apposition."""
    sentence = article.sentence(mention.first)
    found = [_phrase_before(article, mention.first, sentence.first)]
    before = mention.first - 1
    if before > sentence.first and (article.lower[before] in (",", "called", "named")):
        found.append(_phrase_before(article, before, sentence.first))
    after = mention.last
    opens = article.classes[after + 1] == DETERMINER if after + 2 < sentence.last else False
    end = _phrase_end(article, after + 1, sentence.last) if opens else after
    acts = article.classes[end] in (VERB, AUXILIARY)  # "on the internet, the group said"
    if opens and (article.lower[after] in ("is", "was") or (article.lower[after] == "," and not acts)):
        found.append((after + 1, end))
    return found


_IN_PHRASE: Final = frozenset((NOUN, ADJECTIVE, HYPHEN, POSSESSIVE))


def _phrase_before(article: Article, last: int, limit: int) -> tuple[int, int]:
    first = last
    while first > limit and article.classes[first - 1] in _IN_PHRASE and last - first < _LONGEST_APPOSITION:
        first -= 1
    opens = first - 1 == limit and article.lower[limit] in article.vocabulary.speaker_nouns
    return first - opens, last


def _phrase_end(article: Article, first: int, limit: int) -> int:
    end = first
    while end < min(limit, first + _LONGEST_APPOSITION) and article.classes[end] not in (COMMA, PREPOSITION):
        if article.classes[end] not in _IN_PHRASE and article.classes[end] not in (DETERMINER, NAME):
            break
        end += 1
    return end


def _read_description(article: Article, body: Body, first: int, last: int) -> None:
    """Take the head of a phrase for what the body is called, and its other nouns for what tells it apart."""
    kind = article.vocabulary.speaker_nouns.get(article.lower[last - 1]) if first < last else None
    if kind == "person":
        body.kinds.add(COMPANY)
        body.makers.add(_singular(article, last - 1))
    if kind not in ("organisation", "state"):
        return
    body.called.add(_singular(article, last - 1))
    told = {article.lower[index] for index in range(first, last) if article.classes[index] in (NOUN, ADJECTIVE)}
    body.words |= told
    body.kinds |= {word for word in told if article.vocabulary.speaker_nouns.get(word) == "organisation"}


def _singular(article: Article, index: int) -> str:
    """Give one of the builders of "builders Halden", where the table has the one."""
    one = article.lower[index].removesuffix("s")
    return one if one in article.vocabulary.speaker_nouns else article.lower[index]


def _broader(words: Iterable[str], broader: dict[str, frozenset[str]], short_of: str = "") -> set[str]:
    """All nouns to which the table leads from some words, step by step; not what one word, `short_of`, leads to."""
    found: set[str] = set()
    ahead = set(words)
    while ahead:
        ahead = {noun for word in ahead for noun in broader.get(word, ()) if word != short_of} - found
        found |= ahead
    return found


def meant_body(article: Article, bodies: Bodies, first: int, last: int) -> Body | None:
    """Find the body that a definite description means ("the grid company", tokens `[first, last)`); None for none."""
    noun = _singular(article, last - 1)
    telling = (
        index for index in range(first + 1, last - 1) if article.classes[index] == NOUN or _is_central(article, index)
    )
    told = frozenset(article.lower[index] for index in telling)
    if noun in bodies.any_company:
        return _meant_company(article, bodies, noun, told, first)
    named = _of_no_state(article, _fitting(bodies, noun, told), first) if not told else _fitting(bodies, noun, told)
    if not named and article.vocabulary.speaker_roles.get(noun) == "company":
        of_state = told <= article.speaker_words.central and told
        return _only_called(bodies, noun, first) if of_state else _last_named(_of_untold_company(bodies), first)
    known = None if _last_named(named, first) else _known_by_then(bodies, noun, told, first)
    focus = known or _in_focus((body for _, body in named), _sentences_before(article, first), first)
    before = focus or _last_named(named, first)
    if before is None and not told and article.vocabulary.speaker_roles.get(noun) == "company":
        before = _only_untold(article, bodies, first)  # "Meridor's loans differ. The bank", before a Kest Bank is named
    return before or (named[0][1] if named else None)


def _meant_company(article: Article, bodies: Bodies, noun: str, told: frozenset[str], first: int) -> Body | None:
    """Whom "the company" means: what the sentences before are about, the only one just named, or the article's."""
    fitting = [body for body in bodies.all if _grade(bodies, body, noun, frozenset()) > 0]
    main = _fitting(bodies, noun, told) or _fitting(bodies, noun, frozenset())
    return (
        _in_focus(fitting, _paragraph_of(article, first), first)
        or _just_named(article, fitting, first)
        or _last_named(main, first)
        or (None if main else _in_focus(fitting, _sentences_before(article, first), first))
        or (None if fitting or told or noun == GROUP else _only_untold(article, bodies, first))
    )


def _only_untold(article: Article, bodies: Bodies, first: int) -> Body | None:
    """The only body before a token of which nothing is told, but where it is, where none is known to be a company."""
    before = [body for body in bodies.all if body.mentions[0].first < first]
    named = [body for body in before if any(article.lower[one.first - 1] not in _PLACED for one in body.mentions)]
    untold = [body for body in named if not (body.called or body.known or body.makers) and body.kinds <= body.words]
    return untold[0] if len(untold) == 1 else None


_PLACED: Final = frozenset(("on", "in", "at", "near"))
"""Words behind which a name only says where: "in a letter put on Nethub"."""


def _last_named(named: list[tuple[int, Body]], first: int) -> Body | None:
    """The last body of some, in the order of the text, that is named before a token."""
    number = bisect_left(named, first, key=lambda one: one[0])
    return named[number - 1][1] if number else None


def _known_by_then(bodies: Bodies, noun: str, told: frozenset[str], first: int) -> Body | None:
    """The body that a description fits best of those named before it, where the one it fits best of all comes later."""
    graded = [(_grade(bodies, body, noun, told), body) for body in bodies.all if body.mentions[0].first < first]
    grade, body = max(graded, key=lambda one: one[0], default=(0, None))
    return body if grade > 0 else None


def _of_no_state(article: Article, named: list[tuple[int, Body]], first: int) -> list[tuple[int, Body]]:
    """Leave the nation's bank, which is "the central bank" as a rule, where another is named before "the bank"."""
    others = [one for one in named if not article.speaker_words.central <= one[1].words]
    return others if _last_named(others, first) is not None else named


def _only_called(bodies: Bodies, noun: str, first: int) -> Body | None:
    """The only body called by a noun, if it is named before a token: Norges Bank where "the central bank" says 40."""
    called = [body for body in bodies.all if noun in body.called]
    return called[0] if len(called) == 1 and called[0].mentions[0].first < first else None


def _of_untold_company(bodies: Bodies) -> list[tuple[int, Body]]:
    """Where the article names the company that it is about, if it does not say what that makes: "the retailer"."""
    named = _fitting(bodies, COMPANY, frozenset())
    return named if named and named[0][1].called <= bodies.any_company else []


def _in_focus(bodies: Iterable[Body], lowest: int, first: int) -> Body | None:
    """Of the bodies that are a subject between two tokens the one named most there, of several the last to be one."""
    led = (
        (max(at for at in body.leads if at < first), body) for body in bodies if body.leads and body.leads[0] < first
    )
    ranked = [(sum(lowest <= one.first < first for one in body.mentions), at, body) for at, body in led if at >= lowest]
    return max(ranked, key=lambda one: one[:2], default=(0, 0, None))[2]


_IN_FOCUS: Final = 3
"""Sentences before "the company" in which its name may be the subject, whatever others are named since."""


def _sentences_before(article: Article, first: int) -> int:
    """Where the few sentences before a token begin."""
    return article.sentences[max(0, article.sentence_of[first] - _IN_FOCUS)].first


def _paragraph_of(article: Article, first: int) -> int:
    """Where the paragraph of a token begins, as far as the few sentences before it go."""
    own = article.sentence_of[first]
    near = article.sentences[max(0, own - _IN_FOCUS) : own + 1]
    return next(one.first for one in near if one.paragraph == article.sentences[own].paragraph)


def _just_named(article: Article, fitting: list[Body], first: int) -> Body | None:
    """The only one of some bodies that is named before in the sentence or the one before it."""
    own = article.sentence_of[first]
    before = article.sentences[max(0, own - 1)]
    start = before.first if before.paragraph == article.sentences[own].paragraph else article.sentences[own].first
    named = [body for body in fitting if any(start <= one.first < first for one in body.mentions)]
    return named[0] if len(named) == 1 else None


def main_company(bodies: Bodies) -> str | None:
    """The name of the company that an article is about."""
    named = _fitting(bodies, COMPANY, frozenset())
    return named[0][1].name if named else None


def _fitting(bodies: Bodies, noun: str, told: frozenset[str]) -> list[tuple[int, Body]]:
    """The bodies that a description fits best, with each token at which one is named, in order; found once for each."""
    known = bodies.fitting.get((noun, told))
    if known is None:
        graded = [(grade, body) for body in bodies.all if (grade := _grade(bodies, body, noun, told)) > 0]
        best = max((grade for grade, _ in graded), default=0)
        fitting = _main(graded) if noun in bodies.any_company else [body for grade, body in graded if grade == best]
        named = [(mention.first, body) for body in fitting for mention in body.mentions]
        known = bodies.fitting[noun, told] = sorted(named, key=lambda one: one[0])
    return known


def _main(graded: list[tuple[int, Body]]) -> list[Body]:
    """Of the bodies that may be called a company the one named most, of several the surest; none on a tie."""
    ranked = sorted(((len(body.mentions), grade, body) for grade, body in graded), key=lambda one: one[:2])
    tied = len(ranked) > 1 and ranked[-1][:2] == ranked[-2][:2]
    return [ranked[-1][2]] if ranked and not tied else []


def _grade(bodies: Bodies, body: Body, noun: str, told: frozenset[str]) -> int:
    """How well a noun, with what else the description tells, fits a body; 0 where it does not."""
    as_company = noun in bodies.any_company
    if not told <= body.words or (as_company and body.no_company and noun not in body.kinds):
        return 0
    if noun in body.called or noun in body.makers or not bodies.alike.get(noun, frozenset()).isdisjoint(body.words):
        return _CALLED_SO
    if noun in body.kinds or (as_company and COMPANY in body.kinds):
        return _OF_THE_KIND
    untold = not body.called and body.kinds <= body.words and body.tells
    return _MAYBE_COMPANY if as_company and untold else 0
