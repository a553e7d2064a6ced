"""Whether a figure is denied: taken back, called wrong, set against another, or under a negation."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.speech.known_figures import counts_charges, is_known_within
from extraction.speech.moods_at import REACH, mood_at, mood_ending_at
from extraction.speech.refused_goods import withholds
from extraction.speech.retractions import is_as_published, is_first_after, retraction_of
from extraction.speech.said_clauses import is_called_untrue, is_negative_group, whose_claim
from extraction.words.article import DENIALS, Article
from extraction.words.word_classes import (
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    GERUND,
    NOUN,
    PREPOSITION,
    PRONOUN,
    STOP,
    VERB,
)

_NAMED_WITHIN: Final = 8
"""Tokens behind a figure among which a verb of calling gives it a name: "called the figure of 20,000 an invention"."""


def is_denied(article: Article, figure: Figure, first: int, last: int) -> bool:
    """Read "not the 4.2 percent", "the 2,400 is wrong", "an earlier version gave 7.5", "denied that 60 died"."""
    if mood_ending_at(article, figure.first, first) == "denied" and _is_given(article, figure, last):
        return False
    if mood_ending_at(article, figure.first, first) == "denied" or _opens_with_denial(article, figure):
        return True
    if _is_set_against(article, figure, first) or _is_put_right(article, figure, first):
        return True
    if _is_wrong(article, figure, last):
        return True
    return (
        _is_taken_back(article, figure, first)
        or retraction_of(article, figure) is not None
        or is_called_untrue(article, figure.first, figure.last, first, last)
        or _under_denial(article, figure, first, last)
        or _under_negation(article, figure, first)
    )


def _is_given(article: Article, figure: Figure, last: int) -> bool:
    """Whether a figure set against another is somebody's: "not the 300 that she promised", "not 5 as it said".

    Nobody stands behind one that was given "as first reported", and the publisher no more "as we reported".
    """
    if is_as_published(article, figure):
        return False
    for index in range(figure.last, min(last, figure.last + _GIVEN_WITHIN)):
        if article.lower[index] == "as" and _is_nobodys(article, index + 1):
            return False
        if article.lower[index] in ("that", "which", "as"):
            verbs = range(index + 2, min(last, index + _GIVEN_WITHIN))  # behind a subject
            told = any(place in article.cues.speech or mood_at(article, place) == "expected" for place in verbs)
            return told or any(article.lower[place] in ("does", "do", "did") for place in verbs)
        if article.classes[index] in (STOP, COMMA, VERB):
            return article.classes[index] == VERB and article.lower[index + 1] == "by"
    return False


def _is_nobodys(article: Article, index: int) -> bool:
    """Whether a verb of telling follows with no subject: "(as) first reported", "(as) had earlier been said"."""
    while (
        article.classes[index] in (ADVERB, AUXILIARY)
        or article.lower[index] in article.vocabulary.date_words["formerly"]
    ):
        index += 1
    return index in article.cues.speech and article.lower[index + 1] != "by"


_GIVEN_WITHIN: Final = 8
"""Tokens behind a figure, and behind its "that", among which is told who gave it."""


def _opens_with_denial(article: Article, figure: Figure) -> bool:
    """Whether the figure's own words deny it: "it was nowhere near 60"; "nowhere near 60 came" only bounds it."""
    length, mood = article.cues.moods.get(figure.first, (0, ""))
    return length > 1 and mood == "denied" and figure.hedge == "stated"


def _is_set_against(article: Article, figure: Figure, first: int) -> bool:
    """Read "at 9 knots and not at 14": the other figure of a pair, behind "not" and a preposition."""
    joined = article.classes[figure.first - 1] == PREPOSITION and article.lower[figure.first - 2] == "not"
    before = article.lower[figure.first - 3] if figure.first - _NOT_AT >= first else ""
    return (
        joined
        and before in ("and", ",", "but", "-", "–", "—")
        and any(other.last <= figure.first for other in article.figures_of(figure.first))
    )


_NOT_AT: Final = 3
"""Tokens of "and not at"."""


def _is_put_right(article: Article, figure: Figure, first: int) -> bool:
    """Read "Correction: we gave 45 in Monday's paper": what the publisher reported and takes back."""
    for index in range(figure.first - 1, max(first, figure.first - REACH) - 1, -1):
        if mood_at(article, index) == "own report":
            return is_first_after(article, figure, index) and _regrets(article, figure.sentence)
    return False


def _regrets(article: Article, sentence: int) -> bool:
    """Whether a sentence or one beside it in the paragraph speaks of a mistake."""
    own = article.sentences[sentence]
    beside = [one for one in article.sentences[max(0, sentence - 1) : sentence + 2] if one.paragraph == own.paragraph]
    return not article.mood_words.regret.isdisjoint(article.lower[beside[0].first : beside[-1].last])


def _is_wrong(article: Article, figure: Figure, last: int) -> bool:
    """Read "the 2,400 figure is wrong"; in "62 per cent of the lists were wrong" it is the lists that are."""
    nouns = article.vocabulary.stances.nouns
    for index in range(figure.last, min(last, figure.last + 4)):
        if mood_at(article, index) == "wrong":
            return True
        if article.classes[index] == NOUN and nouns.get(article.lower[index]) != "claim" and figure.unit is None:
            return False
        if article.classes[index] == PREPOSITION:
            return False
    return False


def _is_taken_back(article: Article, figure: Figure, first: int) -> bool:
    """Read "an earlier version gave 7.5", "wrongly put the dead at 12"; "wrongly reported by" tells of another."""
    for index in range(max(first, figure.first - REACH), figure.first):
        if mood_at(article, index) == "corrected" and not _is_cut(article, index, figure.first):
            return article.lower[index + article.cues.moods[index][0]] != "by"
    return False


def _under_negation(article: Article, figure: Figure, first: int) -> bool:
    """Read "we have not dismissed 300 people", "never promised 250 jobs"; "did not get the 300" denies no figure."""
    if figure.hedge not in ("exact", "stated", "about"):
        return False
    verb = figure.first - 1
    while verb > first and (
        article.classes[verb] in (ADVERB, PRONOUN) or article.lower[verb] in ("some", "about", "around")
    ):
        verb -= 1
    if verb <= first or article.classes[verb] not in (VERB, GERUND):
        return False
    return is_negative_group(article, article.verb_start(verb, first), verb + 1)


def _is_cut(article: Article, first: int, last: int) -> bool:
    return any(article.lower[index] in (";", ":") or article.classes[index] == STOP for index in range(first, last))


def _under_denial(article: Article, figure: Figure, first: int, last: int) -> bool:
    """Whether a verb or noun of denying takes the figure's clause as its object: "denied that 60 soldiers had died"."""
    for index in range(figure.first - 1, max(first, figure.first - REACH) - 1, -1):
        other_verb = article.classes[index] == CONJUNCTION and article.classes[index + 1] == VERB
        if other_verb or article.classes[index] in (STOP, COMMA) or _is_of_paper(article, index):
            return False
        found = article.cues.stances.get(index)
        verb = article.classes[index] in (VERB, GERUND)
        if found is not None and verb and (found[1] in DENIALS or _calls_untrue(article, found[1], figure, last)):
            return _is_object_of_denial(article, index, found[1], figure, last)
        if mood_at(article, index) == "denial":
            return True
    return False


def _is_of_paper(article: Article, index: int) -> bool:
    """Whether a clause begins that tells what a paper says: "rejected a report that put it at 60"."""
    relative = article.lower[index] in ("that", "which") and article.classes[index + 1] in (VERB, AUXILIARY)
    return relative and article.lower[index - 1] in article.vocabulary.papers


def _is_object_of_denial(article: Article, index: int, kind: str, figure: Figure, last: int) -> bool:
    """Whether the figure itself is denied, not what it counts: "denies six charges", "turned down an offer of €75m"."""
    if is_known_within(article, figure, index + 1):
        return False
    if kind == "denied" and withholds(article, index + 1, last):
        return False
    if kind == "denied":
        return not counts_charges(article, next(one for one in article.figures_of(index) if one.first > index))
    if kind != "denied_claim":
        return True
    nouns, between = article.vocabulary.stances.nouns, article.lower[index + 1 : figure.first]
    named = any(nouns.get(word) == "claim" for word in between)
    if named and whose_claim(article, index + 1, figure.first) is not None:
        return False
    return named or (between[-1:] == ["the"] and NOUN not in article.classes[index + 1 : figure.first])


def _calls_untrue(article: Article, kind: str, figure: Figure, last: int) -> bool:
    """Whether a verb of calling gives the figure a name that denies it: "called the figure of 20,000 an invention"."""
    nouns, after = article.vocabulary.stances.nouns, article.lower[figure.last : min(last, figure.last + _NAMED_WITHIN)]
    return kind == "denied_name" and any(nouns.get(word) == "denial" for word in after)
