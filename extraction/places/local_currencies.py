"""Money that is named as people at home name it: "240 million crowns" are CZK in an article about Czechia."""

from __future__ import annotations

from extraction.places.article_places import Places
from extraction.places.place_readings import country_of
from extraction.words.article import Article


def name_currencies(article: Article, places: Places) -> None:
    """Give figures in crowns or pesos, in place, the ISO 4217 code written elsewhere in the article, or its country's.

    Where neither tells, the everyday name stays.
    """
    codes = article.vocabulary.local_currencies
    written = {figure.unit for figure in article.figures}
    country = country_of(places.main) if places.main is not None else places.country
    for figure in article.figures:
        by_country = codes.get(figure.unit or "")
        if by_country is not None:
            named = written.intersection(by_country.values())
            figure.unit = named.pop() if len(named) == 1 else by_country.get(country or "", figure.unit)
