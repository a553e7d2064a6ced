"""What a figure counts by the known words around it: each way in which English puts a noun to its number.

Every way takes an article and a figure and gives the tokens of the noun phrase with its measure, or None.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import simplemma

from extraction.model import Figure
from extraction.things.predicates import framed, governing_verb, predicates_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, before_aside
from extraction.words.vocabulary import Measure
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    DETERMINER,
    GERUND,
    HYPHEN,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
    is_plural,
)

PERCENT: Final = frozenset(("percent", "percentage point"))
REACH: Final = 30
"""Tokens before a figure in which its thing is looked for; longer clauses are lists and quotations."""
_CURRENCY_CODE: Final = 3
"""Letters of an ISO 4217 code, which is how a unit of money is named."""
_MODIFIERS: Final = frozenset((ADJECTIVE, NAME, NOUN, POSSESSIVE, HYPHEN))
_OPENS_PHRASE: Final = frozenset((DETERMINER, ADVERB, ADJECTIVE, HYPHEN, NUMBER, POSSESSIVE))


Found = tuple[tuple[int, int], Measure]


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """Give the dictionary form of an English noun in lower case; only a plural has another: a "span" is no "spin"."""
    known = str(simplemma.lemmatize(word, lang="en")).lower() if is_plural(word) else word
    return known if known[:1] == word[:1] else word.removesuffix("s")


def by_unit(article: Article, figure: Figure) -> Found | None:
    """Read a unit that tells what is measured: degrees, acres, "25 kilometres from"."""
    following = _word_behind(article, figure)
    measures = article.vocabulary.unit_measures
    measure = measures.get((figure.unit or "", following)) or measures.get((figure.unit or "", ""))
    return ((figure.last, figure.last), Measure(measure, "")) if measure is not None else None


def _word_behind(article: Article, figure: Figure) -> str:
    """The word behind a quantity, over the end of its quotation and a conversion: "3 miles (5 km) from"."""
    index, limit = figure.last, article.sentences[figure.sentence].last
    if index + 1 < limit and article.classes[index] == QUOTE:
        index += 1
    if article.lower[index] in ("(", ","):
        closing = ")" if article.lower[index] == "(" else ","
        further = next((f for f in article.figures_of(figure.first) if index < f.first <= index + 2), None)
        if further is not None and article.lower[further.last] == closing:
            index = further.last + 1
    if article.lower[index] == ")":
        index += 1
    return article.lower[min(index, len(article.lower) - 1)]


def is_money(figure: Figure) -> bool:
    """Whether the figure is in a currency with a code of its own."""
    return figure.unit is not None and len(figure.unit) == _CURRENCY_CODE and figure.unit.isupper()


def dimension_of(article: Article, figure: Figure) -> str | None:
    """What the unit of a figure measures: money, volume, mass; None for a count."""
    return "money" if is_money(figure) else article.vocabulary.dimension_of.get(figure.unit or "")


def is_given_in(article: Article, figure: Figure, measure: Measure) -> bool:
    """Whether a measure can have the unit of a figure: no vote share is 37 days, no waiting time $5 million."""
    own = article.vocabulary.measure_dimensions.get(measure.name)
    dimension = dimension_of(article, figure)
    if own is None or dimension is None or (measure.name, dimension) in article.vocabulary.measure_of:
        return True
    whole = measure.name == "gdp_growth" and article.lower[figure.last] == "of"  # "2.4 percent of GDP"
    return not whole and (own in dimension or dimension.startswith(("share", "points")))


def can_be_of(article: Article, figure: Figure, found: Found) -> bool:
    """Whether words that were found may tell what a figure counts, by its unit and by how many there can be."""
    return is_given_in(article, figure, found[1]) and not _is_one(article, figure, found)


def _is_one(article: Article, figure: Figure, found: Found) -> bool:
    """Whether words before a count name one thing, of which it counts no more: "in the hospital were 19"."""
    (first, last), measure = found
    if measure.name not in article.vocabulary.counted_only or article.lower[figure.last] == "others":
        return False  # "the number in hospital" is of people; "her house and the nine others" of houses
    before = first < last <= figure.first and figure.unit is None and article.classes[last - 1] == NOUN
    several = before and (figure.value or 0) >= _MANY and article.lower[last - 1] in article.vocabulary.single_things
    return several and article.lower[last] not in article.thing_words.figure


def above_price(article: Article, figure: Figure) -> Found | None:
    """Read "9 percent over the last share price": the premium that a buyer pays."""
    if figure.unit != "percent" or article.lower[figure.last : figure.last + 1] not in (["above"], ["over"]):
        return None
    limit = min(article.sentences[figure.sentence].last, figure.last + _PRICE_REACH)
    known = (article.cues.measures.get(index) for index in range(figure.last + 1, limit))
    priced = any(found is not None and found[1].name in ("share_price", "price") for found in known)
    bought = article.topics()["acquired"] > 0
    return ((figure.last, figure.last), Measure("premium", "")) if priced and bought else None


_PRICE_REACH: Final = 7


def by_verb(article: Article, figure: Figure) -> Found | None:
    """Read a sum or quantity by what is done with it: "was fined €2m", "10,000 litres had escaped"."""
    dimension = dimension_of(article, figure)
    if dimension is None:
        return None
    for happened in predicates_of(article, figure, (figure.first, figure.first)):
        measure = article.vocabulary.measure_of.get((dimension, happened))
        if measure is not None:
            return (figure.first, figure.first), Measure(measure, "")
    return None


def after_figure(article: Article, figure: Figure) -> Found | None:
    """Read "6,000 Eritrean soldiers", "hundreds of people", "2,000 tonnes of rice", "a $40 million fund"."""
    limit = article.sentences[figure.sentence].last
    whole = _whole_behind(article, figure)
    if whole is not None:
        return after_figure(article, whole)
    index = _behind_of(article, figure, limit) if not _is_nobody(article, figure) else None
    known = article.cues.measures.get(index) if index is not None and index < limit else None
    timed = known is None and index is not None and index < limit and article.lower[index] in _OF_TIME
    if index is None or timed or (index < limit and _is_rate(article, index, limit)):
        return None
    if is_money(figure) and index == figure.last < limit and known is None and _is_singular_verb(article, index):
        return None  # "the budget of $310 billion includes"
    percent = figure.unit in PERCENT and index < limit and article.classes[index] == VERB
    if known is not None and (percent or (known[0] > 1 and article.classes[index] == PREPOSITION)):
        return (index, index + known[0]), known[1]
    index = _noun_start(article, figure, index, limit)
    if figure.unit is None and _do_something(article, figure, index, limit):
        return (figure.last, figure.last), Measure("people", "")
    fate = article.cues.measures.get(index) if index < limit else None
    if fate is not None and article.lower[index] in article.thing_words.fate and article.classes[index] == VERB:
        return (index, index + fate[0]), fate[1]
    return _phrase_at(article, index, limit)


def _do_something(article: Article, figure: Figure, index: int, limit: int) -> bool:
    """Whether a word behind a number of many is what people do, not what is counted: "tens of thousands march in"."""
    if index >= limit or index != figure.last or (figure.value or _MANY) < _MANY or is_plural(article.lower[index]):
        return False
    form, told = article.vocabulary.verbs.get(article.lower[index]), article.cues.predicates.get(index)
    end = index + (told[0] if told is not None else 1)
    ends = end >= limit or article.classes[end] not in (NOUN, HYPHEN, GERUND, ADJECTIVE)
    does = form is not None and form.form == "base" and told is not None and article.classes[index] == NOUN
    return ends and does and told is not None and ("people", told[1]) in article.vocabulary.measure_of


_MANY: Final = 2


def _whole_behind(article: Article, figure: Figure) -> Figure | None:
    """The owned whole of which a figure is a part: "six of the museum's 38 employees"."""
    if (figure.unit is not None and figure.unit not in PERCENT) or article.lower[figure.last] != "of":
        return None
    behind = (other for other in article.figures_of(figure.first) if other.first > figure.last)
    whole = next(behind, None)
    counted = whole is not None and (whole.unit is None or figure.unit in PERCENT)
    if whole is None or not counted or whole.first - figure.last > _OWNER_REACH:
        return None
    return whole if article.classes[whole.first - 1] == POSSESSIVE else None


_OWNER_REACH: Final = 6


def _is_nobody(article: Article, figure: Figure) -> bool:
    """Whether a nought is a pronoun, behind which a verb follows and no noun: "no one died"; "none of the men"."""
    pronoun = figure.value == 0 and article.lower[figure.last - 1] in ("one", "nobody", "else")
    verb = article.classes[figure.last] != NOUN or article.lower[figure.last] in article.vocabulary.verbs
    return pronoun and verb and article.lower[figure.last] != "of"


def _is_rate(article: Article, index: int, limit: int) -> bool:
    """Whether "a day" or "the year before" follows a figure: how often or when, and not what."""
    if article.lower[index] in PERIODIC:
        return True
    opens = article.lower[index] in ("a", "an", "the") and index + 1 < limit
    return opens and index + 1 not in article.cues.measures and article.lower[index + 1] in _TIMES


PERIODIC: Final = {"daily": "day", "nightly": "night", "weekly": "week", "hourly": "hour"}
"""Words that tell in what time there are so many."""
_TIMES: Final = frozenset(("minute", "hour", "day", "night", "week", "weekend", "month", "quarter", "year", "season"))


def _behind_of(article: Article, figure: Figure, limit: int) -> int | None:
    """Where the noun phrase behind a figure may start; None where a unit is all that follows it."""
    index = figure.last
    yearly = index + 2 < limit and article.lower[index + 2] == "in" and _is_rate(article, index, limit)
    if is_money(figure) and yearly:
        index += 2  # "$60,000 a month in savings"
    if index + 1 < limit and _closes_quoted(article, figure, index):
        index += 1
    if index < limit and article.lower[index] == "of":
        return index + 1
    return index if figure.unit is None or _joins_unit(article, figure, index, limit) else None


def _closes_quoted(article: Article, figure: Figure, index: int) -> bool:
    """Whether a quotation of the number alone ends here: "“a few hundred” rounds", "“40” of them"."""
    if article.classes[index] != QUOTE:
        return False
    opened = any(article.classes[place] == QUOTE for place in range(max(0, figure.first - 2), figure.first))
    return article.lower[index + 1] == "of" or (opened and index + 1 in article.cues.measures)


def _noun_start(article: Article, figure: Figure, index: int, limit: int) -> int:
    """Step over what joins a figure to its noun: "of them", "-strong", the "in" of "$2 million in damages"."""
    index = _after_strong(article, _after_pronoun(article, index, limit), limit)
    joined = index + 1 < limit and article.lower[index] == "in" and figure.unit is not None
    return index + 1 if joined and article.cues.measures.get(index) is None else index


def _phrase_at(article: Article, opened: int, limit: int) -> Found | None:
    """Read the noun phrase that starts at a token, its articles and adjectives included."""
    index = opened
    while index < limit and article.classes[index] in _OPENS_PHRASE:
        if index > opened and article.classes[index] == DETERMINER and article.classes[index - 1] == ADJECTIVE:
            break
        index += 1
    last = max(_phrase_end(article, index, limit), _known_end(article, index))
    if last == index:
        last = index if index > opened and article.lower[index - 1] in article.thing_words.fate else opened
    measure = measure_of_phrase(article, opened, last) if last > opened else None
    if measure is not None and (measure.name in article.thing_words.figure or _is_piece(article, last, limit)):
        return _phrase_at(article, last + 1, limit) if last < limit and article.lower[last] == "of" else None
    if measure is None or _is_of_paper(article, opened, last, measure):
        return None
    return (opened, _with_second_noun(article, last, limit)), measure


def _is_piece(article: Article, last: int, limit: int) -> bool:
    """Whether a noun only portions out what "of" names: "16,400 items of luggage", "40 pieces of art"."""
    return last + 1 < limit and article.lower[last] == "of" and article.lower[last - 1] in article.thing_words.portion


def _is_of_paper(article: Article, opened: int, last: int, measure: Measure) -> bool:
    """Whether "of the" names where a bare number stands and not what it counts: "not the nine of the brochure"."""
    whole = article.lower[opened - 1] == "of" and article.lower[opened] == "the"
    single = not is_plural(article.lower[last - 1]) and measure.name not in article.vocabulary.measure_names
    return whole and single and article.lower[opened - 2] not in _SHARES


_SHARES: Final = frozenset(
    ("half", "third", "thirds", "quarter", "quarters", "most", "fifth", "tenth", "all", "percent", "cent")
)
_OF_TIME: Final = frozenset(("last", "next", "this", "each", "every", "per", "that"))
"""Words that open a phrase of time behind a figure, which is not what it counts: "grew by 142,000 last month"."""


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


def _after_pronoun(article: Article, index: int, limit: int) -> int:
    """Step over "of them" to what they are said to be: "ten of them judges", "most of them pupils"."""
    if index < limit and article.lower[index] in ("them", "those", "these", "whom", "which"):
        return index + 1
    return index


def _after_strong(article: Article, index: int, limit: int) -> int:
    """Step over the "-strong" of "a 75-strong choir"."""
    strong = index + 1 < limit and article.classes[index] == HYPHEN and article.lower[index + 1] == "strong"
    return index + 2 if strong else index


def _joins_unit(article: Article, figure: Figure, index: int, limit: int) -> bool:
    """Whether a noun follows a unit as what it measures: "$40 million fund", "85 percent contained", "in damages"."""
    if index >= limit:
        return False
    if article.lower[index] == "in" and figure.unit in PERCENT:
        return False  # "85 percent, rising to 92 in schools" says where
    known = article.cues.measures.get(index)
    if known is None and article.lower[index] == "in":
        noun = index + 1
        while noun < limit and article.classes[noun] == ADJECTIVE and noun not in article.cues.measures:
            noun += 1
        known = article.cues.measures.get(noun) if noun < limit else None
    return (
        article.classes[index] == NOUN
        or (known is not None and (known[0] > 1 or article.classes[index] != PREPOSITION))
        or (article.lower[index] == "in" and (known is not None or (is_money(figure) and _is_kind(article, index + 1))))
    )


def _is_kind(article: Article, index: int) -> bool:
    """Whether a plain noun says what money is: "€5.4bn in premiums", "$640m in cash"."""
    word = article.lower[index]
    return (
        article.classes[index] == NOUN
        and word not in article.thing_words.figure
        and word.removesuffix("s") not in _TIMES
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
    if article.lower[index] not in ("and", "or") or index == first or index + 1 >= limit:
        return False
    only_modifiers = all(article.classes[position] in (ADJECTIVE, NAME) for position in range(first, index))
    if only_modifiers and article.classes[index + 1] == ADJECTIVE:
        return True
    head = index + 1
    while head + 1 < limit and article.classes[head + 1] in _MODIFIERS and not is_plural(article.lower[head]):
        head += 1
    one = article.classes[first - 1] == NUMBER and not any(is_plural(word) for word in article.lower[first:index])
    return one and head > index + 1 and article.classes[head] == NOUN and is_plural(article.lower[head])


def measure_of_phrase(article: Article, first: int, last: int) -> Measure | None:
    """Give the measure of a noun phrase: a wording of the table that ends it, else the lemma of its head."""
    for index in range(first, last):
        found = article.cues.measures.get(index)
        if found is not None and index + found[0] >= last:
            return found[1]
    head = article.lower[last - 1]
    actor = article.cues.actors.get(last - 1)
    if actor is not None and actor[1].kind == "demonym":
        return Measure("people", "")
    if article.classes[last - 1] not in (NOUN, NAME, ADJECTIVE) or not head[:1].isalpha():
        return None
    return Measure(lemma(head), "")


def others(article: Article, figure: Figure) -> Found | None:
    """Read "her house and the eleven others": more of what the noun before the "and" names, save people."""
    if article.lower[figure.last] != "others" or figure.unit is not None:
        return None
    index = figure.first - 1
    while index > 0 and article.classes[index] in (DETERMINER, COMMA):
        index -= 1
    if article.lower[index] != "and" or index < _SHORTEST_OTHERS:
        return None
    index -= 1 + (article.classes[index - 1] == COMMA)
    found = measure_of_phrase(article, index, index + 1) if article.classes[index] == NOUN else None
    people = found is None or "people" in (found.name, article.vocabulary.kinds.get(found.name))
    return None if found is None or people else ((index, index + 1), found)


_SHORTEST_OTHERS: Final = 2


def some_of_them(article: Article, figure: Figure) -> Found | None:
    """Read "monks from two cloisters, some 25 of them, sang": the several who open the sentence."""
    start = article.sentences[figure.sentence].first
    pointed = article.lower[figure.last : figure.last + 2] == ["of", "them"] and article.lower[figure.first - 1] == ","
    if not pointed or figure.unit is not None or any(f.first < figure.first for f in article.figures_of(figure.first)):
        return None
    for index in range(start, figure.first - 1):
        if article.classes[index] == NOUN and is_plural(article.lower[index]):
            found = measure_of_phrase(article, index, index + 1)
            return ((index, index + 1), found) if found is not None else None
    return None


def seats_of(article: Article, figure: Figure) -> Found | None:
    """Read "the 38-member house", "a 12-seat council": how many sit there, whatever the body is called."""
    dashed = figure.unit is None and article.classes[figure.last] == HYPHEN
    word = article.lower[figure.last + 1] if dashed else ""
    return ((figure.last, figure.last), Measure("seats", "")) if word in ("member", "seat") else None


def room_for(article: Article, figure: Figure) -> Found | None:
    """Read "room for 300 men" and "beds for 75 refugees": how many there could be, not how many there are."""
    index = figure.first - 2
    opens = index > 0 and article.lower[figure.first - 1] == "for" and figure.unit is None
    if not opens or article.lower[index] not in article.thing_words.room or article.classes[index] != NOUN:
        return None
    return (index, index + 1), Measure("capacity", "")


def members_of(article: Article, figure: Figure) -> Found | None:
    """Read "a team of five": people, as nobody else forms one."""
    of = figure.first - 1
    bare = figure.unit is None and article.lower[of] == "of" and article.classes[figure.last] not in (NOUN, ADJECTIVE)
    team = bare and article.lower[of - 1] in article.thing_words.team
    return ((figure.first, figure.first), Measure("people", "")) if team else None


def living_in(article: Article, figure: Figure) -> Found | None:
    """Read "a nation of 9 million people", "a town of 9,000" and "home to 9,000 people": who lives there."""
    before = article.lower[figure.first - 1]
    place = before == "of" and article.lower[figure.first - 2] in article.thing_words.peopled
    home = before == "to" and article.lower[figure.first - 2] == "home"
    if figure.unit is not None or not (place or home):
        return None
    found = after_figure(article, figure)
    people = found is not None and found[1].name in ("people", "population")
    does = article.classes[figure.last] in (STOP, COMMA, AUXILIARY, VERB) or _is_singular_verb(article, figure.last)
    bare = place and does and article.lower[figure.first - 2] != "population"
    return (found[0] if found is not None else (figure.last, figure.last), _POPULATION) if people or bare else None


def _is_singular_verb(article: Article, index: int) -> bool:
    """Whether a word is what one place does: "the village of 900 lies in a valley"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    return (
        form is not None
        and article.lower[index] == f"{form.lemma}s"
        and article.classes[index + 1] in (PREPOSITION, NUMBER)
    )


_POPULATION: Final = Measure("population", "")


def valued(article: Article, figure: Figure) -> Found | None:
    """Read "the offer values the mills at $7 billion": what a buyer pays for the whole of it."""
    at = figure.first - 1
    large = is_money(figure) and (figure.value or 0) >= _LEAST_WORTH
    if not large or article.lower[at] != "at" or not article.topics()["acquired"]:
        return None
    start = max(article.sentences[figure.sentence].first, at - _VALUED_REACH)
    verbs = (index for index in range(start, at) if article.classes[index] in (VERB, GERUND))
    valued = any(article.lower[index] in article.thing_words.valuing for index in verbs)
    return ((figure.first, figure.first), Measure("acquisition_price", "")) if valued else None


_LEAST_WORTH: Final = 1_000_000
"""Money from which on something that is valued is a company, and no share of it."""
_VALUED_REACH: Final = 8


def by_the_share(article: Article, figure: Figure) -> Found | None:
    """Read "earnings of $2.65 a share", "a loss of 9 cents per share": a result by the share, and no price."""
    each = article.lower[figure.last : figure.last + 2] in (["a", "share"], ["per", "share"])
    if not each or article.lower[figure.first - 1] != "of":
        return None
    found = known_or_none(article, max(0, figure.first - 4), figure.first - 1)
    result = found is not None and found[1].name in ("profit", "loss", "operating_profit", "earnings_per_share")
    return (found[0], Measure("earnings_per_share", "")) if found is not None and result else None


def staked(article: Article, figure: Figure) -> Found | None:
    """Read "is buying the mills in a $7 billion wager" and "could save £40bn in road repairs" by what is done with it.

    A noun that only says what a sum is staked on, or in what it is, does not tell what the sum measures.
    """
    if not is_money(figure):
        return None
    found = after_figure(article, figure)
    if found is None or (found[1].name in article.vocabulary.measure_names and found[1].name != "cash"):
        return None
    venture = article.lower[found[0][1] - 1] in article.thing_words.venture
    told = by_verb(article, figure) if venture or article.lower[figure.last] == "in" else None
    priced = told is not None and told[1].name == "acquisition_price"
    return told if priced or found[1].name != "cash" else None  # "€35 in cash" is offered to holders


def made_for(article: Article, figure: Figure) -> Found | None:
    """Read "built for 720 prisoners", "can hold 300" and "has 90 places": how many there could be."""
    if figure.unit is not None or article.lower[figure.first - 1] == "of":
        return None
    words, index = article.thing_words, figure.first - 1
    start = article.sentences[figure.sentence].first
    verb = governing_verb(article, figure.first, start)
    made = article.lower[index] == "for" and article.lower[index - 1] in words.made and index - 1 > start
    able = verb is not None and article.lower[verb - 1] in _ABLE and article.lower[verb] in words.holds
    offered = article.lower[figure.last] in words.room and is_plural(article.lower[figure.last])
    offered = offered and figure.last not in article.cues.measures and article.lower[index] in words.offers
    return ((figure.first, figure.first), Measure("capacity", "")) if made or able or offered else None


_ABLE: Final = frozenset(("can", "could", "cannot", "may"))


def object_of_verb(article: Article, figure: Figure) -> Found | None:
    """Read "injuring dozens" and "killed 17": people, where the verb says what happens to people."""
    verb = governing_verb(article, figure.first, article.sentences[figure.sentence].first)
    if (figure.low or 0) >= _LEAST_SUM:
        return None  # "could save billions"
    if verb is None or figure.unit is not None or article.lower[figure.last : figure.last + 1] == ["of"]:
        return None
    happened = article.cues.predicates.get(verb)
    if happened is None or ("people", happened[1]) not in article.vocabulary.measure_of:
        return None
    return (figure.first, figure.first), Measure("people", "")


_LEAST_SUM: Final = 1_000_000_000
"""From here on a number without a noun is money: there are not so many people anywhere."""


def said_to_be(article: Article, figure: Figure) -> Found | None:
    """Read "15 of whom were firefighters" and "of whom 40 were crew": the part is of what it is said to be."""
    behind = article.lower[figure.last : figure.last + 2] in PART_OF
    verb = figure.last + 2 * behind
    part = behind or article.lower[max(0, figure.first - 2) : figure.first] in PART_OF
    if not part or figure.unit is not None or article.lower[verb] not in ("are", "were"):
        return None
    found = _phrase_at(article, verb + 1, article.sentences[figure.sentence].last)
    return found if found is not None and article.classes[found[0][1] - 1] == NOUN else None


PART_OF: Final = (["of", "them"], ["of", "whom"], ["of", "which"])
"""Words beside a figure by which it is a part of what was counted before."""


def object_in_frame(article: Article, figure: Figure) -> Found | None:
    """Read "took 40 to hospital" and "pulled 17 out": people, where verb and particle say what happens to people."""
    fate = framed(article, figure.first, figure.last) if figure.unit is None else None
    named = after_figure(article, figure) if fate is not None else None
    if named is not None and named[1].name in article.vocabulary.settled_fates:
        return None  # "pulled out eleven bodies"
    known = fate is not None and (("people", fate) in article.vocabulary.measure_of or fate == _PRESENT)
    return ((figure.first, figure.first), Measure("people", "")) if known else None


_PRESENT: Final = "present"
"""Who is somewhere: people, whatever else there is in a mill or a bus."""


def told_before(article: Article, figure: Figure) -> Found | None:
    """Read "we are looking for 57" and "Still unaccounted for, he said, are 38": people, by the words before them."""
    if figure.unit is not None:
        return None
    start = article.sentences[figure.sentence].first
    inverted = article.lower[figure.first - 1] in ("are", "were", "is", "was")
    places = (start, start + 1) if inverted else range(max(start, figure.first - _TOLD_REACH), figure.first)
    for index in places:
        told = article.cues.predicates.get(index)
        right_before = told is not None and told[0] > 1 and (inverted or index + told[0] == figure.first)
        if told is not None and right_before and ("people", told[1]) in article.vocabulary.measure_of:
            return (index, index + told[0]), Measure("people", "")
    return None


_TOLD_REACH: Final = 5


def _past_verb_group(article: Article, figure: Figure, limit: int) -> int:
    """Step over "of them" and auxiliaries behind a figure, to what its things do: "31 of them have drowned"."""
    pointed = article.lower[figure.last : figure.last + 2] in PART_OF and figure.relative_to is None
    index = figure.last + 2 * pointed
    while index < limit and article.classes[index] in (ADVERB, AUXILIARY):
        index += 1
    return index


def subject_of_next_verb(article: Article, figure: Figure) -> Found | None:
    """Read "tens of thousands rallied": people, where the verb says what people do or undergo."""
    limit = article.sentences[figure.sentence].last
    index = _past_verb_group(article, figure, limit)
    if index >= limit or article.classes[index] != VERB or figure.unit is not None:
        return None
    return _people_if_told(article, figure, index)


def state_of_people(article: Article, figure: Figure) -> Found | None:
    """Read "about 70 are in hospital" and "no one is missing": people, by what is said of them."""
    limit = article.sentences[figure.sentence].last
    index = _past_verb_group(article, figure, limit)
    said = figure.last <= index < limit and figure.unit is None and article.classes[index] != VERB
    return _people_if_told(article, figure, index) if said else None


def _people_if_told(article: Article, figure: Figure, index: int) -> Found | None:
    """People, where the words at `index` say what people do or undergo."""
    happened = article.cues.predicates.get(index)
    if happened is None or ("people", happened[1]) not in article.vocabulary.measure_of:
        return None
    return (figure.last, figure.last), Measure("people", "")


def passive_behind(article: Article, figure: Figure) -> Found | None:
    """Read "more than 3,900 were hurt": people, where what befell them stands right behind the figure."""
    right_behind = figure.unit is None and article.classes[figure.last] == AUXILIARY
    part = article.lower[article.sentences[figure.sentence].first] == "of"  # "Of 340 passengers, 12 were killed"
    return subject_of_next_verb(article, figure) if right_behind and not part else None


def before_preposition(article: Article, figure: Figure) -> Found | None:
    """Read "a magnitude of 6.8", "put attendance at 22,000", "damage close to $350 million", "trade worth €1bn"."""
    start = article.sentences[figure.sentence].first
    index = figure.first
    if index - 1 < start or article.lower[index - 1] not in ("of", "at", "worth", "to", "by", "on", "-", ":"):
        return None
    index -= 1
    first = index
    while first > start and article.classes[first - 1] in _MODIFIERS:
        first -= 1
    return known_or_none(article, first, index)


def antecedent(article: Article, figure: Figure) -> Found | None:
    """Read "a crowd outside the hall that police put at 900": the noun before the clause that sets it at a figure."""
    start, hedged = article.sentences[figure.sentence].first, article.classes[figure.first] == VERB
    verb = figure.first if hedged else figure.first - 2  # "estimated at"
    if verb <= start or (not hedged and article.lower[verb + 1] != "at") or article.classes[verb] not in (VERB, GERUND):
        return None
    that = next((i for i in range(verb - 1, max(start, verb - _CLAUSE_REACH), -1) if article.lower[i] in _WHICH), None)
    if that is None or any(article.classes[index] in (STOP, COMMA) for index in range(that + 1, verb)):
        return None
    return known_or_none(article, max(start, that - _ANTECEDENT_REACH), that)


_WHICH: Final = frozenset(("that", "which"))
_CLAUSE_REACH: Final = 7
_ANTECEDENT_REACH: Final = 6


def before_colon(article: Article, figure: Figure) -> Found | None:
    """Read "Closures are in less doubt: 1,934": the known noun of the few words before a colon."""
    start, colon = article.sentences[figure.sentence].first, figure.first - 1
    if figure.unit is not None or colon - start > _BEFORE_COLON or article.lower[colon] != ":":
        return None
    return known_or_none(article, start, colon)


_BEFORE_COLON: Final = 8


def known_or_none(article: Article, first: int, last: int) -> Found | None:
    """Find a known wording inside the words, the one nearest to their end."""
    for index in range(last - 1, first - 1, -1):
        found = article.cues.measures.get(index)
        if found is None or index + found[0] > last or article.classes[index] in (VERB, GERUND):
            continue
        speaks = index + found[0] < last and _only_modifies(article, index + found[0])
        if not speaks and (found[0] > 1 or not is_idle(article, index)):
            start = _longest_start(article, first, index)
            return (start[0], start[0] + start[1]), start[2]
    return None


def _only_modifies(article: Article, following: int) -> bool:
    """Whether what follows is what is spoken of: "the economy ministry", "the pension fund", "the hospital's list"."""
    if article.classes[following] == POSSESSIVE:
        return True
    if article.lower[following] in article.thing_words.figure:
        return False
    return article.classes[following] == NOUN and article.cues.measures.get(following) is None


def is_idle(article: Article, index: int) -> bool:
    """Whether the word names who speaks, or just a figure, and never what is counted."""
    return (
        article.lower[index] in article.vocabulary.speaker_nouns or article.lower[index] in article.thing_words.figure
    )


def _longest_start(article: Article, first: int, index: int) -> tuple[int, int, Measure]:
    """Prefer a longer wording that holds the one found at `index`: "death toll" to "toll"."""
    best = (index, *(article.cues.measures.get(index) or (1, Measure("", ""))))
    for start in range(max(first, index - 3), index):
        found = article.cues.measures.get(start)
        if found is not None and start + found[0] >= best[0] + best[1]:
            return start, *found
    return best


def object_before(article: Article, figure: Figure) -> Found | None:
    """Read "puts rebel losses, killed and captured alike, at 310": the first known noun after the verb."""
    sentence = article.sentences[figure.sentence]
    earlier = [other.last for other in article.figures_of(figure.first) if other.last <= figure.first]
    first = max([sentence.first, figure.first - REACH, *earlier])
    for verb in range(figure.first - 1, first - 1, -1):
        if article.classes[verb] in (STOP, SUBORDINATOR) or article.lower[verb] == ";":
            first = verb + 1
            break
        if article.classes[verb] in (VERB, AUXILIARY):
            first = verb + 1
            break
    else:
        first = first if earlier else figure.first
    for index in range(first, figure.first):
        found = article.cues.measures.get(index)
        last = index + found[0] if found is not None else figure.first + 1
        named = article.classes[index] in (NOUN, ADJECTIVE, NAME) and article.classes[last] != POSSESSIVE
        if found is None or not named or last > figure.first or _owns_figure(article, index, last):
            continue
        if article.lower[figure.last : figure.last + 2] in PART_OF and not is_plural(article.lower[last - 1]):
            return None  # "taken to the hospital, seven of them by boat"
        return (index, index + found[0]), found[1]
    return None


def _owns_figure(article: Article, first: int, last: int) -> bool:
    """Whether a noun tells whose figure it is: "the police figure of 300"."""
    return (
        article.lower[first] in article.vocabulary.speaker_nouns and article.lower[last] in article.thing_words.figure
    )


def verbless(article: Article, figure: Figure) -> Found | None:
    """Read "Toll now 27" and "Power still at 40 MW": a known noun that opens its sentence, and no verb."""
    first, index = article.sentences[figure.sentence].first, figure.first
    while index > first and (article.classes[index - 1] == ADVERB or article.lower[index - 1] == "at"):
        index -= 1
    short = first < index < figure.first and index - first <= _LONGEST_VERBLESS
    plain = all(article.classes[place] in (NOUN, ADJECTIVE, DETERMINER) for place in range(first, index))
    return known_or_none(article, first, index) if short and plain else None


_LONGEST_VERBLESS: Final = 3


def share_of_person(article: Article, figure: Figure) -> Found | None:
    """Read "gave Koleva 49.4 percent" and "put Velkov on 50.6 percent": a candidate's share of the vote."""
    if figure.unit != "percent":
        return None
    index = figure.first - 1
    while index > 0 and article.lower[index] in _WINS:
        index -= 1
    given = article.lower[index] in ("him", "her") and article.lower[index - 1] in ("gave", "give", "gives", "giving")
    given = given or (article.lower[index] in ("he", "she") and article.lower[index + 1] in _LEADS)
    if index not in article.persons_at and not given:
        return None
    return (index, index + 1), Measure("vote_share", "")


def won_by(article: Article, figure: Figure) -> Found | None:
    """Read "won by nearly 700", "won the rerun by a mere 74 votes": a margin; "approved by 88 votes" is none."""
    start, by = article.sentences[figure.sentence].first, figure.first - 1
    while by > start and article.classes[by] in (DETERMINER, ADVERB, ADJECTIVE, QUOTE):
        by -= 1
    if figure.unit is not None or article.lower[by] != "by":
        return None
    if article.lower[by - 1] in article.thing_words.votes:
        return (figure.first, figure.first), Measure("votes", "")
    of_votes = article.lower[figure.last] in ("votes", "ballots")
    other = article.classes[figure.last] == NOUN and not of_votes
    before = article.lower[max(start, by - (_WON_REACH if of_votes else _WON_BY)) : by]
    won = not other and not article.thing_words.wins.isdisjoint(before)
    return ((figure.first, figure.first), Measure("vote_margin", "")) if won else None


_WON_BY: Final = 3
_WON_REACH: Final = 7
"""Tokens before "by" in which somebody won or lost."""
_WINS: Final = frozenset(
    ("on", "with", "at", "had", "won", "got", "took", "has", "to", "received", "secured", "polled", "is")
) | {"led", "leads", "leading", "ahead"}
_LEADS: Final = frozenset(("led", "leads", "won", "received", "secured", "polled", "took"))


def subject(article: Article, figure: Figure) -> Found | None:
    """Read "the bill for the new harbour rose to 45 million": the head of the subject first, then the rest of it."""
    start = article.sentences[figure.sentence].first
    for verb in range(figure.first - 1, max(start, figure.first - REACH), -1):
        if article.classes[verb] in (STOP, SUBORDINATOR) or article.lower[verb] == ";":
            return None
        if article.classes[verb] in (VERB, AUXILIARY):
            found = _in_subject(article, before_aside(article, verb, start))
            if found is not None:
                return found
    return None


def _in_subject(article: Article, subject: Subject | None) -> Found | None:
    if subject is None:
        return None
    head = subject.first
    while head < subject.last and (article.classes[head] != PREPOSITION or head == subject.first):
        head += 1
    speaks = article.vocabulary.speaker_nouns.get(article.lower[head - 1], "document") != "document"
    if speaks or article.classes[head - 1] == NAME:
        return None
    if article.lower[head - 1] in ("number", "total", "count") and head < subject.last:
        return known_or_none(article, head, subject.last)
    return known_or_none(article, subject.first, head)
