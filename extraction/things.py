"""What a figure counts: the noun phrase, the measure that it stands for, what happened to it, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import log

import simplemma

from extraction.actors import actor_of, candidate_of
from extraction.article import Article
from extraction.model import Figure, Trend
from extraction.names import Names
from extraction.predicates import governing_verb, predicates_of
from extraction.subjects import Subject, subject_before
from extraction.vocabulary import Measure
from extraction.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    DETERMINER,
    GERUND,
    HYPHEN,
    NAME,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
    is_plural,
)

_MODIFIERS = frozenset((ADJECTIVE, NAME, NOUN, POSSESSIVE, HYPHEN))
_OPENS_PHRASE = frozenset((DETERMINER, ADVERB, ADJECTIVE, HYPHEN))
_PERCENT = frozenset(("percent", "percentage point"))
_REACH = 30
"""Tokens before a figure in which its thing is looked for; longer clauses are lists and quotations."""
_INHERITED_SENTENCES = 8
_INHERITED_FIGURES = 16
_CURRENCY_CODE = 3
"""Letters of an ISO 4217 code, which is how a unit of money is named."""


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


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """Give the dictionary form of an English noun in lower case."""
    return str(simplemma.lemmatize(word, lang="en")).lower()


def find_things(article: Article, names: Names) -> list[Thing]:
    """Find what each figure counts, in order of the figures."""
    stated = [_stated(article, names, figure) for figure in article.figures]
    for number, figure in enumerate(article.figures):
        whole = stated[figure.base] if figure.relative_to is not None and figure.base is not None else None
        if whole is not None:
            part = stated[number] or replace(whole, counted=None, actor=None, first=figure.last, last=figure.last)
            stated[number] = _part_of(article, figure, whole, part)
    things = [thing or _unstated(article, names, number, stated) for number, thing in enumerate(stated)]
    for number, figure in enumerate(article.figures):
        if figure.relative_to is not None and figure.base is not None:
            things[number] = _part_of(article, figure, things[figure.base], things[number])
    return _completed(article, things)


def _unstated(article: Article, names: Names, number: int, stated: list[Thing | None]) -> Thing:
    """Find what a figure counts whose clause does not say it: what stood before, is known nearby, or follows."""
    figure = article.figures[number]
    changed = _nearest_known(article, names, figure) if figure.trend is not None else None
    return (
        changed
        or _inherited(article, names, number, stated, range(max(0, number - _INHERITED_FIGURES), number))
        or _nearest_known(article, names, figure)
        or _topic_before(article, names, figure)
        or _inherited(article, names, number, stated, range(number + 1, min(len(stated), number + _INHERITED_FIGURES)))
        or _nearest_noun(article, names, figure)
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


Found = tuple[tuple[int, int], Measure]


def _by_unit(article: Article, figure: Figure) -> Found | None:
    """Read a unit that tells what is measured: degrees, acres, "25 kilometres from"."""
    following = article.lower[figure.last] if figure.last < len(article.lower) else ""
    measures = article.vocabulary.unit_measures
    measure = measures.get((figure.unit or "", following)) or measures.get((figure.unit or "", ""))
    return ((figure.last, figure.last), Measure(measure, "")) if measure is not None else None


def _is_money(figure: Figure) -> bool:
    """Whether the figure is in a currency with a code of its own."""
    return figure.unit is not None and len(figure.unit) == _CURRENCY_CODE and figure.unit.isupper()


def _above_price(article: Article, figure: Figure) -> Found | None:
    """Read "28 percent above Thursday's closing price": the premium that a buyer pays."""
    if figure.unit != "percent" or article.lower[figure.last : figure.last + 1] not in (["above"], ["over"]):
        return None
    limit = min(article.sentences[figure.sentence].last, figure.last + _PRICE_REACH)
    known = (article.cues.measures.get(index) for index in range(figure.last + 1, limit))
    priced = any(found is not None and found[1].name in ("share_price", "price") for found in known)
    bought = article.topics()["acquired"] > 0
    return ((figure.last, figure.last), Measure("premium", "")) if priced and bought else None


_PRICE_REACH = 7


def _price(article: Article, figure: Figure) -> Found | None:
    """Read money by what is done with it: "agreed to buy the maker for $4 billion", "was fined €2m"."""
    if not _is_money(figure):
        return None
    for happened in predicates_of(article, figure, (figure.first, figure.first)):
        measure = article.vocabulary.measure_of.get(("money", happened))
        if measure is not None:
            return (figure.first, figure.first), Measure(measure, "")
    return None


def _after_figure(article: Article, figure: Figure) -> Found | None:
    """Read "6,000 Eritrean soldiers", "hundreds of people", "2,000 tonnes of rice", "a $40 million fund"."""
    limit = article.sentences[figure.sentence].last
    index = figure.last
    if index + 1 < limit and article.classes[index] == QUOTE and article.lower[index + 1] == "of":
        index += 1
    if index < limit and article.lower[index] == "of":
        index += 1
    elif figure.unit is not None and not _joins_unit(article, index, limit):
        return None
    contained = article.cues.measures.get(index) if figure.unit in _PERCENT else None
    if contained is not None and article.classes[index] == VERB:
        return (index, index + contained[0]), contained[1]
    index = _after_strong(article, _after_pronoun(article, index, limit), limit)
    fate = article.cues.measures.get(index) if index < limit else None
    if fate is not None and article.lower[index] in _FATES_AS_NOUNS and article.classes[index] == VERB:
        return (index, index + fate[0]), fate[1]
    opened = index
    while index < limit and article.classes[index] in _OPENS_PHRASE:
        index += 1
    last = max(_phrase_end(article, index, limit), _known_end(article, index))
    if last == index:
        last = index if index > opened and article.lower[index - 1] in _FATES_AS_NOUNS else opened
    measure = measure_of_phrase(article, opened, last) if last > opened else None
    return ((opened, _with_second_noun(article, last, limit)), measure) if measure is not None else None


def _known_end(article: Article, index: int) -> int:
    """End of a known wording that begins with a participle: "polling stations"."""
    if index >= len(article.classes) or article.classes[index] != GERUND:
        return index
    known = article.cues.measures.get(index)
    return index + known[0] if known is not None and known[0] > 1 else index


def _with_second_noun(article: Article, last: int, limit: int) -> int:
    """Take in the second of two things counted as one: "400 entities and individuals from a dozen countries"."""
    if last + 1 >= limit or article.lower[last] not in ("and", "or") or article.classes[last + 1] != NOUN:
        return last
    follows = article.classes[last + 2] if last + 2 < limit else STOP
    both = is_plural(article.lower[last - 1]) and is_plural(article.lower[last + 1])
    return last + 2 if both and follows in (PREPOSITION, STOP, COMMA, AUXILIARY, VERB) else last


_FATES_AS_NOUNS = frozenset(("dead", "missing", "homeless", "hurt", "injured", "wounded", "displaced", "infected"))


def _after_pronoun(article: Article, index: int, limit: int) -> int:
    """Step over "of them" to what they are said to be: "ten of them judges", "a third of them children"."""
    if index < limit and article.lower[index] in ("them", "those", "these", "whom", "which"):
        return index + 1
    return index


def _after_strong(article: Article, index: int, limit: int) -> int:
    """Step over the "-strong" of "a 12,000-strong crowd"."""
    strong = index + 1 < limit and article.classes[index] == HYPHEN and article.lower[index + 1] == "strong"
    return index + 2 if strong else index


def _joins_unit(article: Article, index: int, limit: int) -> bool:
    """Whether a noun follows a unit as what it measures: "$40 million fund", "85 percent contained", "in damages"."""
    if index >= limit:
        return False
    known = article.cues.measures.get(index + (article.lower[index] == "in"))
    return (
        article.classes[index] == NOUN
        or (known is not None and article.classes[index] != PREPOSITION)
        or (article.lower[index] == "in" and known is not None)
    )


def _phrase_end(article: Article, first: int, limit: int) -> int:
    """Walk to the end of a noun phrase: nothing but a further noun follows the first plural."""
    index = first
    while index < limit and (article.classes[index] in _MODIFIERS or _joins_modifiers(article, first, index, limit)):
        plural = index > first and article.classes[index - 1] == NOUN and is_plural(article.lower[index - 1])
        if plural and not (article.classes[index] == NOUN and is_plural(article.lower[index])):
            break
        index += 1
    return index


def _joins_modifiers(article: Article, first: int, index: int, limit: int) -> bool:
    """Whether an "and" joins modifiers and not things: "Belarusian and foreign entities"."""
    if article.lower[index] != "and" or index == first or index + 1 >= limit:
        return False
    only_modifiers = all(article.classes[position] in (ADJECTIVE, NAME) for position in range(first, index))
    return only_modifiers and article.classes[index + 1] == ADJECTIVE


def measure_of_phrase(article: Article, first: int, last: int) -> Measure | None:
    """Give the measure of a noun phrase: a wording of the table that ends it, else the lemma of its head."""
    for index in range(first, last):
        found = article.cues.measures.get(index)
        if found is not None and index + found[0] >= last:
            return found[1]
    head = article.lower[last - 1]
    if article.classes[last - 1] not in (NOUN, NAME, ADJECTIVE) or not head[:1].isalpha():
        return None
    return Measure(lemma(head), "")


def _object_of_verb(article: Article, figure: Figure) -> Found | None:
    """Read "injuring dozens" and "killed 17": people, where the verb says what happens to people."""
    verb = governing_verb(article, figure.first, article.sentences[figure.sentence].first)
    if verb is None or figure.unit is not None or article.lower[figure.last : figure.last + 1] == ["of"]:
        return None
    happened = article.cues.predicates.get(verb)
    if happened is None or ("people", happened[1]) not in article.vocabulary.measure_of:
        return None
    return (figure.first, figure.first), Measure("people", "")


def _subject_of_next_verb(article: Article, figure: Figure) -> Found | None:
    """Read "tens of thousands rallied": people, where the verb says what people do or undergo."""
    limit = article.sentences[figure.sentence].last
    index = figure.last
    while index < limit and article.classes[index] in (ADVERB, AUXILIARY):
        index += 1
    if index >= limit or article.classes[index] != VERB or figure.unit is not None:
        return None
    return _people_if_told(article, figure, index)


def _state_of_people(article: Article, figure: Figure) -> Found | None:
    """Read "fewer than 90,000 were in shelters" and "no one is missing": people, by what is said of them."""
    limit = article.sentences[figure.sentence].last
    index = figure.last
    while index < limit and article.classes[index] in (ADVERB, AUXILIARY):
        index += 1
    said = figure.last < index < limit and figure.unit is None
    return _people_if_told(article, figure, index) if said else None


def _people_if_told(article: Article, figure: Figure, index: int) -> Found | None:
    """People, where the words at `index` say what people do or undergo."""
    happened = article.cues.predicates.get(index)
    if happened is None or ("people", happened[1]) not in article.vocabulary.measure_of:
        return None
    return (figure.last, figure.last), Measure("people", "")


def _before_preposition(article: Article, figure: Figure) -> Found | None:
    """Read "a magnitude of 6.8", "put attendance at 22,000", "damage close to $350 million", "trade worth €1bn"."""
    start = article.sentences[figure.sentence].first
    index = figure.first
    if index - 1 < start or article.lower[index - 1] not in ("of", "at", "worth", "to", "by", "on", "-", ":"):
        return None
    index -= 1
    first = index
    while first > start and article.classes[first - 1] in _MODIFIERS:
        first -= 1
    return _known_or_none(article, first, index)


def _known_or_none(article: Article, first: int, last: int) -> Found | None:
    """Find a known wording inside the words, the one nearest to their end."""
    for index in range(last - 1, first - 1, -1):
        found = article.cues.measures.get(index)
        if found is None or index + found[0] > last or article.classes[index] in (VERB, GERUND):
            continue
        speaks = index + found[0] < last and _is_idle(article, index + found[0])  # "the economy ministry"
        if not speaks and (found[0] > 1 or not _is_idle(article, index)):
            start = _longest_start(article, first, index)
            return (start[0], start[0] + start[1]), start[2]
    return None


def _is_idle(article: Article, index: int) -> bool:
    """Whether the word names who speaks, or just a figure, and never what is counted."""
    return article.lower[index] in article.vocabulary.speaker_nouns or article.lower[index] in _FIGURE_NOUNS


_FIGURE_NOUNS = frozenset(
    (
        "number",
        "figure",
        "count",
        "total",
        "tally",
        "calculation",
        "estimate",
        "reckoning",
        "sum",
        "half",
        "part",
        "share",
    )
)


def _longest_start(article: Article, first: int, index: int) -> tuple[int, int, Measure]:
    """Prefer a longer wording that holds the one found at `index`: "death toll" to "toll"."""
    best = (index, *(article.cues.measures.get(index) or (1, Measure("", ""))))
    for start in range(max(first, index - 3), index):
        found = article.cues.measures.get(start)
        if found is not None and start + found[0] >= best[0] + best[1]:
            return start, *found
    return best


def _object_before(article: Article, figure: Figure) -> Found | None:
    """Read "puts Eritrean casualties, dead and wounded together, at 50": the first known noun after the verb."""
    sentence = article.sentences[figure.sentence]
    earlier = [other.last for other in article.figures_of(figure.first) if other.last <= figure.first]
    first = max([sentence.first, figure.first - _REACH, *earlier])
    for verb in range(figure.first - 1, first - 1, -1):
        if article.classes[verb] in (STOP, SUBORDINATOR) or article.lower[verb] == ";":
            first = verb + 1
            break
        if article.classes[verb] == VERB:
            first = verb + 1
            break
    else:
        first = first if earlier else figure.first
    for index in range(first, figure.first):
        found = article.cues.measures.get(index)
        if found is not None and article.classes[index] in (NOUN, ADJECTIVE, NAME) and index + found[0] <= figure.first:
            return (index, index + found[0]), found[1]
    return None


def _share_of_person(article: Article, figure: Figure) -> Found | None:
    """Read "gave Koleva 49.4 percent" and "put Velkov on 50.6 percent": a candidate's share of the vote."""
    if figure.unit != "percent":
        return None
    index = figure.first - 1
    while index > 0 and article.lower[index] in _WINS:
        index -= 1
    given = article.lower[index] in ("him", "her") and article.lower[index - 1] in ("gave", "give", "gives", "giving")
    if index not in article.persons_at and not given:
        return None
    return (index, index + 1), Measure("vote_share", "")


def _won_by(article: Article, figure: Figure) -> Found | None:
    """Read "had won by more than 10,000": a margin of votes."""
    before = article.lower[max(0, figure.first - 4) : figure.first]
    while before and article.classes[figure.first - 1] == QUOTE and before[-1] != "by":
        before.pop()
    won = figure.unit is None and before[-1:] == ["by"] and _WON.intersection(before)
    return ((figure.first, figure.first), Measure("vote_margin", "")) if won else None


_WON = frozenset(["won", "win", "wins", "winning", "beat", "beaten", "lost", "lose", "ahead", "leads", "led", "lead"])


def _number_of(article: Article, figure: Figure) -> Found | None:
    """Read "the number of people killed by cholera has risen to 34", "the number in hospital at 71"."""
    start = max(article.sentences[figure.sentence].first, figure.first - _REACH)
    for index in range(figure.first - 2, start - 1, -1):
        if article.lower[index] in ("number", "total", "tally") and article.lower[index + 1] in ("of", "in"):
            return _numbered(article, index + 1, figure.first)
        if article.lower[index] == ";" or article.classes[index] == STOP:
            return None
    return None


def _numbered(article: Article, first: int, limit: int) -> Found | None:
    """Read the phrase after "number": to the preposition or auxiliary that ends what is said of the things."""
    opened = first + (article.lower[first] == "of")
    last = opened + 1
    while last < limit and article.classes[last] not in (PREPOSITION, AUXILIARY, STOP) and article.lower[last] != ",":
        last += 1
    if article.lower[first] == "in":
        return (first, last), Measure("people", "")
    matches = (article.cues.measures.get(index) for index in range(opened, last))
    found = next((match for match in matches if match is not None), None)
    return ((opened, last), found[1]) if found is not None else None


_WINS = frozenset(["on", "with", "at", "had", "won", "got", "took", "has", "to", "received", "secured", "polled", "is"])


def _subject(article: Article, figure: Figure) -> Found | None:
    """Read "the death toll from Sunday's quake rose to 23": the head of the subject first, then the rest of it."""
    start = article.sentences[figure.sentence].first
    for verb in range(figure.first - 1, max(start, figure.first - _REACH), -1):
        if article.classes[verb] in (STOP, SUBORDINATOR) or article.lower[verb] == ";":
            return None
        if article.classes[verb] in (VERB, AUXILIARY):
            found = _in_subject(article, subject_before(article, verb, start))
            if found is not None:
                return found
    return None


def _in_subject(article: Article, subject: Subject | None) -> Found | None:
    if subject is None:
        return None
    head = subject.first
    while head < subject.last and (article.classes[head] != PREPOSITION or head == subject.first):
        head += 1
    if article.lower[head - 1] in ("number", "total", "count") and head < subject.last:
        return _known_or_none(article, head, subject.last)
    return _known_or_none(article, subject.first, head)


def _inherited(
    article: Article, names: Names, number: int, stated: list[Thing | None], positions: range
) -> Thing | None:
    """Take over what is counted elsewhere in the same unit, the figure nearest in size and place first.

    "3,000 of them" and "put the number at 40" speak of what stood before, "the 22,000 given by the police" of what
    follows; forty is no answer to eight thousand.
    """
    figure = article.figures[number]
    again = _reworded(article, number, stated)
    if again is not None:
        return again
    best: tuple[float, Thing] | None = None
    for position in positions:
        other, thing = article.figures[position], stated[position]
        if thing is None or not (other.unit == figure.unit or _takes_any_unit(figure)):
            continue
        apart = figure.sentence - other.sentence
        distance = _log_ratio(figure, other) + abs(apart) / 2 + abs(number - position) / 10
        distance -= _SAME_CLAUSE if _continues(article, other, figure) else 0
        if apart <= _INHERITED_SENTENCES and (best is None or distance < best[0]):
            best = (distance, thing)
    if best is None:
        return None
    inherited = replace(best[1], counted=None, first=figure.last, last=figure.last)
    if inherited.measure == "vote_share":
        inherited.actor = candidate_of(article, names, figure) or inherited.actor
    return inherited


_SAME_CLAUSE = 2.0
"""How much nearer a figure counts that the same sentence goes on from: a factor of seven in size."""


def _continues(article: Article, other: Figure, figure: Figure) -> bool:
    """Whether a figure only adds to one before it in the sentence: "3,600 were away; about 200 still are"."""
    return other.sentence == figure.sentence and 0 <= figure.first - other.last <= _CONTINUES_REACH


_CONTINUES_REACH = 8


def _takes_any_unit(figure: Figure) -> bool:
    return figure.relative_to is not None and figure.unit is None


def _reworded(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take the thing of the figure that this one says again in another unit: "for $4.35 billion, or €3.75 billion"."""
    if not number:
        return None
    figure, before = article.figures[number], article.figures[number - 1]
    between = article.lower[before.last : figure.first]
    again = between in ([",", "or"], ["or"], ["("], [",", "or", "the", "equivalent", "of"], [",", "equivalent", "to"])
    return stated[number - 1] if again else None


def _log_ratio(figure: Figure, other: Figure) -> float:
    """How far two figures are apart in size; nothing where one of them has none."""
    one, two = abs(figure.value or figure.low or 0), abs(other.value or other.low or 0)
    return abs(log(one / two)) if one > 0 and two > 0 and figure.relative_to is None else 0.0


def _nearest_known(article: Article, names: Names, figure: Figure) -> Thing | None:
    """Fall back on the known wording that stands nearest before the figure in its sentence."""
    start = max(article.sentences[figure.sentence].first, figure.first - _REACH)
    known = _known_or_none(article, start, figure.first)
    return _settle(article, names, figure, *known) if known is not None else None


def _topic_before(article: Article, names: Names, figure: Figure) -> Thing | None:
    """Take the things named before without a number: "North Korean troops are there. Ukraine says 4,500"."""
    if figure.unit is not None:
        return None
    start = article.sentences[figure.sentence].first
    for index in range(start - 1, max(start - _TOPIC_REACH, 0) - 1, -1):
        plural = article.classes[index] == NOUN and is_plural(article.lower[index])
        if plural and not _is_idle(article, index) and not article.sentence(index).furniture:
            found = _known_or_none(article, max(index - 2, 0), index + 1)
            if found is not None:
                return _settle(article, names, figure, *found)
    return None


_TOPIC_REACH = 150
"""Tokens before a sentence in which what it speaks of was named."""


def _nearest_noun(article: Article, names: Names, figure: Figure) -> Thing:
    """Fall back on the noun nearest before the figure that is nobody who speaks, else on the unit."""
    start = max(article.sentences[figure.sentence].first, figure.first - _REACH)
    inside = {index for other in article.figures_of(figure.first) for index in range(other.first, other.last)}
    for index in range(figure.first - 1, start - 1, -1):
        noun = article.classes[index] == NOUN and index not in inside and len(article.lower[index]) > 1
        if noun and not _is_idle(article, index):
            return _settle(article, names, figure, (index, index + 1), Measure(lemma(article.lower[index]), ""))
    return Thing("amount" if _is_money(figure) else figure.unit or "unknown", None, None, None)


def _settle(article: Article, names: Names, figure: Figure, phrase: tuple[int, int], measure: Measure) -> Thing:
    """Bring noun and predicate together: people who were killed are deaths."""
    vocabulary = article.vocabulary
    happened = [] if _is_whole(article, figure) else list(predicates_of(article, figure, phrase))
    telling = [predicate for predicate in happened if (measure.name, predicate) in vocabulary.measure_of]
    predicate = next(iter(telling or happened), None)
    settled = vocabulary.measure_of.get((measure.name, predicate or ""), measure.name)
    if figure.unit in _PERCENT:
        settled = vocabulary.measure_of.get((settled, "percent"), settled)
    predicate = vocabulary.predicate_of.get(settled) or predicate
    voted = settled == "vote_share"
    actor = candidate_of(article, names, figure) if voted else actor_of(article, names, figure, phrase)
    counted = _counted(article, *phrase)
    return Thing(settled, counted, predicate, actor, measure.name, measure.part, *phrase)


def _is_whole(article: Article, figure: Figure) -> bool:
    """Whether another figure takes a part of this one, whose fate is the part's: "none of its 4,870 workers"."""
    strong = article.lower[figure.last : figure.last + 2] == ["-", "strong"]
    index = figure.first - 1
    while index > 0 and article.classes[index] in (POSSESSIVE, DETERMINER, NAME):
        index -= 1
    part_of = index > 0 and article.lower[index] == "of"
    return strong or (part_of and any(other.last == index for other in article.figures_of(figure.first)))


def _counted(article: Article, first: int, last: int) -> str | None:
    while first < last and (article.classes[first] == DETERMINER or article.lower[first] in ("more", "other", "-")):
        first += 1
    return article.words(first, last) or None


_WAYS = (
    _by_unit,
    _share_of_person,
    _above_price,
    _won_by,
    _after_figure,
    _object_of_verb,
    _number_of,
    _before_preposition,
    _state_of_people,
    _price,
    _object_before,
    _subject,
    _subject_of_next_verb,
)


def _completed(article: Article, things: list[Thing]) -> list[Thing]:
    """Let the article fill what one sentence leaves open: what happened to the same things, and whose they are."""
    settled: dict[str, Thing] = {}
    for thing in things:
        if thing.measure != thing.base:
            settled.setdefault(thing.base, thing)
    for number, thing in enumerate(things):
        if thing.measure == thing.base and not _is_whole(article, article.figures[number]):
            fuller = _like(article, things, number) if thing.base in _OF_MANY_FATES else settled.get(thing.base)
            fuller = fuller or _joined(article, things, number)
            if fuller is not None:
                thing.measure, thing.predicate = fuller.measure, fuller.predicate
            elif thing.base not in _OF_MANY_FATES:
                _take_topic(article, article.figures[number], thing)
    _share_actors(things)
    _share_trends(article, things)
    return things


def _share_trends(article: Article, things: list[Thing]) -> None:
    """Let a figure for a change that does not say which way go as the others of its measure: "the ministry: 30.5"."""
    trends: dict[str, set[Trend | None]] = {}
    for figure, thing in zip(article.figures, things, strict=True):
        trends.setdefault(thing.measure, set()).add(figure.trend)
    for figure, thing in zip(article.figures, things, strict=True):
        known = trends[thing.measure] - {None}
        if figure.trend is None and thing.measure.endswith("_change") and len(known) == 1:
            figure.trend = next(iter(known))


def _take_topic(article: Article, figure: Figure, thing: Thing) -> None:
    """Let the article's subject say what happened: its entities are sanctioned ones where it speaks of sanctions."""
    topics = article.topics()
    fates = article.vocabulary.fates.get(thing.base, {})
    often = _OFTEN if len(set(fates.values())) > 1 else 1
    spoken = {measure: predicate for predicate, measure in fates.items() if topics[predicate] >= often}
    untold = thing.predicate is None or thing.predicate not in article.vocabulary.predicate_of.values()
    if untold and figure.unit not in _PERCENT and len(spoken) == 1:
        ((thing.measure, thing.predicate),) = spoken.items()


_OFTEN = 2
"""Mentions from which on what happened is a subject of the article."""
_OF_MANY_FATES = frozenset(("people", "troops", "workforce", "police_officers", "customers", "votes"))
"""What one article counts under several measures: its people may be dead, hurt or fled, and some are just people."""
_LIKE_REACH = 60
_ALIKE = 0.7
"""Natural logarithm of the ratio under which two figures for people may be one crowd: half to double."""


def _like(article: Article, things: list[Thing], number: int) -> Thing | None:
    """Another figure for the same kind of things, of like size, whose fate is told."""
    figure, thing = article.figures[number], things[number]
    if thing.predicate is not None or figure.value is None:
        return None
    near = slice(max(0, number - _LIKE_REACH), number + _LIKE_REACH)
    for other, candidate in zip(article.figures[near], things[near], strict=True):
        derived = candidate.base == thing.base and candidate.measure != candidate.base
        same = derived or candidate.measure in article.vocabulary.fates.get(thing.base, {}).values()
        if same and other.value and _log_ratio(figure, other) < _ALIKE:
            return candidate
    return None


_PARTS = frozenset(("including", "include", "includes", "among"))


def _joined(article: Article, things: list[Thing], number: int) -> Thing | None:
    """What happened to the things before in the sentence: "listed 112 firms and 44 people", "including 14 children"."""
    figure, thing = article.figures[number], things[number]
    if not number or thing.predicate is not None or thing.counted is None:
        return None
    other, before = article.figures[number - 1], things[number - 1]
    between = article.lower[max(other.last, before.last) : figure.first]
    measure = article.vocabulary.measure_of.get((thing.base, before.predicate or ""))
    part = _PARTS.intersection(between) or article.lower[figure.last : figure.last + 2] in (
        ["of", "them"],
        ["of", "whom"],
    )
    joined = between[-1:] in (["and"], ["as"], ["with"]) or part
    joined = bool(joined) and other.sentence == figure.sentence
    return replace(before, measure=measure) if joined and measure is not None else None


_SHARED = 3
"""One in so many mentions of a measure that name an actor lets the others have it."""


def _share_actors(things: list[Thing]) -> None:
    """Let all figures of one measure have the actor that a fair part of them name, where they name only one."""
    by_kind: dict[tuple[str, str], list[Thing]] = {}
    for thing in things:
        part = thing.part if thing.base not in _OF_MANY_FATES else ""
        by_kind.setdefault((thing.measure, part), []).append(thing)
    for group in by_kind.values():
        named = [thing.actor for thing in group if thing.actor is not None]
        if len(set(named)) == 1 and len(named) * _SHARED >= len(group):
            for thing in group:
                thing.actor = named[0]
