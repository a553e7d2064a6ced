"""The rule-based extractor: a document goes through one step after the other and comes out as claims."""

from __future__ import annotations

import gc
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from extraction.confidence import confidence, doubts_of
from extraction.first_counts import link_first_counts
from extraction.model import Claim, Document, Figure, Polarity
from extraction.moods import carry_moods
from extraction.naming.names import Names, find_names
from extraction.numbers.figures import find_figures
from extraction.parts import parts_of
from extraction.places.article_places import Places, find_places
from extraction.places.claim_places import matter_place, place_of
from extraction.places.date_mentions import day_of_report
from extraction.places.datelines import dateline_of
from extraction.places.dates import as_of, said_as_of
from extraction.places.local_units import name_local_units
from extraction.restatement import link_restatements
from extraction.revisions import link_revisions
from extraction.speech.cast import Speaker
from extraction.speech.covered_words import speaks_for_the_same
from extraction.speech.figure_sources import (
    as_others_say,
    is_aside,
    is_official_elsewhere,
    newer_than,
    opens_question,
    quoted_from,
    source_of,
)
from extraction.speech.polarity import polarity_of
from extraction.speech.retractions import is_taken_back_by_publisher, who_takes_back, whose_is_taken_back
from extraction.speech.speakers import Speech, find_speech
from extraction.speech.spoken_bases import bare_name, find_spoken_bases, multiplies_figure
from extraction.speech.those_who_speak import counts_hearers, counts_speakers
from extraction.stances.answered_figures import Answers
from extraction.stances.article_stances import find_stances
from extraction.stances.stance import Stance
from extraction.stances.stance_aims import aim_of
from extraction.stances.stance_topics import topic_of
from extraction.stances.stance_weights import WeighedStance
from extraction.things.counted_things import find_things
from extraction.things.doers import name_actors
from extraction.things.thing import Thing
from extraction.words.article import Article, open_article
from extraction.words.digits import in_plain_digits
from extraction.words.headlines import lower_headlines
from extraction.words.lexicon import Lexicon, load_lexicon
from extraction.words.markup import without_tags
from extraction.words.quotations import find_quotations
from extraction.words.sentences import split_sentences
from extraction.words.tokens import tokenize
from extraction.words.vocabulary_tables import load_vocabulary

IDENTITY: Final = "rules/1"


class RuleExtractor:
    """Finds claims by the tables of a lexicon and rules of grammar; the same text always gives the same claims."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or load_lexicon()
        self._vocabulary = load_vocabulary(self._lexicon.folder)

    @property
    def identity(self) -> str:
        """Name and version, as each claim bears them."""
        return IDENTITY

    @property
    def lexicon(self) -> Lexicon:
        """The tables by which the number steps read."""
        return self._lexicon

    def extract(self, documents: Iterable[Document]) -> Iterator[Claim]:
        """Yield the claims of each document, in the order of documents and of spans; nothing is kept in between."""
        for document in documents:
            met: Met = Counter()
            for start, part in parts_of(document):
                yield from _shifted(self._claims_of(part, met), start)

    def sentences(self, text: str) -> list[tuple[int, int]]:
        """Return where each sentence of a text begins and ends, without those that belong to the page around it."""
        plain = in_plain_digits(without_tags(text))
        found = split_sentences(plain, tokenize(plain), self._lexicon)
        return [(sentence.start, sentence.end) for sentence in found if not sentence.furniture]

    def _claims_of(self, part: Document, met: Met) -> list[Claim]:
        """Make the claims of one part while no cycles are collected: its tokens and spans hold none.

        To look for some would take a tenth of the time; a part is bounded, and what it needs is freed at its end.
        """
        collects = gc.isenabled()
        gc.disable()
        try:
            return claims_of(self.read(part), met)
        finally:
            if collects:
                gc.enable()

    def read(self, document: Document) -> Reading:
        """Run all steps over one document, or a part of one, and keep what each of them saw."""
        text = in_plain_digits(without_tags(document.text))
        tokens = tokenize(text)
        sentences = split_sentences(text, tokens, self._lexicon)
        lower_headlines(tokens, sentences)
        figures = find_figures(text, tokens, sentences, self._lexicon)
        return read_article(open_article(document, tokens, sentences, figures, self._vocabulary))


@cache
def rule_extractor(lexicon: Path | None = None) -> RuleExtractor:
    """Return the extractor for a folder of lexicon tables, made once in a process (about a second).

    None stands for the shipped tables. Raises LexiconError as `load_lexicon` does.
    """
    return RuleExtractor(load_lexicon(lexicon))


class Reading(NamedTuple):
    """What the steps saw in one article, in the order in which they ran; `things` is parallel to its figures."""

    article: Article
    names: Names
    places: Places
    speech: Speech
    things: list[Thing]
    stances: list[Stance]
    weighed: list[WeighedStance]
    """What else is said, with what speaks for its being a stance; `stances` holds what is likely enough."""
    answers: Answers
    """What becomes of the figures that a stance answers."""


def read_article(article: Article) -> Reading:
    """Run the steps of meaning over an article whose figures are found."""
    article.published = day_of_report(article, *dateline_of(article))
    names = find_names(article)
    places = find_places(article, names)
    name_local_units(article, places)
    speech = find_speech(article, names, places, find_quotations(article))
    find_spoken_bases(article, speech.cast, lambda figure: _speaker(speech, figure, polarity_of(article, figure)))
    things = find_things(article, names)
    name_actors(speech.cast, things)
    link_revisions(article, things)
    answers: Answers = {}
    stances, weighed = find_stances(article, speech, answers)
    return Reading(article, names, places, speech, things, stances, weighed, answers)


Met = Counter[tuple[str, str]]
"""How often each quote of a document gave a claim of each kind so far."""


def claims_of(reading: Reading, met: Met | None = None) -> list[Claim]:
    """Make the claims of an article from what the steps saw, in the order of their spans.

    `met` is what the parts of the same document before this one have met; this one's are added to it.
    """
    figures = zip(reading.article.figures, reading.things, strict=True)
    quantities = [_quantity(reading, figure, thing) for figure, thing in figures]
    carry_moods(reading.article, quantities)
    link_first_counts(reading.article, quantities)
    pairs = zip(reading.article.figures, quantities, strict=True)
    stated = [claim for figure, claim in pairs if why_unclaimed(reading, figure) is None]
    claims = stated + list(_stance_claims(reading))
    claims.sort(key=lambda claim: (claim.char_start, claim.char_end))
    _name(claims, Counter() if met is None else met)
    _link_figures(reading.article, quantities)
    link_restatements(claims, reading.article.speaker_words.some)
    return claims


_LEAST_LETTERED: Final = 10_000
"""From here on a number with a letter ("60K", "1.5M") names no union."""


def why_unclaimed(reading: Reading, figure: Figure) -> str | None:
    """Why a figure gives no claim: a name begins with it (the union 3K), it counts who speaks or is nobody's question.

    None if it gives one.
    """
    if _opens_name(reading, figure):
        return "name"
    if opens_question(reading.article, figure) and _speaker(reading.speech, figure, "asserted") is None:
        return "question"
    return "speakers" if counts_speakers(reading.article, reading.speech.sayings, figure) else None


def _opens_name(reading: Reading, figure: Figure) -> bool:
    """Whether a name begins with the number of a figure: the union 3K."""
    names, tokens = reading.names.at, reading.article.tokens
    if figure.unit is not None or (figure.value or 0) >= _LEAST_LETTERED:
        return False  # "38C" is a temperature, "60K" a number
    for index in range(figure.first, figure.last):
        if index in names:
            first = tokens[names[index].first]
            if first.kind == "number" and figure.start <= first.start < figure.end:
                return True
    return False


def _link_figures(article: Article, quantities: list[Claim]) -> None:
    """Tie relative figures to their base and revised ones to what they replace, now that claims have ids."""
    for number, (figure, claim) in enumerate(zip(article.figures, quantities, strict=True)):
        base = quantities[figure.base] if figure.base is not None else None
        if base is not None and claim.relative_to is not None:
            claim.relative_to = {**claim.relative_to, "base_of": base.claimant, "base_claim_id": base.claim_id}
        if figure.replaces is not None:
            before = quantities[figure.replaces]
            _take_over_speaker(claim, before)
            claim.replaces = None if figure.replaces > number and _are_of_two(claim, before) else before.claim_id
        elif number and _corrects(claim, quantities[number - 1]):
            claim.replaces = quantities[number - 1].claim_id


def _take_over_speaker(claim: Claim, before: Claim) -> None:
    """Credit a revised figure to who gave the first one, where its own clause credits nobody: "was revised to 6.9"."""
    if claim.claimant is None and claim.quote == before.quote:
        claim.claimant, claim.claimant_affiliation = before.claimant, before.claimant_affiliation
        claim.said_through = before.said_through


def _are_of_two(claim: Claim, other: Claim) -> bool:
    """Whether two figures are told of two speakers: "90 tonnes leaked, not 20 as the owner says" is their dispute."""
    if claim.claimant is None or other.claimant is None:
        return False
    return bare_name(claim.claimant) != bare_name(other.claimant)


def _corrects(claim: Claim, before: Claim) -> bool:
    """Whether a figure stands in the place of one that the same sentence takes back."""
    return (
        before.polarity == "denied"
        and claim.polarity == "asserted"
        and (claim.quote, claim.measure, claim.unit) == (before.quote, before.measure, before.unit)
    )


def _quantity(reading: Reading, figure: Figure, thing: Thing) -> Claim:
    """Make the claim of a figure; its id and what it rests on or replaces are added when all claims are known."""
    article, places, speech = reading.article, reading.places, reading.speech
    answer = reading.answers.get(figure.first)
    polarity = answer.polarity if answer is not None else polarity_of(article, figure)
    speaker = (answer.speaker if answer is not None else None) or _speaker(speech, figure, polarity)
    when = as_of(article, figure.first, figure.last, thing.measure)
    return Claim(
        claim_id="",
        document_id=article.document.document_id,
        source=article.document.source,
        kind="quantity",
        quote=article.quote(figure.first),
        char_start=figure.start,
        char_end=figure.end,
        measure=thing.measure,
        polarity=polarity,
        claimant=speaker.name if speaker else None,
        claimant_affiliation=speaker.affiliation if speaker else None,
        counted=thing.counted,
        actor=thing.actor,
        predicate=thing.predicate,
        place=place_of(places, article, figure.first, figure.last),
        as_of=when.when,
        as_of_basis=when.basis,
        reported_at=article.document.published_at,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        hedge=figure.hedge,
        unit=figure.unit,
        trend=figure.trend,
        relative_to=figure.relative_to,
        denies=_own_denial(reading, figure, polarity, speaker),
        said_through=list(speaker.through) or None if speaker else None,
        extractor=IDENTITY,
        confidence=confidence(doubts_of(speech, figure, thing)),
    )


def _own_denial(reading: Reading, figure: Figure, polarity: Polarity, speaker: Speaker | None) -> str | None:
    """Name whose word is taken back: the publisher's ("an earlier version of this article said 12"), or a body's."""
    if polarity != "denied":
        return None
    if speaker is None:
        return reading.article.document.source if is_taken_back_by_publisher(reading.article, figure) else None
    whose = whose_is_taken_back(reading.speech.cast, figure, speaker)
    return whose.name if whose is not None else None


def _speaker(speech: Speech, figure: Figure, polarity: Polarity) -> Speaker | None:
    """Take the one whom the figure's own phrase credits, else the act of saying that covers it."""
    outer = speech.speaker_at[figure.first]
    if polarity == "denied":
        own = is_taken_back_by_publisher(speech.cast.article, figure)
        return None if own else who_takes_back(speech.cast, figure) or outer
    if multiplies_figure(speech.cast.article, figure) and not speech.quoted[figure.first]:
        return outer
    if _is_nobodys(speech, figure, outer):
        return None
    corrected = None if speech.quoted[figure.first] else as_others_say(speech.cast, figure)
    credited = corrected or _credited(speech, figure, outer)
    own = credited is None or (corrected is None and speaks_for_the_same(outer, credited))
    return outer if own else credited


def _is_nobodys(speech: Speech, figure: Figure, outer: Speaker | None) -> bool:
    """Whether the publisher gives a figure, whoever speaks in its sentence."""
    if speech.quoted[figure.first]:
        return False
    by_the_way = is_aside(speech.cast, figure) or counts_hearers(speech.cast.article, figure)
    return by_the_way or is_official_elsewhere(speech.cast, figure, outer)


def _credited(speech: Speech, figure: Figure, outer: Speaker | None) -> Speaker | None:
    """Name whom the words around a figure credit it to, whoever speaks in its sentence."""
    if speech.quoted[figure.first]:
        return quoted_from(speech.cast, figure)
    credited = source_of(speech.cast, figure)
    newer = newer_than(speech.cast.article, figure) if credited is None and outer is None else None
    if newer is not None:
        return source_of(speech.cast, newer) or speech.speaker_at[newer.first]
    return credited


def _stance_claims(reading: Reading) -> Iterator[Claim]:
    """Yield the stances as claims, each with the thing that it, or the one before it, speaks of."""
    before: tuple[Stance, Thing] | None = None
    for stance in reading.stances:
        topic = topic_of(reading.speech, stance, reading.things, before)
        before = (stance, topic)
        yield _stance(reading, stance, topic)


def _stance(reading: Reading, stance: Stance, topic: Thing) -> Claim:
    """Make the claim of a stance; its id is added when all claims are known."""
    article, places, speech = reading.article, reading.places, reading.speech
    when = said_as_of(article, stance.first, stance.clause_last)
    return Claim(
        claim_id="",
        document_id=article.document.document_id,
        source=article.document.source,
        kind="stance",
        quote=article.quote(stance.first),
        char_start=article.tokens[stance.first].start,
        char_end=article.tokens[stance.last - 1].end,
        measure=topic.measure,
        polarity=stance.polarity,
        claimant=stance.speaker.name if stance.speaker else None,
        claimant_affiliation=stance.speaker.affiliation if stance.speaker else None,
        actor=topic.actor,
        predicate=topic.predicate,
        place=matter_place(places, article, stance.first, stance.object, stance.clause_last),
        as_of=when.when,
        as_of_basis=when.basis,
        reported_at=article.document.published_at,
        denies=aim_of(speech, stance, reading.things, topic),
        extractor=IDENTITY,
        confidence=round(stance.confidence, 3),
    )


def _shifted(claims: list[Claim], start: int) -> list[Claim]:
    """Turn spans within a part that begins at the character `start` into spans of the document, in place."""
    for claim in claims if start else ():
        claim.char_start += start
        claim.char_end += start
    return claims


def _name(claims: list[Claim], met: Met) -> None:
    """Give each claim its stable id: a hash of its document, sentence, kind and place among such claims."""
    for claim in claims:
        met[claim.quote, claim.kind] += 1
        parts = (claim.document_id or "", claim.quote, claim.kind, str(met[claim.quote, claim.kind]))
        claim.claim_id = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
