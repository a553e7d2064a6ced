"""The noun behind its figure: "6,000 soldiers", "hundreds of people", "a $40 million fund", "the eleven others"."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.things.noun_phrases import PERCENT, Found, is_money, is_singular_verb, measure_of_phrase, phrase_at
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
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    VERB,
    is_plural,
)


def after_figure(article: Article, figure: Figure) -> Found | None:
    """Read "6,000 Eritrean soldiers", "hundreds of people", "2,000 tonnes of rice", "a $40 million fund"."""
    limit = article.sentences[figure.sentence].last
    whole = _whole_behind(article, figure)
    if whole is not None:
        return after_figure(article, whole)
    index = _behind_of(article, figure, limit) if not _is_nobody(article, figure) else None
    known = article.cues.measures.get(index) if index is not None and index < limit else None
    timed = index is not None and index < limit and article.lower[index] in article.thing_words.opens_time
    if index is None or (timed and known is None) or (index < limit and _is_rate(article, index, limit)):
        return None
    if is_money(figure) and index == figure.last < limit and known is None and is_singular_verb(article, index):
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
    return phrase_at(article, index, limit)


def before_hedge(article: Article, figure: Figure) -> Found | None:
    """Read the noun among a figure's own words, before what bounds it: "180 passengers or so", "70 cases or more"."""
    number = next(index for index in range(figure.first, figure.last) if article.tokens[index].end >= figure.end)
    end = number + 1
    while end < figure.last and article.classes[end] in (ADJECTIVE, NOUN):
        end += 1
    named = figure.unit is None and end < figure.last and is_plural(article.lower[end - 1])
    return phrase_at(article, number + 1, end) if named else None


def as_many(article: Article, figure: Figure) -> Found | None:
    """Read "twice as many boys as girls" and "half as much rice": what there is so many times more of."""
    led = figure.relative_to is not None and article.lower[figure.last : figure.last + 2] in _AS_MANY
    return phrase_at(article, figure.last + 2, article.sentences[figure.sentence].last) if led else None


_AS_MANY: Final = (["as", "many"], ["as", "much"])


def past_correction(article: Article, figure: Figure) -> Found | None:
    """Read "9, not 7, officers were suspended": the noun behind the number that is set right by this one."""
    wrong = next((other for other in article.figures_of(figure.first) if other.first == figure.last + 2), None)
    opens = article.lower[figure.last : figure.last + 2] == [",", "not"]
    if wrong is None or not opens or article.lower[wrong.last] != ",":
        return None
    return phrase_at(article, wrong.last + 1, article.sentences[figure.sentence].last)


def _do_something(article: Article, figure: Figure, index: int, limit: int) -> bool:
    """Whether a word behind a number of many is what people do, not what is counted: "tens of thousands march in"."""
    if index >= limit or index != figure.last or (figure.value or MANY) < MANY or is_plural(article.lower[index]):
        return False
    form, told = article.vocabulary.verbs.get(article.lower[index]), article.cues.predicates.get(index)
    end = index + (told[0] if told is not None else 1)
    ends = end >= limit or article.classes[end] not in (NOUN, HYPHEN, GERUND, ADJECTIVE)
    does = form is not None and form.form == "base" and told is not None and article.classes[index] == NOUN
    return ends and does and told is not None and ("people", told[1]) in article.vocabulary.measures.measure_of


MANY: Final = 2


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
    if article.lower[index] in article.vocabulary.measures.periods:
        return True
    opens = article.lower[index] in ("a", "an", "the") and index + 1 < limit
    return (
        opens
        and index + 1 not in article.cues.measures
        and article.lower[index + 1] in article.vocabulary.words["time_noun"]
    )


def _behind_of(article: Article, figure: Figure, limit: int) -> int | None:
    """Where the noun phrase behind a figure may start; None where a unit is all that follows it."""
    index = figure.last
    yearly = index + 2 < limit and article.lower[index + 2] == "in" and _is_rate(article, index, limit)
    if is_money(figure) and yearly:
        index += 2  # "$60,000 a month in savings"
    if index + 1 < limit and _closes_quoted(article, figure, index):
        index += 1
    if index < limit and article.lower[index] == "of":
        return None if _opens_clause(article, index + 1, limit) else index + 1
    return index if figure.unit is None or _joins_unit(article, figure, index, limit) else None


def _opens_clause(article: Article, index: int, limit: int) -> bool:
    """Whether "which" takes up the figure itself: "the 40 of which the firm speaks", unlike "two of which the best"."""
    followed = index + 1 < limit and article.classes[index + 1] in (DETERMINER, NAME, NOUN)
    return article.lower[index : index + 1] == ["which"] and followed and article.has_verb(index + 1, limit)


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
        and word.removesuffix("s") not in article.vocabulary.words["time_noun"]
    )


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
    people = found is None or "people" in (found.name, article.vocabulary.measures.kinds.get(found.name))
    people = people or _is_told_of_people(article, figure.last + 1)
    return None if found is None or people else ((index, index + 1), found)


def _is_told_of_people(article: Article, index: int) -> bool:
    """Whether others are said to be what only people are: "two died at the scene and four others were arrested"."""
    while article.classes[index] in (AUXILIARY, ADVERB):
        index += 1
    told = article.cues.predicates.get(index)
    return told is not None and told[1] in _OF_PEOPLE


_OF_PEOPLE: Final = frozenset(
    ("killed", "injured", "hospitalised", "critical", "arrested", "charged", "shot", "missing")
)
_SHORTEST_OTHERS: Final = 2
