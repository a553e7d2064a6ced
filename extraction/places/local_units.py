"""Units that are named as people at home name them: "240 million crowns" are CZK in an article about Czechia."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.places.article_places import Places
from extraction.places.datelines import dateline_of
from extraction.places.place_readings import country_of
from extraction.words.article import Article


def name_local_units(article: Article, places: Places) -> None:
    """Give figures in crowns or pesos, in place, the ISO 4217 code written elsewhere in the article, or its country's.

    Where neither tells, the everyday name stays. A bare "$" is the dollar at home there, save where the article writes
    other money besides ("A$") or an agency's dateline opens it. Degrees of the air are Celsius outside the United
    States.
    """
    codes = article.vocabulary.units.local_currencies
    written = {figure.unit for figure in article.figures}
    country = country_of(places.main) if places.main is not None else places.country
    dollar = codes["dollar"].get(country or "")
    at_home = dollar is not None and not _has_other_money(written) and not _is_of_agency(article)
    for figure in article.figures:
        by_country = codes.get(figure.unit or "")
        if figure.unit == "USD" and at_home and article.document.text[figure.start] == "$":
            figure.unit = dollar
        elif figure.unit == "GBP":
            figure.unit = by_country.get(country or "", "GBP") if by_country and _is_said(article, figure) else "GBP"
        elif by_country is not None:
            named = written.intersection(by_country.values())
            figure.unit = named.pop() if len(named) == 1 else by_country.get(country or "", figure.unit)
        elif _is_temperature(article, figure) and country != _OF_FAHRENHEIT and "degree Fahrenheit" not in written:
            figure.unit = "degree Celsius"


def _is_said(article: Article, figure: Figure) -> bool:
    """Whether money is named by a word alone ("300 pounds"), and by no sign."""
    behind = article.lower[figure.last - 1 : figure.last + 1]
    return "pounds" in behind and article.document.text[figure.start] != "£"


def _is_of_agency(article: Article) -> bool:
    """Whether an agency's name stands in brackets in the dateline: it writes for the world."""
    first, last = dateline_of(article)
    return "(" in article.lower[first:last]


def _has_other_money(written: set[str | None]) -> bool:
    """Whether an article writes money by another code than the bare dollar's."""
    return any(unit is not None and len(unit) == len("USD") and unit.isupper() and unit != "USD" for unit in written)


_OF_FAHRENHEIT: Final = "United States"
_HOTTEST: Final = 60
"""Degrees that no weather and no cold store passes; more are those of an angle or an oven."""


def _is_temperature(article: Article, figure: Figure) -> bool:
    """Whether a figure in bare degrees may be a temperature: not "5 degrees north", not "turned 180 degrees"."""
    mild = figure.unit == "degree" and abs(figure.value or figure.low or 0) <= _HOTTEST
    return mild and article.lower[figure.last] not in article.vocabulary.words["bearing"]
