"""Whether a date is still to come, by the words that lead to it and by the tense of the verb that governs it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from extraction.words.article import Article
from extraction.words.word_classes import ADVERB, AUXILIARY, HYPHEN, NAME, NOUN, PRONOUN, VERB

_GOVERNS: Final = 12
"""Tokens before "by Friday" that may tell whether it has passed."""
_LOOKS_BACK: Final = 8
"""Tokens before a date in which words of the future count though no verb of its clause tells."""
_CLAUSE: Final = 24
"""Tokens before a date in which the verb that governs it stands."""
_PAST: Final = frozenset(("had", "have", "has", "was", "were", "did"))


def is_to_come(article: Article, index: int, first: int) -> bool:
    """Whether a month is ahead: "by March" where nothing past tells of it, "will close in March", "cargoes for May"."""
    led = _leader(article, index, first)
    by_then = led is not None and not has_come(article, index, first)
    return by_then or looks_ahead(article, index, first) or _is_of_goods(article, index)


def _leader(article: Article, index: int, first: int) -> int | None:
    """Find "by", "next" or the like right before a date: "by the end of March", not "cut by 250 points in March"."""
    words, at = article.vocabulary.date_words, index - 1
    while at > first and (article.lower[at] in words["part"] or article.classes[at] == HYPHEN):
        at -= 1
    return at if at >= first and article.lower[at] in words["ahead"] else None


def _is_of_goods(article: Article, index: int) -> bool:
    """Whether a month is that of a delivery or the like: "four cargoes for May", "wheat for May delivery"."""
    nouns = article.vocabulary.date_words["delivered"]
    return article.lower[index - 1] == "for" and (
        article.lower[index - 2] in nouns or article.lower[index + 1 : index + 2] in ([noun] for noun in nouns)
    )


def looks_ahead(article: Article, index: int, first: int) -> bool:
    """Whether the words before a date are of the future: "will close", "is to begin", "lessons resume on Thursday"."""
    verb = _governing_verb(article, index, first)
    if verb is not None and _is_sure(article, verb, first):
        return _is_future_group(article, verb, first)
    words = article.lower[max(first, index - _LOOKS_BACK) : index]
    if words[-3:-2] == ["had"]:  # "had expected in May": the date is of the expecting
        return False
    if article.vocabulary.date_words["future"].keys() & set(words):
        return True
    if any(pair in (("is", "to"), ("are", "to")) for pair in pairwise(words)):
        return True
    if verb is None:
        return False
    return _is_rest(article, verb, index) if verb < index - _LOOKS_BACK else _is_present(article, verb)


def _governing_verb(article: Article, index: int, first: int) -> int | None:
    """Find the last verb before a date in its clause."""
    for at in range(index - 1, max(first, index - _CLAUSE) - 1, -1):
        if article.lower[at] in (";", ":"):
            return None
        if article.classes[at] in (VERB, AUXILIARY):
            return at
    return None


def _is_sure(article: Article, verb: int, first: int) -> bool:
    """Whether a verb tells by itself when it was or will be: "will close", "it ran out", not "is due" or "agreed to".

    A bare past form behind a noun may be a participle: "will repair 340 houses damaged in November".
    """
    if article.classes[verb] != VERB:
        return article.lower[verb] in article.vocabulary.date_words["future"]
    opening = article.verb_start(verb, first)
    ended = is_past_group(article, verb, first) and (opening < verb or article.classes[verb - 1] in (PRONOUN, NAME))
    return ended or _is_future_group(article, verb, first)


def _is_future_group(article: Article, verb: int, first: int) -> bool:
    """Whether a verb is or stands behind a word of the future: "will not be closed", and not "would have closed"."""
    group = article.lower[article.verb_start(verb, first) : verb + 1]
    ahead = bool(article.vocabulary.date_words["future"].keys() & set(group))
    return ahead and {"have", "had"}.isdisjoint(group)


def _is_rest(article: Article, verb: int, index: int) -> bool:
    """Whether a date tells when the rest of something comes: "it gives them 11 billion now and the rest in July"."""
    rest = article.vocabulary.date_words["rest"].keys() & set(article.lower[verb:index])
    form = article.vocabulary.verbs.get(article.lower[verb])
    return bool(rest) and form is not None and form.form in ("base", "s")


def _is_present(article: Article, verb: int) -> bool:
    """Whether a verb stands alone in the present, and is none of saying: "lessons resume", "which opens"."""
    form = article.vocabulary.verbs.get(article.lower[verb])
    told = verb in article.cues.speech or article.classes[verb] == AUXILIARY
    alone = article.classes[verb - 1] in (NOUN, NAME) or article.lower[verb - 1] == "which"
    return form is not None and form.form in ("base", "s") and alone and not told


def has_come(article: Article, index: int, first: int) -> bool:
    """Whether "by" this day or month tells of what has happened: "had reported nine by Friday", "rose to 40 by May"."""
    led = _leader(article, index, first)
    if led is None or article.lower[led] not in ("by", "until", "till"):
        return False
    opens = led == first
    limit = article.sentence(index).last
    governing = range(index + 1, min(limit, index + _GOVERNS)) if opens else range(max(first, led - _GOVERNS), led)
    told = [place for place in governing if article.classes[place] in (VERB, AUXILIARY)]
    # "Of a target of 250, 190 had come by Friday": what was aimed at stands before the verb and leaves it past; what it
    # is expected "to have done by Friday" has not come.
    start = article.verb_start(told[-1], first) if told and not opens else None
    own = governing if start is None or article.lower[start - 1] == "to" else range(start, led)
    future, had = article.vocabulary.date_words["future"], article.vocabulary.date_words["sought_and_had"]
    if any(
        (place in article.cues.moods and article.lower[place + 1] not in had) or article.lower[place] in future
        for place in own
    ):
        return False
    if told and not opens and _sets_deadline(article, told[-1]):
        return False
    return bool(told) and is_past_group(article, told[0] if opens else told[-1], first)


def _sets_deadline(article: Article, verb: int) -> bool:
    """Whether a verb asks for what has not come, so that "by Friday" behind it tells until when: "demanded"."""
    form, words = article.vocabulary.verbs.get(article.lower[verb]), article.vocabulary.date_words
    asks = form is not None and form.lemma in words["sets_deadline"]
    return asks and article.lower[verb + 1] not in words["sought_and_had"]  # "had sought shelter by Monday"


def is_past_group(article: Article, verb: int, first: int) -> bool:
    """Whether the verb, with the auxiliaries and adverbs before it, is in the past: "had not yet reported"."""
    start = article.verb_start(verb, first)
    opening = next((place for place in range(start, verb + 1) if article.classes[place] != ADVERB), verb)
    form = article.vocabulary.verbs.get(article.lower[opening])
    return article.lower[opening] in _PAST or (form is not None and form.form == "past" and opening == verb)
