"""Which named body of the article a description means: "the charity", "the Japanese carmaker", "police"."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from extraction.naming.bodies import Body, meant_body
from extraction.naming.mentions import Mention
from extraction.speech.affiliations import ARTICLE_AND_NOUN, affiliation_of, body_affiliation
from extraction.speech.cast import Cast, Speaker, moment_of, spoke_last
from extraction.words.article import Article
from extraction.words.subjects import Subject
from extraction.words.word_classes import AUXILIARY, COMMA, HYPHEN, NAME, NOUN, NUMBER, POSSESSIVE, VERB, is_plural

DEFINITE: Final = frozenset(["the", "its", "his", "her", "their", "that", "this", "mr", "mrs", "ms"])


_LONGEST_SUBJECT: Final = 12
"""Tokens before a sentence's first verb among which it names the company that it is about."""


def ends_in_short_name(cast: Cast, end: int) -> bool:
    """Whether a phrase ends in a shorter name of a body that the article names in full: "the Permanent Committee"."""
    mention = cast.names.at.get(end - 1)
    short = mention is not None and mention.last == end and not mention.wording
    return short and mention is not None and cast.names.fullest(mention) != mention.name


def ends_body_name(cast: Cast, end: int) -> bool:
    """Whether a noun for people ends the name of a body: "the Union of Farmers"."""
    mention = cast.names.at.get(end - 1)
    return mention is not None and mention.kind == "organisation"


def is_introduced_body(cast: Cast, subject: Subject, end: int) -> bool:
    """Whether a noun for who it is stands before the body's name: "underwriter Harlan Syndicate"."""
    mention = cast.names.at[end - 1]
    before = mention.first - 1
    opens = before == cast.article.sentence(before).first  # there a capital tells nothing
    noun = before >= subject.first and cast.article.classes[before] in ((NOUN, NAME) if opens else (NOUN,))
    noun = noun and cast.article.lower[before] in cast.article.vocabulary.speaker_nouns
    placed = before > subject.first and cast.article.classes[before - 1] == HYPHEN  # "the Oslo-based Vik Forum"
    return mention.last == end and (noun or placed)


def own_company(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whom "the company" means in what a person says: the body that he speaks for, if it is not called otherwise."""
    article = cast.article
    words = article.lower[subject.first : subject.last]
    spoke = spoke_last(cast.memory.persons, subject.first)
    if (
        words[:1] != ["the"]
        or words[1:] != [article.lower[end - 1]]
        or words[-1] not in article.speaker_words.any_company
    ):
        return None
    if spoke is None or spoke[0] < article.sentence(subject.first).first:
        return None
    own = next((body for body in cast.bodies.all if body.name == spoke[1].affiliation), None)
    return Speaker(own.name, own.name, "organisation") if own is not None and not own.no_company else None


def company_spoken_of(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whom "the Japanese carmaker" means: the body with which its sentence opens, or that stands right before it.

    "Toyota will recall 2 million cars, the Japanese carmaker said", "customers of Cirrus, the airline said".
    """
    article = cast.article
    company = article.vocabulary.speaker_roles.get(article.lower[end - 1]) == "company"
    first = article.sentence(subject.first).first
    if not company or article.lower[subject.first] != "the" or first == subject.first or has_name(cast, subject):
        return None
    beside = cast.names.at.get(subject.first - 2) if article.lower[subject.first - 1] == "," else None
    if beside is not None and _is_where(article, beside):
        beside = None
    mention = _opening_name(cast, first, subject.first) or beside
    described = end - subject.first > ARTICLE_AND_NOUN
    if mention is None or mention.kind == "state" or (mention.kind == "person" and not described):
        return None
    name = cast.names.fullest(mention)
    return Speaker(name, name, "organisation")


def _is_where(article: Article, mention: Mention) -> bool:
    """Whether a name only says where something stands: "in a letter on Facebook, the group said"."""
    before = mention.first - 1 - (article.lower[mention.first - 1] == "the")
    return article.lower[before] in ("on", "in", "at", "near")


def has_name(cast: Cast, subject: Subject) -> bool:
    """Whether a phrase or its apposition names anybody but a state."""
    within = cast.names.within(subject.first, max(subject.last, subject.apposition_last))
    return any(mention.kind != "state" for mention in within)


_DATELINE: Final = 16
"""Tokens that "BERGEN, Norway, May 3 (North Sea Wire) -" may have."""


def after_dateline(article: Article, first: int, limit: int) -> int:
    """Step over the dateline of a first sentence, which capitals open and a dash ends."""
    if not article.tokens[first].text.isupper():
        return first
    dashes = (index for index in range(first, min(limit, first + _DATELINE)) if article.lower[index] in ("-", "–", "—"))
    return next((index + 1 for index in dashes if article.classes[index] == COMMA), first)


def _opening_name(cast: Cast, first: int, limit: int) -> Mention | None:
    """The only name but places before the first verb of a sentence, which ends before the token `limit`."""
    classes, places = cast.article.classes, cast.article.cues.places
    first = after_dateline(cast.article, first, limit)
    limit = min(limit, first + _LONGEST_SUBJECT)
    verb = next((index for index in range(first, limit) if classes[index] in (VERB, AUXILIARY)), first)
    nouns = cast.article.vocabulary.speaker_nouns
    named = [
        mention
        for mention in cast.names.within(first, verb)
        if mention.first not in places
        and cast.article.lower[mention.first] not in nouns
        and classes[mention.first - 1] != NUMBER
        and cast.article.lower[mention.first - 1] not in ("from", "at", "near", "to")
    ]
    return named[0] if len(named) == 1 else None


def force_of_state(cast: Cast, subject: Subject, kind: str | None) -> Speaker | None:
    """Take "Slovak police" for "police" where the article speaks of no other police, a town's only once it is named."""
    head = cast.article.lower[subject.last - 1]
    wordings = cast.names.forces.get(head, {}) if kind == "state" and head in cast.article.speaker_words.force else {}
    if len(wordings) != 1:
        return None
    wording, meant_from = next(iter(wordings.items()))
    return Speaker(wording, affiliation_of(cast, subject, "state"), "state") if meant_from <= subject.first else None


def body_described(cast: Cast, subject: Subject, end: int, kind: str) -> Speaker | None:
    """Whom "the charity" or "Kenya's regulator" means: the named body of the article that fits the description."""
    article = cast.article
    whole = end == subject.last and not subject.apposition_last and not has_name(cast, subject)
    state = cast.names.at.get(subject.first) if whole and article.classes[end - 2] == POSSESSIVE else None
    owner = state is not None and state.kind == "state" and state.last == end - 2
    members = article.classes[end - 2] == POSSESSIVE and article.classes[end - 3] == NOUN  # "the growers' union"
    possessed = POSSESSIVE in article.classes[subject.first : end] and not (
        members and is_plural(article.lower[end - 3])
    )
    plain = article.lower[subject.first] in DEFINITE and not possessed
    if not whole or not (plain or owner):
        return None
    body = meant_body(article, cast.bodies, end - 2 if owner else subject.first, end)
    whose = body_affiliation(cast, body.mentions[0]) if body is not None else None
    name = _as_written(article, body) if body is not None else ""
    other = state is not None and owner and whose != state.name
    other = other or (kind == "state" and _is_of_other_state(cast, subject, whose))
    return Speaker(name, whose, kind) if body is not None and not other else None


def _as_written(article: Article, body: Body) -> str:
    """The name of a body, of one of the table the longest form in the article: "Doctors Without Borders"."""
    forms = [article.words(one.first, one.last) for one in body.mentions if one.wording]
    return max(forms, key=len) if forms else body.name


def _is_of_other_state(cast: Cast, subject: Subject, whose: str | None) -> bool:
    """Whether a description names another state than a body's: "the Kenyan league" is not the Norwegian one."""
    return any(one.kind == "state" and one.name != whose for one in cast.names.within(subject.first, subject.last))


def untold_body(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whom "the agency" means where nobody is called so: the last to speak whose name tells nothing of what it is."""
    words = cast.article.lower[subject.first : end]
    if words[:1] != ["the"] or words[-1] not in cast.article.speaker_words.agency:
        return None
    untold = {body.name for body in cast.bodies.all if not body.called}
    spoke = cast.memory.organisations[: bisect_left(cast.memory.organisations, subject.first, key=moment_of)]
    return next((speaker for _, speaker in reversed(spoke) if speaker.name in untold), None)


def named_in_apposition(cast: Cast, subject: Subject) -> Mention | None:
    """The name in "the institute, INDECI," or "the growers, a group named Harvest"; None for other asides."""
    within = cast.names.within(subject.first, subject.last)
    if any(mention.kind != "state" or mention.wording not in ("state", "demonym") for mention in within):
        return None
    for mention in cast.names.within(subject.apposition_first, subject.apposition_last):
        called = _is_called(cast.article, mention.first)
        start = mention.first - (cast.article.lower[mention.first - 1] == "the")
        if mention.kind in ("organisation", "thing") and (start == subject.apposition_first or called):
            return mention
    return None


def _is_called(article: Article, first: int) -> bool:
    """Whether the words before a name give it to somebody: "a group named X", "which calls itself X", "known as X"."""
    before = article.lower[first - 2 : first]
    calls_itself = before[1:] in (["itself"], ["themselves"]) and article.lemma(first - 2) == "call"
    return calls_itself or before[1:] in (["called"], ["named"]) or before == ["known", "as"]
