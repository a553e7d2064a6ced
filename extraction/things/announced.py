"""What a passage says beforehand that its figures count: a label, a heading, a question, a sentence that ends in it.

"Rainfall: 38 mm recorded", "Fines. The port raised its to 310", "How many nurses? The guild says 5,600",
"Harder to judge is the harvest. The cooperative puts it at 90 tonnes".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from extraction.model import Figure, Sentence
from extraction.things.measured_nouns import number_spoken_of
from extraction.things.noun_phrases import is_word, known_or_none, lemma, measure_of_phrase
from extraction.words.article import Article
from extraction.words.vocabulary import Measure
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BRACKET,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    HYPHEN,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    VERB,
    is_plural,
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
    may_go_on: bool = False
    """Whether further lines may take it up again, as those behind a question do."""
    late: bool = False
    """Whether it is such a further line that it is given for."""


def announced_things(article: Article) -> dict[int, Announced]:
    """Give by sentence what was announced for it: to the end of its paragraph, or of the next behind a heading.

    What a question asks goes on over the brief lines behind it, as an interview takes it up again.
    """
    found: dict[int, Announced] = {}
    current: Announced | None = None
    last_of = {sentence.paragraph: number for number, sentence in enumerate(article.sentences)}
    until = begun = -1
    for number, sentence in enumerate(article.sentences):
        new = _announcement(article, number, sentence)
        if new is not None:
            closes = last_of[sentence.paragraph] == number and not article.figures_by_sentence.get(number)
            current, until, begun = new, sentence.paragraph + closes, sentence.paragraph if closes else -1
        elif current is not None and until < sentence.paragraph and sentence.paragraph in _answering(begun, current):
            if not _is_brief(article, number, last_of):
                begun = -1
            else:
                current, until = current._replace(late=True), sentence.paragraph
        if current is not None and sentence.paragraph <= until:
            found[number] = current
    return found


def _answering(begun: int, asked: Announced) -> range:
    """The paragraphs behind the one that asks which may still answer it."""
    return range(begun + 1, begun + 1 + _ANSWERS) if asked.may_go_on and begun >= 0 else range(0)


_ANSWERS: Final = 4
"""Lines behind a question that may still answer it."""
_BRIEF: Final = 30


def _is_brief(article: Article, number: int, last_of: dict[int, int]) -> bool:
    """Whether a paragraph is as short as a remark in a talk."""
    last = article.sentences[last_of[article.sentences[number].paragraph]].last
    return last - article.sentences[number].first <= _BRIEF


def _announcement(article: Article, number: int, sentence: Sentence) -> Announced | None:
    if sentence.furniture:
        return None
    figures = article.figures_by_sentence.get(number, [])
    label = _label(article, sentence) or _fronted(article, sentence)
    if label is not None or figures:
        return label or (_question(article, number, sentence) if _asks_first(article, sentence, figures) else None)
    return (
        _question(article, number, sentence)
        or _heading(article, sentence)
        or _asked_about(article, number, sentence)
        or _cleft(article, sentence)
        or _number_of(article, sentence)
    )


def _asks_first(article: Article, sentence: Sentence, figures: Sequence[Figure]) -> bool:
    """Whether a sentence asks before it gives figures: "How many are out is a riddle: 40, or 90".

    Or it tells only how many answers there are: "Whoever asks how many were hit gets three answers".
    """
    first = figures[0].first
    colon = ":" in article.lower[sentence.first : first] and article.lower[sentence.first] == "how"
    answers = len(figures) == 1 and article.lower[figures[0].last] in article.thing_words.answer
    return colon or (answers and "how" in article.lower[sentence.first : first])


def _label(article: Article, sentence: Sentence) -> Announced | None:
    """Read the words before the colon of "Power: 480 MW"."""
    first = _opening(article, sentence)
    limit = min(sentence.last, first + _LABEL_WORDS + 1)
    if ":" not in article.lower[first:limit]:
        return None
    last = article.lower.index(":", first)
    if _is_of_talk(article, first, last) or not _may_be_counted(article, first, last):
        return None
    while last > first and article.classes[last - 1] == ADVERB:
        last -= 1  # "Total injured so far: 212"
    return _noun(article, first, last)


def _is_of_talk(article: Article, first: int, last: int) -> bool:
    """Whether a label tells who asks, answers or is heard, and not what is counted: "Q:", "INSERT:"."""
    words = article.speaker_words
    label = article.lower[first:last]
    return (
        len(label) == 1 and label[0] in words.question_label | words.answer_label | words.host_label | words.bite_label
    )


def _may_be_counted(article: Article, first: int, last: int) -> bool:
    """Whether a label is a word of the language and no unknown name, whose figures count something else: "Ostmark:"."""
    head = article.lower[last - 1]
    known = first in article.cues.measures or last - 1 in article.cues.measures or last - first > 1
    return known or is_plural(head) or (first not in article.cues.places and is_word(head))


def labelled_entry(article: Article, figure: Figure) -> Announced | None:
    """Read the label right before a figure in a box, whatever stands on its line: "Boats: 40 Crews: about 120"."""
    sentence = article.sentences[figure.sentence]
    colons = article.lower[sentence.first : sentence.last].count(":")
    if article.classes[figure.first - 1] == QUOTE or (colons == 1 and article.classes[sentence.last - 1] == STOP):
        return None  # a sentence with a colon, or what somebody says
    colon = next((at for at in range(figure.first - 1, figure.first - 4, -1) if article.lower[at] == ":"), 0)
    earlier = [other.last for other in article.figures_of(figure.first) if other.last <= colon]
    first = max([sentence.first, *earlier])
    marks = [at + 1 for at in range(first, colon) if article.classes[at] in _PARTS_ENTRIES]
    first = next((at for at in range(max([first, *marks]), colon) if article.tokens[at].text[0].isupper()), colon)
    end = first
    while end < colon and article.classes[end] in _IN_ENTRY:
        end += 1
    one = colon == first + 1 and is_plural(article.lower[first])  # "Stops: 19", which may be a verb elsewhere
    end = colon if one else end
    if not 0 < end - first <= _LONGEST_ENTRY or (end < colon and article.classes[end] not in _ADDS_TO_ENTRY):
        return None
    if any(_speaks_as_one(article, at) for at in range(first, end)) or _is_of_talk(article, first, end):
        return None
    if not article.persons_at.isdisjoint(range(first, end)):
        return None
    measure = measure_of_phrase(article, first, end) or Measure(lemma(article.lower[end - 1]), "")
    generic = measure.name in article.vocabulary.measures.generic
    return None if generic or not _may_be_counted(article, first, end) else Announced((first, end), measure)


_LONGEST_ENTRY: Final = 6
_IN_ENTRY: Final = frozenset((NOUN, ADJECTIVE, NAME, HYPHEN))
_ADDS_TO_ENTRY: Final = frozenset((PREPOSITION, DETERMINER, BRACKET, VERB))
"""What may follow the noun of a label: "Passengers a day", "Stations to be rebuilt", "Area (hectares)"."""
_PARTS_ENTRIES: Final = frozenset((STOP, COMMA, BRACKET))


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
    if measure is None or measure.name in article.vocabulary.measures.generic:
        named = last - first > 1 and article.classes[last - 2] == NOUN
        measure = Measure(" ".join(article.lower[first:last]).removesuffix("s"), "") if named else None
    return Announced((first, last), measure) if measure is not None else None


def _befalls_people(article: Article, predicate: str) -> bool:
    """Whether the label is what happened to people: "Missing: 16", "Rescued: 24", "In shelters: 140"."""
    return ("people", predicate) in article.vocabulary.measures.measure_of


def _speaks(article: Article, index: int) -> bool:
    """Whether a noun is of a body, which speaks; people before a bare number are what is counted: "Lifeguards: 212"."""
    return article.vocabulary.speaker_nouns.get(article.lower[index]) not in (None, "person")


def _speaks_as_one(article: Article, index: int) -> bool:
    """Whether a noun is of one who speaks, or of a body: "Reader Des", "Police"."""
    kind = article.vocabulary.speaker_nouns.get(article.lower[index])
    return kind is not None and not (kind == "person" and is_plural(article.lower[index]))


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
            if article.lower[index + 2] == "?":
                return _last_plural(article, article.sentences[number - 1]) if number else None
            return Announced((index, index + 2), Measure("people", "") if done else None, asked, may_go_on=True)
    return None


def _asked_about(article: Article, number: int, sentence: Sentence) -> Announced | None:
    """Read what a question or the line above a recording speaks of: "What does it cost?", "I asked about the boats"."""
    asks = article.lower[sentence.last - 1] == "?"
    if not (asks or _is_before_recording(article, number)) or sentence.last - sentence.first > _LONGEST_QUESTION:
        return None
    if number and article.figures_by_sentence.get(number - 1) and _is_beside(article, number):
        return None  # what was counted right before is spoken of
    wordings, opened = article.vocabulary.units.asked_measures, ""
    for index in range(sentence.first, sentence.last):
        word = article.lower[index]
        if opened and (opened == "what" or article.lower[index - 1] == "how"):
            measure = wordings.get(f"{opened} {word}")
            if measure is not None:
                return Announced((index, index + 1), Measure(measure, ""), may_go_on=True)
        opened = word if word in ("how", "what") else opened
    found = known_or_none(article, sentence.first, sentence.last)
    named = found is not None and not _is_unit(article, article.lower[found[0][1] - 1])
    return Announced(*found, may_go_on=asks) if found is not None and named else _last_plural(article, sentence)


def _is_beside(article: Article, number: int) -> bool:
    """Whether the sentence before stands in the same paragraph."""
    return article.sentences[number - 1].paragraph == article.sentences[number].paragraph


def _is_unit(article: Article, word: str) -> bool:
    """Whether a word is one of measure or time, in which something else is counted: "the price of a litre"."""
    single = lemma(word)
    return single in article.vocabulary.units.dimension_of or single in article.vocabulary.measures.periods


_LONGEST_QUESTION: Final = 25


def _is_before_recording(article: Article, number: int) -> bool:
    """Whether a label in capitals opens the next line, behind which somebody is heard: "INSERT:", "RUIZ:"."""
    if number + 1 >= len(article.sentences) or article.figures_by_sentence.get(number):
        return False
    first = article.sentences[number + 1].first
    apart = article.sentences[number + 1].paragraph > article.sentences[number].paragraph
    counted = number and article.figures_by_sentence.get(number - 1) and _is_beside(article, number)
    return (
        not counted and apart and article.tokens[first].text.isupper() and article.lower[first + 1 : first + 2] == [":"]
    )


def _last_plural(article: Article, sentence: Sentence) -> Announced | None:
    """The last things that a question names: "Are the bells cracked?"."""
    for index in range(sentence.last - 1, sentence.first - 1, -1):
        things = article.classes[index] == NOUN and is_plural(article.lower[index])
        idle = article.lower[index] in article.vocabulary.speaker_nouns or _is_unit(article, article.lower[index])
        if things and not idle:
            asks = article.lower[sentence.last - 1] == "?"
            return Announced((index, index + 1), Measure(lemma(article.lower[index]), ""), may_go_on=asks)
    return None


def _number_of(article: Article, sentence: Sentence) -> Announced | None:
    """Read "The number of wounded remains disputed.", whose number the next sentences give."""
    found = number_spoken_of(article, sentence.first, sentence.last)
    return Announced(*found) if found is not None and found[1].name not in article.vocabulary.measures.generic else None


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
