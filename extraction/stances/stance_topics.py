"""What a stance is about: the measure, actor and predicate that it shares with the figures on which it bears."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from typing import Final

from extraction.speech.known_figures import is_circumstance
from extraction.speech.speakers import Speech
from extraction.stances.responsibility import responsibility_of
from extraction.stances.stance import Stance, figures_in
from extraction.stances.stance_aims import RECENT_FIGURES, target_of
from extraction.stances.stance_matters import (
    account_told,
    is_of_people,
    mentions_of,
    only_points,
    own_noun,
    own_predicate,
)
from extraction.things.noun_phrases import lemma
from extraction.things.thing import Thing
from extraction.words.article import Article
from extraction.words.word_classes import (
    COMMA,
    CONJUNCTION,
    GERUND,
    NAME,
    NOUN,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)


def topic_of(
    speech: Speech, stance: Stance, all_things: list[Thing], before: tuple[Stance, Thing] | None = None
) -> Thing:
    """Give the thing that a stance speaks of; `before` is the article's stance before it with its own thing.

    A denial of somebody's figures speaks of what he counted last. A known noun in its object stands for the figures of
    that measure; where the object only points back ("the claims", "it") the stance goes on with the one right before
    it, or bears on what the article counts most; else the object's own noun names the measure. Hiding a thing is no
    statement about how much of it there is.
    """
    article = speech.cast.article
    if stance.figure is not None:
        return all_things[bisect_left(article.figures, stance.figure, key=lambda figure: figure.first)]
    if stance.matter is not None:
        first, last = stance.matter
        stance = stance._replace(object=first, last=last, clause_last=last)
    charged = responsibility_of(speech, stance)
    if charged is not None:
        return charged
    account = account_told(article, stance) if stance.matter is None else None
    if account is not None:
        stance, before = stance._replace(object=account[0], last=account[1], clause_last=account[1]), None
    thing = _topic_of(speech, stance, all_things, before)
    thing = _deed_charged(article, stance) or thing if thing.measure == _CHARGES else thing
    return replace(thing, predicate=stance.predicate) if stance.predicate is not None else thing


_CHARGES: Final = "charges"


def _deed_charged(article: Article, stance: Stance) -> Thing | None:
    """Give what the charges are of: who denies nine counts of fraud denies the fraud, and not how many counts."""
    for index in range(stance.object, stance.last - 2):
        is_count = lemma(article.lower[index]) in ("count", "charge")
        if is_count and article.lower[index + 1] == "of" and article.classes[index + 2] in (NOUN, GERUND):
            return Thing(lemma(article.lower[index + 2]), None, None, None, first=index + 2, last=index + 3)
    return None


def _topic_of(speech: Speech, stance: Stance, all_things: list[Thing], before: tuple[Stance, Thing] | None) -> Thing:
    """Find what a stance speaks of: what its words name, what the one before it does, or what they point back at."""
    article = speech.cast.article
    stance = stance._replace(last=_object_end(article, stance))
    things = all_things[:RECENT_FIGURES]
    named = _named_topic(speech, stance, things)
    noun = own_noun(article, stance) if named is None else None
    if named is None and noun is None:
        named = _said_beside(speech, stance, things)
    counted = named is None and not article.thing_words.tally.isdisjoint(article.lower[stance.object : stance.last])
    if named is None and before is not None and not counted and _goes_on(article, stance, before, noun):
        return before[1]
    if named is None and noun is None and (stance.matter is not None or _tells_deed(article, stance)):
        return Thing("unknown", None, own_predicate(article, stance), None)
    if named is None and noun is None:
        return _pointed_to(speech, stance, all_things)
    if noun is not None:
        named = Thing(lemma(article.lower[noun]), None, own_predicate(article, stance), None, first=noun, last=noun + 1)
    return _unless_hidden(article, stance, named or Thing("unknown", None, None, None))


def _named_topic(speech: Speech, stance: Stance, things: list[Thing]) -> Thing | None:
    """What the words of a stance name as its matter, if they name one that a figure counts or a table knows."""
    article = speech.cast.article
    return (
        _of_target(speech, stance, things)
        or _countered(speech, stance, things)
        or _of_document(speech, stance, things)
        or _measured_in(article, stance, things)
        or _counted_in(article, stance, things)
        or _happened_in(article, stance, things)
    )


def _pointed_to(speech: Speech, stance: Stance, all_things: list[Thing]) -> Thing:
    """What a stance without a noun of its own speaks of, if it points back at all; else an unknown thing."""
    article, unknown = speech.cast.article, Thing("unknown", None, None, None)
    if not points_back(article, stance):
        return replace(unknown, predicate=own_predicate(article, stance))
    owned = _owned_figure(speech, stance, all_things[:RECENT_FIGURES])
    if owned is not None:
        return owned
    points = only_points(article, stance)
    said = _said_before(article, stance, all_things) or _counted_before(article, stance, all_things) if points else None
    return said or _leading(article, stance, all_things) or unknown


def _said_before(article: Article, stance: Stance, things: list[Thing]) -> Thing | None:
    """What the words right before a stance tell of, where they have no figure: "It was the pump. He denied it."."""
    first, last = _matter_before(article, stance)
    if last - first > _LONGEST_MATTER or figures_in(article, first, last):
        return None
    matter = stance._replace(first=first, object=first, last=last, clause_last=last)
    noun = own_noun(article, matter)
    if noun is None:
        return None
    named = _measured_in(article, matter, things) or _counted_in(article, matter, things)
    predicate = own_predicate(article, matter)
    return named or Thing(lemma(article.lower[noun]), None, predicate, None, first=noun, last=noun + 1)


def _counted_before(article: Article, stance: Stance, things: list[Thing]) -> Thing | None:
    """What the words right before a stance count last: "Two hatches were shut. The owner denied shutting them."."""
    first, last = _matter_before(article, stance)
    figures = figures_in(article, first, last)
    numbers = (bisect_left(article.figures, figure.first, key=lambda one: one.first) for figure in reversed(figures))
    thing = next((things[number] for number in numbers if _tells_topic(article, things[number])), None)
    deed = own_predicate(article, stance) if thing is not None and stance.object < stance.last else None
    return replace(thing, predicate=deed) if thing is not None and deed is not None else thing


def _matter_before(article: Article, stance: Stance) -> tuple[int, int]:
    """The clause before a stance in its sentence, else the sentence before; of a saying only what it says."""
    first = article.sentence(stance.first).first
    ends = (i for i in range(stance.first - 1, first, -1) if article.classes[i] in (COMMA, STOP, CONJUNCTION))
    last = next((end for end in ends if article.has_verb(first, end)), first)
    if last == first and article.sentence_of[stance.first]:
        before = article.sentences[article.sentence_of[stance.first] - 1]
        first, last = before.first, before.last
    said = (i + 1 for i in range(first, last - 1) if i in article.cues.speech and article.classes[i] == VERB)
    return next(said, first), last


_LONGEST_MATTER: Final = 40
"""Tokens of the words before a stance that may tell its matter."""


def _said_beside(speech: Speech, stance: Stance, things: list[Thing]) -> Thing | None:
    """What another counts in the same sentence: "Norway says 40 boats sank, but the port has rejected such talk"."""
    article = speech.cast.article
    if stance.polarity != "denied" or not points_back(article, stance) or stance.object >= stance.last:
        return None
    figures = [figure for figure in article.figures_of(stance.first) if figure.last <= stance.first]
    number = bisect_left(article.figures, figures[-1].first, key=lambda one: one.first) if figures else len(things)
    giver = speech.speaker_at[figures[-1].first] if figures else None
    other = giver is not None and (stance.speaker is None or giver.name != stance.speaker.name)
    return things[number] if other and number < len(things) and _tells_topic(article, things[number]) else None


def _tells_topic(article: Article, thing: Thing) -> bool:
    """Whether the measure of a thing says what is spoken of; a bare amount or time does not."""
    return thing.measure not in article.thing_words.topicless


def _goes_on(article: Article, stance: Stance, last: tuple[Stance, Thing], noun: int | None) -> bool:
    """Whether a stance speaks of what the one right before it did: its own noun, if any, is met nowhere else."""
    before, thing = last
    apart = article.sentence_of[stance.first] - article.sentence_of[before.first]
    if apart > 1:
        return False
    if noun is None:
        same_deed = thing.predicate is not None and own_predicate(article, stance) == thing.predicate
        return apart == 0 or same_deed or points_back(article, stance)
    same = stance.speaker is not None and before.speaker is not None and stance.speaker.name == before.speaker.name
    return not same and before.polarity != stance.polarity and mentions_of(article, noun) <= 1


def points_back(article: Article, stance: Stance) -> bool:
    """Whether the object has a word for something said before, or no word at all: "denied the claims", "Not so"."""
    claims = article.vocabulary.stances.nouns
    words = range(stance.object, stance.last)
    return not words or (
        not _tells_deed(article, stance) and any(claims.get(article.lower[index]) in _REFERS for index in words)
    )


def _tells_deed(article: Article, stance: Stance) -> bool:
    """Whether a clause behind "that" tells by its verb what is meant: "denied (reports) that he had meant to go"."""
    words = range(stance.object, stance.last)
    opening = next((i for i in words if article.lower[i] == "that" and article.classes[i] == SUBORDINATOR), None)
    if opening is None:
        return False
    verbs = (i for i in range(opening + len(("that", "he")), stance.last) if article.classes[i] in (VERB, GERUND))
    return any(article.lemma(verb) not in article.thing_words.deedless for verb in verbs)


_REFERS: Final = frozenset(("claim", "denial", "concealment"))
"""Kinds of nouns that speak of what was said before: "the claims", "nonsense", "is being hidden"."""


def _owned_figure(speech: Speech, stance: Stance, things: list[Thing]) -> Thing | None:
    """What the speaker counted last, where he stands by it: "the agency stood by its number"."""
    article = speech.cast.article
    words = article.lower[stance.object : stance.last]
    tally = article.thing_words.tally
    own = any(word in _OWN and not tally.isdisjoint(words[place:]) for place, word in enumerate(words))
    if not own or stance.speaker is None:
        return None
    said = [
        thing
        for figure, thing in zip(article.figures, things, strict=False)
        if figure.first < stance.first
        and (speaker := speech.speaker_at[figure.first]) is not None
        and speaker.name == stance.speaker.name
    ]
    return said[-1] if said else None


_OWN: Final = frozenset(("its", "his", "her", "their", "our", "my"))


def _of_target(speech: Speech, stance: Stance, things: list[Thing]) -> Thing | None:
    """What the one whose figures are denied counted last before: "rejected the charity's figures"."""
    target = target_of(speech, stance)
    if target is None or "that" in speech.cast.article.lower[stance.object : stance.last]:
        return None  # "rejected her claim that a cable broke" says itself what is denied
    article, said = speech.cast.article, None
    for figure, thing in zip(article.figures, things, strict=False):
        if figure.first >= stance.first:
            break
        speaker = speech.speaker_at[figure.first]
        if speaker is not None and speaker.name == target and _tells_topic(article, thing):
            said = thing
    return said


def _countered(speech: Speech, stance: Stance, things: list[Thing]) -> Thing | None:
    """What is counted otherwise right after: "The mayor disputed that count. He said that 19 bodies had been found".

    Another may say so, where the article has counted the same before.
    """
    article = speech.cast.article
    if not article.thing_words.tally.intersection(article.lower[stance.object : stance.last]) or stance.speaker is None:
        return None
    following = article.sentence_of[stance.first] + 1
    before: set[str] = set()
    for figure, thing in zip(article.figures, things, strict=False):
        if figure.sentence >= following:
            speaker = speech.speaker_at[figure.first]
            same = (speaker is not None and speaker.name == stance.speaker.name) or thing.measure in before
            return thing if same and figure.sentence == following and _tells_topic(article, thing) else None
        before.add(thing.measure)
    return None


def _of_document(speech: Speech, stance: Stance, things: list[Thing]) -> Thing | None:
    """What the one counts first whose report is denied as a whole: "The ministry rejected the report"."""
    article = speech.cast.article
    objects = [index for index in range(stance.object, stance.last) if article.classes[index] == NOUN]
    if not objects or article.lower[objects[-1]] not in article.speaker_words.findings:
        return None
    told = [
        (speaker.name, thing)
        for figure, thing in zip(article.figures, things, strict=False)
        if figure.first < stance.first and (speaker := speech.speaker_at[figure.first]) is not None
    ]
    own = stance.speaker.name if stance.speaker is not None else None
    author = next((name for name, _ in reversed(told) if name != own), None)
    return next((thing for name, thing in told if name == author and _tells_topic(article, thing)), None)


def _object_end(article: Article, stance: Stance) -> int:
    """Where the object ends and what it is called begins: "dismissed the story | as "pure invention""."""
    there = article.lower[stance.object] == "there"  # what there is stands before where it is
    figures = figures_in(article, stance.object + 1, stance.clause_last)
    told = (figure.first for figure in figures if is_circumstance(article, figure))
    end = next(told, stance.clause_last)  # "took the cash | in two bags"
    for index in range(stance.object + 1, end):
        placed = there and article.classes[index] == PREPOSITION and article.lower[index] != "of"
        if placed or article.classes[index] == QUOTE or article.lower[index] == "as":
            return index
    return end


def _measured_in(article: Article, stance: Stance, things: list[Thing]) -> Thing | None:
    """The thing of the nearest figure before it, else after it, whose measure a known noun of the object names."""
    index = stance.object
    known: Thing | None = None
    no_measure = _counted_with_figures(article)
    while index < stance.last:
        found = article.cues.measures.get(index)
        named = article.classes[index] in (NOUN, NAME) and article.lower[index] not in no_measure
        if found is not None and named:
            same = [thing for thing in things if found[1].name in (thing.base, thing.measure)]
            earlier = [thing for thing in same if thing.first < stance.first and thing.last]
            if same:
                return earlier[-1] if earlier else same[0]
            known = known or _owned(article, stance, found[1].name, index)
        index += found[0] if found is not None else 1
    return known


def _counted_with_figures(article: Article) -> frozenset[str]:
    """Nouns that say by themselves nothing of what a figure counts: "people", and "vote" where no share is told."""
    return article.thing_words.any_noun | article.thing_words.only_counted


def _owned(article: Article, stance: Stance, measure: str, index: int) -> Thing | None:
    """The known thing of a state that the object names though no figure counts it: "North Korean troops"."""
    for first in range(max(stance.object, index - _OWNER_REACH), index):
        owner = article.cues.actors.get(first)
        if owner is not None and first + owner[0] == index and measure not in article.vocabulary.measures.generic:
            predicate = article.vocabulary.measures.predicate_of.get(measure) or own_predicate(article, stance)
            return Thing(measure, None, predicate, owner[1].name, first=index, last=index + 1)
    return None


_OWNER_REACH: Final = 3


def _unless_hidden(article: Article, stance: Stance, thing: Thing) -> Thing:
    nouns = article.vocabulary.stances.nouns
    if any(nouns.get(article.lower[index]) == "concealment" for index in range(stance.object, stance.last)):
        return replace(thing, measure=f"concealed_{thing.measure}", predicate="concealed", actor=None)
    return thing


def _counted_in(article: Article, stance: Stance, things: list[Thing]) -> Thing | None:
    """The thing of a figure whose head noun the object repeats: "troop deployments" beside "8,000 troops"."""
    no_measure = _counted_with_figures(article)
    heads = {lemma(thing.counted.rsplit(" ", 1)[-1].lower()): thing for thing in reversed(things) if thing.counted}
    for index in range(stance.object, stance.last):
        if article.classes[index] == NOUN and article.lower[index] not in no_measure:
            thing = heads.get(lemma(article.lower[index]))
            if thing is not None:
                return thing
    return None


def _happened_in(article: Article, stance: Stance, things: list[Thing]) -> Thing | None:
    """The thing to which happened what the object tells, where only one did: "denied that anything had been stolen"."""
    for index in range(stance.object, stance.last):
        found = article.cues.predicates.get(index)
        if found is None or article.classes[index] not in (VERB, GERUND):
            continue
        same = [thing for thing in things if thing.predicate == found[1]]
        if same and len({thing.measure for thing in same}) == 1 and is_of_people(article, stance):
            return same[0]
    return None


def _leading(article: Article, stance: Stance, things: list[Thing]) -> Thing | None:
    """What a bare "claims" or "it" points to: what this paragraph counts most so far, else the one before, else all.

    "The figure" and "the toll" point to the figure right before them.
    """
    last = bisect_left(article.figures, stance.first, key=lambda figure: figure.first)
    recent = slice(max(0, last - RECENT_FIGURES), last)
    before = [
        (figure, thing)
        for figure, thing in zip(article.figures[recent], things[recent], strict=True)
        if _tells_topic(article, thing)
    ]
    if not before:
        return next((thing for thing in things if _tells_topic(article, thing)), None)
    if any(article.lower[index] in article.thing_words.tally for index in range(stance.object, stance.last)):
        return before[-1][1]
    paragraph = article.sentence(stance.first).paragraph
    near = [thing for figure, thing in before if paragraph - article.sentence(figure.first).paragraph <= _NEAR]
    candidates = near or [thing for _, thing in before]
    counts = Counter(thing.measure for _, thing in before)
    return max(reversed(candidates), key=lambda thing: counts[thing.measure])


_NEAR: Final = 2
"""Paragraphs before a stance whose figures it may point to."""
