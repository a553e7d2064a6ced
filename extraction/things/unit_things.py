"""What a figure measures by its unit and by what is done with it: acres, "was fined €2m", "worth $7 billion"."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.things.following_nouns import MANY, after_figure
from extraction.things.noun_phrases import Found, dimension_of, is_money, known_or_none
from extraction.things.predicates import predicates_of
from extraction.words.article import Article
from extraction.words.vocabulary import Measure
from extraction.words.word_classes import ADJECTIVE, DETERMINER, GERUND, NOUN, POSSESSIVE, QUOTE, VERB


def by_unit(article: Article, figure: Figure) -> Found | None:
    """Read a unit that tells what is measured: degrees, acres, "25 kilometres from"."""
    following = _word_behind(article, figure)
    measures = article.vocabulary.units.measures
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


def is_given_in(article: Article, figure: Figure, measure: Measure) -> bool:
    """Whether a measure can have the unit of a figure: no vote share is 37 days, no waiting time $5 million."""
    own = article.vocabulary.units.measure_dimensions.get(measure.name)
    dimension = dimension_of(article, figure)
    if own is None or dimension is None or (measure.name, dimension) in article.vocabulary.measures.measure_of:
        return True
    whole = measure.name == "gdp_growth" and article.lower[figure.last] == "of"  # "2.4 percent of GDP"
    return not whole and (own in dimension or dimension.startswith(("share", "points")))


def can_be_of(article: Article, figure: Figure, found: Found) -> bool:
    """Whether words that were found may tell what a figure counts, by its unit and by how many there can be."""
    return is_given_in(article, figure, found[1]) and not _is_one(article, figure, found)


def _is_one(article: Article, figure: Figure, found: Found) -> bool:
    """Whether words before a count name one thing, of which it counts no more: "in the hospital were 19"."""
    (first, last), measure = found
    if measure.name not in article.vocabulary.measures.counted_only or article.lower[figure.last] == "others":
        return False  # "the number in hospital" is of people; "her house and the nine others" of houses
    before = first < last <= figure.first and figure.unit is None and article.classes[last - 1] == NOUN
    several = (
        before and (figure.value or 0) >= MANY and article.lower[last - 1] in article.vocabulary.measures.single_things
    )
    return several and article.lower[last] not in article.thing_words.figure


def change_in(article: Article, figure: Figure) -> Found | None:
    """Read "an 18 percent rise in the price of diesel": what rises, not what is said of those who march against it."""
    if figure.unit != "percent":
        return None
    noun = figure.last
    while article.classes[noun] == ADJECTIVE and noun < figure.last + 2:
        noun += 1
    if article.lower[noun] not in article.thing_words.figure or article.lower[noun + 1] not in ("in", "of", "to"):
        return None
    limit = min(article.sentences[figure.sentence].last, noun + _CHANGED_REACH)
    end = noun + 2
    while end < limit and (article.classes[end] in _IN_PHRASE or article.lower[end] == "of"):
        end += 1
    return known_or_none(article, noun + 2, end)


_IN_PHRASE: Final = frozenset((DETERMINER, ADJECTIVE, NOUN, POSSESSIVE))
_CHANGED_REACH: Final = 8
"""Tokens behind "rise in" within which its noun phrase ends."""


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
_EARNED: Final = frozenset(("revenue", "wages"))


def by_verb(article: Article, figure: Figure) -> Found | None:
    """Read a sum or quantity by what is done with it: "was fined €2m", "10,000 litres had escaped"."""
    dimension = dimension_of(article, figure)
    if dimension is None:
        return None
    for happened in predicates_of(article, figure, (figure.first, figure.first)):
        small = dimension == "money" and (figure.value or 0) < _LEAST_WORTH  # who earns it is no company
        own = article.vocabulary.measures.measure_of.get((_SMALL, happened)) if small else None
        measure = own or article.vocabulary.measures.measure_of.get((dimension, happened))
        if measure is not None:
            return (figure.first, figure.first), Measure(measure, "")
    return None


_SMALL: Final = "small money"
"""What measure_predicates.csv calls a sum that one person gets or pays."""


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
    if found is None or (found[1].name in article.vocabulary.measures.names and found[1].name != "cash"):
        return None
    venture = article.lower[found[0][1] - 1] in article.thing_words.venture
    told = by_verb(article, figure) if venture or article.lower[figure.last] == "in" else None
    if told is not None and told[1].name in _EARNED:
        return None  # "earned €5m in royalties" says what it earned
    priced = told is not None and told[1].name == "acquisition_price"
    return told if priced or found[1].name != "cash" else None  # "€35 in cash" is offered to holders
