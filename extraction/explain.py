"""What each step of the extractor saw, sentence by sentence: for who wants to know why a claim is there, or is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from extraction.explained_figures import Seen, seen_figures, steps_of
from extraction.model import Claim, Document, Sentence
from extraction.parts import parts_of
from extraction.quantities import JudgedFigure, judged_figures
from extraction.rules import Met, Reading, RuleExtractor, claims_of
from extraction.speech.cast import Speaker
from extraction.stances.stance_weights import WeighedStance
from extraction.words.article import Article


def explain(document: Document, extractor: RuleExtractor) -> Iterator[str]:
    """Yield lines of text: each sentence of a document, and under it what every step found there."""
    met: Met = Counter()
    for _, part in parts_of(document):
        reading = extractor.read(part)
        claims = claims_of(reading, met)
        numbers = list(judged_figures(reading, extractor))
        yield from _explained(reading, claims, numbers)


def _explained(reading: Reading, claims: list[Claim], numbers: list[JudgedFigure]) -> Iterator[str]:
    seen = seen_figures(reading, claims)
    for number, sentence in enumerate(reading.article.sentences):
        yield f"[{number + 1}] {' '.join(reading.article.text[sentence.start : sentence.end].split())}"
        if sentence.furniture:
            yield "    furniture of the page: nothing is read here"
        yield from _lines("    ", _who_and_where(reading, sentence))
        for figure, why in numbers:
            if figure.sentence == number:
                yield from _number(reading.article.text[figure.start : figure.end], why, seen.get(figure.start))
        yield from _lines("    ", _stances(reading, claims, sentence))


def _lines(indent: str, told: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{indent}{name:<10} {seen}" for name, seen in told)


def _number(written: str, why: str | None, seen: Seen | None) -> Iterator[str]:
    """Yield what is told of a number: the steps of its claim, or why it claims nothing."""
    if why is not None or seen is None:
        yield f"    {'number':<10} “{written}” claims nothing: {why}"
        return
    yield f"    {'figure':<10} “{written}”"
    yield from _lines("      ", steps_of(seen))


def _stances(reading: Reading, claims: list[Claim], sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Yield what is a stance in a sentence, what was weighed as one, and the claims that they make."""
    for stance in reading.stances:
        if sentence.first <= stance.first < sentence.last:
            written = reading.article.words(stance.first, stance.last)
            yield "stance", f"{_speaker(stance.speaker)}, {stance.polarity}: {written}"
    for one in reading.weighed:
        if sentence.first <= one.stance.first < sentence.last:
            yield "weighed", _weighed(reading.article, one)
    for claim in claims:
        if claim.kind == "stance" and sentence.start <= claim.char_start < sentence.end:
            yield "claim", _claim(reading.article, claim)


def _who_and_where(reading: Reading, sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Yield the word classes, names, places and sayings of a sentence: what each is, and how it was read."""
    yield "classes", _classes(reading.article, sentence)
    words = reading.article.words
    for mention in reading.names.within(sentence.first, sentence.last):
        yield "name", f"{words(mention.first, mention.last)}: {mention.kind}, {mention.name}"
    for place in reading.places.mentions:
        if sentence.first <= place.first < sentence.last:
            yield "place", f"{place.path}{'' if place.located else ' (in passing)'}"
    for saying in reading.speech.sayings:
        if sentence.first <= saying.verb < sentence.last:
            covered = " … ".join(words(first, last) for first, last in saying.covers)
            yield "saying", f"{_speaker(saying.speaker)}: {covered}"


def _classes(article: Article, sentence: Sentence) -> str:
    indexes = range(sentence.first, sentence.last)
    return " ".join(f"{article.tokens[index].text}/{article.classes[index]}" for index in indexes)


def _speaker(speaker: Speaker | None) -> str:
    if speaker is None:
        return "the publisher"
    return f"{speaker.name} ({speaker.affiliation})" if speaker.affiliation else speaker.name


def _weighed(article: Article, one: WeighedStance) -> str:
    """Write what may be a stance, how likely that is, and what each of its features counts, the most telling first."""
    known = article.vocabulary.stances.weights
    counts = {name: known[name] * amount for name, amount in one.features.items() if name in known}
    why = ", ".join(f"{name} {counts[name]:+.2f}" for name in sorted(counts, key=lambda name: -abs(counts[name])))
    written = article.words(one.stance.first, one.stance.last)
    return f"{written}: {'a' if one.is_taken else 'no'} stance, {one.stance.confidence:.2f} ({why})"


def _claim(article: Article, claim: Claim) -> str:
    written = article.text[claim.char_start : claim.char_end]
    said = f"{claim.claimant or claim.source}, {claim.polarity}, {claim.measure}"
    return f"{claim.claim_id} “{written}”: {said}, {claim.place or 'nowhere'}, {claim.as_of or 'undated'}"
