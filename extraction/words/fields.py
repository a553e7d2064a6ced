"""What field of news an article is of, and the readings that its words have there: "prisoners" in war and in a jail."""

from __future__ import annotations

from typing import Final

from extraction.words.vocabulary import Cues, Measure, Vocabulary

_ENOUGH: Final = 1.0
"""Weight of the words of a field from which on an article is of it."""
_PLAIN: Final = ""
"""The field of the readings that hold where the article is of none of the others."""


def settle_readings(words: list[str], cues: Cues, vocabulary: Vocabulary) -> None:
    """Put the readings that wordings of many meanings have in this article in place of those of the tables."""
    for index in [index for index in cues.measures if _is_of_idiom(words, index, vocabulary)]:
        del cues.measures[index]
    single = [index for index, (length, _) in cues.predicates.items() if length == 1]
    for index in [index for index in single if _is_of_idiom(words, index, vocabulary)]:
        del cues.predicates[index]  # a news release lets nobody go
    fields = _fields_of(words, vocabulary) if cues.readings else {}
    for index, (length, readings) in cues.readings.items():
        measure = _reading(readings.measures, fields)
        if measure is not None and cues.measures.get(index, (0,))[0] <= length:
            cues.measures.pop(index, None)
            cues.measures.update({index: (length, Measure(measure, ""))} if measure else {})
        predicate = _reading(readings.predicates, fields)
        if predicate is not None and cues.predicates.get(index, (0,))[0] <= length:
            cues.predicates.pop(index, None)
            cues.predicates.update({index: (length, predicate)} if predicate else {})
    _follow_fuller(words, cues)


def _follow_fuller(words: list[str], cues: Cues) -> None:
    """Let a word that is read by its field mean what the article calls by a fuller name: tanks where it has fuel tanks.

    Where it has fuller names for two things, or tells of the others by another word, the field says which is meant.
    """
    for index, (length, readings) in cues.readings.items():
        plain = cues.measures.get(index)
        if length > 1 or plain is None or plain[0] > 1 or not readings.measures:
            continue
        fuller = _fuller_names(words, index, cues)
        others = {measure.name for other, (_, measure) in cues.measures.items() if words[other] != words[index]}
        if len(fuller) == 1 and plain[1].name not in others:
            cues.measures[index] = (1, next(iter(fuller.values())))


def _fuller_names(words: list[str], index: int, cues: Cues) -> dict[str, Measure]:
    """The measures of the longer wordings of an article that end in a word."""
    longer = ((measure, other + length - 1) for other, (length, measure) in cues.measures.items() if length > 1)
    return {measure.name: measure for measure, last in longer if words[last] == words[index]}


def _is_of_idiom(words: list[str], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun only is part of a way of speaking: "went home", "a good deal", "from house to house"."""
    idioms = vocabulary.thing_words.idiom
    return " ".join(words[max(0, index - 1) : index + 1]) in idioms or " ".join(words[index : index + 2]) in idioms


def _fields_of(words: list[str], vocabulary: Vocabulary) -> dict[str, float]:
    """Weigh the fields by the words that an article has, each counted once; only those with enough are given."""
    weights: dict[str, float] = {}
    for word in vocabulary.measures.field_words.keys() & set(words):
        for field, weight in vocabulary.measures.field_words[word].items():
            weights[field] = weights.get(field, 0) + weight
    return {field: weight for field, weight in weights.items() if weight >= _ENOUGH}


def _reading(by_field: dict[str, str], fields: dict[str, float]) -> str | None:
    """Choose the reading of the field that weighs most; the plain one where the article is of none of them."""
    known = [field for field in by_field if field in fields]
    return by_field.get(max(known, key=lambda field: fields[field]) if known else _PLAIN)
