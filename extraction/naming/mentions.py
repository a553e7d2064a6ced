"""Where an article names somebody or something, and what each name is at first sight.

States and bodies of the table are known; other runs of capitalised words are persons, organisations or things by the
words in them and right beside them. What the rest of the article tells of them is for name_kinds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from extraction.words.article import Article
from extraction.words.vocabulary import Actor
from extraction.words.word_classes import (
    ADJECTIVE,
    DETERMINER,
    HYPHEN,
    NAME,
    NOUN,
    NUMBER,
    POINT,
    POSSESSIVE,
    is_plural,
)

Kind = Literal["person", "state", "organisation", "thing"]
STATE_KINDS: Final = frozenset({"state", "demonym", "metonym", "abbreviation", "body"})
_LONGEST_NAME: Final = 4


@dataclass(slots=True)
class Mention:
    """Tokens `[first, last)` that name somebody or something."""

    first: int
    last: int
    kind: Kind
    name: str
    wording: str = ""
    """How a state or body of the table was worded: state, demonym, metonym, abbreviation, body, organisation, group."""


def find_mentions(article: Article) -> Iterator[Mention]:
    """Yield the names of an article, in order; none overlaps another."""
    passed = 0
    for index in [index for index, token in enumerate(article.tokens) if token.text != token.lower]:
        mention = _mention_at(article, index) if index >= passed else None
        if mention is not None:
            yield mention
            passed = mention.last


def _mention_at(article: Article, index: int) -> Mention | None:
    """Read the name that begins at a capitalised token: a body of members, one of the table, or an unknown one."""
    token = article.tokens[index]
    if token.kind != "word" or not token.text[0].isupper() or article.classes[index] not in (NAME, NOUN, ADJECTIVE):
        return None
    body = _body_of_members(article, index)
    if body is not None:
        last = _end_of_name(article, body)
        return Mention(index, last, "organisation", article.words(index, last))
    known = article.cues.actors.get(index)
    if known is not None:
        length, actor = known
        inside = _is_inside_name(article, index, length) or _is_street(article, index + length)
        if not inside and not _is_syllable_of_name(article, index, known):
            kind: Kind = "state" if actor.kind in STATE_KINDS else "organisation"
            return Mention(index, index + length, kind, actor.name, actor.kind)
    honour = token.text in article.name_parts.honour and index > 0 and article.classes[index - 1] == NAME
    if article.classes[index] != NAME or honour:
        return None
    return _unknown_name(article, index)


_LONGEST_MEMBERS: Final = 3
"""Words that a body may be called after: "Sheep Farmers' League", "Public Service Pensioners' Council"."""


def _body_of_members(article: Article, index: int) -> int | None:
    """Find "League" of "Sheep Farmers' League": the word behind those who make a body up, by whom it is called."""
    owner = index
    while owner < index + _LONGEST_MEMBERS and article.classes[owner + 1] == NAME:
        owner += 1
    body, end = owner + 2, article.sentence(index).last
    if body >= end or article.classes[owner + 1] != POSSESSIVE or article.classes[body] != NAME:
        return None
    if not is_plural(article.lower[owner]) or index in article.cues.actors or owner in article.cues.actors:
        return None
    words = article.lower[body : _end_of_name(article, body)]
    return body if any(article.vocabulary.names.words.get(word) == "organisation" for word in words) else None


def _is_inside_name(article: Article, index: int, length: int) -> bool:
    """Whether a short abbreviation or metonym is part of a longer name: "Washington Post", "Kim Sofia"."""
    after, end, called = index + length, article.sentence(index).last, False
    while after < end and article.classes[after] == NAME:
        if article.lower[after] in article.speaker_words.office:
            return False  # "Chilean Mining Minister Ana Ruiz"
        called = called or article.vocabulary.names.words.get(article.lower[after]) == "organisation"
        after += 1
    return called


def _is_street(article: Article, last: int) -> bool:
    """Whether the word behind a name makes a street of it: "Lebanon Pike", "Michigan Road"."""
    return article.tokens[last].text[:1].isupper() and article.lower[last] in article.vocabulary.place_words.street


def _unknown_name(article: Article, index: int) -> Mention | None:
    """A run of capitalised words: offices before it left out, "of" and "de" between its words kept."""
    calling = _is_calling(article, index)
    first = max(_after_titles(article, index), index + calling)  # "Broker" is a title as well
    last = _end_of_name(article, first)
    first = _before_capitals(article, first, last)
    if _is_only_office(article, first, last):
        return None
    kinds = {article.vocabulary.names.words.get(word) for word in article.lower[first:last]}
    if first > index and last - first == 1 and article.lower[first - 1] in article.name_parts.kept_title:
        first -= 1
    last += last < article.sentence(first).last and article.tokens[last].text == "plc"
    named = last - (last - first > 1 and article.lower[last - 1] in article.speaker_words.legal_form)
    name = article.words(first, named)
    if "organisation" in kinds or calling or named < last:
        return Mention(first, last, "organisation", name)
    if "thing" in kinds or (is_place(article, first, last) and not _is_ranked(article, first, last)):
        return Mention(first, last, "thing", name)
    return Mention(first, last, _person_or_thing(article, index, first, last), name)


def _is_ranked(article: Article, first: int, last: int) -> bool:
    """Whether a rank or a form of address stands before a single name, as it does before no place's: "Colonel Lins"."""
    before = first - 1 - (first > 1 and article.lower[first - 1] == ".")
    ranks = article.speaker_words.service_rank
    return last - first == 1 and first > 0 and article.lower[before] in ranks | {"mr", "mrs", "ms"}


def _before_capitals(article: Article, first: int, last: int) -> int:
    """Step back to what begins a name without a capital that tells: the "3" of "3K", "Human" where a sentence opens."""
    if article.lower[first - 1 : first + 1] == ["human", "rights"] and last - first > 1:
        first -= 1
    before = article.tokens[first - 1] if first else None
    touches = before is not None and before.kind == "number" and before.end == article.tokens[first].start
    return first - touches


def _is_only_office(article: Article, first: int, last: int) -> bool:
    """Whether capitalised words are an office without its bearer: "Deputy Prime Minister", "Harbour Master"."""
    office = article.lower[last - 1] in article.speaker_words.office and last - first == _GIVEN_AND_SURNAME
    return office or article.vocabulary.names.titles.issuperset(article.lower[first:last])


def _is_calling(article: Article, index: int) -> bool:
    """Whether the first word of a sentence says what the body is that follows: "Airline Cirrus is grounded"."""
    word = article.lower[index]
    opens = _opens_report(article, index) and article.classes[index + 1 : index + 2] == [NAME]
    words, noun = article.vocabulary.names.words, article.vocabulary.speaker_nouns.get(word)
    maker = opens and noun == "person" and words.get(article.lower[_end_of_name(article, index) - 1]) == "organisation"
    return opens and (noun == "organisation" or maker) and words.get(word) is None


def _opens_report(article: Article, index: int) -> bool:
    """Whether a word opens a sentence, or the report behind its dateline: "GHENT, May 5 - Airline Cirrus cut 4"."""
    return index == article.sentence(index).first or (article.dateline is not None and index == article.dateline[1])


def is_place(article: Article, first: int, last: int) -> bool:
    """Whether the name `[first, last)` is all a place's: Manchester is, Manchester Airport is not."""
    known = article.cues.places.get(first)
    return known is not None and known[0] >= last - first


def _after_titles(article: Article, index: int) -> int:
    """The first word of the name proper after "Prime Minister" or "Deputy Foreign Minister"."""
    titles = article.vocabulary.names.titles
    last = article.sentence(index).last
    first = index
    if index > 1 and article.lower[index - 1] == "of" and article.lower[index - 2] in article.speaker_words.office:
        first = max(index, _after_portfolio(article, index - 1, last))
    while first + 1 < last and article.lower[first] in titles and not _starts_actor(article, index, first):
        first += 2 if article.classes[first + 1] == HYPHEN or article.tokens[first + 1].text == "." else 1
    if first == index and _is_by_calling(article, index):
        return index + 1
    office = article.lower[index - 1] == "of"
    while first > index and not office and article.lower[first - 1] in article.speaker_words.field:
        first -= 1  # "Health Minister" is an office, "Health" of "Health Service" is part of a name
    if first > index and article.lower[first] in ("of", "for"):
        first = _after_portfolio(article, first, last)
    if first >= last or article.classes[first] != NAME or _starts_actor(article, index, first):
        return index
    if first > index and _names_body(article, first):
        return index
    return _after_later_title(article, first, last)


def _is_by_calling(article: Article, index: int) -> bool:
    """Whether a sentence opens with what somebody is, before a full name: "Geologist Ana Ruiz counted 40"."""
    word, nouns = article.lower[index], article.vocabulary.speaker_nouns
    calling = word.endswith("ist") or (nouns.get(word) == "person" and not is_plural(word))
    titled = article.lower[index + 1] in article.vocabulary.names.titles
    opens = _opens_report(article, index) and calling and not titled and word not in article.vocabulary.names.pronouns
    if not opens or article.classes[index + 1 : index + 3] != [NAME, NAME]:
        return False
    return article.vocabulary.names.words.get(article.lower[_end_of_name(article, index + 1) - 1]) != "organisation"


def _names_body(article: Article, first: int) -> bool:
    """Whether a title is part of the name of the body that follows: "General Staff", "Permanent Committee"."""
    words = article.vocabulary.names.words
    run = article.lower[first : _end_of_name(article, first)]
    if article.lower[first - 1] in article.speaker_words.rank and words.get(run[0]) == "organisation":
        return True
    whole = all(words.get(word) == "organisation" for word in run) or article.lower[first + 1] in ("of", "for")
    return article.lower[first - 1] == "general" and words.get(run[0]) == "organisation" and whole


_BEFORE_TITLE: Final = 2
"""Capitalised words that may stand before a title: "Republican Senator Ana Ruiz", "Tory MSP Forbes Wishart"."""


def _after_later_title(article: Article, first: int, limit: int) -> int:
    """The first word of a full name behind a title that itself stands behind a party or the like."""
    for index in range(first + 1, min(first + 1 + _BEFORE_TITLE, limit - 2)):
        if article.classes[index] != NAME:
            return first
        name = index + 1 + (article.classes[index + 1] == POINT)  # "Republican Sen. Ana Ruiz"
        named = article.classes[name : name + 2] == [NAME, NAME]
        titles = article.vocabulary.names.titles
        if article.lower[index] in titles and named and article.lower[name] not in titles:
            return _after_later_title(article, name, limit)  # "Chief Financial Officer Ana Ruiz" has two
    return first


def _after_portfolio(article: Article, of: int, limit: int) -> int:
    """The first word of a name behind "(Minister) of Foreign Affairs and Trade"; `of` itself where none follows."""
    index, portfolio = of + 1, article.speaker_words.portfolio
    while index < limit and (article.lower[index] in portfolio or article.lower[index] in ("and", "for", "the")):
        index += 1
    named = index < limit and article.classes[index] == NAME and article.lower[index - 1] in portfolio
    return index if named else of


def _end_of_name(article: Article, first: int) -> int:
    """Where the capitalised words that begin at `first` end, with what joins them, before the next name or office."""
    last, end = first, article.sentence(first).last
    while last < end and last - first < 2 * _LONGEST_NAME:
        if article.classes[last] == NAME and not _starts_actor(article, first, last):
            if last > first and (_opens_office(article, first, last) or _ends_seat(article, first, last)):
                break
            last += 1
        elif last > first and _is_branch(article, first, last, end):
            return last + article.cues.actors[last][0]
        elif last > first and _joins_name(article, first, last, end):
            last += 2
        elif last > first and _joins_by_two(article, last, end):
            last += 3
        else:
            break
    while last - first > _GIVEN_AND_SURNAME and article.tokens[last - 1].text in article.name_parts.honour:
        last -= 1
    return last - (last - first > 1 and _is_model_letter(article, last - 1))


_GIVEN_AND_SURNAME: Final = 2


def _opens_office(article: Article, first: int, index: int) -> bool:
    """Whether the title of a person stands behind the name of a body: "Harbour Works Committee (Chairman Ana Ruiz)"."""
    titles, office = article.vocabulary.names.titles, article.speaker_words.office
    if index - first < _GIVEN_AND_SURNAME or article.lower[index] not in titles or article.lower[index] not in office:
        return False
    named = range(index + 1, index + 1 + _GIVEN_AND_SURNAME)
    return all(article.classes[place] == NAME and article.lower[place] not in titles for place in named)


def _is_model_letter(article: Article, index: int) -> bool:
    """Whether a letter is that of a model, which is no part of its maker's name: "a Halden T-280", "a Halden T 280"."""
    after = index + 1 + (article.classes[index + 1] == HYPHEN)
    numbered = article.classes[after : after + 1] == [NUMBER]
    return numbered and len(article.tokens[index].text) == 1


def _ends_seat(article: Article, first: int, index: int) -> bool:
    """Whether the place of an office ends here and its bearer follows: "Archbishop of Rena (Ana Ruiz)"."""
    seat = article.lower[first - 1] == "of" and article.lower[first - 2] in article.vocabulary.names.titles
    named = article.classes[index : index + _GIVEN_AND_SURNAME] == [NAME, NAME]
    return (
        seat and named and is_place(article, first, index) and article.lower[index] in article.vocabulary.names.pronouns
    )


def _is_branch(article: Article, first: int, index: int, end: int) -> bool:
    """Whether a country ends the name of a body there: "Cycling Wales", "Harvest Watch UK"; not "On Monday Russia"."""
    known = article.cues.actors.get(index)
    if known is None or known[1].kind not in ("state", "abbreviation") or article.tokens[index].text.islower():
        return False
    vocabulary = article.vocabulary
    after = index + known[0]
    words = article.lower[first:index]
    office = any(word in vocabulary.names.titles and word in vocabulary.speaker_nouns for word in words)
    closes = after >= end or article.classes[after] not in (NAME, NOUN, HYPHEN)
    dated = index - first == 1 and article.tokens[first].text == "May"
    return closes and not dated and not office and first not in article.cues.actors and first not in article.cues.places


def _joins_by_two(article: Article, index: int, end: int) -> bool:
    """Whether two small tokens join a name: "Khalid al-Sharafi", "Mothers of the Abducted", "Front for the Sahara"."""
    if index + 2 >= end or article.classes[index + 2] != NAME:
        return False
    pair = article.lower[index : index + 2]
    if pair in (["of", "the"], ["for", "the"]):
        before, vocabulary = article.lower[index - 1], article.vocabulary
        members = is_plural(before) and before in vocabulary.speaker_nouns
        body = vocabulary.names.words.get(before) == "organisation" and index + 2 not in article.cues.actors
        return members or body
    touching = article.tokens[index].end == article.tokens[index + 1].start
    particle = article.name_parts.particle
    return pair[0] in particle and (pair[1] in particle or (article.classes[index + 1] == HYPHEN and touching))


def _starts_actor(article: Article, first: int, index: int) -> bool:
    """Whether a state's own wording begins inside the run: "Deputy U.S. Ambassador"."""
    known = article.cues.actors.get(index) if index > first else None
    wordings = ("state", "demonym", "abbreviation")
    return known is not None and known[1].kind in wordings and not _is_syllable_of_name(article, index, known)


def _is_syllable_of_name(article: Article, index: int, known: tuple[int, Actor]) -> bool:
    """Whether what would be letters for a state is written as a name is: "Kim Jong Un"."""
    length, actor = known
    return actor.kind == "abbreviation" and length == 1 and article.tokens[index].text[1:].islower()


def _joins_name(article: Article, first: int, index: int, end: int) -> bool:
    """Whether a small word, hyphen or initial's full stop joins two capitalised parts of one name."""
    follows = index + 1 < end and article.classes[index + 1] == NAME
    if not follows:
        return first < index - 1 and _is_syllable(article, index, end)
    word = article.lower[index]
    if word == "and" and (_is_of_two_fields(article, first, index) or _is_second_field(article, first, index)):
        return True
    if word == "in":
        return article.lower[first - 1] in ("called", "named") or _introduced(article, first)
    if word in ("of", "for"):
        return _ties_body(article, first, index)
    touching = article.tokens[index - 1].end == article.tokens[index].start
    if touching and article.classes[index] == HYPHEN:
        return article.tokens[index].end == article.tokens[index + 1].start
    if touching and word == ".":
        return len(article.tokens[index - 1].text) == 1
    return word in article.name_parts.particle or word == "&"


def _ties_body(article: Article, first: int, index: int) -> bool:
    """Whether "of" or "for" goes on with the name of a body: "Union of X", "Doctors for X", "Campaign for Peace"."""
    word, before = article.lower[index], article.lower[index - 1]
    members = is_plural(before) and before in article.vocabulary.speaker_nouns
    cause = word == "for" and article.lower[index + 1] in article.name_parts.cause
    goes_on = word == "of" and _is_within_body(article, first, index)
    return members or cause or goes_on or article.vocabulary.names.words.get(before) == "organisation"


_LONGEST_FIELDS: Final = 3
"""Words of a name behind its "and": "Forestry and (Wildlife Protection Committee)"."""


def _is_of_two_fields(article: Article, first: int, index: int) -> bool:
    """Whether "and" stands in one name of what a body does: "the Forestry and Wildlife Committee"."""
    words = article.vocabulary.names.words
    end = index + 1
    while end < index + 1 + _LONGEST_FIELDS and article.classes[end] == NAME:
        end += 1
    body = end - index > _GIVEN_AND_SURNAME and words.get(article.lower[end - 1]) == "organisation"
    before = (words.get(article.lower[place]) for place in range(first, index))
    known = any(place in article.cues.actors or place in article.cues.places for place in (first, index + 1))
    introduced = (
        article.lower[first - 1] == "the"
        or article.vocabulary.speaker_nouns.get(article.lower[first - 1]) == "organisation"
    )
    return body and introduced and "organisation" not in before and not known


def _is_second_field(article: Article, first: int, index: int) -> bool:
    """Whether "and" adds a field to a body's name: "Institute of Meteorology and (Water Management)"."""
    fielded = any(article.lower[place] in ("of", "for") for place in range(first + 1, index))
    end = index + 1
    while end < index + 1 + _LONGEST_FIELDS and article.classes[end] == NAME:
        end += 1
    fields = article.lower[index + 1 : end]
    words, portfolio = article.vocabulary.names.words, article.speaker_words.portfolio
    own = fields[0] in portfolio and not any(words.get(word) == "organisation" for word in fields)
    return fielded and own and any(words.get(word) == "organisation" for word in article.lower[first:index])


def _is_within_body(article: Article, first: int, index: int) -> bool:
    """Whether "of" goes on with a body's name: "Board for Protection of Harbours", but not "... of Ukraine"."""
    words = article.vocabulary.names.words
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
    behind_office = start > 1 and article.lower[start - 1] == "of"
    given = last - first > 1 and article.lower[first] in article.vocabulary.names.pronouns
    if behind_office and start == first and article.lower[start - 2] in article.vocabulary.names.titles and not given:
        return "thing"  # "the mayor of Saint-Cyr", "director of Open Harbours"
    words = [one for one in range(first, last) if _is_own_word(article, one) and not _is_initial(article, one)]
    proper = [one for one in words if article.lower[one] not in article.name_parts.particle]
    titled = start < first or (start > 0 and article.lower[start - 1] in article.vocabulary.names.titles)
    aged = last + 1 < len(article.tokens) and article.lower[last] == "," and article.tokens[last + 1].kind == "number"
    several = len(words) > 1 and len(proper) <= _LONGEST_NAME
    several = several and not any(article.tokens[word].text.isupper() for word in words)
    if start < first and several:
        return "person"
    if _is_body(article, start, last):
        return "organisation"
    if _holds_office(article, last):
        return "person"
    if start > 0 and article.classes[start - 1] == DETERMINER and not titled:
        return "thing"
    return "person" if titled or aged or several else "thing"


def _is_initial(article: Article, index: int) -> bool:
    """Whether one letter stands for a name: "Ana B. Ruiz"; "Auriga C" has only one word."""
    return len(article.tokens[index].text) == 1


def _holds_office(article: Article, last: int) -> bool:
    """Whether an apposition gives the bearer of a single name an office of state: "Oraon, the district magistrate,"."""
    aside = article.lower[last + 1 : last + _LONGEST_OFFICE]
    if article.lower[last] != "," or article.classes[last + 1] != DETERMINER or "," not in aside:
        return False
    noun = _last_noun(aside[: aside.index(",")])
    roles, nouns = article.vocabulary.speaker_roles, article.vocabulary.speaker_nouns
    official = nouns.get(noun) == "state" or noun in article.speaker_words.calling
    return official and noun in article.vocabulary.names.titles and roles.get(noun) != "spokesperson"


_LONGEST_OFFICE: Final = 12


def _is_own_word(article: Article, index: int) -> bool:
    """Whether a token of a name is a word of its own, not the end of one with a hyphen: "Boya-Tek" has one."""
    tokens, before = article.tokens, index - 1
    joined = before >= 0 and article.classes[before] == HYPHEN and tokens[before].end == tokens[index].start
    return tokens[index].kind == "word" and not joined


def _is_body(article: Article, first: int, last: int) -> bool:
    """Whether the words around a name call it a body: "the charity X", "X, a broker", "X, whose doctors"."""
    nouns = article.vocabulary.speaker_nouns
    start, end = article.sentence(first).first, article.sentence(first).last
    before = first - 1
    if before > start and article.classes[before - 1] == NOUN and article.lower[before] in (",", "called", "named"):
        before -= 1
    if _is_at_machine(article, before):
        return False
    if before >= start and nouns.get(article.lower[before]) == "organisation":
        called = before == first - 1 or not is_plural(article.lower[before])
        return called and not _leads_it(article, before, apart=article.lower[first - 1] == ",")
    if (
        last + 1 < end
        and article.lower[last] in article.speaker_words.leads
        and NAME in article.classes[last + 1 : last + 3]
    ):
        return True
    return last + 2 < end and article.lower[last] == "," and _is_body_in_aside(article, first, last)


def _is_at_machine(article: Article, operator: int) -> bool:
    """Whether an operator is one who works a machine, and no firm: "press operator Ana Ruiz"."""
    return article.lower[operator] == "operator" and article.lower[operator - 1] in article.speaker_words.machine


def _is_body_in_aside(article: Article, first: int, last: int) -> bool:
    """Whether the words behind a name and its comma are those for a body: "X, a broker", "X, whose doctors"."""
    aside = article.lower[last + 1 : last + 6]
    aside = aside[: aside.index(",")] if "," in aside else aside
    noun = article.vocabulary.speaker_nouns.get(_last_noun(aside))
    called = article.classes[last + 1] == DETERMINER and noun == "organisation"
    return called or aside[:1] == ["which"] or (aside[:1] == ["whose"] and last - first > 1)


def _leads_it(article: Article, body: int, *, apart: bool) -> bool:
    """Whether an office stands before the body at `body`, so that its bearer follows: "leader of the opposition".

    Where a comma parts the bearer from it the body may be told with more words: "director of the town's old clinic, X".
    """
    described, first = _DESCRIBES_BODY if apart else (DETERMINER,), body - 1
    limit = body - _LONGEST_BODY if apart else body - 2
    while first > max(0, limit) and article.classes[first] in described:
        first -= 1
    return first > 0 and article.lower[first] == "of" and article.lower[first - 1] in article.vocabulary.names.titles


_DESCRIBES_BODY: Final = (DETERMINER, ADJECTIVE, NOUN, NAME, POSSESSIVE)
_LONGEST_BODY: Final = 7
"""Tokens with which a body may be told behind the "of" of an office."""


def _last_noun(words: list[str]) -> str:
    """The head of a short apposition: the word before its first "of", "in", "with", else its last."""
    for index, word in enumerate(words):
        if word in ("of", "in", "with", "for", "that", "at") and index:
            return words[index - 1]
    return words[-1] if words else ""
