"""Whose verb it is: the clause that goes on behind a noun phrase, past its asides and what is only said of it."""

from __future__ import annotations

from typing import Final

from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    STOP,
    SUBORDINATOR,
    VERB,
)


def past_aside(article: Article, last: int, limit: int) -> int:
    """Step over an aside to what befell those who are counted: "11 guards, including a cook, were hurt"."""
    opened = _past_group(article, last, limit)
    if article.lower[opened] != "," or not _opens_aside(article, opened + 1):
        return last
    for index in range(opened + 2, min(limit, opened + _ASIDE_REACH) - 1):
        if article.classes[index] == STOP or article.lower[index] == ";":
            return last
        if article.classes[index] == COMMA and article.classes[index + 1] in (AUXILIARY, VERB):
            return index + 1
    return last


def _past_group(article: Article, last: int, limit: int) -> int:
    """Step over whose they are, before an aside: "four members of a family, including a baby, died"."""
    index = last + 1 if article.lower[last] == "of" else last
    while last < index < limit and article.classes[index] in (DETERMINER, ADJECTIVE, NOUN, NAME):
        index += 1
    return index if index < limit and article.lower[index] == "," else last


def past_object_aside(article: Article, last: int, limit: int) -> int:
    """Step over an aside to the words that go on with an object: "left 31 people, 13 of them children, homeless"."""
    if article.lower[last] != "," or not _opens_aside(article, last + 1):
        return last
    ahead = range(last + 2, min(limit, last + _ASIDE_REACH))
    closing = next((index for index in ahead if article.classes[index] in (COMMA, STOP)), last)
    return closing + 1 if article.classes[closing] == COMMA and closing > last else last


_ASIDE_REACH: Final = 16


def _opens_aside(article: Article, index: int) -> bool:
    """Whether words behind a comma only describe: "aged 9 to 12", "ranging in age", "one of them", "cousins"."""
    word, mark = article.lower[index], article.classes[index]
    some = article.lower[index + 1 : index + 3] in (["of", "them"], ["of", "whom"])
    alone = mark in (NOUN, NUMBER) and _is_plain_apposition(article, index)
    return word in article.thing_words.opens_aside or mark == GERUND or some or alone


def _is_plain_apposition(article: Article, index: int) -> bool:
    """Whether nothing but nouns and ages stands up to the next comma: "brothers", "21 and 25", "cousins from Ohio"."""
    while article.classes[index] in (NOUN, NUMBER, CONJUNCTION, NAME, ADJECTIVE, PREPOSITION):
        index += 1
    return article.classes[index] == COMMA


def main_verb(article: Article, last: int, limit: int) -> int | None:
    """Find the verb of a subject that a clause on it stands behind: "two men who were hurt there were arrested".

    The clause may be cut short to its participle: "three of the people shot have died".
    """
    if last >= limit:
        return None
    cut = article.classes[last] == VERB and _may_be_participle(article, last)
    if not cut and article.lower[last] not in _RELATIVES:
        return None
    index = last + 1 if cut else _past_verbs(article, last + 1, limit)
    auxiliary = finite = None
    for place in range(index, min(limit, index + _RELATIVE_REACH)):
        mark = article.classes[place]
        if mark in (COMMA, STOP, SUBORDINATOR, CONJUNCTION):
            break
        if mark == AUXILIARY and auxiliary is None and article.classes[place - 1] != PRONOUN:
            auxiliary = place
        if mark == VERB and finite is None and _is_finite(article, place):
            finite = place
    return auxiliary if auxiliary is not None else finite


def is_relative(article: Article, index: int) -> bool:
    """Whether a clause on the noun right before it begins: "to mourn a boy who was killed"."""
    led = article.classes[index - 1] in (NOUN, NAME)
    return led and article.lower[index] in _RELATIVES


_RELATIVES: Final = frozenset(("who", "whom", "whose", "which", "that"))
_RELATIVE_REACH: Final = 20


def _past_verbs(article: Article, index: int, limit: int) -> int:
    """Step to the verb of a relative clause and over all of it: "police say took part"."""
    while index < limit and article.classes[index] not in (VERB, AUXILIARY, COMMA, STOP):
        index += 1
    while index < limit and article.classes[index] in (VERB, AUXILIARY, ADVERB):
        index += 1
    return index


def _may_be_participle(article: Article, index: int) -> bool:
    """Whether a verb without an auxiliary may be what was done to its subject: "the people shot", "the man hurt"."""
    word = article.lower[index]
    form = article.vocabulary.verbs.get(word)
    past = form is not None and form.form in ("past", "participle")
    done = past and (word in article.vocabulary.measures.done_to or word in article.thing_words.accusing)
    return done and article.classes[index + 1] not in (DETERMINER, NAME, POSSESSIVE, NUMBER, PRONOUN)


def _is_finite(article: Article, index: int) -> bool:
    """Whether a verb tells by itself when it was, and is no participle."""
    form = article.vocabulary.verbs.get(article.lower[index])
    return form is not None and form.form in ("past", "s")


def has_own_verb(article: Article, first: int, last: int, limit: int) -> bool:
    """Whether a noun phrase is the subject of a verb right behind it: "three others are recovering", "nine fled".

    "Are" alone leaves it open, for it may say no more than who they are: "12 were children".
    """
    if _is_tied(article, first):
        return False
    index = past_aside(article, last, limit)
    while index < limit and article.classes[index] in (ADVERB, AUXILIARY):
        index += 1
    joined = index > last and article.classes[index - 1] in (AUXILIARY, ADVERB)
    if not joined and article.lower[index + 1 : index + 2] == ["by"]:
        return False  # "the demand made by the guild"
    return index < limit and (article.classes[index] == VERB or (joined and article.classes[index] == GERUND))


def _is_tied(article: Article, first: int) -> bool:
    """Whether a preposition ties a noun phrase to another, whose verb follows: "the recall of 40 cars cost £2m"."""
    index = first - 1
    while index > 0 and article.classes[index] in (DETERMINER, POSSESSIVE):
        index -= 1
    return article.lower[index] in _TIES


_TIES: Final = frozenset(("of", "for", "from", "by", "with", "in", "on", "against", "to"))


def is_of_other_noun(article: Article, index: int) -> bool:
    """Whether a participle only describes another noun: "a stolen van", "the dying man"."""
    before, after = article.classes[index - 1], article.classes[index + 1]
    form = article.vocabulary.verbs.get(article.lower[index])
    participle = article.classes[index] != NOUN or (form is not None and form.form in ("ing", "participle"))
    return participle and before in (DETERMINER, POSSESSIVE) and after in (NOUN, ADJECTIVE)


def goes_to_care(article: Article, index: int, limit: int, *, named: bool = False) -> bool:
    """Whether "to" leads to a hospital there: "to area hospitals", "to the Mercy trauma center", "to St. Luke's".

    With `named` a name alone is one, where the article tells of people who were hurt and the name is no place.
    """
    while index < limit and article.lower[index] in ("away", "by", "helicopter", "ambulance", "air", "car"):
        index += 1
    if index >= limit or article.lower[index] != "to":
        return False
    place = index + 1
    while place < min(limit, index + _CARE_REACH) and article.classes[place] in _IN_NAME:
        if article.lower[place] in article.thing_words.care:
            return True
        place += 1
    alone = place > index + 1 and all(mark == NAME for mark in article.classes[index + 1 : place])
    return named and alone and index + 1 not in article.cues.places and _tells_of_hurt(article)


_CARE_REACH: Final = 9
_IN_NAME: Final = frozenset((DETERMINER, ADJECTIVE, NAME, NOUN, POSSESSIVE, NUMBER))


def _tells_of_hurt(article: Article) -> bool:
    """Whether the article tells of people who were hurt and of none who were brought to safety elsewhere."""
    topics = article.topics()
    hurt = any(topics[fate] for fate in ("killed", "injured", "hospitalised", "shot", "stabbed", "struck"))
    return hurt and not any(topics[fate] for fate in ("displaced", "evacuated", "sheltered", "rescued"))
