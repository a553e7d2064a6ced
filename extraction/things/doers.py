"""Whose things a figure counts that its own noun does not say: of who sends, employs or sells them.

"Kenya sent 700 officers", "Halden, which runs 40 ferries", "the airline will cut 90 jobs". Who does so is read as
those are who speak: by name, by a description, or by "it".
"""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.speech.cast import Cast
from extraction.speech.said_clauses import BE
from extraction.speech.speaker_names import speaker_of
from extraction.things.predicates import governing_verb
from extraction.things.thing import Thing
from extraction.words.article import Article
from extraction.words.subjects import subject_before
from extraction.words.word_classes import HAVE, VERB


def name_actors(cast: Cast, things: list[Thing]) -> None:
    """Name, in place, whose the things of each figure are where its verb tells, and let all of one measure share it."""
    named = _named_bodies(cast)
    for figure, thing in zip(cast.article.figures, things, strict=True):
        if thing.actor is None and (thing.counted is not None or figure.unit is not None):
            thing.actor = named.get(_doer(cast, figure, thing) or "")
    _share_actors(cast, things)


def _named_bodies(cast: Cast) -> dict[str, str]:
    """Give the full names of the bodies and states of an article by what they are called in it."""
    called = ((one.name, cast.article.words(one.first, one.last), one) for one in cast.names.mentions)
    return {
        wording: cast.names.fullest(one)
        for name, written, one in called
        if one.kind != "person"
        for wording in (name, written)
    }


def _doer(cast: Cast, figure: Figure, thing: Thing) -> str | None:
    """Say who does with the things of a figure what one does with one's own."""
    article, limit = cast.article, cast.article.sentences[figure.sentence].first
    verb = _verb_of_owner(article, figure, thing, limit)
    subject = subject_before(article, _start_of_deed(article, verb, limit), limit) if verb is not None else None
    doer = speaker_of(cast, subject) if subject is not None else None
    return doer.name.removeprefix("the ").removeprefix("The ") if doer is not None else None


def _verb_of_owner(article: Article, figure: Figure, thing: Thing, limit: int) -> int | None:
    """The verb right before a figure or its noun whose subject has the things: "sent 700 officers", "has sales of $3m".

    Who only "had 23" counted them, and who was sent some does not send them.
    """
    told_before = thing.counted is not None and limit < thing.first < figure.first
    opens = thing.first if told_before else figure.first
    verb = governing_verb(article, opens, limit)
    if verb is None:
        held = opens > limit and article.lower[opens - 1] in HAVE and thing.counted is not None
        return opens - 1 if held else None
    auxiliaries = article.lower[article.verb_start(verb, limit) : verb]
    active = BE.isdisjoint(auxiliaries) or article.classes[verb] != VERB
    return verb if active and article.lemma(verb) in article.thing_words.disposing else None


def _start_of_deed(article: Article, verb: int, limit: int) -> int:
    """Where the verbs begin that tell of one deed: "(has agreed to) pay £3m", "(plans to) hire 40"."""
    start = article.verb_start(verb, limit)
    while start - 1 > limit and article.lower[start - 1] == "to" and article.classes[start - 2] == VERB:
        start = article.verb_start(start - 2, limit)
    return start


_SHARED: Final = 3
"""One in so many mentions of a measure that name an actor lets the others have it."""


def _share_actors(cast: Cast, things: list[Thing]) -> None:
    """Let all figures of one measure have the actor that a fair part of them name, where they name only one.

    Whose people they are is told of each figure: "1,700 Malawians died in 2022" says nothing of the 112 of this year.
    """
    by_kind: dict[tuple[str, str], list[tuple[Figure, Thing]]] = {}
    for figure, thing in zip(cast.article.figures, things, strict=True):
        part = thing.part if thing.base not in cast.article.thing_words.of_many_fates else ""
        by_kind.setdefault((thing.measure, part), []).append((figure, thing))
    for group in by_kind.values():
        named = [thing.actor for _, thing in group if thing.actor is not None and thing.base != "people"]
        if len(set(named)) == 1 and len(named) * _SHARED >= len(group):
            for figure, thing in group:
                if thing.actor is None and thing.counted is not None and not _names_other(cast, figure, named[0]):
                    thing.actor = named[0]


def _names_other(cast: Cast, figure: Figure, actor: str) -> bool:
    """Whether a sentence names another body before its figure, whose the things may be: "Sula, with 40 buses, ..."."""
    first = cast.article.sentences[figure.sentence].first
    bodies = (one for one in cast.names.within(first, figure.first) if one.kind in ("organisation", "state"))
    return any(cast.names.fullest(one) != actor for one in bodies)
