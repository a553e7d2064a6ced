"""What a stance is about: the measure, actor and predicate that it shares with the figures on which it bears."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from typing import Final

from extraction.speech.said_clauses import is_bare_label
from extraction.speech.speaker_names import speaker_of
from extraction.speech.speakers import Speech
from extraction.stances.responsibility import responsibility_of
from extraction.stances.stance import Stance, figures_in
from extraction.stances.verdicts import is_verdict
from extraction.things.noun_phrases import lemma
from extraction.things.thing import Thing
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after
from extraction.words.word_classes import (
    ADJECTIVE,
    COMMA,
    CONJUNCTION,
    GERUND,
    HYPHEN,
    NAME,
    NOUN,
    POSSESSIVE,
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
    thing = _topic_of(speech, stance, all_things, before)
    return replace(thing, predicate=stance.predicate) if stance.predicate is not None else thing


def _topic_of(speech: Speech, stance: Stance, all_things: list[Thing], before: tuple[Stance, Thing] | None) -> Thing:
    """Find what a stance speaks of: what its words name, what the one before it does, or what they point back at."""
    article = speech.cast.article
    stance = stance._replace(last=_object_end(article, stance))
    things = all_things[:_RECENT]
    named = _named_topic(speech, stance, things)
    noun = _own_noun(article, stance) if named is None else None
    if named is None and noun is None:
        named = _said_beside(speech, stance, things)
    counted = named is None and not article.thing_words.tally.isdisjoint(article.lower[stance.object : stance.last])
    if named is None and before is not None and not counted and _goes_on(article, stance, before, noun):
        return before[1]
    if named is None and noun is None and (stance.matter is not None or _tells_deed(article, stance)):
        return Thing("unknown", None, _own_predicate(article, stance), None)
    if named is None and noun is None:
        return _pointed_to(speech, stance, all_things)
    if noun is not None:
        named = Thing(
            lemma(article.lower[noun]), None, _own_predicate(article, stance), None, first=noun, last=noun + 1
        )
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
    if not _points_back(article, stance):
        return replace(unknown, predicate=_own_predicate(article, stance))
    owned = _owned_figure(speech, stance, all_things[:_RECENT])
    if owned is not None:
        return owned
    points = _only_points(article, stance)
    said = _said_before(article, stance, all_things) or _counted_before(article, stance, all_things) if points else None
    return said or _leading(article, stance, all_things) or unknown


def _only_points(article: Article, stance: Stance) -> bool:
    """Whether a stance has but a pronoun for its matter ("denied it", "that is false"), or no word at all."""
    words = article.lower[stance.object : max(stance.object, stance.last)]
    if not article.thing_words.tally.isdisjoint(article.lower[stance.first : stance.last]):
        return False  # "would not give numbers"
    return not words or (len(words) <= _POINTING_WORDS and not article.thing_words.pointing.isdisjoint(words))


_POINTING_WORDS: Final = 4
"""Words of a matter that is told by a pronoun: "it again", "that is simply false"."""


def _said_before(article: Article, stance: Stance, things: list[Thing]) -> Thing | None:
    """What the words right before a stance tell of, where they have no figure: "It was the pump. He denied it."."""
    first, last = _matter_before(article, stance)
    if last - first > _LONGEST_MATTER or figures_in(article, first, last):
        return None
    matter = stance._replace(first=first, object=first, last=last, clause_last=last)
    noun = _own_noun(article, matter)
    if noun is None:
        return None
    named = _measured_in(article, matter, things) or _counted_in(article, matter, things)
    predicate = _own_predicate(article, matter)
    return named or Thing(lemma(article.lower[noun]), None, predicate, None, first=noun, last=noun + 1)


def _counted_before(article: Article, stance: Stance, things: list[Thing]) -> Thing | None:
    """What the words right before a stance count last: "Two hatches were shut. The owner denied shutting them."."""
    first, last = _matter_before(article, stance)
    figures = figures_in(article, first, last)
    numbers = (bisect_left(article.figures, figure.first, key=lambda one: one.first) for figure in reversed(figures))
    thing = next((things[number] for number in numbers if _tells_topic(article, things[number])), None)
    deed = _own_predicate(article, stance) if thing is not None and stance.object < stance.last else None
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
    if stance.polarity != "denied" or not _points_back(article, stance) or stance.object >= stance.last:
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
        same_deed = thing.predicate is not None and _own_predicate(article, stance) == thing.predicate
        return apart == 0 or same_deed or _points_back(article, stance)
    same = stance.speaker is not None and before.speaker is not None and stance.speaker.name == before.speaker.name
    return not same and before.polarity != stance.polarity and _mentions(article, noun) <= 1


def _mentions(article: Article, noun: int) -> int:
    """How often the article has the noun, in singular or plural."""
    return article.mentions(article.lower[noun])


def _points_back(article: Article, stance: Stance) -> bool:
    """Whether the object has a word for something said before, or no word at all: "denied the claims", "Not so"."""
    claims = article.vocabulary.stance_nouns
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
    for index in range(stance.object + 1, stance.clause_last):
        placed = there and article.classes[index] == PREPOSITION and article.lower[index] != "of"
        if placed or article.classes[index] == QUOTE or article.lower[index] == "as":
            return index
    return stance.clause_last


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
        if owner is not None and first + owner[0] == index and measure not in article.vocabulary.generic:
            predicate = article.vocabulary.predicate_of.get(measure) or _own_predicate(article, stance)
            return Thing(measure, None, predicate, owner[1].name, first=index, last=index + 1)
    return None


_OWNER_REACH: Final = 3


def _unless_hidden(article: Article, stance: Stance, thing: Thing) -> Thing:
    nouns = article.vocabulary.stance_nouns
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


_NOUN_LETTERS: Final = 3


def _happened_in(article: Article, stance: Stance, things: list[Thing]) -> Thing | None:
    """The thing to which happened what the object tells, where only one did: "denied that anything had been stolen"."""
    for index in range(stance.object, stance.last):
        found = article.cues.predicates.get(index)
        if found is None or article.classes[index] not in (VERB, GERUND):
            continue
        same = [thing for thing in things if thing.predicate == found[1]]
        if same and len({thing.measure for thing in same}) == 1 and _is_of_people(article, stance):
            return same[0]
    return None


def _is_of_people(article: Article, stance: Stance) -> bool:
    """Whether the object has no noun of its own but people: what happened to them is all that it tells."""
    nouns = [article.lower[i] for i in range(stance.object, stance.last) if article.classes[i] == NOUN]
    return all(word in article.thing_words.any_noun or word in article.vocabulary.stance_nouns for word in nouns)


def _own_noun(article: Article, stance: Stance) -> int | None:
    """The noun of the object of which the article speaks most, the first of those that it has equally often."""
    claims = article.vocabulary.stance_nouns
    nouns = [
        index
        for index in range(stance.object, stance.last)
        if article.classes[index] == NOUN
        and not _is_idle_noun(article, index)
        and not _describes(article, index, stance.last)
    ]
    end = _core_end(article, stance)
    nouns = [index for index in nouns if index < end] or nouns
    deeds = [index for index in nouns if claims.get(article.lower[index]) == "charge"]
    none = [index for index in nouns if _is_of_any(article, index, stance.object)]
    nouns = deeds[:1] or none or _done(article, nouns)
    return max(nouns, key=lambda index: _mentions(article, index), default=None)


def _is_of_any(article: Article, noun: int, first: int) -> bool:
    """Whether a noun is told to be of any kind or none: "had offered any (new) aid", "there was no ransom"."""
    opening = noun - 1
    while opening > first and article.classes[opening] in (ADJECTIVE, NOUN, HYPHEN):
        opening -= 1
    return opening >= first and article.lower[opening] in _OF_ANY


_OF_ANY: Final = frozenset(("any", "no", "single"))


def _done(article: Article, nouns: list[int]) -> list[int]:
    """Leave out who does something, where what he does it to is told too: "the bank had sold | its shares"."""
    done = [index for index in nouns if article.lower[index] not in article.vocabulary.speaker_nouns]
    return done or nouns


def _is_idle_noun(article: Article, index: int) -> bool:
    """Whether a noun says nothing of what a stance is about: what it calls a claim, a verdict, where it was."""
    word, places = article.lower[index], article.vocabulary.place_words
    return (
        article.vocabulary.stance_nouns.get(word, "charge") not in _THINGS
        or word in article.thing_words.any_noun
        or len(word) < _NOUN_LETTERS
        or "." in word  # "at 4 p.m."
        or article.cues.stances.get(index, (0, ""))[1] == "verdict"
        or word in places.region
        or word in places.settlement
        or word in places.part
    )


def _describes(article: Article, index: int, last: int) -> bool:
    """Whether a noun only describes the noun behind it: "tax | fraud"; a verdict ("the vote invalid") is none."""
    following = index + 1
    joined = following < last and article.classes[following] in (NOUN, POSSESSIVE)
    return joined and not is_verdict(article, following)


_THINGS: Final = frozenset(("charge", "deed", "withheld"))
"""Kinds of listed nouns that a stance may be about: a wrong ("fraud") and a good ("aid")."""


def _core_end(article: Article, stance: Stance) -> int:
    """Where what is done ends and where, when or how it was done begins: "had lost ships | in the fight for a port"."""
    deeds = _deeds(article, stance)
    ends = (
        index
        for index in range(deeds[0] if deeds else stance.last, stance.last)
        if article.classes[index] == PREPOSITION and article.lower[index] != "of"
    )
    return next(ends, stance.last)


def _deeds(article: Article, stance: Stance) -> list[int]:
    """The verbs of a stance; those alone that tell a wrong, where there are any: "said she knocked and was shoved"."""
    verbs = [index for index in range(stance.object, stance.last) if article.classes[index] in (VERB, GERUND)]
    charged = [index for index in verbs if article.vocabulary.stance_nouns.get(article.lower[index]) == "charge"]
    return charged or verbs


def _own_predicate(article: Article, stance: Stance) -> str | None:
    verbs = _deeds(article, stance)
    known = (article.cues.predicates[index][1] for index in verbs if index in article.cues.predicates)
    return next(known, article.lower[verbs[0]] if verbs else None)


def _leading(article: Article, stance: Stance, things: list[Thing]) -> Thing | None:
    """What a bare "claims" or "it" points to: what this paragraph counts most so far, else the one before, else all.

    "The figure" and "the toll" point to the figure right before them.
    """
    last = bisect_left(article.figures, stance.first, key=lambda figure: figure.first)
    recent = slice(max(0, last - _RECENT), last)
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
_RECENT: Final = 100
"""Figures before a stance among which the one that it points to is sought."""


def aim_of(speech: Speech, stance: Stance, things: list[Thing], topic: Thing) -> str | None:
    """Name the one voice that a denial is aimed at, also where it only points: "disputed that count"."""
    return target_of(speech, stance) or _pointed_at(speech, stance, things, topic)


def _pointed_at(speech: Speech, stance: Stance, things: list[Thing], topic: Thing) -> str | None:
    """Name who gave the last figure of the topic, where a denial is of "that count" or "the figure"."""
    article = speech.cast.article
    if stance.polarity != "denied" or not points_at_figure(article, stance):
        return None
    last = bisect_left(article.figures, stance.first, key=lambda one: one.first)
    for number in range(last - 1, max(-1, last - _RECENT - 1), -1):
        speaker = speech.speaker_at[article.figures[number].first]
        own = speaker is not None and stance.speaker is not None and speaker.name == stance.speaker.name
        if things[number].measure == topic.measure and not own:
            return speaker.name if speaker is not None else article.document.source
    return None


def points_at_figure(article: Article, stance: Stance) -> bool:
    """Whether a denial is of a figure told before: "disputed that count", and as its subject "that number is wrong"."""
    first = stance.object
    if stance.object >= stance.last:
        first = max(article.sentence(stance.first).first, stance.first - _SUBJECT_WITHIN)
    words, tally = article.lower[first : max(stance.first, stance.last)], article.thing_words.tally
    return any(word in tally and words[place - 1] in _POINTING for place, word in enumerate(words) if place)


_SUBJECT_WITHIN: Final = 4
"""Tokens before a verb that has no object among which its subject points: ""That number does not exist"."""


_POINTING: Final = frozenset(("the", "that", "this", "those", "these"))


def target_of(speech: Speech, stance: Stance) -> str | None:
    """Name the one voice that a denial names as its aim: "rejected the charity's figures", "denied reports by X"."""
    cast = speech.cast
    article = cast.article
    if stance.target is not None or stance.polarity != "denied":
        return stance.target
    opening = stance.first - article.sentence(stance.first).first
    bare = is_bare_label(article, stance.object, stance.last) or _only_points(article, stance)
    if opening <= _QUOTATION_MARK and bare:
        return _answered(speech, stance)
    for index in range(stance.object, stance.last):
        if article.vocabulary.stance_nouns.get(article.lower[index]) != "claim":
            continue
        if index > stance.object and article.classes[index - 1] == POSSESSIVE:
            speaker = speaker_of(cast, Subject(stance.object, index - 1))
            return speaker.name if speaker is not None else None
        if article.lower[index + 1 : index + 2] == ["by"]:
            by = subject_after(article, index + 2, stance.last)
            speaker = speaker_of(cast, by) if by is not None else None
            return speaker.name if speaker is not None else None
    return None


_QUOTATION_MARK: Final = 1
"""Tokens that may stand before an answer: ""No," said Ana Ruiz"."""


def _answered(speech: Speech, stance: Stance) -> str | None:
    """Name whom "Not so, says X" answers: who gave the last figure before it, in its sentence or the one before."""
    article = speech.cast.article
    own = article.sentence_of[stance.first]
    near = article.figures_by_sentence.get(own - 1, []) + article.figures_by_sentence.get(own, [])
    before = [figure for figure in near if figure.last <= stance.first]
    speaker = speech.speaker_at[before[-1].first] if before else None
    if speaker is None or stance.speaker is None or speaker.name == stance.speaker.name:
        return None
    return speaker.name
