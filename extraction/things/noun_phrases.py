"""Noun phrases and what they measure: where a phrase ends, which wording of the table it is, whether it is idle."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import simplemma

from extraction.model import Figure
from extraction.words.article import Article
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
    STOP,
    VERB,
    is_plural,
)

PERCENT: Final = frozenset(("percent", "percentage point"))
REACH: Final = 30
"""Tokens before a figure in which its thing is looked for; longer clauses are lists and quotations."""
_CURRENCY_CODE: Final = 3
"""Letters of an ISO 4217 code, which is how a unit of money is named."""
MODIFIERS: Final = frozenset((ADJECTIVE, NAME, NOUN, POSSESSIVE, HYPHEN))
_OPENS_PHRASE: Final = frozenset((DETERMINER, ADVERB, ADJECTIVE, HYPHEN, NUMBER, POSSESSIVE))
Found = tuple[tuple[int, int], Measure]


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """Give the dictionary form of an English noun in lower case; only a plural has another: a "span" is no "spin"."""
    known = str(simplemma.lemmatize(word, lang="en")).lower() if is_plural(word) else word
    return known if known[:1] == word[:1] else word.removesuffix("s")


@lru_cache(maxsize=65_536)
def is_word(word: str) -> bool:
    """Whether a word in lower case is one of the language, and no name that the tables have not met."""
    return bool(simplemma.is_known(word, lang="en"))


def is_money(figure: Figure) -> bool:
    """Whether the figure is in a currency with a code of its own."""
    return figure.unit is not None and len(figure.unit) == _CURRENCY_CODE and figure.unit.isupper()


def dimension_of(article: Article, figure: Figure) -> str | None:
    """What the unit of a figure measures: money, volume, mass; None for a count."""
    return "money" if is_money(figure) else article.vocabulary.units.dimension_of.get(figure.unit or "")


def phrase_at(article: Article, opened: int, limit: int) -> Found | None:
    """Read the noun phrase that starts at a token, its articles and adjectives included."""
    index = opened
    while index < limit and article.classes[index] in _OPENS_PHRASE:
        if index > opened and article.classes[index] == DETERMINER and article.classes[index - 1] == ADJECTIVE:
            break
        index += 1
    last = _past_demonym(article, max(_phrase_end(article, index, limit), _known_end(article, index)), limit)
    if last == index:
        last = index if index > opened and article.lower[index - 1] in article.thing_words.fate else opened
    if _is_number_given(article, opened, last):
        return None
    measure = measure_of_phrase(article, opened, last) if last > opened else None
    if measure is not None and (measure.name in article.thing_words.figure or _is_piece(article, last, limit)):
        return phrase_at(article, last + 1, limit) if last < limit and article.lower[last] == "of" else None
    if measure is None or _is_of_paper(article, opened, last, measure):
        return None
    return (opened, _with_second_noun(article, last, limit)), measure


def _is_number_given(article: Article, first: int, last: int) -> bool:
    """Whether a phrase only tells whose number something is held against: "twice the figure Corvane (has given)"."""
    named = last > first and article.classes[last - 1] == NAME and article.classes[last] in (VERB, AUXILIARY)
    while last > first and article.classes[last - 1] == NAME:
        last -= 1
    return named and last > first and article.lower[last - 1] in article.thing_words.number_noun


def end_of_head(article: Article, first: int, last: int) -> int:
    """Where the head of the noun phrase `[first, last)` ends: before the preposition that adds to it."""
    end = first
    while end < last and (article.classes[end] != PREPOSITION or end == first):
        end += 1
    return end


def _is_piece(article: Article, last: int, limit: int) -> bool:
    """Whether a noun only portions out what "of" names: "16,400 items of luggage", "40 pieces of art"."""
    return last + 1 < limit and article.lower[last] == "of" and article.lower[last - 1] in article.thing_words.portion


def _is_of_paper(article: Article, opened: int, last: int, measure: Measure) -> bool:
    """Whether "of the" names where a bare number stands and not what it counts: "not the nine of the brochure"."""
    whole = article.lower[opened - 1] == "of" and article.lower[opened] == "the"
    single = not is_plural(article.lower[last - 1]) and measure.name not in article.vocabulary.measures.names
    return whole and single and article.lower[opened - 2] not in article.thing_words.share_noun


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


def _phrase_end(article: Article, first: int, limit: int) -> int:
    """Walk to the end of a noun phrase: nothing but a further noun follows the first plural."""
    index = first
    while index < limit and (article.classes[index] in MODIFIERS or _joins_modifiers(article, first, index, limit)):
        noun = index > first and (article.classes[index - 1] == NOUN or _is_counted_in_title(article, index - 1))
        plural = noun and is_plural(article.lower[index - 1])
        if plural and not (article.classes[index] == NOUN and is_plural(article.lower[index])):
            break
        index += 1
    return index


def _is_counted_in_title(article: Article, index: int) -> bool:
    """Whether a word of a headline names what is counted, though its capital makes it look like part of a name."""
    known = article.cues.measures.get(index)
    return known is not None and known[0] == 1 and article.tokens[index + 1].text[:1].isupper()


def _past_demonym(article: Article, last: int, limit: int) -> int:
    """Take in a noun behind a demonym that looks like a verb: the objects of "640 Danish objects that"."""
    if last >= limit or article.classes[last] != VERB or not is_plural(article.lower[last]):
        return last
    actor = article.cues.actors.get(last - 1)
    demonym = actor is not None and actor[1].kind == "demonym"
    return last + 1 if demonym and last in article.cues.measures else last


def _joins_modifiers(article: Article, first: int, index: int, limit: int) -> bool:
    """Whether an "and" joins modifiers and not things: "Belarusian and foreign entities"."""
    if article.lower[index] not in ("and", "or") or index == first or index + 1 >= limit:
        return False
    only_modifiers = all(article.classes[position] in (ADJECTIVE, NAME) for position in range(first, index))
    if only_modifiers and article.classes[index + 1] == ADJECTIVE:
        return True
    head = index + 1
    while head + 1 < limit and article.classes[head + 1] in MODIFIERS and not is_plural(article.lower[head]):
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
    return Measure(_of_particle(article, first, last) or lemma(head), "")


def _of_particle(article: Article, first: int, last: int) -> str | None:
    """Name a deed told by a verb and a particle in one noun: "12 break-ins", "11 shoot-downs"."""
    verb, particle = last - 3, article.lower[last - 1].removesuffix("s")
    joined = verb >= first and article.classes[last - 2] == HYPHEN
    told = joined and article.vocabulary.word_classes.get(particle) == PREPOSITION
    return f"{article.lower[verb]}_{particle}" if told else None


def is_singular_verb(article: Article, index: int) -> bool:
    """Whether a word is what one place does: "the village of 900 lies in a valley"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    return (
        form is not None
        and article.lower[index] == f"{form.lemma}s"
        and article.classes[index + 1] in (PREPOSITION, NUMBER)
    )


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
