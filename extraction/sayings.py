"""Acts of saying: each verb or phrase by which somebody is quoted, and who that is."""

from __future__ import annotations

from extraction.article import Article
from extraction.captions import captioned
from extraction.chains import pass_on, quoted_as_saying
from extraction.saying import Saying
from extraction.speaker_names import OWNED, Cast, speaker_of
from extraction.subjects import Subject, subject_after, subject_before
from extraction.word_classes import ADVERB, COMMA, GERUND, NAME, POSSESSIVE, QUOTE, STOP, VERB

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s"])
_INVERTED = frozenset(
    [
        "said",
        "says",
        "added",
        "wrote",
        "claimed",
        "explained",
        "noted",
        "insisted",
        "warned",
        "argued",
        "recalled",
        "announced",
    ]
)


_GIVEN_WITHIN = 9


def sayings_in(cast: Cast, quoted: list[bool], span: tuple[int, int]) -> list[Saying]:
    """Find the acts of saying of a sentence, in order; whoever speaks is remembered for the words that follow."""
    found: list[Saying] = []
    lower, speech, passed = cast.article.lower, cast.article.cues.speech, span[0]
    for index in [index for index in range(*span) if index in speech or lower[index] in _OPENERS]:
        saying = _saying_at(cast, index, span, found) if index >= passed and not quoted[index] else None
        if saying is not None:
            found.append(saying)
            if saying.speaker is not None and saying.subject.last > saying.subject.first:
                cast.memory.remember(cast.article, saying.subject, saying.speaker)
            passed = saying.verb_end
    pass_on(cast, found, span)
    return found


_OPENERS = frozenset(["according", "by", "on", ":"])
"""What besides a verb may credit somebody: "according to X", "by X's own count", "X: ..."."""


def _saying_at(cast: Cast, index: int, span: tuple[int, int], earlier: list[Saying]) -> Saying | None:
    article = cast.article
    if article.lower[index] in _OPENERS:
        return _without_verb(cast, index, span)
    if article.classes[index] not in (VERB, GERUND):
        return None
    match = article.cues.speech.get(index)
    if match is not None and match[1] == "give" and not _gives_figure(article, index + 1):
        return None
    if match is None or (match[1] == "clause" and not _opens_clause(article, index + match[0], span[1])):
        return None
    if earlier and article.classes[index] == GERUND and article.classes[index - 1] == COMMA and match[1] != "count":
        return Saying(index, index + match[0], match[1], earlier[-1].speaker, Subject(index, index))
    if _is_passive(article, index, span[0]):
        return _passive(cast, index, span)
    return _active(cast, index, match[0], match[1], span)


def _without_verb(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "according to X", "by X's own count" and the colon of a headline or a list: "Police: 43 arrested"."""
    article = cast.article
    if article.lower[index] == ":":
        return captioned(cast, index, span)
    counted = article.lower[index] != "according"
    subject = subject_after(article, index + (1 if counted else 2), span[1])
    if subject is None or not (_is_own_count(article, subject) if counted else article.lower[index + 1] == "to"):
        return None
    return Saying(index, subject.last, "according", speaker_of(cast, subject), subject)


_RECKONINGS = frozenset(
    ["count", "counts", "estimate", "estimates", "reckoning", "tally", "calculation", "calculations", "figures"]
)


def _is_own_count(article: Article, subject: Subject) -> bool:
    """Whether a phrase is somebody's reckoning: "the company's own count", "its estimate"."""
    owned = POSSESSIVE in article.classes[subject.first : subject.last] or article.lower[subject.first] in OWNED
    return owned and article.lower[subject.last - 1] in _RECKONINGS


def _gives_figure(article: Article, index: int) -> bool:
    """Whether "gave" is followed by somebody's share or a bare number, not by what is handed out."""
    if index >= len(article.tokens):
        return False
    if article.classes[index] == NAME or article.tokens[index].kind == "number":
        return True
    stated = {figure.first for figure in article.figures_of(index)}
    ahead = range(index, min(index + _GIVEN_WITHIN, len(article.tokens)))
    return any(article.lower[position] == "as" and position + 1 in stated for position in ahead)


def _opens_clause(article: Article, index: int, limit: int) -> bool:
    """Whether what follows a verb that has other uses ("add", "note") is said: "that", a quotation, or nothing."""
    if index >= limit or article.lower[index] == "that":
        return True
    return article.classes[index] in (QUOTE, STOP) or article.tokens[index].text in (",", ":")


def _active(cast: Cast, index: int, length: int, kind: str, span: tuple[int, int]) -> Saying | None:
    """Read the subject before the verb or, where that is nobody, after an inverted one."""
    article = cast.article
    absolute = article.classes[index] == GERUND and article.classes[index - 1] == COMMA
    if absolute and kind == "count":
        return None
    passed_on = quoted_as_saying(cast, index, span)
    if passed_on is not None:
        return passed_on
    subject = _main_subject(article, index, span) if absolute else subject_before(article, index, span[0])
    speaker = speaker_of(cast, subject) if subject is not None else None
    if subject is not None and speaker is not None:
        return Saying(index, index + length, kind, speaker, subject)
    if article.lower[index] in _INVERTED:
        subject = subject_after(article, index + length, span[1])
        speaker = speaker_of(cast, subject) if subject is not None else None
        if subject is not None and speaker is not None:
            return Saying(index, index + length, kind, speaker, subject)
    return None


def _main_subject(article: Article, index: int, span: tuple[int, int]) -> Subject | None:
    """Find whose telling it is in "Arrieta gave a count, telling reporters ...": the subject of the first verb."""
    for verb in range(span[0], index):
        if article.classes[verb] == VERB:
            return subject_before(article, verb, span[0])
    return None


def _is_passive(article: Article, index: int, limit: int) -> bool:
    position = index - 1
    while position > limit and article.classes[position] == ADVERB:
        position -= 1
    return position >= limit and article.lower[position] in _BE and article.classes[index] == VERB


def _passive(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "was quoted by R as saying" (the speaker is the subject); other passives credit single figures."""
    article = cast.article
    if article.lower[index + 1 : index + 2] == ["by"] and article.lower[index - 2 : index - 1] == ["it"]:
        by = subject_after(article, index + 2, span[1])
        return Saying(index - 2, by.last, "say", speaker_of(cast, by), by) if by is not None else None
    if article.lower[index] not in ("quoted", "cited", "reported"):
        return None
    saying = next((i for i in range(index + 1, span[1]) if article.lower[i] == "saying"), None)
    subject = subject_before(article, index, span[0])
    speaker = speaker_of(cast, subject) if subject is not None and saying is not None else None
    if subject is None or speaker is None or saying is None:
        return None
    by = subject_after(article, index + 2, span[1]) if article.lower[index + 1] == "by" else None
    chain = (article.words(by.first, by.last),) if by else ()
    return Saying(index, saying + 1, "say", speaker._replace(through=chain), subject)
