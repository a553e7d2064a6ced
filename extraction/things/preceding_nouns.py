"""The noun before its figure: "a magnitude of 6.8", "puts losses at 310", "Toll now 27", "the bill rose to"."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.things.counted_people import PART_OF
from extraction.things.noun_phrases import MODIFIERS, REACH, Found, end_of_head, known_or_none, measure_of_phrase
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
    NAME,
    NOUN,
    POSSESSIVE,
    STOP,
    SUBORDINATOR,
    VERB,
    is_plural,
)


def before_preposition(article: Article, figure: Figure) -> Found | None:
    """Read "a magnitude of 6.8", "put attendance at 22,000", "damage close to $350 million", "trade worth €1bn"."""
    start = article.sentences[figure.sentence].first
    index = figure.first
    if index - 1 < start or article.lower[index - 1] not in ("of", "at", "worth", "to", "by", "on", "-", ":"):
        return None
    index -= 1
    first = index
    while first > start and article.classes[first - 1] in MODIFIERS:
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


def there_are(article: Article, figure: Figure) -> Found | None:
    """Read "the barn had gates, he said, and there were four of them": the things named last before.

    A figure between the two may be of other things.
    """
    opens = article.lower[figure.first - 2] == "there" and article.classes[figure.first - 1] == AUXILIARY
    if not opens or figure.unit is not None or article.lower[figure.last : figure.last + 2] != ["of", "them"]:
        return None
    start = article.sentences[figure.sentence].first
    earlier = [other.last for other in article.figures_of(figure.first) if other.last <= figure.first]
    for index in range(figure.first - 3, max([start, *earlier]) - 1, -1):
        named = article.classes[index] == NOUN and is_plural(article.lower[index]) and not _speaks(article, index)
        found = measure_of_phrase(article, index, index + 1) if named else None
        if found is not None:
            return (index, index + 1), found
    return None


def of_which(article: Article, figure: Figure) -> Found | None:
    """Read "the pumps, of which the village has 40": the noun before "of which", where no figure stands between."""
    start = article.sentences[figure.sentence].first
    for index in range(figure.first - 2, max(start, figure.first - _CLAUSE_REACH), -1):
        if article.lower[index : index + 2] in PART_OF:
            before = index - (article.lower[index - 1] == ",")
            noun, earlier = before - 1, any(f.first < index for f in article.figures_of(figure.first))
            named = noun >= start and article.classes[noun] == NOUN and not earlier and figure.unit is None
            found = measure_of_phrase(article, noun, before) if named else None
            return ((noun, before), found) if found is not None else None
    return None


_WHICH: Final = frozenset(("that", "which"))
_CLAUSE_REACH: Final = 7
_ANTECEDENT_REACH: Final = 6


def before_colon(article: Article, figure: Figure) -> Found | None:
    """Read "Closures are in less doubt: 1,934": the known noun of the few words before a colon, or what they are of."""
    start, colon = article.sentences[figure.sentence].first, figure.first - 1
    if figure.unit is not None or colon - start > _BEFORE_COLON or article.lower[colon] != ":":
        return None
    of_it = article.classes[start] == NOUN and article.classes[start + 1] == AUXILIARY
    plural = of_it and is_plural(article.lower[start])
    named = measure_of_phrase(article, start, start + 1) if plural and not _speaks(article, start) else None
    return known_or_none(article, start, colon) or (((start, start + 1), named) if named is not None else None)


def _speaks(article: Article, index: int) -> bool:
    return article.lower[index] in article.vocabulary.speaker_nouns


_BEFORE_COLON: Final = 8


def object_before(article: Article, figure: Figure) -> Found | None:
    """Read "puts rebel losses, killed and captured alike, at 310": the first known noun after the verb."""
    for index in range(_after_verb(article, figure), figure.first):
        found = article.cues.measures.get(index)
        last = index + found[0] if found is not None else figure.first + 1
        named = article.classes[index] in (NOUN, ADJECTIVE, NAME) and article.classes[last] != POSSESSIVE
        if found is None or not named or last > figure.first or _owns_figure(article, index, last):
            continue
        if article.lower[figure.last : figure.last + 2] in PART_OF and not is_plural(article.lower[last - 1]):
            return None  # "taken to the hospital, seven of them by boat"
        return (index, index + found[0]), found[1]
    return None


def _after_verb(article: Article, figure: Figure) -> int:
    """Where the clause before a figure goes on behind its verb or behind the figure before; at the figure without."""
    earlier = [other.last for other in article.figures_of(figure.first) if other.last <= figure.first]
    first = max([article.sentences[figure.sentence].first, figure.first - REACH, *earlier])
    for index in range(figure.first - 1, first - 1, -1):
        if article.classes[index] in _BEFORE_OBJECT or article.lower[index] == ";":
            return index + 1
    return first if earlier else figure.first


_BEFORE_OBJECT: Final = frozenset((VERB, AUXILIARY, STOP, SUBORDINATOR))


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


def subject(article: Article, figure: Figure) -> Found | None:
    """Read "the bill for the new harbour rose to 45 million": the head of the subject first, then the rest of it."""
    start = article.sentences[figure.sentence].first
    for verb in range(figure.first - 1, max(start, figure.first - REACH), -1):
        if article.classes[verb] in (STOP, SUBORDINATOR) or article.lower[verb] == ";":
            return None
        if article.classes[verb] in (VERB, AUXILIARY):
            found = _in_subject(article, before_aside(article, verb, start)) or _those(article, verb, start)
            if found is not None:
                return found
    return None


def _those(article: Article, verb: int, start: int) -> Found | None:
    """Read "those in custody were now 13": people, by what is said of them right before the verb."""
    for index in range(verb - 1, max(start, verb - _CLAUSE_REACH), -1):
        happened = article.cues.predicates.get(index)
        told = happened is not None and ("people", happened[1]) in article.vocabulary.measures.measure_of
        if told and happened is not None and index + happened[0] == verb and article.lower[index - 1] == "those":
            return (verb, verb), Measure("people", "")
    return None


def _in_subject(article: Article, subject: Subject | None) -> Found | None:
    """Find the known noun in a subject, unless its head is who speaks or a name."""
    if subject is None:
        return None
    head = end_of_head(article, subject.first, subject.last)
    speaks = article.vocabulary.speaker_nouns.get(article.lower[head - 1], "document") != "document"
    if speaks or article.classes[head - 1] == NAME:
        return None
    if article.lower[head - 1] in ("number", "total", "count") and head < subject.last:
        return known_or_none(article, head, subject.last)
    return known_or_none(article, subject.first, head)
