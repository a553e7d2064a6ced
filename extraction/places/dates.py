"""As of when: the date that the words of a sentence give a figure, else the day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extraction.model import AsOfBasis
from extraction.places.date_mentions import mentions_beside, named_weekday
from extraction.places.event_days import day_counted, only_speaks
from extraction.words.article import Article, DateMention
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    VERB,
)


@dataclass(slots=True)
class AsOf:
    """A date in ISO 8601, perhaps only a year or a month, and what it rests on; both None where it is not known."""

    when: str | None
    basis: AsOfBasis | None


def as_of(article: Article, first: int, last: int, measure: str | None = None) -> AsOf:
    """Give the date of what the tokens `[first, last)` say: the nearest date of their sentence, else publication.

    What is counted once, at a march or a strike, is as of that day whenever it is told. Words that place it before
    publication without naming a date ("three weeks ago") leave it without one.
    """
    owner = named_weekday(article, first - 2) if article.classes[first - 1] == POSSESSIVE else None
    if owner is not None:
        return AsOf(owner, "text")  # "Tuesday's 5.1 quake"
    mentions = [one for one in mentions_beside(article, first) if _may_be_of(article, one, first, last)]
    if _is_corrected(article, first, last):
        return AsOf(None, None)
    now = all(one.when == str(article.published) for one in mentions)
    if now and (is_former(article, first, last) or _is_left_behind(article, first)):
        return AsOf(None, None)
    once = measure in article.vocabulary.date_words["counted_once"]
    event = day_counted(article, first) if once else None
    if event is not None and all(only_speaks(article, one) for one in mentions):
        return AsOf(event, "text")
    own = _nearest_of(article, mentions, first, last)
    if own is not None:
        return AsOf(own.when, "text") if own.when else AsOf(None, None)
    published = article.published
    return AsOf(published.isoformat(), "published") if published else AsOf(None, None)


def said_as_of(article: Article, first: int, last: int) -> AsOf:
    """Give the date of a statement in the tokens `[first, last)`: no month or year that its own clause looks back on.

    Who "said on Tuesday that the permit had run out in November" says it of Tuesday.
    """
    when = as_of(article, first, last)
    dated = (one for one in mentions_beside(article, first) if first <= one.first < last and one.when == when.when)
    mention = next(dated, None)
    if mention is None or len(mention.when) == _DAY_LENGTH or "had" not in article.lower[first : mention.first]:
        return when
    days = (one.when for one in mentions_beside(article, first) if len(one.when) == _DAY_LENGTH)
    day, published = next(days, None), article.published
    return AsOf(day, "text") if day else AsOf(str(published), "published") if published else AsOf(None, None)


def _nearest_of(article: Article, mentions: list[DateMention], first: int, last: int) -> DateMention | None:
    """Find the date that stands nearest to the tokens `[first, last)` of those that reach so far."""
    reached = sorted((_distance(article, at, first, last), at.first < first, at) for at in mentions)
    opening = article.sentence(first).first + 1
    own = (
        mention
        for distance, _, mention in reached
        if _reaches_far(article, mention) or distance < _NEAR or mention.first <= opening
    )
    nearest = next(own, None)
    return None if nearest is None else _last_of_two(article, mentions, nearest)


def _last_of_two(article: Article, mentions: list[DateMention], own: DateMention) -> DateMention:
    """Take the last of days that are told together: "cancelled 318 flights on Monday and Tuesday"."""
    for mention in mentions:
        joined = article.lower[own.last : mention.first]
        if joined in (["and"], [","], [",", "and"]) and len(mention.when) == len(own.when):
            own = max(own, mention, key=_when)
    return own


def _when(mention: DateMention) -> str:
    return mention.when


def _may_be_of(article: Article, mention: DateMention, first: int, last: int) -> bool:
    """Whether a date can be a figure's: neither of what it is compared with nor of a clause that it is no part of."""
    return not (
        _is_of_base(article, mention, last)
        or _is_in_aside(article, mention, first)
        or _is_of_start(article, mention, first, last)
        or _is_before_now(article, mention, first)
        or _is_of_deed(article, mention, first, last)
        or _is_of_given_up(article, mention, last)
        or ";" in article.lower[last : mention.first]
    )


def _is_of_given_up(article: Article, mention: DateMention, last: int) -> bool:
    """Whether a date behind a figure tells when one was given that does not hold: "12, not 21 as we said on Monday"."""
    behind = (one for one in article.figures_of(last - 1) if last < one.first and one.last < mention.first)
    return any(article.lower[one.first - 1] == "not" and _is_as_said(article, one.last) for one in behind)


def _is_as_said(article: Article, index: int) -> bool:
    """Whether "as we reported" or the like follows a figure at `index`, perhaps behind a comma."""
    return article.lower[index + (article.lower[index] == ",")] == "as"


def _is_of_start(article: Article, mention: DateMention, first: int, last: int) -> bool:
    """Whether a date only tells since when: "losing 40 barrels since the valve broke on Sunday"."""
    starts = article.vocabulary.date_words["start"]
    if _tells_when(article, mention):
        return False
    for index in range(mention.first - 1, max(article.sentence(first).first, mention.first - _CLAUSE) - 1, -1):
        if article.lower[index] in starts and article.lower[index] != "from":
            return not index < first < mention.first
        if article.lower[index] in (",", ";", ":") or last > index >= first:
            return False
    return False


def _tells_when(article: Article, mention: DateMention) -> bool:
    """Whether a clause behind a date tells what happened then: "the wettest since 1994, when 31 dams broke"."""
    return article.lower[mention.last : mention.last + 2] == [",", "when"]


_CLAUSE: Final = 14
"""Tokens from "since" to the end of its clause."""


def _is_before_now(article: Article, mention: DateMention, first: int) -> bool:
    """Whether what a figure belongs to has happened up to now, and only a clause before it has a past date.

    "The queue that held 200 on Tuesday has grown to 900": what has happened has no past date of its own. Where
    somebody said so on a day the figure is of that day.
    """
    if mention.last > first or len(mention.when) != _DAY_LENGTH or mention.when == str(article.published):
        return False
    said = any(index in article.cues.speech for index in range(max(0, mention.first - _SAID_ON), mention.first))
    return not said and any(
        article.lower[index] in ("has", "have") and article.classes[index] == AUXILIARY
        for index in range(mention.last, first)
    )


def _is_of_deed(article: Article, mention: DateMention, first: int, last: int) -> bool:
    """Whether a day tells when the deed was by which some have died up to now: "27 have died in the fire on Friday".

    What has happened so far has no past day; those who "died in the fire on Friday" have that.
    """
    past_day = len(mention.when) == _DAY_LENGTH and mention.when != str(article.published)
    if mention.first < last or not past_day or article.classes[mention.first - 1] != PREPOSITION:
        return False
    between = range(last, mention.first - 1)
    verbs = [index for index in between if article.classes[index] in (VERB, AUXILIARY)]
    by_now = any(article.lower[index] in ("has", "have") for index in verbs)
    ended = next((index for index in reversed(verbs) if article.classes[index] == VERB), None)
    deed = ended is not None and any(article.classes[index] == PREPOSITION for index in range(ended + 1, between.stop))
    spoken = any(index in article.cues.speech for index in verbs[-1:])
    return by_now and deed and not spoken


_SAID_ON: Final = 4
"""Tokens from the verb to the day of "told reporters on Tuesday"."""


def _is_in_aside(article: Article, mention: DateMention, first: int) -> bool:
    """Whether a date stands in an aside before the figure: "The war, which began in March 2022, has killed 60".

    "Founded in 1987, the firm runs 31 lines" tells of the firm, not of when it has the lines.
    """
    if mention.last > first or not mention.when:
        return False
    start = article.sentence(first).first
    opened = next((at for at in range(mention.first, start, -1) if article.lower[at - 1] == ","), start)
    told_of = opened > start and article.lower[opened] in ("which", "who", "whose", "where")
    begun = article.lower[opened] in article.vocabulary.date_words["begun"]
    return (told_of or begun) and "," in article.lower[mention.last : first]


def _is_of_base(article: Article, mention: DateMention, last: int) -> bool:
    """Whether a date is of what a figure is compared with: "71, down from 88 on Wednesday".

    Before the figure it is of another's: "60 came, against the 45 promised on Sunday, and 9 stayed".
    """
    if mention.first < last:
        return _is_compared_before(article, mention)
    if _is_of_multiplied(article, mention, last):
        return True
    compared = article.vocabulary.date_words["compared"]
    for index in range(last, mention.first):
        if _is_level_with(article, index) and mention.first - index <= _COMPARED_AT_ONCE:
            return True  # "twice as many as on Friday"
        if article.lower[index] in compared and (
            mention.first - index <= _COMPARED_AT_ONCE
            or any(index < figure.first <= index + _COMPARED_FIGURE for figure in article.figures_of(last - 1))
        ):
            return mention.first >= last
    return False


def _is_level_with(article: Article, index: int) -> bool:
    """Whether "as" compares, as in "twice as many as on Friday", and does not only say when: "52 as of 9 March"."""
    return article.lower[index] == "as" and article.lower[index + 1] != "of"


def _is_of_multiplied(article: Article, mention: DateMention, last: int) -> bool:
    """Whether a date names what a figure is a multiple of: "four times | the 2019 budget", "twice the 2019 one"."""
    multiple = any(one.last == last and one.relative_to is not None for one in article.figures_of(last - 1))
    return multiple and article.lower[last : mention.first] == ["the"]


def _is_compared_before(article: Article, mention: DateMention) -> bool:
    """Whether "than", "against" or the like governs a date: "six more than on Sunday"."""
    compared = article.vocabulary.date_words["compared"]
    if _tells_when(article, mention):
        return False
    for index in range(mention.first - 1, max(article.sentence(mention.first).first, mention.first - _SAID_BEFORE), -1):
        if article.lower[index] in compared and article.lower[index] != "from":
            return True
        if article.lower[index] in _CLAUSE_ENDS:
            return False
    return False


_COMPARED_AT_ONCE: Final = 2
"""Tokens from "than" to the date of "than on Friday"."""
_COMPARED_FIGURE: Final = 4
"""Tokens from "against" to the figure of "against the 1,870"."""


def _is_corrected(article: Article, first: int, last: int) -> bool:
    """Whether a figure is one that somebody first gave and that does not hold: "not 5 as it first said"."""
    formerly = article.vocabulary.date_words["formerly"]
    as_said = article.lower[first - 1] == "not" and article.lower[last] == "as"
    return as_said and any(word in formerly for word in article.lower[last : last + _SAID_BEFORE])


def is_former(article: Article, first: int, last: int) -> bool:
    """Whether a figure was said or meant before: "had put it at 70", "at first said 9", "the 5,000 he had feared"."""
    start, end = article.sentence(first).first, article.sentence(first).last
    for index in range(first - 1, max(_own_start(article, first), first - _SAID_BEFORE) - 1, -1):
        if article.lower[index] in _CLAUSE_ENDS:
            break
        if _is_said_or_meant(article, index):
            put = article.lower[index] == "put" and "at" not in article.lower[index:first]
            return not put and _is_earlier_verb(article, index) and not _is_reported(article, start, index)
    for index in range(last, min(end, last + _MEANT_BEHIND)):
        if _is_said_or_meant(article, index):
            return _is_earlier_verb(article, index)
        if article.classes[index] not in _BEHIND_FIGURE:
            break
    return False


def _own_start(article: Article, first: int) -> int:
    """Where the words of a figure begin: behind one before if it has its own verb ("(had said 9) before cutting")."""
    before = max((one.last for one in article.figures_of(first) if one.last <= first), default=first)
    has_verb = not {VERB, AUXILIARY, GERUND}.isdisjoint(article.classes[before:first])
    return before if has_verb else article.sentence(first).first


_SAID_BEFORE: Final = 8
_MEANT_BEHIND: Final = 6
_CLAUSE_ENDS: Final = frozenset((",", ";", ":", "that", "and", "but"))
_BEHIND_FIGURE: Final = frozenset((NOUN, PRONOUN, DETERMINER, ADVERB, PREPOSITION, NAME, AUXILIARY))


def _is_left_behind(article: Article, first: int) -> bool:
    """Whether a figure is what another has come from: "six, up from the four", "fell to 85 a day from 140"."""
    before = first - 1
    while article.classes[before] in (DETERMINER, ADVERB, ADJECTIVE):
        before -= 1
    if article.lower[before] != "from":
        return False
    start = article.sentence(first).first
    changed = article.lower[before - 1] in article.vocabulary.date_words["direction"]
    led = any(article.lower[f.first - 1] == "to" and start < f.first < before for f in article.figures_of(first))
    return changed or led


def _is_said_or_meant(article: Article, index: int) -> bool:
    """Whether a verb by which a figure is given, feared or planned stands at a token."""
    if article.classes[index] != VERB:
        return False
    form = article.vocabulary.verbs.get(article.lower[index])
    return form is not None and form.lemma in article.vocabulary.date_words["said_before"]


def _is_earlier_verb(article: Article, index: int) -> bool:
    """Whether "had", or "initially" and the like, puts a verb before the time of the text."""
    formerly = article.vocabulary.date_words["formerly"]
    while article.lower[index - 1] in formerly or article.classes[index - 1] == ADVERB:
        index -= 1
        if article.lower[index] in formerly:
            return True
    return article.lower[index - 1] == "had"


def _is_reported(article: Article, start: int, verb: int) -> bool:
    """Whether somebody else tells of it, so that "had" only follows "said": "he said survivors had spoken of 80"."""
    for index in range(verb - 1, start - 1, -1):
        if article.lower[index] in ("who", "which"):
            return False
        if index in article.cues.speech:
            return True
    return _is_witnessed(article, start, verb)


def _is_witnessed(article: Article, start: int, verb: int) -> bool:
    """Whether who spoke before goes on with what was seen: "The nurse said ... She had counted 30 bodies"."""
    form = article.vocabulary.verbs.get(article.lower[verb])
    number = article.sentence_of[start]
    if article.lower[start] not in ("he", "she") or form is None or form.lemma != "count" or not number:
        return False
    before = article.sentences[number - 1]
    return any(index in article.cues.speech for index in range(before.first, before.last))


def _distance(article: Article, mention: DateMention, first: int, last: int) -> float:
    """How far a date is from the figure in tokens; a comma or another figure between them counts as several."""
    between = range(last, mention.first) if mention.first >= last else range(mention.last, first)
    apart = article.vocabulary.date_words["compared"]
    commas = sum(article.lower[index] == "," or article.lower[index] in apart for index in between)
    figures = sum(figure.first in between for figure in article.figures_of(first))
    return len(between) + _COMMA_COUNTS * commas + _FIGURE_COUNTS * figures


def _reaches_far(article: Article, mention: DateMention) -> bool:
    """Whether a date is a day by itself, and not the end of a month or year."""
    at_its_end = article.lower[max(0, mention.first - 2) : mention.first] == ["end", "of"]
    return len(mention.when) == _DAY_LENGTH and not at_its_end


_COMMA_COUNTS: Final = 3
_FIGURE_COUNTS: Final = 4
_NEAR: Final = 9
"""How near a year or a month must stand to be the figure's own; a day reaches over its whole sentence, and so
does what opens it ("In August 2023, ...")."""
_DAY_LENGTH: Final = len("2025-01-01")
