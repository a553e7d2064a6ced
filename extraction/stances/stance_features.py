"""What speaks for and against a clause's being a stance: its words, by whom and where it is said, what is beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import Final

from extraction.speech.cast import Speaker
from extraction.speech.said_clauses import BE, denies, is_in_past, is_opinion, negates, past_opening, verb_group
from extraction.speech.saying import Saying
from extraction.speech.speakers import Speech
from extraction.stances.said_stances import SaidClause
from extraction.stances.stance import Stance
from extraction.words.article import Article
from extraction.words.word_classes import (
    DATE,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    POINTING,
    PREPOSITION,
    QUOTE,
    VERB,
)

Features = dict[str, float]
"""By name how much of a feature there is; 1 for one that is merely there."""

_SHORT: Final = 4
"""Tokens of a clause that is short."""
_FAR: Final = 20
"""Sentences from which on a clause stands as late in an article as counts."""
_NEAR: Final = 1
"""Sentences between two stances that may answer each other."""
_MOST_BESIDE: Final = 20
"""Stances of a sentence that are looked at: more than any has that somebody wrote."""


class Surroundings:
    """An article with the stances that words of the tables tell, by sentence, and the act of saying of each token."""

    def __init__(self, article: Article, speech: Speech, found: Sequence[Stance]) -> None:
        self.article, self.speech = article, speech
        self.found: dict[int, list[Stance]] = {}
        for stance in found:
            self.found.setdefault(article.sentence_of[stance.first], []).append(stance)
        self.saying_at: list[Saying | None] = [None] * len(article.tokens)
        for saying in speech.sayings:
            for first, last in saying.covers:
                self.saying_at[first:last] = [saying] * (last - first)

    def near(self, token: int) -> Iterator[Stance]:
        """The stances of the sentence of a token and of those beside it."""
        number = self.article.sentence_of[token]
        for beside in range(number - _NEAR, number + _NEAR + 1):
            yield from self.found.get(beside, ())[:_MOST_BESIDE]


def features_of(around: Surroundings, clause: SaidClause) -> Features:
    """Name what speaks for and against a clause, from its verb of saying on where that leads."""
    article, first = around.article, clause.opens
    features = dict.fromkeys(_names(around, clause), 1.0)
    features["candidate"] = 1.0
    features["length"] = log(clause.last - first)
    features["later"] = min(article.sentence_of[first], _FAR) / _FAR
    return features


def _names(around: Surroundings, clause: SaidClause) -> Iterator[str]:
    """Yield the features of stance_features.csv that a said clause shows."""
    article, first, last = around.article, clause.opens, clause.last
    yield _manner(around, clause)
    yield from _of_words(article, first, last)
    yield from _of_clause(article, clause.first, last)
    yield from _of_place(article, first)
    yield from _of_speaker(around, clause)
    yield from _of_quotation(around, first)
    yield from _of_neighbours(around, clause)
    if last - first <= _SHORT:
        yield "short"


def _manner(around: Surroundings, clause: SaidClause) -> str:
    if clause.is_answer:
        return "answer"
    if around.speech.quoted[clause.first]:
        return "quotation"
    return "after_saying" if clause.opens < clause.first else "before_saying"


def _of_words(article: Article, first: int, last: int) -> Iterator[str]:
    """Name the kinds of the listed words among the tokens: `cue_denied`, `word_charge`, `mood_expected`."""
    cues, nouns, verbs = article.cues, article.vocabulary.stances.nouns, article.vocabulary.verbs
    words = article.lower[first:last]
    for index, word in enumerate(words, first):
        if index in cues.stances:
            yield f"cue_{cues.stances[index][1]}"
        if index in cues.moods:
            yield f"mood_{cues.moods[index][1]}"
        kind = nouns.get(word) or (nouns.get(verbs[word].lemma) if word in verbs else None)
        if kind is not None:
            yield f"word_{kind}"
    if not _NEGATIONS.isdisjoint(words) or negates(words):
        yield "negation"
    yield from _of_classes(article.classes[first:last])


def _of_classes(classes: list[str]) -> Iterator[str]:
    if DATE in classes:
        yield "date"
    if NAME in classes:
        yield "name"
    if NOUN not in classes:
        yield "no_noun"


_NEGATIONS: Final = frozenset(("no", "nobody", "none", "nothing", "neither", "nor", "cannot"))


def _of_clause(article: Article, start: int, last: int) -> Iterator[str]:
    """Name what the matter `[start, last)` does: deny, tell of what was, judge."""
    if article.classes[start] == PREPOSITION:
        yield "opens_preposition"
    if article.lower[start] == "that":
        yield "opens_that"
    if denies(article, start, last):
        yield "denies"
    if is_in_past(article, start, last):
        yield "past"
    if is_opinion(article, start, last):
        yield "opinion"
    opening = past_opening(article, start, last)
    group = verb_group(article, opening, last)
    if group is not None:
        yield from _of_subject(article, opening, group[0])
        yield from _of_verb(article, *group)


def _of_subject(article: Article, first: int, verb: int) -> Iterator[str]:
    """Yield what the subject of a clause, the tokens `[first, verb)`, is: none, a noun, a pointer."""
    words = article.lower[first:verb]
    if not words:
        yield "no_subject"
        return
    if NOUN in article.classes[first:verb]:
        yield "noun_subject"
    if words[-1] in POINTING:
        yield "pointing_subject"
    if "there" in words:
        yield "there_subject"


def _of_verb(article: Article, first: int, last: int) -> Iterator[str]:
    """Yield how the verb of a clause is put, the tokens `[first, last)`: with a modal, in the perfect, passive."""
    words, main = [word.removesuffix("n't") for word in article.lower[first:last]], article.classes[last - 1]
    if not _MODALS.isdisjoint(words):
        yield "modal"
    if not _PERFECT.isdisjoint(words[:-1]):
        yield "perfect"
    if main == VERB and not BE.isdisjoint(words[:-1]):
        yield "passive"
    if main not in (VERB, GERUND) and not BE.isdisjoint(words):
        yield "copula"


_MODALS: Final = frozenset(("would", "will", "could", "can", "should", "may", "might", "must"))
_PERFECT: Final = frozenset(("have", "has", "had", "'ve"))


def _of_place(article: Article, first: int) -> Iterator[str]:
    number = article.sentence_of[first]
    before = article.sentences[number - 1] if number else None
    if before is not None and "?" in article.lower[before.last - 2 : before.last]:
        yield "after_question"


def _of_speaker(around: Surroundings, clause: SaidClause) -> Iterator[str]:
    if clause.speaker is not None:
        yield f"speaker_{clause.speaker.kind}"
    saying = around.saying_at[clause.first]
    if saying is not None:
        yield f"saying_{saying.kind}"


def _of_quotation(around: Surroundings, first: int) -> Iterator[str]:
    """Yield how a clause in quotation marks stands in them."""
    article = around.article
    if not around.speech.quoted[first]:
        return
    if first - article.sentence(first).first <= 1:
        yield "quotation_is_sentence"
    if first and article.classes[first - 1] == QUOTE:
        yield "quotation_opens"
        if first > 1 and article.classes[first - 2] in _GOVERNS:
            yield "quotation_in_clause"


_GOVERNS: Final = frozenset((DETERMINER, PREPOSITION, VERB, NOUN))
"""Classes of the words that a quotation goes on with: "denied any "unlawful use""."""


def _of_neighbours(around: Surroundings, clause: SaidClause) -> Iterator[str]:
    """Name the stances beside a clause: its speaker's own, and those of others, which it may answer."""
    for beside in around.near(clause.opens):
        own = _name(beside.speaker) == _name(clause.speaker)
        yield f"{'own' if own else 'other'}_stance_{'before' if beside.first < clause.opens else 'after'}"
        if beside.polarity != "asserted":
            yield "own_denial_near" if own else "other_denial_near"


def _name(speaker: Speaker | None) -> str | None:
    return speaker.name if speaker is not None else None
