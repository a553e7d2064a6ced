"""What a figure counts: the noun phrase, the measure that it stands for, what happened to it, and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Final

from extraction.model import Figure, Trend
from extraction.naming.actors import actor_of, candidate_of
from extraction.naming.names import Names
from extraction.things import counted_phrases, measured_nouns
from extraction.things.announced import Announced, announced_things
from extraction.things.counted_phrases import (
    PART_OF,
    PERCENT,
    PERIODIC,
    REACH,
    after_figure,
    is_idle,
    is_money,
    known_or_none,
)
from extraction.things.predicates import is_only_said, is_told_otherwise, own_predicates, predicates_of
from extraction.words.article import Article
from extraction.words.vocabulary import Measure
from extraction.words.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    NAME,
    NOUN,
    POSSESSIVE,
    QUOTE,
    STOP,
    VERB,
    is_plural,
)

_INHERITED_SENTENCES: Final = 8
_INHERITED_FIGURES: Final = 16
_TOLD: Final = 200
"""Figures before one among which the measures are counted that it may take over: a table is no article."""


@dataclass(slots=True)
class Thing:
    """What a figure counts; `base` is the measure of its noun before what happened to it is taken into account."""

    measure: str
    counted: str | None
    predicate: str | None
    actor: str | None
    base: str = ""
    part: str = ""
    """What exactly is counted within the measure, as the table of wordings says; empty for the whole."""
    first: int = 0
    last: int = 0


def find_things(article: Article, names: Names) -> list[Thing]:
    """Find what each figure counts, in order of the figures."""
    stated: list[Thing | None] = []
    announced = announced_things(article)
    for number, figure in enumerate(article.figures):
        stated.append(
            _opposed(article, number, stated)
            or _compared(article, number, stated)
            or _labelled(article, names, figure, announced)
            or _stated(article, names, figure)
        )
    _take_meant(article, stated)
    for number, figure in enumerate(article.figures):
        whole = stated[figure.base] if figure.relative_to is not None and figure.base is not None else None
        if whole is not None:
            part = stated[number] or replace(whole, counted=None, actor=None, first=figure.last, last=figure.last)
            stated[number] = _part_of(article, figure, whole, part)
    things: list[Thing] = []
    for number, (figure, thing) in enumerate(zip(article.figures, stated, strict=True)):
        below = figure.unit is None and (figure.value or 0) < 0  # nobody counts fewer than none
        found = thing or _halved(article, number, things)
        found = found or (None if below else _unstated(article, names, number, stated, announced))
        things.append(
            found or _main_quantity(article, number, [*things, *stated[number:]]) or _unnamed(article, figure)
        )
    for number, figure in enumerate(article.figures):
        if figure.relative_to is not None and figure.base is not None:
            things[number] = _part_of(article, figure, things[figure.base], things[number])
    return _completed(article, things)


def _halved(article: Article, number: int, things: list[Thing]) -> Thing | None:
    """Take the thing of the figure before where a second half has no verb: "Police counted 900, the unions 2,000"."""
    figure, before = article.figures[number], article.figures[number - 1]
    if not number or before.sentence != figure.sentence or before.unit != figure.unit or figure.trend != before.trend:
        return None
    between = range(before.last, figure.first)
    subject = [index for index in between if article.classes[index] in (NOUN, NAME)]
    plain = all(article.classes[index] in _IN_HALF for index in between) and 0 < len(between) <= _CONTINUES_REACH
    if not plain or not subject or article.lower[before.last] not in (",", ";", "and", "while", "but"):
        return None
    return replace(things[number - 1], counted=None, first=figure.last, last=figure.last)


_IN_HALF: Final = frozenset((COMMA, CONJUNCTION, DETERMINER, NOUN, NAME, ADJECTIVE, POSSESSIVE, QUOTE, STOP))


def _opposed(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take the second figure of a vote for what stood against the first: "by 88 votes to 61", "212-98"."""
    figure, before = article.figures[number], article.figures[number - 1]
    thing = stated[number - 1] if number and before.sentence == figure.sentence else None
    if thing is None or thing.base not in _VOTES or figure.unit is not None:
        return None
    if article.lower[before.last : figure.first] not in (["votes", "to"], ["votes", "against"], ["-"], ["–"]):
        return None
    return replace(
        thing, measure=_AGAINST_VOTES, base=_AGAINST_VOTES, counted=None, first=figure.last, last=figure.last
    )


_VOTES: Final = frozenset(("votes", "votes_cast"))
_AGAINST_VOTES: Final = "votes_against"


def _take_meant(article: Article, stated: list[Thing | None]) -> None:
    """Put the things that are meant, in place, for nouns that say nothing: "5,100 pieces", "a list of 800 lines"."""
    for number, thing in enumerate(stated):
        if thing is not None and thing.counted is not None and thing.measure in article.thing_words.counter:
            stated[number] = _meant(article, number, thing, stated) or thing


def _meant(article: Article, number: int, counter: Thing, stated: list[Thing | None]) -> Thing | None:
    """Find the things that such a noun stands for: those of the figure around it that is nearest in size."""
    figure = article.figures[number]
    if figure.unit is not None or (figure.value or 0) < _TELLING:
        return None
    near = range(max(0, number - _MEANT_REACH), min(len(stated), number + _MEANT_REACH))
    alike = (
        (_log_ratio(figure, article.figures[other]), thing)
        for other in near
        if (thing := stated[other]) is not None and other != number and thing.measure not in article.thing_words.counter
        if article.figures[other].unit is None and article.figures[other].value
        if thing.base != "people" and article.vocabulary.kinds.get(thing.base) != "people"
    )
    ratio, meant = min(alike, key=lambda pair: pair[0], default=(_LIKE_SIZED, None))
    return replace(meant, counted=counter.counted) if meant is not None and ratio < _LIKE_SIZED else None


_MEANT_REACH: Final = 12


def _compared(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take the thing of the figure that this one is held against: "41 percent, against 38 a year ago", "not 4.2"."""
    figure, before = article.figures[number], article.figures[number - 1]
    if not number or before.sentence != figure.sentence or figure.unit != before.unit or figure.relative_to is not None:
        return None
    index = figure.first - 1
    while index > before.last and article.classes[index] in (DETERMINER, POSSESSIVE):
        index -= 1
    held = index >= before.last and article.lower[index] in _AGAINST
    own = after_figure(article, figure) if held else None
    thing = stated[number - 1]
    if not held or thing is None or (own is not None and own[1].name != thing.base):
        return None
    return replace(thing, counted=None, first=figure.last, last=figure.last)


_AGAINST: Final = frozenset(("than", "from", "against", "versus", "not"))
"""Words before a figure that another one is held against."""


def _labelled(article: Article, names: Names, figure: Figure, announced: Mapping[int, Announced]) -> Thing | None:
    """Take the label right before a figure that has no noun of its own: "Power: 480 MW", "Turtles: five"."""
    topic = announced.get(figure.sentence)
    if topic is None or topic.measure is None or topic.phrase[1] > figure.first:
        return None
    between = article.lower[topic.phrase[1] : figure.first]
    if (
        between[:1] != [":"]
        or len(between) > _LABEL_REACH
        or topic.phrase[0] < article.sentences[figure.sentence].first
    ):
        return None
    own = after_figure(article, figure) or counted_phrases.by_unit(article, figure)
    known = own is not None and (figure.unit is None or own[1].name in article.vocabulary.measure_names)
    return None if known else _settle(article, names, figure, topic.phrase, topic.measure)


_LABEL_REACH: Final = 8
"""Tokens between the end of a label and the figure that it announces."""


def _announced(
    article: Article, names: Names, number: int, stated: list[Thing | None], announced: Mapping[int, Announced]
) -> Thing | None:
    """Take what the passage announced: "How many teachers? The union says 47,000, the ministry 38,000"."""
    figure = article.figures[number]
    topic = announced.get(figure.sentence)
    if topic is None or figure.first < topic.phrase[1] or figure.unit in PERCENT or figure.relative_to is not None:
        return None
    if _counted_since(article, number, stated, topic.phrase[1]):
        return None
    if topic.asked is not None:
        asked = _asked(article, names, topic.asked, topic.measure)
        return replace(asked, counted=None, first=figure.last, last=figure.last) if asked is not None else None
    if topic.measure is None:
        return None
    if is_money(figure) and is_plural(article.lower[topic.phrase[1] - 1]):
        return None
    thing = _settle(article, names, figure, topic.phrase, topic.measure)
    others = zip(article.figures, stated, strict=True)
    if figure.unit is None and any(thing.base == other.base and f.unit for f, other in others if other is not None):
        return None
    return replace(thing, counted=None, first=figure.last, last=figure.last)


def _asked(article: Article, names: Names, asked: Figure, measure: Measure | None) -> Thing | None:
    """Find what a question asks the number of; `measure` is given where only a verb follows ("how many boarded?")."""
    if measure is None:
        return _stated(article, names, asked)
    return _settle(article, names, asked, (asked.last, asked.last), measure)


def _counted_since(article: Article, number: int, stated: list[Thing | None], announced_at: int) -> bool:
    """Whether a figure between the announcement and this one counts something of its own in the same unit."""
    for position in range(number - 1, -1, -1):
        other = article.figures[position]
        if other.first < announced_at:
            return False
        if stated[position] is not None and other.unit == article.figures[number].unit:
            return True
    return False


def _unstated(
    article: Article,
    names: Names,
    number: int,
    stated: list[Thing | None],
    announced: Mapping[int, Announced],
) -> Thing | None:
    """Find what a figure counts whose clause does not say it: what stood before, is known nearby, or follows."""
    figure = article.figures[number]
    changed = _nearest_known(article, names, figure) if figure.trend is not None else None
    return (
        changed
        or _announced(article, names, number, stated, announced)
        or _crowd_before(article, names, figure)
        or _inherited(article, names, number, stated, range(max(0, number - _INHERITED_FIGURES), number))
        or _nearest_known(article, names, figure)
        or _topic_before(article, names, figure)
        or _inherited(article, names, number, stated, range(number + 1, min(len(stated), number + _INHERITED_FIGURES)))
    )


def _part_of(article: Article, figure: Figure, whole: Thing, part: Thing) -> Thing:
    """Find what a relative figure counts: the things of its base, under the fate that its own clause tells of them."""
    whole = replace(whole, counted=part.counted, actor=part.actor or whole.actor)
    happened = predicates_of(article, figure, (figure.first, max(figure.last, whole.last)))
    for predicate in happened:
        measure = article.vocabulary.measure_of.get((whole.base, predicate))
        if measure is not None and _is_whole(article, article.figures[figure.base or 0]):
            return replace(whole, measure=measure, predicate=article.vocabulary.predicate_of.get(measure) or predicate)
    return whole


def _stated(article: Article, names: Names, figure: Figure) -> Thing | None:
    """Take the thing that the figure's own clause states, by the ways in which English puts it, the closest first."""
    for way in _WAYS:
        found = way(article, figure)
        if found is not None:
            return _settle(article, names, figure, *found)
    return None


def _inherited(
    article: Article, names: Names, number: int, stated: list[Thing | None], positions: range
) -> Thing | None:
    """Take over what is counted elsewhere in the same unit, the figure nearest in size and place first.

    "3,000 of them" and "put the number at 40" speak of what stood before, "the 750 noted by the guild" of what
    follows; forty is no answer to eight thousand.
    """
    figure = article.figures[number]
    again = (
        _reworded(article, number, stated) or _increased(article, number, stated) or _rivalled(article, number, stated)
    )
    if again is not None:
        return again
    pointed = _points_elsewhere(article, figure)
    happened = own_predicates(article, figure)
    whole = _whole_before(article, number, stated)
    if whole is not None:
        return _taken_over(article, names, figure, whole, happened)
    said = is_only_said(article, figure)
    around = stated[max(0, number - _TOLD) : number + _INHERITED_FIGURES]
    often = Counter(thing.measure for thing in around if thing is not None)
    best: tuple[float, Thing] | None = None
    for position in positions:
        other, thing = article.figures[position], stated[position]
        lent = other.unit == figure.unit or _takes_any_unit(figure) or (_is_share(other) and figure.unit is None)
        lent = lent and not (_is_fractional(figure) and other.unit is None and not _is_fractional(other))
        if thing is None or not lent:
            continue
        befell = any((thing.base, predicate) in article.vocabulary.measure_of for predicate in happened)
        if not (pointed or _is_near_enough(figure, other, befell=befell, said=said)):
            continue
        distance = _distance(article, figure, other) + abs(number - position) / 10
        distance -= log(often[thing.measure]) / 2 + (_VERB_FITS if befell else 0)
        if figure.sentence - other.sentence <= _INHERITED_SENTENCES and (best is None or distance < best[0]):
            best = (distance, thing)
    return _taken_over(article, names, figure, best[1], happened) if best is not None else None


def _whole_before(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Find whose part a figure is in its own sentence: in "46 were hurt, nine of them badly" nine of the 46."""
    figure = article.figures[number]
    if article.lower[figure.last : figure.last + 2] not in PART_OF or figure.value is None:
        return None
    for position in range(number - 1, -1, -1):
        other = article.figures[position]
        if other.sentence != figure.sentence:
            return None
        if stated[position] is not None and other.unit is None and (other.value or 0) > figure.value:
            return stated[position]
    return None


def _taken_over(article: Article, names: Names, figure: Figure, thing: Thing, happened: list[str]) -> Thing:
    """Make the thing of a figure of that of another, under what its own verb tells."""
    inherited = replace(thing, counted=None, first=figure.last, last=figure.last)
    for predicate in happened:
        measure = article.vocabulary.measure_of.get((thing.base, predicate))
        if measure is not None and not _opens_whole(article, figure):
            inherited.measure, inherited.predicate = measure, article.vocabulary.predicate_of.get(measure) or predicate
            return inherited
    if inherited.measure == "vote_share":
        inherited.actor = candidate_of(article, names, figure) or inherited.actor
    return _by_its_verb(article, figure, inherited)


def _is_near_enough(figure: Figure, other: Figure, *, befell: bool, said: bool) -> bool:
    """Whether a figure may count what another counts though nothing points there: near by, or of telling like size.

    A small number counts anything; only one that is `said` or that the same `befell` reaches over a sentence.
    """
    reach = _NEARBY if figure.unit is None or befell or _is_share(figure) else 0
    if (figure.value or 0) < _TELLING and not (said or befell):
        reach = 0
    near = abs(figure.sentence - other.sentence) <= reach
    return near or (_is_alike(figure, other) and (figure.unit is not None or (figure.value or 0) >= _TELLING))


def _is_alike(figure: Figure, other: Figure) -> bool:
    return figure.value is not None and other.value is not None and _log_ratio(figure, other) < _LIKE_SIZED


def _distance(article: Article, figure: Figure, other: Figure) -> float:
    """How far two figures are apart in size and place, with what speaks for their counting one thing."""
    distance = _log_ratio(figure, other) + abs(figure.sentence - other.sentence) / 2
    distance -= _SIZE_TELLS if _is_alike(figure, other) else 0
    return distance - (_SAME_CLAUSE if _continues(article, other, figure) else 0)


def _by_its_verb(article: Article, figure: Figure, thing: Thing) -> Thing:
    """Take the fate from a figure's things whose own verb tells of another: "23 were killed and 17 got out".

    A whole that is told first has not the fate of its part: "of the 90 aboard, 60 were rescued".
    """
    if _opens_whole(article, figure):
        return replace(thing, measure=thing.base, predicate=None)
    if figure.unit is not None or thing.measure == thing.base or not _has_many_fates(article, thing):
        return thing
    told = is_told_otherwise(article, figure, (figure.first, figure.last))
    return replace(thing, measure=thing.base, predicate=None) if told else thing


def _is_fractional(figure: Figure) -> bool:
    """Whether a bare number counts nothing by the head, since it is none of whole things: 13.5."""
    plain = figure.unit is None and figure.relative_to is None and figure.value is not None
    return plain and figure.value != int(figure.value or 0)


_VERB_FITS: Final = 2.0
"""How much nearer a figure counts to whose things can happen what the clause tells."""
_LIKE_SIZED: Final = 0.47
"""Natural logarithm of the ratio (1.6) under which two figures may well dispute one thing."""
_TELLING: Final = 20
"""From this figure on, like size is no chance."""
_SIZE_TELLS: Final = 2.0
"""How much nearer a like-sized figure counts."""
_NEARBY: Final = 2
"""Sentences from which a bare count takes its noun though nothing points there."""


def _points_elsewhere(article: Article, figure: Figure) -> bool:
    """Whether the words beside a figure point to what is named elsewhere: "put the number at", "five of them"."""
    if article.lower[figure.last : figure.last + 2] in PART_OF:
        return True
    start = max(article.sentences[figure.sentence].first, figure.first - _POINTER_REACH)
    return any(
        article.lower[index] in article.thing_words.figure or article.lower[index] in _POINTERS
        for index in range(start, figure.first)
    )


_POINTER_REACH: Final = 12
_POINTERS: Final = frozenset(("it", "that", "this", "they", "them", "those", "these", "which", "whom", "its", "their"))


_SAME_CLAUSE: Final = 2.0
"""How much nearer a figure counts that the same sentence goes on from: a factor of seven in size."""


def _continues(article: Article, other: Figure, figure: Figure) -> bool:
    """Whether a figure only adds to one before it in the sentence: "3,600 were away; about 200 still are"."""
    return other.sentence == figure.sentence and 0 <= figure.first - other.last <= _CONTINUES_REACH


_CONTINUES_REACH: Final = 8


def _takes_any_unit(figure: Figure) -> bool:
    return figure.relative_to is not None and (figure.unit is None or _is_share(figure))


def _is_share(figure: Figure) -> bool:
    """Whether a figure is a share in words, which is of what others count or give in per cent: "7 in 10 trains"."""
    return figure.relative_to is not None and figure.value is None and figure.unit == "percent"


def _reworded(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take the thing of the figure that this one says again in another unit: "for $4.35 billion, or €3.75 billion"."""
    if not number:
        return None
    figure, before = article.figures[number], article.figures[number - 1]
    between = article.lower[before.last : figure.first]
    again = between in ([",", "or"], ["or"], ["("], [",", "or", "the", "equivalent", "of"], [",", "equivalent", "to"])
    return stated[number - 1] if again else None


def _increased(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take the thing of the figure before that this one adds to: "209 monitors. It will send a further 50"."""
    figure, before = article.figures[number], article.figures[number - 1]
    added = article.lower[max(0, figure.first - 1)] in _ADDED or article.lower[figure.first] in _ADDED
    near = number > 0 and added and figure.sentence - before.sentence <= 1 and figure.unit == before.unit
    thing = stated[number - 1] if near else None
    return replace(thing, counted=None, first=figure.last, last=figure.last) if thing is not None else None


def _rivalled(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take the thing of a quantity that a bare number rivals: "three years late by one account and two by another"."""
    figure, before = article.figures[number], article.figures[number - 1]
    if not number or before.sentence != figure.sentence or before.unit is None or figure.unit is not None:
        return None
    joined = article.classes[figure.first - 1] == CONJUNCTION and article.lower[figure.last] == "by"
    thing = stated[number - 1] if joined else None
    return replace(thing, counted=None, first=figure.last, last=figure.last) if thing is not None else None


_ADDED: Final = frozenset(("further", "another", "additional", "extra"))


def _log_ratio(figure: Figure, other: Figure) -> float:
    """How far two figures are apart in size; nothing where one of them has none."""
    one, two = abs(figure.value or figure.low or 0), abs(other.value or other.low or 0)
    return abs(log(one / two)) if one > 0 and two > 0 and figure.relative_to is None else 0.0


def _nearest_known(article: Article, names: Names, figure: Figure) -> Thing | None:
    """Fall back on the known wording that stands nearest before the figure in its sentence, where this is only said."""
    start = max(article.sentences[figure.sentence].first, figure.first - REACH)
    known = known_or_none(article, start, figure.first)
    led = figure.trend is not None or is_only_said(article, figure) or _points_elsewhere(article, figure)
    led = led or (known is not None and article.lower[known[0][1] : figure.first] in ([], [",", "at"]))
    return _settle(article, names, figure, *known) if known is not None and led else None


def _topic_before(article: Article, names: Names, figure: Figure) -> Thing | None:
    """Take the things named before without a number: "North Korean troops are there. Ukraine says 4,500"."""
    led = is_only_said(article, figure) or _points_elsewhere(article, figure)
    if figure.unit is not None or not led or _is_fractional(figure):
        return None
    start = article.sentences[figure.sentence].first
    for index in range(start - 1, max(start - _TOPIC_REACH, 0) - 1, -1):
        plural = article.classes[index] == NOUN and is_plural(article.lower[index])
        known = article.cues.measures.get(index)
        idle = is_idle(article, index) and (known is None or known[1].name != _TROOPS)
        if plural and article.classes[index + 1] != NOUN and not idle and not article.sentence(index).furniture:
            troops = ((index, index + 1), known[1]) if known is not None and known[1].name == _TROOPS else None
            found = troops or known_or_none(article, max(index - 2, 0), index + 1)
            if found is not None:
                return _settle(article, names, figure, *found)
    return None


def _crowd_before(article: Article, names: Names, figure: Figure) -> Thing | None:
    """Take the people of the sentence before: "On Monday people marched to the port. Police counted 1,800"."""
    if figure.unit is not None or not figure.sentence or not is_only_said(article, figure):
        return None
    before = article.sentences[figure.sentence - 1]
    if article.figures_by_sentence.get(figure.sentence - 1) or before.furniture:
        return None
    for index in range(before.first, before.last - 1):
        if article.lower[index] == "people" and _did_something(article, index + 1):
            return _settle(article, names, figure, (index, index + 2), Measure("people", ""))
    return None


def _did_something(article: Article, index: int) -> bool:
    """Whether a verb there says what people did or underwent: "people marched", before "Police counted 1,800"."""
    told = article.cues.predicates.get(index) if article.classes[index : index + 1] == [VERB] else None
    return told is not None and ("people", told[1]) in article.vocabulary.measure_of


_TROOPS: Final = "troops"
"""Soldiers are spoken of more than they speak."""
_TOPIC_REACH: Final = 150
"""Tokens before a sentence in which what it speaks of was named."""


def _main_quantity(article: Article, number: int, known: Sequence[Thing | None]) -> Thing | None:
    """Take what the article gives chiefly in this unit, where a clause only says so much: "the state speaks of 34%"."""
    figure = article.figures[number]
    if figure.unit is None or figure.trend is not None or not is_only_said(article, figure):
        return None
    told: dict[str, Thing] = {}
    often: Counter[str] = Counter()
    for other, thing in zip(article.figures, known, strict=True):
        if thing is not None and other.unit == figure.unit and other.trend is None:
            told.setdefault(thing.measure, thing)
            often[thing.measure] += 1
    (measure, most), (_, next_most) = [*often.most_common(2), ("", 0), ("", 0)][:2]
    clear = most >= _MAIN and most > next_most and measure in article.vocabulary.measure_names
    return replace(told[measure], counted=None, first=figure.last, last=figure.last) if clear else None


_MAIN: Final = 2
"""Figures that an article gives of a quantity before it is what a bare one in its unit speaks of."""


def _unnamed(article: Article, figure: Figure) -> Thing:
    """Leave open what a figure counts that no word names: a noun that only stands near would be a wrong answer."""
    dimension = counted_phrases.dimension_of(article, figure)
    return Thing(article.vocabulary.open_measures.get(dimension or "", _UNKNOWN), None, None, None)


_UNKNOWN: Final = "unknown"


def _settle(article: Article, names: Names, figure: Figure, phrase: tuple[int, int], measure: Measure) -> Thing:
    """Bring noun and predicate together: people who were killed are deaths."""
    vocabulary = article.vocabulary
    happened = [] if _is_whole(article, figure) else list(predicates_of(article, figure, phrase))
    telling = [predicate for predicate in happened if (measure.name, predicate) in vocabulary.measure_of]
    told_already = (_ABOARD, vocabulary.predicate_of.get(measure.name))
    telling.sort(key=lambda predicate: predicate in told_already)
    predicate = next(iter(telling or happened), None)
    settled = vocabulary.measure_of.get((measure.name, predicate or ""), measure.name)
    if figure.unit in PERCENT:
        settled = _as_share(article, figure, settled)
    if is_money(figure):
        settled = "toll_charge" if settled == "deaths" else settled
        if settled in article.thing_words.priced:
            settled = "value" if article.lower[figure.first - 1] == "worth" else f"{settled}_cost"
    settled = _in_its_dimension(article, figure, settled)
    predicate = vocabulary.predicate_of.get(settled) or predicate
    voted = settled == "vote_share"
    actor = candidate_of(article, names, figure) if voted else actor_of(article, names, figure, phrase)
    counted = _counted(article, *phrase)
    open_still = settled in vocabulary.fates and settled not in vocabulary.predicate_of
    base = settled if open_still and not _is_whole(article, figure) else measure.name
    return Thing(settled, counted, predicate, actor, base, measure.part, *phrase)


_ABOARD: Final = "carried"
"""Who is on board is told before what befell them: "no one on board was hurt". So is what the noun says by itself:
protesters who were arrested are arrests."""


def _in_its_dimension(article: Article, figure: Figure, measure: str) -> str:
    """Leave open what a sum or a quantity measures where the noun is of people or things, which only are counted."""
    dimension = counted_phrases.dimension_of(article, figure)
    counts = measure in article.vocabulary.counted_only or measure == "people"
    if dimension in (None, "share", "share difference") or not counts:
        return measure
    return article.vocabulary.open_measures.get(dimension, _UNKNOWN)


def _as_rate(article: Article, figure: Figure, measure: str) -> str:
    """Keep what is counted by the day apart from what is counted in all: "85 cases a day", "a daily bill of £2m"."""
    running = is_money(figure) and measure in article.vocabulary.fates["money"].values()
    period = _period_of(article, figure) if figure.unit is None or running else None
    return f"{measure}_per_{period}" if period is not None else measure


def _period_of(article: Article, figure: Figure) -> str | None:
    """The day or week in which there are so many: "a day" or "daily" behind the noun, "daily" before it."""
    limit = min(article.sentences[figure.sentence].last, figure.last + _RATE_REACH)
    for index in range(figure.last, limit):
        if article.lower[index] in PERIODIC:
            return PERIODIC[article.lower[index]]
        if article.lower[index] in _EACH and article.lower[index + 1] in _RATES:
            return article.lower[index + 1]
        if article.classes[index] not in (NOUN, ADJECTIVE, NAME):
            break
    if article.lower[figure.first - 1] != "of" or figure.unit is None:
        return None
    return next(
        (PERIODIC[word] for word in article.lower[max(0, figure.first - 4) : figure.first - 1] if word in PERIODIC),
        None,
    )


_EACH: Final = frozenset(("a", "per", "every", "each"))


_RATE_REACH: Final = 6
_RATES: Final = frozenset(("day", "night", "week", "hour", "minute"))


def _as_lasting(article: Article, figure: Figure, measure: str) -> str:
    """Keep apart how long different things went on, by their verb: a wait of three hours is no march of three."""
    if measure != _DURATION:
        return measure
    start = max(article.sentences[figure.sentence].first, figure.first - _RATE_REACH)
    verbs = (article.vocabulary.verbs.get(article.lower[index]) for index in range(figure.first - 1, start - 1, -1))
    lasted = next((verb.lemma for verb in verbs if verb is not None), None)
    return f"{lasted}_{measure}" if lasted is not None else measure


_DURATION: Final = "duration"


def _as_share(article: Article, figure: Figure, measure: str) -> str:
    """Give what a percentage measures: the change of the thing, but "14 percent of its output" is no change."""
    named = article.vocabulary.measure_of.get((measure, "percent"), measure)
    whole = article.lower[figure.last] == "of" and figure.trend is None
    return measure if whole and named.endswith(("_change", "_growth")) else named


def _is_whole(article: Article, figure: Figure) -> bool:
    """Whether another figure takes a part of this one, whose fate is the part's: "none of its 4,870 workers"."""
    strong = article.lower[figure.last : figure.last + 2] == ["-", "strong"]
    index = figure.first - 1
    while index > 0 and article.classes[index] in (POSSESSIVE, DETERMINER, NAME):
        index -= 1
    part_of = index > 0 and article.lower[index] == "of"
    share = index > 0 and article.lower[index - 1] in ("many", "most", "some", "few", "any", "each")
    return strong or (part_of and (share or any(other.last == index for other in article.figures_of(figure.first))))


def _opens_whole(article: Article, figure: Figure) -> bool:
    """Whether a clause opens with the whole of which a later figure is the part: "of the 90 aboard, 60"."""
    index = figure.first - 1 - (article.classes[figure.first - 1] in (DETERMINER, POSSESSIVE))
    opens = index == article.sentences[figure.sentence].first and article.lower[index] == "of"
    return opens and any(other.first > figure.last for other in article.figures_of(figure.first))


def _counted(article: Article, first: int, last: int) -> str | None:
    while first < last and (article.classes[first] == DETERMINER or article.lower[first] in ("more", "other", "-")):
        first += 1
    return article.words(first, last) or None


_WAYS: Final = (
    counted_phrases.others,
    counted_phrases.room_for,
    counted_phrases.made_for,
    counted_phrases.members_of,
    counted_phrases.by_unit,
    counted_phrases.share_of_person,
    counted_phrases.above_price,
    counted_phrases.won_by,
    counted_phrases.said_to_be,
    counted_phrases.object_in_frame,
    counted_phrases.after_figure,
    counted_phrases.object_of_verb,
    counted_phrases.told_before,
    measured_nouns.number_of,
    counted_phrases.before_preposition,
    counted_phrases.state_of_people,
    measured_nouns.any_subject,
    counted_phrases.by_verb,
    counted_phrases.object_before,
    counted_phrases.verbless,
    counted_phrases.subject,
    counted_phrases.subject_of_next_verb,
    measured_nouns.any_before,
    measured_nouns.any_object,
    measured_nouns.by_unit_alone,
)
"""The ways in which English puts a noun to its number, the closest first."""


def _completed(article: Article, things: list[Thing]) -> list[Thing]:
    """Let the article fill what one sentence leaves open: what happened to the same things, and whose they are."""
    settled: dict[tuple[str, str | None], Thing] = {}
    for figure, thing in zip(article.figures, things, strict=True):
        if thing.measure != thing.base and figure.unit not in PERCENT:
            settled.setdefault((thing.base, figure.unit), thing)
    many = [_has_many_fates(article, thing) for thing in things]
    for number in sorted(range(len(things)), key=many.__getitem__):
        _complete(article, things, number, settled)
    _share_actors(things)
    _settle_increments(article, things)
    _share_trends(article, things)
    for figure, thing in zip(article.figures, things, strict=True):
        thing.measure = _as_lasting(article, figure, _as_rate(article, figure, thing.measure))
    return things


def _complete(
    article: Article, things: list[Thing], number: int, settled: Mapping[tuple[str, str | None], Thing]
) -> None:
    """Fill in what happened to the things of one figure, where its own words leave it open."""
    figure, thing = article.figures[number], things[number]
    whole = _is_whole(article, figure) or _opens_whole(article, figure)
    told = thing.measure != thing.base or thing.base in article.vocabulary.settled_fates
    if told or whole or _is_told_apart(article, figure, thing):
        return
    many = _has_many_fates(article, thing)
    fuller = _joined(article, things, number)
    fuller = fuller or (_like(article, things, number) if many else _settled(article, things, number, settled))
    if fuller is not None:
        thing.measure, thing.predicate = fuller.measure, fuller.predicate
    elif not many:
        _take_topic(article, figure, thing)


def _settled(
    article: Article, things: list[Thing], number: int, settled: Mapping[tuple[str, str | None], Thing]
) -> Thing | None:
    """What befell the same things elsewhere, where the article speaks of it again, or of about as many of them."""
    figure, thing = article.figures[number], things[number]
    fuller = settled.get((thing.base, figure.unit))
    if fuller is None or article.topics()[fuller.predicate or ""] >= _OFTEN or figure.unit is not None:
        return fuller
    alike = (
        _log_ratio(figure, other) < _ALIKE
        for other, candidate in zip(article.figures, things, strict=True)
        if candidate.measure == fuller.measure
    )
    return fuller if any(alike) else None


def _is_told_apart(article: Article, figure: Figure, thing: Thing) -> bool:
    """Whether a clause of their own says which things are meant: "some 40 firms that he had warned"."""
    own = thing.counted is not None and figure.relative_to is None
    opens = article.lower[thing.last : thing.last + 1] if own else []
    if opens not in (["that"], ["who"], ["whom"], ["which"]):
        return False
    clause = range(thing.last + 1, min(article.sentence(thing.first).last, thing.last + _CLAUSE_REACH))
    return any(article.classes[index] in (VERB, AUXILIARY) for index in clause)


_CLAUSE_REACH: Final = 6
"""Tokens within which the verb of a relative clause stands."""


def _settle_increments(article: Article, things: list[Thing]) -> None:
    """Let "another 25 were hurt" be a count where only the dead were counted before: it adds to no injuries."""
    counted: set[str] = set()
    for number, (figure, thing) in enumerate(zip(article.figures, things, strict=True)):
        added = number and figure.trend == "rise" and article.lower[figure.first - 1] in _ADDED
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
    if figure.unit in PERCENT or thing.predicate in article.vocabulary.fixed_predicates:
        return
    topics, fates = article.topics(), article.vocabulary.fates.get(thing.base, {})
    if topics.keys().isdisjoint(fates):
        return
    spoken = Counter(dict.fromkeys(fates.values(), 0))
    for predicate, measure in fates.items():
        spoken[measure] = max(spoken[measure], topics[predicate] if predicate != _ABOARD else 0)
    (measure, often), (_, less) = [*spoken.most_common(2), ("", 0), ("", 0)][:2]
    enough = 1 if len(spoken) == 1 else _OFTEN
    if often >= enough and often >= _CLEARLY * less and measure != thing.base:
        thing.measure = measure
        thing.predicate = max((p for p in fates if fates[p] == measure), key=lambda p: topics[p])


_CLEARLY: Final = 2
"""How many times as often the article must speak of the one fate as of the next."""
_OFTEN: Final = 2
"""Mentions from which on what happened is a subject of the article."""
_OF_MANY_FATES: Final = frozenset(
    ("people", "troops", "workforce", "police_officers", "customers", "votes", "animals", "livestock", "vaccine_doses")
)
"""What one article counts under several measures: its people may be dead, hurt or fled, and some are just people."""


def _has_many_fates(article: Article, thing: Thing) -> bool:
    return thing.base in _OF_MANY_FATES or article.vocabulary.kinds.get(thing.base) in _OF_MANY_FATES


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
    named = thing.base not in _OF_MANY_FATES
    if thing.predicate is not None or figure.value is None or named:
        return None
    if is_told_otherwise(article, figure, (thing.first, thing.last)):
        return None
    bare = thing.counted is None and figure.relative_to is None
    near = slice(max(0, number - _LIKE_REACH), number + _LIKE_REACH)
    alike = [
        (_log_ratio(figure, other) * (_KIND_TELLS if _is_kind(article, candidate, thing) else 1), candidate)
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
    fates = article.vocabulary.fates.get(thing.base, {})
    return other.base == thing.base or other.measure in fates.values() or _is_kind(article, other, thing)


def _is_kind(article: Article, other: Thing, thing: Thing) -> bool:
    """Whether another thing is a kind of this one: teachers are people."""
    fate = other.measure in article.vocabulary.fates.get(thing.base, {}).values()
    return not fate and other.base != thing.base and article.vocabulary.kinds.get(other.measure) == thing.base


_PARTS: Final = frozenset(("including", "include", "includes", "among"))


def _joined(article: Article, things: list[Thing], number: int) -> Thing | None:
    """What happened to the things before in the sentence: "listed 112 firms and 44 people", "including 14 children"."""
    figure, thing = article.figures[number], things[number]
    if not number or thing.counted is None:
        return None
    other, before = article.figures[number - 1], things[number - 1]
    between = article.lower[max(other.last, before.last) : figure.first]
    measure = article.vocabulary.measure_of.get((thing.base, before.predicate or ""))
    pointed = article.lower[figure.last : figure.last + 2] in PART_OF or between[-2:] in PART_OF
    part = pointed or not _PARTS.isdisjoint(between)
    joined = part or between[-1:] in (["and"], ["as"], ["with"])
    joined = joined and figure.sentence - other.sentence <= pointed
    always = article.vocabulary.predicate_of.get(thing.measure)
    if thing.predicate is not None and not (part and thing.predicate == always):
        return None
    return replace(before, measure=measure) if joined and measure is not None else None


_SHARED: Final = 3
"""One in so many mentions of a measure that name an actor lets the others have it."""


def _share_actors(things: list[Thing]) -> None:
    """Let all figures of one measure have the actor that a fair part of them name, where they name only one.

    Whose people they are is told of each figure: "1,700 Malawians died in 2022" says nothing of the 112 of this year.
    """
    by_kind: dict[tuple[str, str], list[Thing]] = {}
    for thing in things:
        part = thing.part if thing.base not in _OF_MANY_FATES else ""
        by_kind.setdefault((thing.measure, part), []).append(thing)
    for group in by_kind.values():
        named = [thing.actor for thing in group if thing.actor is not None and thing.base != "people"]
        if len(set(named)) == 1 and len(named) * _SHARED >= len(group):
            for thing in group:
                thing.actor = named[0]
