"""What the things of an article tell of each other once all are known: fates, trends, rates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extraction.model import Figure, Trend
from extraction.things.counted_people import PART_OF
from extraction.things.hit_people import settle_hit
from extraction.things.noun_phrases import PERCENT, is_money
from extraction.things.predicates import is_told_otherwise
from extraction.things.thing import Thing, has_many_fates, is_whole, log_ratio, opens_whole
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    DETERMINER,
    GERUND,
    HAVE,
    NAME,
    NOUN,
    VERB,
)

ABOARD: Final = "carried"
"""Who is on board is told before what befell them: "no one on board was hurt". So is what the noun says by itself:
protesters who were arrested are arrests."""


def _as_rate(article: Article, figure: Figure, measure: str) -> str:
    """Keep what is counted by the day apart from what is counted in all: "85 cases a day", "a daily bill of £2m"."""
    running = is_money(figure) and measure in article.vocabulary.measures.fates["money"].values()
    if is_money(figure) and measure in _PAID and _is_by_piece(article, figure):
        return _PRICE
    period = _period_of(article, figure) if figure.unit is None or running else None
    return f"{measure}_per_{period}" if period is not None else measure


_PAID: Final = frozenset(("amount", "cost", "payment", "value", "sales", "bid", "demand"))
_PRICE: Final = "price"


def _is_by_piece(article: Article, figure: Figure) -> bool:
    """Whether a sum is for one thing of many: "€1.92 a litre", "$640 for a pair", "£4 apiece", "£9 per head"."""
    behind = article.lower[figure.last : figure.last + 2]
    if behind[:1] in (["apiece"], ["each"]):
        return True
    piece = article.lower[figure.last + 1] if behind[:1] in (["a"], ["an"], ["per"]) else ""
    timed = piece in article.vocabulary.words["time_noun"] or piece in article.vocabulary.words["rate_period"]
    return bool(piece) and not timed and article.classes[figure.last + 1] == NOUN


def _period_of(article: Article, figure: Figure) -> str | None:
    """The day or week in which there are so many: "a day" or "daily" behind the noun, "daily" before it."""
    periods = article.vocabulary.measures.periods
    limit = min(article.sentences[figure.sentence].last, figure.last + _RATE_REACH)
    for index in range(figure.last, limit):
        if article.lower[index] in periods:
            return periods[article.lower[index]]
        if article.lower[index] in _EACH and article.lower[index + 1] in article.vocabulary.words["rate_period"]:
            return article.lower[index + 1] if not _is_gone(article, index + 2) else None
        if article.classes[index] not in (NOUN, ADJECTIVE, NAME):
            break
    if article.lower[figure.first - 1] != "of" or figure.unit is None:
        return None
    before = article.lower[max(0, figure.first - _PERIOD_REACH) : figure.first - 1]
    return next((periods[word] for word in before if word in periods), None)


def _is_gone(article: Article, index: int) -> bool:
    """Whether a period tells when there were so many: "13 a day earlier", not "13 a day before the thaw"."""
    gone = article.lower[index] in article.vocabulary.words["gone"]
    return gone and article.classes[index + 1] not in (DETERMINER, NOUN, NAME)


_EACH: Final = frozenset(("a", "per", "every", "each"))
_RATE_REACH: Final = 6
_PERIOD_REACH: Final = 4


def _as_lasting(article: Article, figure: Figure, measure: str) -> str:
    """Keep apart how long different things went on, by their verb: a wait of three hours is no march of three."""
    if measure != _DURATION:
        return measure
    start = max(article.sentences[figure.sentence].first, figure.first - _RATE_REACH)
    places = range(figure.first - 1, start - 1, -1)
    spoken = (index for index in places if article.classes[index] != NOUN and index not in article.cues.speech)
    verbs = (article.vocabulary.verbs.get(article.lower[index]) for index in spoken)
    lasted = next((verb.lemma for verb in verbs if verb is not None), None)
    return f"{lasted}_{measure}" if lasted is not None else measure


_DURATION: Final = "duration"


def completed(article: Article, things: list[Thing]) -> list[Thing]:
    """Let the article fill what one sentence leaves open: what happened to the same things."""
    settled: dict[tuple[str, str | None], Thing] = {}
    for figure, thing in zip(article.figures, things, strict=True):
        if thing.measure != thing.base and figure.unit not in PERCENT:
            settled.setdefault((thing.base, figure.unit), thing)
    many = [has_many_fates(article, thing) for thing in things]
    for number in sorted(range(len(things)), key=many.__getitem__):
        _complete(article, things, number, settled)
    settle_hit(article, things)
    _name_open_measures(article, things)
    _settle_increments(article, things)
    _share_trends(article, things)
    for figure, thing in zip(article.figures, things, strict=True):
        thing.measure = _as_lasting(article, figure, _as_rate(article, figure, thing.measure))
    return things


def _name_open_measures(article: Article, things: list[Thing]) -> None:
    """Let a quantity that only its unit names measure what the article measures in that unit, if it is one thing.

    "Winds of 90 mph tore off roofs ... a sensor at the quay showed 83 mph": both are of the wind.
    """
    named: dict[str | None, list[tuple[Figure, Thing]]] = {}
    pairs = list(zip(article.figures, things, strict=True))
    for figure, thing in pairs:
        if _names_quantity(article, figure, thing):
            named.setdefault(figure.unit, []).append((figure, thing))
    for figure, thing in pairs:
        if figure.trend is None and thing.measure in article.vocabulary.units.unit_only:
            alike = [known for other, known in named.get(figure.unit, ()) if log_ratio(figure, other) < _ALIKE]
            if len({known.measure for known in alike}) == 1:
                thing.measure, thing.base = alike[0].measure, alike[0].base


def _names_quantity(article: Article, figure: Figure, thing: Thing) -> bool:
    """Whether a word of the tables says what a quantity measures."""
    known = (
        thing.measure in article.vocabulary.measures.names and thing.measure not in article.vocabulary.units.unit_only
    )
    return known and figure.unit is not None and figure.unit not in PERCENT and figure.trend is None


def _complete(
    article: Article, things: list[Thing], number: int, settled: Mapping[tuple[str, str | None], Thing]
) -> None:
    """Fill in what happened to the things of one figure, where its own words leave it open."""
    figure, thing = article.figures[number], things[number]
    occasion = _of_occasion(article, things, number)
    if occasion is not None:
        thing.measure, thing.predicate = occasion.measure, occasion.predicate
        return
    whole = is_whole(article, figure) or opens_whole(article, figure)
    told = thing.measure != thing.base or thing.base in article.vocabulary.measures.settled_fates
    if told or whole or _is_told_apart(article, figure, thing):
        return
    many = has_many_fates(article, thing)
    fuller = _joined(article, things, number)
    if fuller is None and figure.value == 0 and is_told_otherwise(article, figure, (thing.first, thing.last)):
        return  # "none of the children wore a helmet" is no count of the dead
    fuller = fuller or (_like(article, things, number) if many else _settled(article, things, number, settled))
    if fuller is not None:
        thing.measure, thing.predicate = fuller.measure, fuller.predicate
    elif not many:
        _take_topic(article, figure, thing)


def _of_occasion(article: Article, things: list[Thing], number: int) -> Thing | None:
    """What a crowd came for, where those who came were counted right before: "9,000 marched. Police put it at 700"."""
    figure, thing = article.figures[number], things[number]
    once = thing.measure in article.vocabulary.date_words["counted_once"] and figure.unit is None
    if not once or thing.predicate not in _CAME:
        return None
    fates = article.vocabulary.measures.fates.get(thing.measure, {}).values()
    before = zip(article.figures[:number][::-1], things[:number][::-1], strict=True)
    near = (other for one, other in before if figure.sentence - one.sentence <= _OCCASION_SENTENCES)
    return next((other for other in near if other.measure in fates), None)


_CAME: Final = (None, "attended", "took part")
"""Predicates that tell at most that people came to something."""
_OCCASION_SENTENCES: Final = 2
"""Sentences between those who came to a march and another figure of who came."""


def _settled(
    article: Article, things: list[Thing], number: int, settled: Mapping[tuple[str, str | None], Thing]
) -> Thing | None:
    """What befell the same things elsewhere, where the article speaks of it again, or of about as many of them."""
    figure, thing = article.figures[number], things[number]
    fuller = settled.get((thing.base, figure.unit))
    if fuller is None or article.topics()[fuller.predicate or ""] >= _OFTEN or figure.unit is not None:
        return fuller
    alike = (
        log_ratio(figure, other) < _ALIKE
        for other, candidate in zip(article.figures, things, strict=True)
        if candidate.measure == fuller.measure
    )
    return fuller if any(alike) else None


def _is_told_apart(article: Article, figure: Figure, thing: Thing) -> bool:
    """Whether a clause of their own says which things are meant: "some 40 firms that he had warned"."""
    own = thing.counted is not None and figure.relative_to is None
    if own and _is_owned(article, figure, thing):
        return True
    opens = article.lower[thing.last : thing.last + 1] if own else []
    if opens not in (["that"], ["who"], ["whom"], ["which"]):
        return False
    return article.has_verb(thing.last + 1, min(article.sentence(thing.first).last, thing.last + _CLAUSE_REACH))


def _is_owned(article: Article, figure: Figure, thing: Thing) -> bool:
    """Whether a clause says that somebody has the things: "will have a wharf in Riga and 2,100 outlets"."""
    if has_many_fates(article, thing):
        return False
    start = max(article.sentences[figure.sentence].first, figure.first - _OWNER_REACH)
    for index in range(figure.first - 1, start - 1, -1):
        if article.classes[index] in (VERB, GERUND, AUXILIARY):
            form = article.vocabulary.verbs.get(article.lower[index])
            return article.lower[index] in HAVE or (form is not None and form.lemma in article.thing_words.owning)
    return False


_OWNER_REACH: Final = 12
_CLAUSE_REACH: Final = 6
"""Tokens within which the verb of a relative clause stands."""


def _settle_increments(article: Article, things: list[Thing]) -> None:
    """Let "another 25 were hurt" be a count where only the dead were counted before: it adds to no injuries."""
    counted: set[str] = set()
    for number, (figure, thing) in enumerate(zip(article.figures, things, strict=True)):
        added = number and figure.trend == "rise" and article.lower[figure.first - 1] in article.thing_words.added
        beside = added and figure.sentence - article.figures[number - 1].sentence <= 1
        fates = {thing.predicate, things[number - 1].predicate} if beside else {None}
        if thing.measure not in counted and None not in fates and len(fates) > 1:
            figure.trend = None
        counted.add(thing.measure)


def _share_trends(article: Article, things: list[Thing]) -> None:
    """Let a figure for a change that does not say which way go as the others of its measure: "the ministry: 30.5"."""
    trends: dict[tuple[str, str | None], set[Trend | None]] = {}
    for figure, thing in zip(article.figures, things, strict=True):
        trends.setdefault((thing.measure, figure.unit), set()).add(figure.trend)
    for figure, thing in zip(article.figures, things, strict=True):
        if figure.trend is None and thing.measure.endswith("_change"):
            known = trends[thing.measure, figure.unit] - {None}
            figure.trend = next(iter(known)) if len(known) == 1 else None


def _take_topic(article: Article, figure: Figure, thing: Thing) -> None:
    """Let the article's subject say what happened: its entities are sanctioned ones where it speaks of sanctions."""
    if figure.unit in PERCENT or thing.predicate in article.vocabulary.measures.fixed_predicates:
        return
    topics, own = article.topics(), article.vocabulary.measures.predicate_of
    fates = article.vocabulary.measures.fates.get(thing.base, {})
    if (
        thing.base in article.vocabulary.measures.counted_only
    ):  # where a fire destroyed homes, no helicopters were shot down
        fates = {predicate: measure for predicate, measure in fates.items() if own.get(measure, predicate) == predicate}
    fates = {told: measure for told, measure in fates.items() if told not in article.thing_words.told_of_itself}
    if topics.keys().isdisjoint(fates):
        return
    spoken = Counter(dict.fromkeys(fates.values(), 0))
    for predicate, measure in fates.items():
        spoken[measure] = max(spoken[measure], topics[predicate] if predicate != ABOARD else 0)
    (measure, often), (_, less) = [*spoken.most_common(2), ("", 0), ("", 0)][:2]
    enough = 1 if len(spoken) == 1 else _OFTEN
    if often >= enough and often >= _CLEARLY * less and measure != thing.base:
        thing.measure = measure
        thing.predicate = max((p for p in fates if fates[p] == measure), key=lambda p: topics[p])


_CLEARLY: Final = 2
"""How many times as often the article must speak of the one fate as of the next."""
_OFTEN: Final = 2
"""Mentions from which on what happened is a subject of the article."""
_LIKE_REACH: Final = 60
_LIKE_SENTENCES: Final = 3
"""Sentences within which a figure for people may have the fate of another; one without a noun has it further off,
where the article speaks of it again."""
_ALIKE: Final = 0.7
"""Natural logarithm of the ratio under which two figures for people may be one crowd: half to double."""
_KIND_TELLS: Final = 2
"""How many times nearer in size a figure for one kind of people must be to one for people: a third more at most."""


def _like(article: Article, things: list[Thing], number: int) -> Thing | None:
    """Another figure for the same kind of things, of like size, whose fate is told."""
    figure, thing = article.figures[number], things[number]
    named = thing.base not in article.thing_words.of_many_fates
    if thing.predicate is not None or figure.value is None or named:
        return None
    if is_told_otherwise(article, figure, (thing.first, thing.last)):
        return None
    bare = thing.counted is None and figure.relative_to is None
    near = slice(max(0, number - _LIKE_REACH), number + _LIKE_REACH)
    alike = [
        (log_ratio(figure, other) * (_KIND_TELLS if _is_kind(article, candidate, thing) else 1), candidate)
        for other, candidate in zip(article.figures[near], things[near], strict=True)
        if other.value and other.unit == figure.unit and _tells_more(article, candidate, thing)
        if abs(other.sentence - figure.sentence) <= _LIKE_SENTENCES
        or (bare and article.topics()[candidate.predicate or ""] >= _OFTEN)
    ]
    ratio, best = min(alike, key=lambda pair: pair[0], default=(_ALIKE, None))
    return best if ratio < _ALIKE else None


def _tells_more(article: Article, other: Thing, thing: Thing) -> bool:
    """Whether another thing is of the same kind and its fate is told; any people are more than just people."""
    if other.measure == thing.base:
        return False
    fates = article.vocabulary.measures.fates.get(thing.base, {})
    return other.base == thing.base or other.measure in fates.values() or _is_kind(article, other, thing)


def _is_kind(article: Article, other: Thing, thing: Thing) -> bool:
    """Whether another thing is a kind of this one: teachers are people."""
    fate = other.measure in article.vocabulary.measures.fates.get(thing.base, {}).values()
    return not fate and other.base != thing.base and article.vocabulary.measures.kinds.get(other.measure) == thing.base


_PARTS: Final = frozenset(("including", "include", "includes", "among"))


def _joined(article: Article, things: list[Thing], number: int) -> Thing | None:
    """What happened to the things before in the sentence: "listed 112 firms and 44 people", "including 14 children"."""
    figure, thing = article.figures[number], things[number]
    if not number or thing.counted is None:
        return None
    other, before = article.figures[number - 1], things[number - 1]
    between = article.lower[max(other.last, before.last) : figure.first]
    same = before.measure if before.base == thing.base != before.measure else None
    measure = same or article.vocabulary.measures.measure_of.get((thing.base, before.predicate or ""))
    pointed = article.lower[figure.last : figure.last + 2] in PART_OF or between[-2:] in PART_OF
    part = pointed or not _PARTS.isdisjoint(between)
    joined = part or between[-1:] in (["and"], ["as"], ["with"]) or between == [","]
    joined = joined and figure.sentence - other.sentence <= pointed
    always = article.vocabulary.measures.predicate_of.get(thing.measure)
    if thing.predicate is not None and not (part and thing.predicate == always):
        return None
    return replace(before, measure=measure) if joined and measure is not None else None
