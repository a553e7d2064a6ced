"""What a figure counts: the noun phrase, the measure that it stands for, what happened to it, and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from extraction.model import Figure
from extraction.naming.actors import actor_of, candidate_of
from extraction.naming.names import Names
from extraction.numbers.shared_units import is_held_against
from extraction.things import (
    counted_people,
    following_nouns,
    measured_nouns,
    noun_phrases,
    preceding_nouns,
    unit_things,
)
from extraction.things.announced import Announced, announced_things, labelled_entry
from extraction.things.answered_things import answered, repeated
from extraction.things.completed_things import ABOARD, completed
from extraction.things.following_nouns import after_figure
from extraction.things.inherited_things import INHERITED_FIGURES, TELLING, inherited, points_elsewhere
from extraction.things.measured_owners import with_owner
from extraction.things.named_things import NamedThing, named_thing
from extraction.things.noun_phrases import PERCENT, REACH, is_idle, is_money, known_or_none
from extraction.things.predicates import deeds_of, is_only_said, predicates_of, told_of_whole
from extraction.things.thing import CONTINUES_REACH, LIKE_SIZED, Thing, is_fractional, is_whole, log_ratio
from extraction.words.article import Article
from extraction.words.vocabulary import Measure
from extraction.words.word_classes import (
    ADJECTIVE,
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


def find_things(article: Article, names: Names) -> list[Thing]:
    """Find what each figure counts, in order of the figures."""
    announced = announced_things(article)
    stated = _stated_things(article, names, announced)
    _take_meant(article, stated)
    _take_deeds(article, stated)
    _take_wholes(article, stated)
    things = _with_unstated(article, names, stated, announced)
    for number, figure in enumerate(article.figures):
        if figure.relative_to is not None and figure.base is not None:
            things[number] = _part_of(article, figure, things[figure.base], things[number])
    things = completed(article, things)
    return [with_owner(article, figure, thing) for figure, thing in zip(article.figures, things, strict=True)]


def _stated_things(article: Article, names: Names, announced: Mapping[int, Announced]) -> list[Thing | None]:
    """Find the things that the figures' own clauses tell, by figure; None where a clause leaves it open."""
    stated: list[Thing | None] = []
    for number, figure in enumerate(article.figures):
        stated.append(
            _opposed(article, number, stated)
            or _by_share(article, number, stated)
            or _listed_of(article, number, stated)
            or _compared(article, number, stated)
            or _labelled(article, names, figure, announced)
            or _stated(article, names, figure)
        )
    return stated


def _take_wholes(article: Article, stated: list[Thing | None]) -> None:
    """Let a figure that is told as a part or multiple of another count what that one does, in place."""
    for number, figure in enumerate(article.figures):
        whole = stated[figure.base] if figure.relative_to is not None and figure.base is not None else None
        if whole is not None:
            part = stated[number] or replace(whole, counted=None, actor=None, first=figure.last, last=figure.last)
            stated[number] = _part_of(article, figure, whole, part)


def _with_unstated(
    article: Article, names: Names, stated: list[Thing | None], announced: Mapping[int, Announced]
) -> list[Thing]:
    """Find from the sentences around what the clauses leave open: a thing for each figure, an unknown one at worst."""
    things: list[Thing] = []
    for number, (figure, thing) in enumerate(zip(article.figures, stated, strict=True)):
        below = figure.unit is None and (figure.value or 0) < 0  # nobody counts fewer than none
        found = thing or _halved(article, number, things) or _compared(article, number, things)
        found = found or (None if below else _unstated(article, names, number, stated, things, announced))
        things.append(
            found
            or _main_quantity(article, number, [*things, *stated[number:]])
            or (None if below else _named_before(article, names, figure))
            or _unnamed(article, figure)
        )
    return things


def _halved(article: Article, number: int, things: list[Thing]) -> Thing | None:
    """Take the thing of the figure before where a second half has no verb: "Police counted 900, the unions 2,000"."""
    figure, before = article.figures[number], article.figures[number - 1]
    if not number or before.sentence != figure.sentence or before.unit != figure.unit or figure.trend != before.trend:
        return None
    between = range(before.last, figure.first)
    subject = [index for index in between if article.classes[index] in (NOUN, NAME)]
    plain = all(article.classes[index] in _IN_HALF for index in between) and 0 < len(between) <= CONTINUES_REACH
    if not plain or not subject or article.lower[before.last] not in (",", ";", "and", "while", "but"):
        return None
    return replace(things[number - 1], counted=None, first=figure.last, last=figure.last)


_IN_HALF: Final = frozenset((COMMA, CONJUNCTION, DETERMINER, NOUN, NAME, ADJECTIVE, POSSESSIVE, QUOTE, STOP))


def _thing_before(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """What the figure before this one counts, where it stands in the same sentence."""
    together = number > 0 and article.figures[number - 1].sentence == article.figures[number].sentence
    return stated[number - 1] if together else None


def _opposed(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take the second figure of a vote for what stood against the first: "by 88 votes to 61", "212-98"."""
    figure, before = article.figures[number], article.figures[number - 1]
    thing = _thing_before(article, number, stated)
    if thing is None or thing.base not in _VOTES or figure.unit is not None:
        return None
    if article.lower[before.last : figure.first] not in (["votes", "to"], ["votes", "against"], ["-"], ["–"]):
        return None
    return replace(
        thing, measure=_AGAINST_VOTES, base=_AGAINST_VOTES, counted=None, first=figure.last, last=figure.last
    )


_VOTES: Final = frozenset(("votes", "votes_cast"))
_AGAINST_VOTES: Final = "votes_against"


def _listed_of(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take the noun of the figure before where only its "of" comes again: "two counts of theft and three of arson"."""
    figure, before = article.figures[number], article.figures[number - 1]
    thing = _thing_before(article, number, stated)
    if thing is None or article.lower[figure.last] != "of" or figure.unit is not None or before.unit is not None:
        return None
    joined = article.lower[figure.first - 1] in ("and", ",") and article.lower[thing.last] == "of"
    listed = joined and before.last < thing.last < figure.first and article.lower[figure.last + 1] not in _PRONOUNS
    sort = noun_phrases.phrase_at(article, figure.last + 1, article.sentences[figure.sentence].last) if listed else None
    return replace(thing, counted=_counted(article, *sort[0]), first=figure.last, last=figure.last) if sort else None


_PRONOUNS: Final = frozenset(("them", "those", "these", "whom", "which", "the", "his", "her", "their", "its", "us"))
"""Words behind "of" by which a figure is a part of something, not of a sort of the things before."""


def _by_share(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take a profit or loss said again by the share for what it is: "earned $210 million, or $2.10 a share"."""
    figure, before = article.figures[number], article.figures[number - 1]
    thing = _thing_before(article, number, stated)
    if thing is None or thing.measure not in article.thing_words.result:
        return None
    if article.lower[before.last : figure.first] != [",", "or"]:
        return None
    if article.lower[figure.last : figure.last + 2] not in (["a", "share"], ["per", "share"]):
        return None
    return replace(thing, measure=_BY_SHARE, base=_BY_SHARE, counted=None, first=figure.last, last=figure.last)


_BY_SHARE: Final = "earnings_per_share"


def _take_meant(article: Article, stated: list[Thing | None]) -> None:
    """Put the things that are meant, in place, for nouns that say nothing: "5,100 pieces", "a list of 800 lines"."""
    for number, thing in enumerate(stated):
        if thing is not None and thing.counted is not None and thing.measure in article.thing_words.counter:
            stated[number] = _meant(article, number, thing, stated) or thing


def _meant(article: Article, number: int, counter: Thing, stated: list[Thing | None]) -> Thing | None:
    """Find the things that such a noun stands for: those of the figure around it that is nearest in size."""
    figure = article.figures[number]
    if figure.unit is not None or (figure.value or 0) < TELLING:
        return None
    near = range(max(0, number - _MEANT_REACH), min(len(stated), number + _MEANT_REACH))
    alike = (
        (log_ratio(figure, article.figures[other]), thing)
        for other in near
        if (thing := stated[other]) is not None and other != number and thing.measure not in article.thing_words.counter
        if article.figures[other].unit is None and article.figures[other].value
        if thing.base != "people" and article.vocabulary.measures.kinds.get(thing.base) != "people"
    )
    ratio, meant = min(alike, key=lambda pair: pair[0], default=(LIKE_SIZED, None))
    return replace(meant, counted=counter.counted) if meant is not None and ratio < LIKE_SIZED else None


_MEANT_REACH: Final = 12


def _take_deeds(article: Article, stated: list[Thing | None]) -> None:
    """Put what befell things, in place, for nouns that name a deed: "closures: 40" where the text counts schools."""
    told = [thing.base for thing in stated if thing is not None]
    for thing in stated:
        if thing is None or thing.measure in article.vocabulary.measures.names or thing.counted is None:
            continue
        deed = _deed_at_end(article, thing)
        fates = [(base, deed) for base in (*_ordered(told), *_named(article, thing), "people")] if deed else []
        measures = article.vocabulary.measures.measure_of
        befallen = next((fate for fate in fates if measures.get(fate, fate[0]) != fate[0]), None)
        if befallen is not None and article.classes[thing.last - 1] == NOUN:
            thing.base, thing.predicate = befallen
            thing.measure = measures[befallen]


def _deed_at_end(article: Article, thing: Thing) -> str | None:
    """What the last words of a thing tell to have been done: "40 school | closures", "11 | shoot-downs"."""
    told = ((index, article.cues.predicates.get(index)) for index in range(thing.first, thing.last))
    return next((cue[1] for index, cue in told if cue is not None and index + cue[0] == thing.last), None)


def _named(article: Article, thing: Thing) -> list[str]:
    """The known things named without a figure: those that "of" adds to a thing, then those before it, nearest first."""
    places = sorted((index for index in article.cues.measures if index < thing.first), reverse=True)
    places = [*(index for index in article.cues.measures if index == thing.last + 1), *places]
    return [article.cues.measures[index][1].name for index in places if article.classes[index] == NOUN]


def _ordered(measures: list[str]) -> list[str]:
    """The things of an article, the one first that it counts most."""
    return [measure for measure, _ in Counter(measures).most_common() if measure != "people"]


def _compared(article: Article, number: int, stated: Sequence[Thing | None]) -> Thing | None:
    """Take the thing of the figure that this one is held against: "41 percent, against 38 a year ago", "not 4.2"."""
    figure, before = article.figures[number], article.figures[number - 1]
    if not number or before.sentence != figure.sentence or figure.unit != before.unit or figure.relative_to is not None:
        return None
    index = figure.first - 1
    while index > before.last and (
        article.classes[index] in (DETERMINER, POSSESSIVE) or article.lower[index] in article.thing_words.foretold
    ):
        index -= 1
    owned = article.classes[figure.first - 1] == POSSESSIVE or article.lower[figure.last] == "of"
    led = _AGAINST | _BEYOND if owned and index < figure.first - 1 else _AGAINST
    between = article.lower[before.last : figure.first]
    held = (index >= before.last and article.lower[index] in led) or is_held_against(between, _figure_nouns(article))
    own = after_figure(article, figure) if held else None
    thing = stated[number - 1]
    if not held or thing is None or (own is not None and own[1].name != thing.base):
        return None
    return replace(thing, counted=None, first=figure.last, last=figure.last)


def _figure_nouns(article: Article) -> frozenset[str]:
    """Nouns that only say that a figure is one: "the ministry's number of 300"."""
    return article.vocabulary.words["level_of"]


_AGAINST: Final = frozenset(("than", "from", "against", "versus", "not"))
"""Words before a figure that another one is held against."""
_BEYOND: Final = frozenset(("above", "below", "beyond", "over", "under"))
"""The same, where it is told whose figure it is: "well below the ministry's 300", "above the 133 of the list"."""


def _labelled(article: Article, names: Names, figure: Figure, announced: Mapping[int, Announced]) -> Thing | None:
    """Take the label right before a figure that has no noun of its own: "Power: 480 MW", "Turtles: five"."""
    topic = _own_label(article, figure, announced)
    if topic is None or topic.measure is None:
        return None
    own = after_figure(article, figure)
    own = own if own is None or article.lower[own[0][1]] != ":" else None  # the next label of a box
    own = own or unit_things.by_unit(article, figure)
    measure = own[1].name if own is not None else "people"  # "Evacuees: 2,918 people"
    known = measure != "people" and (figure.unit is None or measure in article.vocabulary.measures.names)
    return None if known else _settle(article, names, figure, topic.phrase, topic.measure)


def _own_label(article: Article, figure: Figure, announced: Mapping[int, Announced]) -> Announced | None:
    """The label that opens the figure's sentence, if nothing else comes between, or that of its entry in a box."""
    topic = announced.get(figure.sentence)
    first = article.sentences[figure.sentence].first
    if topic is not None and topic.measure is not None and first <= topic.phrase[0] < topic.phrase[1] <= figure.first:
        between = article.lower[topic.phrase[1] : figure.first]
        if between[:1] == [":"] and len(between) <= _LABEL_REACH and between.count(":") == 1:
            return topic
    return labelled_entry(article, figure) if ":" in article.lower[figure.first - 3 : figure.first] else None


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
    if _counted_since(article, number, stated, topic.phrase[1]) or not _may_answer(article, figure, topic):
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


def _may_answer(article: Article, figure: Figure, topic: Announced) -> bool:
    """Whether a figure can answer a question: a count one for things, a quantity one for a measure of its kind."""
    if topic.asked is not None or topic.measure is None:
        return not topic.late or figure.unit is None
    if not unit_things.is_given_in(article, figure, topic.measure):
        return False
    measured = topic.measure.name in article.vocabulary.units.measure_dimensions
    if figure.unit is not None or not topic.may_go_on:
        return measured or not topic.may_go_on
    if measured:
        opens = figure.first - article.sentences[figure.sentence].first <= 1
        return opens and not topic.late and (figure.value or 0) >= _LEAST_SUM
    return is_plural(article.lower[topic.phrase[1] - 1])


_LEAST_SUM: Final = 1000
"""From here on a bare number may be the sum that a question asks for: "What does it cost?", "Ninety thousand."."""


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
        answers = article.lower[other.last] in article.thing_words.answer
        if stated[position] is not None and other.unit == article.figures[number].unit and not answers:
            return True
    return False


def _unstated(
    article: Article,
    names: Names,
    number: int,
    stated: list[Thing | None],
    known: Sequence[Thing],
    announced: Mapping[int, Announced],
) -> Thing | None:
    """Find what a figure counts whose clause does not say it: what stood before, is known nearby, or follows.

    `known` is what all figures before it count.
    """
    figure = article.figures[number]
    changed = _nearest_known(article, names, figure) if figure.trend is not None else None
    return (
        changed
        or repeated(article, number, known)
        or _announced(article, names, number, stated, announced)
        or _crowd_before(article, names, figure)
        or answered(article, number, known)
        or inherited(article, names, number, stated, range(max(0, number - INHERITED_FIGURES), number))
        or _nearest_known(article, names, figure)
        or _topic_before(article, names, figure)
        or inherited(article, names, number, stated, range(number + 1, min(len(stated), number + INHERITED_FIGURES)))
    )


def _part_of(article: Article, figure: Figure, whole: Thing, part: Thing) -> Thing:
    """Find what a relative figure counts: the things of its base, under the fate that its own clause tells of them."""
    whole = replace(whole, counted=part.counted, actor=part.actor or whole.actor)
    happened = predicates_of(article, figure, (figure.first, max(figure.last, whole.last)))
    for predicate in happened:
        measure = article.vocabulary.measures.measure_of.get((whole.base, predicate))
        if measure is not None and is_whole(article, article.figures[figure.base or 0]):
            return replace(
                whole, measure=measure, predicate=article.vocabulary.measures.predicate_of.get(measure) or predicate
            )
    return whole


def _stated(article: Article, names: Names, figure: Figure) -> Thing | None:
    """Take the thing that the figure's own clause states, by the ways in which English puts it, the closest first."""
    for way in _WAYS:
        found = way(article, figure)
        if found is not None and unit_things.can_be_of(article, figure, found):
            return _settle(article, names, figure, found[0], _of_toll(article, figure, found[1]))
    return None


def _of_toll(article: Article, figure: Figure, measure: Measure) -> Measure:
    """Read "the death toll has grown to 318 people" by its subject, which says what befell them."""
    if measure.name != "people" or article.lower[figure.first - 1] not in ("to", "at"):
        return measure
    subject = measured_nouns.any_subject(article, figure)
    told = subject is not None and subject[1].name in article.vocabulary.measures.fates["people"].values()
    return subject[1] if subject is not None and told else measure


def _nearest_known(article: Article, names: Names, figure: Figure) -> Thing | None:
    """Fall back on the known wording that stands nearest before the figure in its sentence, where this is only said."""
    start = max(article.sentences[figure.sentence].first, figure.first - REACH)
    known = known_or_none(article, start, figure.first)
    led = figure.trend is not None or is_only_said(article, figure) or points_elsewhere(article, figure)
    led = led or (known is not None and article.lower[known[0][1] : figure.first] in ([], [",", "at"]))
    given = known is not None and unit_things.can_be_of(article, figure, known)
    return _settle(article, names, figure, *known) if known is not None and given and led else None


def _topic_before(article: Article, names: Names, figure: Figure) -> Thing | None:
    """Take the things named before without a number: "North Korean troops are there. Ukraine says 4,500"."""
    led = is_only_said(article, figure) or points_elsewhere(article, figure)
    if figure.unit is not None or not led or is_fractional(figure):
        return None
    start = article.sentences[figure.sentence].first
    for index in range(start - 1, max(start - _TOPIC_REACH, 0) - 1, -1):
        plural = article.classes[index] == NOUN and is_plural(article.lower[index])
        known = article.cues.measures.get(index)
        idle = is_idle(article, index) and (known is None or not _is_spoken_of(article, known[1]))
        if plural and article.classes[index + 1] != NOUN and not idle and not article.sentence(index).furniture:
            troops = known is not None and is_idle(article, index) and ((index, index + 1), known[1])
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
    return told is not None and ("people", told[1]) in article.vocabulary.measures.measure_of


def _is_spoken_of(article: Article, measure: Measure) -> bool:
    """Whether people are spoken of more than they speak: soldiers, and those whose noun tells what befell them."""
    return measure.name == _TROOPS or measure.name in article.vocabulary.measures.settled_fates


_TROOPS: Final = "troops"
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
    clear = most >= _MAIN and most > next_most and measure in article.vocabulary.measures.names
    return replace(told[measure], counted=None, first=figure.last, last=figure.last) if clear else None


_MAIN: Final = 2
"""Figures that an article gives of a quantity before it is what a bare one in its unit speaks of."""


def _named_before(article: Article, names: Names, figure: Figure) -> Thing | None:
    """Take what the text names before without a number; a very large number without a unit is rather money."""
    bare = figure.unit is None and figure.relative_to is None and not is_fractional(figure)
    named = named_thing(article, figure) if bare and (figure.value or 0) < _LEAST_UNNAMED else None
    return counted_as_named(article, names, figure, named) if named is not None else None


def counted_as_named(article: Article, names: Names, figure: Figure, named: NamedThing) -> Thing:
    """Make the thing of a figure of a noun elsewhere, under what the figure's own verb tells."""
    thing = _settle(article, names, figure, *named.found)
    return replace(thing, counted=None, first=figure.last, last=figure.last)


_LEAST_UNNAMED: Final = 1_000_000


def _unnamed(article: Article, figure: Figure) -> Thing:
    """Leave open what a figure counts that no word names: a noun that only stands near would be a wrong answer."""
    dimension = noun_phrases.dimension_of(article, figure)
    return Thing(article.vocabulary.units.open_measures.get(dimension or "", _UNKNOWN), None, None, None)


_UNKNOWN: Final = "unknown"


def _settle(article: Article, names: Names, figure: Figure, phrase: tuple[int, int], measure: Measure) -> Thing:
    """Bring noun and predicate together: people who were killed are deaths."""
    vocabulary = article.vocabulary
    predicate = _befell(article, figure, phrase, measure)
    untold = vocabulary.measures.measure_of.get((measure.name, ""), measure.name)
    settled = vocabulary.measures.measure_of.get((measure.name, predicate or ""), untold)
    if figure.unit in PERCENT:
        crowd = (
            settled in vocabulary.date_words["counted_once"]
            and (settled, "percent") not in vocabulary.measures.measure_of
        )
        settled = _as_share(article, figure, measure.name if crowd else settled)  # a share of voters is no crowd
    if is_money(figure):
        settled = _as_money(article, figure, settled)
    settled = _in_its_dimension(article, figure, settled)
    predicate = vocabulary.measures.predicate_of.get(settled) or predicate
    voted = settled == "vote_share"
    actor = candidate_of(article, names, figure) if voted else actor_of(article, names, figure, phrase)
    counted = _counted(article, *phrase)
    open_still = settled in vocabulary.measures.fates and settled not in vocabulary.measures.predicate_of
    base = settled if open_still and not is_whole(article, figure) else measure.name
    return Thing(settled, counted, predicate, actor, base, measure.part, *phrase)


def _befell(article: Article, figure: Figure, phrase: tuple[int, int], measure: Measure) -> str | None:
    """Take of what befell the things that for which such things have a measure, and what their noun says last."""
    tell = told_of_whole if is_whole(article, figure) else predicates_of
    happened = list(tell(article, figure, phrase))
    telling = [
        predicate for predicate in happened if (measure.name, predicate) in article.vocabulary.measures.measure_of
    ]
    told_already = (ABOARD, _AFFECTED, article.vocabulary.measures.predicate_of.get(measure.name))
    if article.lower[figure.first - 1] not in ("with", "carrying"):  # "sank with 270 passengers on board"
        telling.sort(key=lambda predicate: predicate in told_already)
    if not telling and happened and "people" in (measure.name, article.vocabulary.measures.kinds.get(measure.name)):
        happened = list(deeds_of(article, figure, phrase))
    told = (predicate for predicate in happened if predicate not in article.thing_words.told_by_verb)
    return next(iter(telling or told), None)


_AFFECTED: Final = "affected"
"""What says less than the noun for what it was: "the layoffs affect 210 people"."""


def _as_money(article: Article, figure: Figure, measure: str) -> str:
    """Give what a sum is of a thing: a toll that is paid kills nobody, and a thing is worth it or costs it."""
    measure = "toll_charge" if measure == "deaths" else measure
    if measure not in article.thing_words.priced:
        return measure
    return "value" if article.lower[figure.first - 1] == "worth" else f"{measure}_cost"


def _in_its_dimension(article: Article, figure: Figure, measure: str) -> str:
    """Leave open what a sum or a quantity measures where the noun is of people or things, which only are counted."""
    dimension = noun_phrases.dimension_of(article, figure)
    own = article.vocabulary.measures.measure_of.get((measure, dimension or ""))
    if own is not None:
        return own  # "a gross domestic product of €64 billion"
    counts = measure in article.vocabulary.measures.counted_only or "people" in (
        measure,
        article.vocabulary.measures.kinds.get(measure),
    )
    counts = counts or (dimension in _OF_THINGS and _is_described(article, figure, measure))
    if dimension in (None, "share", "share difference") or not counts:
        return measure
    return article.vocabulary.units.open_measures.get(dimension, _UNKNOWN)


def _is_described(article: Article, figure: Figure, measure: str) -> bool:
    """Whether a quantity only describes an unlisted noun right behind it: "a 40-metre giant"."""
    listed = measure in article.vocabulary.measures.names
    return not listed and article.classes[figure.last] in (NOUN, ADJECTIVE)


_OF_THINGS: Final = frozenset(("length", "mass"))
"""Dimensions of a thing itself, which its noun does not tell: how high the mast is, how heavy the load."""


def _as_share(article: Article, figure: Figure, measure: str) -> str:
    """Give what a percentage measures: the change of the thing, but "14 percent of its output" is no change."""
    named = article.vocabulary.measures.measure_of.get((measure, "percent"), measure)
    whole = article.lower[figure.last] == "of" and figure.trend is None
    return measure if whole and named.endswith(("_change", "_growth")) else named


def _counted(article: Article, first: int, last: int) -> str | None:
    """Give the words for the things without what stands before them: "double the 4,500 staff" counts staff."""
    numbers = {other.first: other.last for other in article.figures_of(first) if first <= other.first < last}
    while first < last and (
        first in numbers or article.classes[first] == DETERMINER or article.lower[first] in ("more", "other", "-")
    ):
        first = numbers.get(first, first + 1)
    return article.words(first, last) or None


_WAYS: Final = (
    following_nouns.others,
    following_nouns.before_hedge,
    following_nouns.as_many,
    following_nouns.past_correction,
    counted_people.some_of_them,
    preceding_nouns.there_are,
    counted_people.seats_of,
    counted_people.room_for,
    counted_people.made_for,
    measured_nouns.by_odds,
    counted_people.members_of,
    unit_things.by_unit,
    counted_people.share_of_person,
    unit_things.above_price,
    unit_things.change_in,
    counted_people.won_by,
    counted_people.said_to_be,
    counted_people.object_in_frame,
    counted_people.living_in,
    unit_things.by_the_share,
    unit_things.staked,
    unit_things.valued,
    measured_nouns.traded,
    following_nouns.after_figure,
    counted_people.object_of_verb,
    counted_people.told_before,
    measured_nouns.number_of,
    counted_people.passive_behind,
    preceding_nouns.of_which,
    preceding_nouns.before_preposition,
    preceding_nouns.antecedent,
    counted_people.state_of_people,
    measured_nouns.any_subject,
    unit_things.by_verb,
    preceding_nouns.object_before,
    preceding_nouns.verbless,
    preceding_nouns.subject,
    counted_people.subject_of_next_verb,
    preceding_nouns.before_colon,
    measured_nouns.any_before,
    measured_nouns.any_object,
    measured_nouns.by_unit_alone,
)
"""The ways in which English puts a noun to its number, the closest first."""
