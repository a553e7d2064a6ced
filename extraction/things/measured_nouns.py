"""What a figure measures by grammar alone, where no table knows the noun: "the ransom was $8 million"."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.things.noun_phrases import (
    PERCENT,
    REACH,
    Found,
    dimension_of,
    end_of_head,
    is_idle,
    is_money,
    known_or_none,
    measure_of_phrase,
)
from extraction.words.article import Article
from extraction.words.subjects import before_aside, phrase_before
from extraction.words.vocabulary import Measure
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    HYPHEN,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
    is_plural,
)

_AT: Final = frozenset(
    ("at", "to", "of", "by", "on", "from", "between", "above", "below", "past", "for", "up", "down", "out")
)
"""Words that may stand between a verb of measuring and its figure: "stands at 140", "climbed from 3 to 5"."""


def _value_verb(article: Article, figure: Figure) -> int | None:
    """Find the verb of measuring whose value the figure is: "rents climbed 5.2 percent to €1,955", "the ransom was"."""
    start = article.sentences[figure.sentence].first
    hedged = article.classes[figure.first] == VERB  # "estimated at"
    index = figure.first - (not hedged)
    while index > start:
        other = next((f for f in article.figures_of(index) if f.first <= index < f.last and f is not figure), None)
        if other is not None:
            index = other.first - 1
            continue
        word, mark = article.lower[index], article.classes[index]
        if word in article.thing_words.sums_up and index == figure.first - 1:
            return index if is_plural(article.lower[index - 1]) or article.classes[index - 1] == VERB else None
        if (
            word in article.vocabulary.measures.value_verbs
            and mark in (VERB, GERUND, NOUN)
            and not is_idle(article, index)
        ):
            return index
        passive = mark == VERB and article.lower[index + 1] == "at" and article.lower[index - 1] in _SET_AT
        if (mark == AUXILIARY and word in _IS) or passive:
            return index
        if mark not in (ADVERB, DETERMINER, ADJECTIVE) and word not in _AT and not is_idle(article, index):
            return None
        index -= 1
    return None


_IS: Final = frozenset(("is", "are", "was", "were", "be", "been"))
_SET_AT: Final = _IS | {","}
"""Words before a participle that sets its subject at a figure: "was put at 40", "the pier, estimated at £9m"."""


def any_subject(article: Article, figure: Figure) -> Found | None:
    """Read "rents climbed 5.2 percent", "the ransom was $8 million": the subject of a verb of measuring."""
    verb = _value_verb(article, figure)
    if verb is None:
        return None
    start = article.sentences[figure.sentence].first
    named = _name_before(article, verb)
    if named is not None:
        return named
    apposed = article.lower[verb - 1] == "," and article.lower[verb + 1] == "at"
    subject = phrase_before(article, verb - 1, start) if apposed else before_aside(article, verb, start)
    if subject is None:
        return None
    if article.lower[verb] in article.thing_words.takes_object and figure.unit not in PERCENT:
        return None
    found = _any_noun(article, _whole_subject_start(article, subject.first, start), subject.last)
    untold = found is not None and found[1].name not in article.vocabulary.measures.names
    lasts = untold and dimension_of(article, figure) == "time"
    return None if lasts else found  # "the lift was out for 34 hours" measures no lift


def _whole_subject_start(article: Article, first: int, limit: int) -> int:
    """Where a subject begins that a preposition within it has cut: "passengers without | a ticket"."""
    if first - 2 > limit - 1 and article.lower[first - 1] in _WITHIN_SUBJECT:
        while first > limit and article.classes[first - 1] in (NOUN, PREPOSITION):
            first -= 1
    return first


def traded(article: Article, figure: Figure) -> Found | None:
    """Read "Kordal climbed 6%" behind a word on shares, and "shares rose from $31 a share": what they cost."""
    verb = _value_verb(article, figure) if figure.trend is not None or is_money(figure) else None
    if verb is None:
        return None
    subject = before_aside(article, verb, article.sentences[figure.sentence].first)
    if subject is None:
        return None
    told = known_or_none(article, subject.first, subject.last)
    named = article.tokens[subject.last - 1].text[:1].isupper()
    if told is None and figure.unit == "percent" and named:
        told = known_or_none(article, max(0, subject.first - _TRADED_REACH), subject.first)
    return told if told is not None and told[1].name == "share_price" else None


_TRADED_REACH: Final = 50


def _name_before(article: Article, verb: int) -> Found | None:
    """Take a known name of several words right before the verb, whose head may look like a verb: "approval rating"."""
    for first in range(max(0, verb - _LONGEST_NAME), verb - 1):
        known = article.cues.measures.get(first)
        if known is not None and first + known[0] == verb and article.classes[verb - 1] == GERUND:
            return (first, verb), known[1]
    return None


_LONGEST_NAME: Final = 4
_WITHIN_SUBJECT: Final = frozenset(("by", "without", "against", "under", "over", "per"))


def _any_noun(article: Article, first: int, last: int) -> Found | None:
    """Take the head of a noun phrase, across "of" where the head only says that something is counted."""
    head = end_of_head(article, first, last)
    noun = head - 1
    inside = any(figure.first <= noun < figure.last for figure in article.figures_of(first))
    if noun < first or inside or article.classes[noun] not in (NOUN, GERUND):
        return None
    if article.lower[noun] in article.thing_words.numbers and noun > first:
        return _any_noun(article, first, noun)  # "seabird numbers", "passenger figures"
    if article.lower[noun] in article.thing_words.mass or (article.lower[noun] in article.thing_words.figure):
        through = head + 1 < last and article.lower[head] == "of"
        return _any_noun(article, head + 1, last) if through else None
    untold = article.lower[noun] in article.thing_words.half_day or not article.lower[noun][:1].isalpha()
    if untold or article.lower[noun] in article.vocabulary.speaker_nouns:
        return None
    start = _start_of_name(article, first, head)
    known = measure_of_phrase(article, start, head)
    return ((start, head), known) if known is not None else None


def _start_of_name(article: Article, first: int, head: int) -> int:
    """Where the words begin that name a thing with its noun, which ends at `head`: known ones reach further back."""
    noun = head - 1
    start = noun
    while start > first and article.classes[start - 1] in (NOUN, ADJECTIVE, HYPHEN):
        start -= 1
    further = range(max(article.sentence(noun).first, head - _LONGEST_NAME), start)
    known = ((index, article.cues.measures.get(index)) for index in further)
    return next((index for index, found in known if found is not None and index + found[0] == head), start)


def any_before(article: Article, figure: Figure) -> Found | None:
    """Read "a ransom of $8 million", "gusts of 138 km/h", "a cull of 300": any noun whose amount follows "of"."""
    index = figure.first - 1
    start = article.sentences[figure.sentence].first
    if index - 1 < start or article.lower[index] not in ("of", "worth"):
        return None
    first = index
    while first > start and article.classes[first - 1] in (NOUN, ADJECTIVE, HYPHEN):
        first -= 1
    led = figure.unit is not None or _is_done(article, first, index)
    return _any_noun(article, first, index) if first < index and led else None


def _is_done(article: Article, first: int, last: int) -> bool:
    """Whether a phrase is for something done to many: "a cull of 300"; what is said has a number of its own."""
    led = article.classes[first - 1] in (DETERMINER, POSSESSIVE)
    return led and article.lower[last - 1] in article.vocabulary.verbs and last - 1 not in article.cues.speech


def any_object(article: Article, figure: Figure) -> Found | None:
    """Read "put the haul at 4.2 tonnes", "estimate the leak at 2,500": any noun that a verb sets at the figure."""
    start = article.sentences[figure.sentence].first
    at = figure.first - 1
    if at <= start or article.lower[at] not in ("at", "to"):
        return None
    for verb in range(at - 1, max(start, at - _OBJECT_REACH), -1):
        if article.classes[verb] in (COMMA, STOP, SUBORDINATOR, QUOTE):
            return None
        if article.classes[verb] in (VERB, GERUND):
            first = verb + 1
            while first < at and article.classes[first] in (DETERMINER, POSSESSIVE):
                first += 1
            counted = any(first <= other.first < at for other in article.figures_of(at))
            plain = first < at and not counted and article.classes[first] != PREPOSITION
            return _any_noun(article, first, at) if plain else None
    return None


_OBJECT_REACH: Final = 9


def by_odds(article: Article, figure: Figure) -> Found | None:
    """Read "one in 40" that is a figure by itself and no part of a whole: how likely something is."""
    odds = figure.unit is None and figure.hedge != "relative" and 0 < (figure.value or 0) < 1
    written = odds and "in" in article.lower[figure.first : figure.last]
    return ((figure.last, figure.last), Measure("probability", "")) if written else None


def by_unit_alone(article: Article, figure: Figure) -> Found | None:
    """Read a unit that tells what is measured where no word does."""
    measure = article.vocabulary.units.lone_units.get(figure.unit or "")
    return ((figure.last, figure.last), Measure(measure, "")) if measure else None


def number_of(article: Article, figure: Figure) -> Found | None:
    """Read "the number of sheep lost to wolves has risen to 75", "the number in hospital at 71"."""
    start = max(article.sentences[figure.sentence].first, figure.first - REACH)
    for index in range(figure.first - 2, start - 1, -1):
        pointed = article.lower[index] == "that" and article.lower[index + 1] == "of"
        counted = article.lower[index] in article.thing_words.number_noun and _says_of_whom(article, index + 1)
        if (pointed or counted) and _has_verb_of_others(article, figure, index):
            return None
        if pointed or counted:
            return _numbered(article, index + 1, figure.first)
        if article.lower[index] == ";" or article.classes[index] == STOP:
            return None
    return None


def _says_of_whom(article: Article, index: int) -> bool:
    """Whether words behind "number" say what it is of: "of sheep", "in hospital", "on board", "killed", "missing"."""
    if article.lower[index] in _COUNTED_BY:
        return True
    told = article.cues.predicates.get(index)
    return told is not None and ("people", told[1]) in article.vocabulary.measures.measure_of


def _has_verb_of_others(article: Article, figure: Figure, number: int) -> bool:
    """Whether a figure opens a clause of its own behind another one's: "cases reached 33, while 29 were treated"."""
    between = any(number < other.first < figure.first for other in article.figures_of(figure.first))
    opens = article.classes[figure.first - 1] in (COMMA, SUBORDINATOR, CONJUNCTION) or (
        article.lower[figure.first - 1] in ("with", "while")
    )
    return between and opens and article.classes[figure.last] in (AUXILIARY, VERB, ADVERB)


def number_spoken_of(article: Article, first: int, last: int) -> Found | None:
    """Read what a sentence without a figure says that a number is of: "the number of wounded remains disputed"."""
    for index in range(first, last - 2):
        counted = article.lower[index] in article.thing_words.number_noun and article.lower[index + 1] == "of"
        if counted:
            ahead = range(index + 3, last)
            limit = next((end for end in ahead if _is_finite(article, end)), last)
            return _numbered(article, index + 1, limit)
    return None


def _is_finite(article: Article, index: int) -> bool:
    """Whether a verb in the present stands there, with which the number's own clause goes on: "vary", "remains"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    return article.classes[index] == VERB and form is not None and form.form in ("s", "base")


def _numbered(article: Article, first: int, limit: int) -> Found | None:
    """Read the phrase after "number": to the preposition or auxiliary that ends what is said of the things."""
    through = article.lower[first] in ("of", "for")  # "his figure for the runaways"
    opened = first + through
    last = opened + 1
    while last < limit and article.lower[opened] == "who" and article.classes[last] in (AUXILIARY, ADVERB):
        last += 1  # "the number who were hurt"
    ends = (PREPOSITION, AUXILIARY, STOP, COMMA)
    while last < limit and (
        (article.classes[last] not in ends and article.lower[last] not in article.vocabulary.measures.value_verbs)
        or _is_infinitive(article, last)
        or _is_infinitive(article, last - 1)
    ):
        last += 1
    if not through:
        return (first, last), Measure("people", "")
    matches = (article.cues.measures.get(index) for index in range(opened, last))
    found = next((match for match in matches if match is not None), None)
    return ((opened, last), found[1]) if found is not None else _any_noun(article, opened, last)


_COUNTED_BY: Final = frozenset(("of", "for", "in", "without", "who"))


def _is_infinitive(article: Article, index: int) -> bool:
    """Whether "to" ties a verb to those who are counted: "the number of boats to sink", "known to have sunk"."""
    form = article.vocabulary.verbs.get(article.lower[index + 1])
    verb = article.lower[index + 1] in ("have", "be") or (form is not None and form.form == "base")
    return article.lower[index] == "to" and verb
