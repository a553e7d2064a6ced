"""What a passage says beforehand that its figures count: a label, a heading, a question, a sentence that ends in it.

"Rainfall: 38 mm recorded", "Fines. The port raised its to 310", "How many nurses? The guild says 5,600",
"Harder to judge is the harvest. The cooperative puts it at 90 tonnes".
"""

from __future__ import annotations

from typing import Final, NamedTuple

from extraction.model import Figure, Sentence
from extraction.things.noun_phrases import measure_of_phrase
from extraction.words.article import Article
from extraction.words.vocabulary import Measure
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    HYPHEN,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PRONOUN,
    STOP,
    VERB,
)

_LABEL_WORDS: Final = 4
"""Words that a label or a heading has at most."""
_IN_LABEL: Final = frozenset((NOUN, ADJECTIVE, NAME, HYPHEN, CONJUNCTION, DETERMINER, POSSESSIVE))
_BEFORE_LABEL: Final = frozenset((CONJUNCTION, DETERMINER, NUMBER, STOP, HYPHEN))
_IS: Final = frozenset(("is", "are", "was", "were"))


class Announced(NamedTuple):
    """What the figures of a passage count: as a noun phrase with its measure, or as the "how many" of a question."""

    phrase: tuple[int, int]
    measure: Measure | None
    asked: Figure | None = None
    """The words "how many" as if they were a figure, where a question announces the thing."""


def announced_things(article: Article) -> dict[int, Announced]:
    """Give by sentence what was announced for it: to the end of its paragraph, or of the next behind a heading."""
    found: dict[int, Announced] = {}
    current: Announced | None = None
    last_of = {sentence.paragraph: number for number, sentence in enumerate(article.sentences)}
    until = -1
    for number, sentence in enumerate(article.sentences):
        new = _announcement(article, number, sentence)
        if new is not None:
            closes = last_of[sentence.paragraph] == number and not article.figures_by_sentence.get(number)
            current, until = new, sentence.paragraph + closes
        if current is not None and sentence.paragraph <= until:
            found[number] = current
    return found


def _announcement(article: Article, number: int, sentence: Sentence) -> Announced | None:
    if sentence.furniture:
        return None
    figures = article.figures_by_sentence.get(number, [])
    label = _label(article, sentence) or _fronted(article, sentence)
    if label is not None or figures:
        return label
    return _question(article, number, sentence) or _heading(article, sentence) or _cleft(article, sentence)


def _label(article: Article, sentence: Sentence) -> Announced | None:
    """Read the words before the colon of "Power: 480 MW"."""
    first = _opening(article, sentence)
    limit = min(sentence.last, first + _LABEL_WORDS + 1)
    if ":" not in article.lower[first:limit]:
        return None
    last = article.lower.index(":", first)
    while last > first and article.classes[last - 1] == ADVERB:
        last -= 1  # "Total injured so far: 212"
    return _noun(article, first, last)


def _fronted(article: Article, sentence: Sentence) -> Announced | None:
    """Read what a sentence says that it speaks of: "On the injured we count 340", "As for arrests, ..."."""
    first = sentence.first
    openers = _ABOUT.get(article.lower[first], ())
    opener = next((words for words in openers if article.lower[first : first + len(words)] == words), None)
    if opener is None:
        return None
    start = first + len(opener)
    last = start
    while last < sentence.last and article.classes[last] in (DETERMINER, NOUN, ADJECTIVE):
        last += 1
    led = last < sentence.last and article.classes[last] in (COMMA, PRONOUN, NAME)
    return _noun(article, start + (article.classes[start] == DETERMINER), last) if led else None


_ABOUT: Final = {
    "on": (["on", "the"],),
    "as": (["as", "for"], ["as", "to"]),
    "regarding": (["regarding"],),
    "concerning": (["concerning"],),
}
"""Words with which a sentence says what it speaks of, by the first of them."""


def _heading(article: Article, sentence: Sentence) -> Announced | None:
    """Read a sentence that is nothing but a noun: "Arrests.", "And jobs?"."""
    first = _opening(article, sentence)
    last = sentence.last
    while last > first and article.classes[last - 1] == STOP:
        last -= 1
    return _noun(article, first, last) if last - first <= _LABEL_WORDS else None


def _opening(article: Article, sentence: Sentence) -> int:
    """Pass over the number of a list and the "and" before a label."""
    first = sentence.first
    while first < sentence.last and (article.classes[first] in _BEFORE_LABEL or article.lower[first] == "total"):
        first += 1
    return first


def _noun(article: Article, first: int, last: int) -> Announced | None:
    """Take words that are a noun phrase for something that can be counted, and nobody who speaks."""
    happened = article.cues.predicates.get(first)
    if first < last and happened is not None and first + happened[0] == last and _befalls_people(article, happened[1]):
        return Announced((first, last), Measure("people", ""))
    if last - first > 1 and article.classes[last - 1] == VERB and article.classes[last - 2] == NOUN:
        last -= 1  # "Households visited: 140"
    plain = all(article.classes[index] in _IN_LABEL for index in range(first, last - 1))
    head = article.classes[last - 1] == NOUN or (article.cues.measures.get(first) or (0,))[0] == last - first
    if first >= last or not plain or not head or _speaks(article, last - 1):
        return None
    measure = measure_of_phrase(article, first, last)
    if measure is None or measure.name in article.vocabulary.generic:
        named = last - first > 1 and article.classes[last - 2] == NOUN
        measure = Measure(" ".join(article.lower[first:last]).removesuffix("s"), "") if named else None
    return Announced((first, last), measure) if measure is not None else None


def _befalls_people(article: Article, predicate: str) -> bool:
    """Whether the label is what happened to people: "Missing: 16", "Rescued: 24", "In shelters: 140"."""
    return ("people", predicate) in article.vocabulary.measure_of


def _speaks(article: Article, index: int) -> bool:
    """Whether a noun is of a body, which speaks; people before a bare number are what is counted: "Lifeguards: 212"."""
    return article.vocabulary.speaker_nouns.get(article.lower[index]) not in (None, "person")


def _question(article: Article, number: int, sentence: Sentence) -> Announced | None:
    """Read "How many teachers struck?", "nobody knows how much oil there was": the words behind "how many"."""
    for index in range(sentence.first, sentence.last - 2):
        many = article.lower[index + 1]
        if article.lower[index] == "how" and many in ("many", "much"):
            if many == "much" and article.classes[index + 2] not in (NOUN, ADJECTIVE):
                return None
            start, end = article.tokens[index].start, article.tokens[index + 1].end
            asked = Figure(start, end, index, index + 2, number, None, None, None, "exact")
            verb = article.vocabulary.verbs.get(article.lower[index + 2])
            done = many == "many" and (
                article.classes[index + 2] == AUXILIARY or (verb is not None and verb.form in ("past", "participle"))
            )
            return Announced((index, index + 2), Measure("people", "") if done else None, asked)
    return None


def _cleft(article: Article, sentence: Sentence) -> Announced | None:
    """Read a sentence that ends in what the next ones speak of: "Harder to judge is the harvest."."""
    last = sentence.last
    while last > sentence.first and article.classes[last - 1] == STOP:
        last -= 1
    first = last
    while first > sentence.first and article.classes[first - 1] in (NOUN, ADJECTIVE, DETERMINER):
        first -= 1
    if first - 1 <= sentence.first or article.lower[first - 1] not in _IS or article.classes[first - 1] != AUXILIARY:
        return None
    return _noun(article, first, last) if article.lower[first] not in ("a", "an") else None
