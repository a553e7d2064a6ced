"""How a figure became a claim: what each step saw of it, in the order of the steps and in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from extraction.confidence import doubts_of
from extraction.model import Claim, Figure
from extraction.rules import Reading
from extraction.things.thing import Thing


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure with what the steps saw of it, and all claims of its article by their ids."""

    reading: Reading
    figure: Figure
    thing: Thing
    claim: Claim
    claims: Mapping[str, Claim]

    def written(self, claim: Claim) -> str:
        """Give the figure of a claim as the article writes it."""
        return f"“{self.reading.article.text[claim.char_start : claim.char_end]}”"


def seen_figures(reading: Reading, claims: list[Claim]) -> dict[int, Seen]:
    """Give the figures of an article that claim something, each by the character at which it starts."""
    by_id = {claim.claim_id: claim for claim in claims}
    by_start = {claim.char_start: claim for claim in claims if claim.kind == "quantity"}
    figures = zip(reading.article.figures, reading.things, strict=True)
    return {
        figure.start: Seen(reading, figure, thing, by_start[figure.start], by_id)
        for figure, thing in figures
        if figure.start in by_start
    }


def steps_of(seen: Seen) -> Iterator[tuple[str, str]]:
    """Yield each step by its name, with what it saw."""
    for name, tell in STEPS.items():
        yield name, tell(seen)


def number_words(number: float) -> str:
    """Write a number as a reader does: with thousands parted, and without the last digits that only machines have."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.12g}"


def _value(seen: Seen) -> str:
    value, written = seen.figure.value, seen.written(seen.claim)
    return f"no single number in {written}" if value is None else f"{number_words(value)}, written {written}"


def _hedge(seen: Seen) -> str:
    article, figure = seen.reading.article, seen.figure
    return f"{figure.hedge}: “{article.words(figure.first, figure.last)}” reads as {_interval(figure)}"


def _interval(figure: Figure) -> str:
    low, high = (None if end is None else number_words(end) for end in (figure.low, figure.high))
    if low is None or high is None:
        return "anything" if low == high else f"{low} or more" if high is None else f"{high} or less"
    return low if low == high else f"{low} to {high}"


def _unit(seen: Seen) -> str:
    return seen.figure.unit or "none, it counts"


def _head(seen: Seen) -> str:
    thing = seen.thing
    counted = "taken over from elsewhere in the article" if thing.counted is None else f"“{thing.counted}”"
    measure = f"the measure {thing.measure}"
    if thing.measure not in seen.reading.article.vocabulary.measures.names:
        measure += ", which no table has"
    told = (("what happened", thing.predicate), ("whose", thing.actor), ("which part", thing.part))
    return "; ".join((counted, measure, *(f"{name}: {what}" for name, what in told if what)))


def _relation(seen: Seen) -> str:
    relation = seen.claim.relative_to
    if relation is None:
        return "none, it stands by itself"
    factor = "some factor" if relation["factor"] is None else number_words(relation["factor"])
    if relation["base"] is None:
        return f"{factor} times a base that the article does not give"
    base = seen.claims.get(relation["base_claim_id"] or "")
    named = f", {seen.written(base)} of {base.claimant or 'the publisher'}" if base else ""
    return f"{factor} times {number_words(relation['base'])}{named}"


def _speaker(seen: Seen) -> str:
    claim = seen.claim
    if claim.claimant is None:
        return "nobody: the publisher's own words"
    named = f"{claim.claimant} ({claim.claimant_affiliation})" if claim.claimant_affiliation else claim.claimant
    through = f", through {', '.join(claim.said_through)}" if claim.said_through else ""
    return f"{named}{through}, {_credit(seen)}"


def _credit(seen: Seen) -> str:
    """Say by which words a figure has its speaker."""
    speech, first = seen.reading.speech, seen.figure.first
    if speech.by_context[first]:
        return "by the sentences before"
    covering = (saying for saying in speech.sayings if any(start <= first < end for start, end in saying.covers))
    verb = next(((saying.verb, saying.verb_end) for saying in covering if saying.speaker is not None), None)
    return f"by “{speech.cast.article.words(*verb)}”" if verb else "by the words around it"


def _mood(seen: Seen) -> str:
    aimed = f", the word of {seen.claim.denies}" if seen.claim.denies else ""
    return f"{seen.claim.polarity}{aimed}"


def _place(seen: Seen) -> str:
    place = seen.claim.place
    if place is None:
        return "none is named"
    mentions = seen.reading.places.by_sentence.get(seen.figure.sentence, [])
    named = next((one for one in mentions if one.path == place), None)
    article = seen.reading.article
    return f"{place}, by {f'“{article.words(named.first, named.last)}”' if named else 'the rest of the article'}"


def _date(seen: Seen) -> str:
    day, basis = seen.claim.as_of, seen.claim.as_of_basis
    if day is None:
        return "unknown"
    if basis == "published":
        return f"{day}, the day of publication, for no words give another"
    article = seen.reading.article
    given = next((one for one in article.dates.get(seen.figure.sentence, []) if one.when == day), None)
    return f"{day}, by {f'“{article.words(given.first, given.last)}”' if given else 'the rest of the article'}"


def _trend(seen: Seen) -> str:
    return f"{seen.figure.trend}: a change" if seen.figure.trend else "none: a level, not a change"


def _restates(seen: Seen) -> str:
    fuller = _other(seen, seen.claim.restates)
    return f"{fuller}, which says the same more fully" if fuller else "nothing"


def _replaces(seen: Seen) -> str:
    return _other(seen, seen.claim.replaces) or "nothing"


def _other(seen: Seen, claim_id: str | None) -> str:
    """Name another claim of the article; empty where there is none."""
    other = seen.claims.get(claim_id or "")
    return f"{seen.written(other)} ({claim_id})" if other else ""


def _confidence(seen: Seen) -> str:
    doubts = list(doubts_of(seen.reading.speech, seen.figure, seen.thing))
    return f"{number_words(seen.claim.confidence)}, for {' and '.join(doubts) or 'nothing is left open'}"


STEPS: Final[Mapping[str, Callable[[Seen], str]]] = {
    "value": _value,
    "hedge": _hedge,
    "unit": _unit,
    "head": _head,
    "relation": _relation,
    "speaker": _speaker,
    "mood": _mood,
    "place": _place,
    "date": _date,
    "trend": _trend,
    "restates": _restates,
    "replaces": _replaces,
    "confidence": _confidence,
    "claim": lambda seen: seen.claim.claim_id,
}
"""What is told of a figure, in this order."""
