"""A figure whose clause has no verb of saying of its own, for the clause before it has: "the organisers 5,000".

"Police counted 1,800, the organisers 5,000" and "The bank puts it at 3 billion. The ministry has 2": who stands right
before a bare figure gives it, where the words before that tell of somebody else's.
"""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.speech.cast import Cast, Speaker
from extraction.speech.saying import Saying
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, saying_before, subject_before
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DATE,
    DETERMINER,
    HAVE,
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

_OPENS_CLAUSE: Final = frozenset(["and", "but", ",", ";", "while", "–", "—", "("])
_IN_PHRASE: Final = frozenset((NOUN, NAME, ADJECTIVE, POSSESSIVE, HYPHEN))
_TIES: Final = frozenset(("of", "in", "at", "for"))
_CLOSES: Final = frozenset((COMMA, STOP, CONJUNCTION, QUOTE))
_BARE: Final = _CLOSES | {PREPOSITION, SUBORDINATOR, ADVERB, DATE, AUXILIARY, VERB, "("}
"""Classes of words behind a figure that has no noun of its own."""


def gapped_source(cast: Cast, figure: Figure) -> Speaker | None:
    """Name who stands right before a figure in a clause without a verb, where the words before tell a figure too."""
    return gapped_speaker(cast, figure.first, figure) or _had(cast, figure) or _signed(cast, figure)


def gapped_speaker(cast: Cast, index: int, figure: Figure) -> Speaker | None:
    """Name who stands right before the token `index`, which opens a figure or the quotation that it stands in."""
    article = cast.article
    sentence = article.sentence(index)
    phrase = _phrase_beside(article, index, sentence.first)
    named = phrase is not None and (_names_one(cast, phrase) or _speaks_bare(article, phrase, index))
    if phrase is None or not named or not _closes_clause(article, figure, sentence.last):
        return None
    speaker = speaker_of(cast, phrase) if _is_contrast(article, figure, phrase.first) else None
    return speaker if speaker is not None and _may_count(cast, phrase) else None


def _phrase_beside(article: Article, index: int, limit: int) -> Subject | None:
    """The noun phrase that ends right before a figure, its asides apart, if it opens a clause."""
    end, small = index, article.vocabulary.words["before_own_figure"]
    while end > limit and (article.lower[end - 1] in small or article.classes[end - 1] == ADVERB):
        end -= 1
    if end > limit and article.lower[end - 1] == ",":
        phrase = _named_before_comma(article, end - 1, limit) or subject_before(article, end, limit)
    else:
        first = _phrase_start(article, end, limit)
        phrase = Subject(first, end) if first < end else None
    if phrase is None:
        return None
    return phrase if phrase.first == limit or article.lower[phrase.first - 1] in _OPENS_CLAUSE else None


def _named_before_comma(article: Article, comma: int, limit: int) -> Subject | None:
    """The name in "the minister said 11 boats and the guild, 40" whose comma stands for its verb."""
    first = _phrase_start(article, comma, limit)
    joined = first < comma and article.lower[first - 1] in ("and", "but", ";")
    return Subject(first, comma) if joined else None


def _phrase_start(article: Article, end: int, limit: int) -> int:
    """Where the noun phrase that ends at `end` begins, with its "of" and "at" parts."""
    first = end
    while first > limit:
        mark, tied = article.classes[first - 1], article.lower[first - 2] in _TIES
        if mark == DETERMINER and not tied:
            return first - 1
        ties = article.lower[first - 1] in _TIES and first - 1 > limit and article.classes[first - 2] in (NOUN, NAME)
        if mark not in _IN_PHRASE and mark != DETERMINER and not ties:
            break
        first -= 1
    return first


def _names_one(cast: Cast, phrase: Subject) -> bool:
    """Whether a phrase names a speaker, as "the rebels" and "Luc Morel" do and "police officers" does not."""
    article = cast.article
    named = cast.names.at.get(phrase.last - 1) is not None or phrase.apposition_last > 0
    kind = article.vocabulary.speaker_nouns.get(article.lower[phrase.first + 1])
    return named or article.lower[phrase.first] == "the" or (article.lower[phrase.first] == "a" and kind is not None)


def _speaks_bare(article: Article, phrase: Subject, index: int) -> bool:
    """Whether one noun for who speaks stands for a speaker: "police 40", and before "of" or "at" also "officials"."""
    alone = phrase.last - phrase.first == 1 and article.lower[phrase.first - 1] in _OPENS_CLAUSE
    noun = article.lower[phrase.first] if alone else ""
    led = phrase.last < index and noun in article.vocabulary.speaker_nouns
    return led or noun in article.speaker_words.force


def _may_count(cast: Cast, phrase: Subject) -> bool:
    """Whether a phrase is no country's: "Norway 12, Sweden 9" are theirs, not what they say."""
    mention = cast.names.at.get(phrase.last - 1)
    return mention is None or mention.wording not in ("state", "demonym")


def _closes_clause(article: Article, figure: Figure, limit: int) -> bool:
    """Whether the clause of a figure ends without a verb: "the organisers 5,000", not "the navy 300 men followed"."""
    for index in range(figure.last, limit):
        if article.classes[index] in (COMMA, STOP) or article.lower[index] in ("and", "but", "or"):
            return True
        if article.classes[index] in (VERB, AUXILIARY):
            return False
    return True


def _is_contrast(article: Article, figure: Figure, start: int) -> bool:
    """Whether a figure whose giver begins at `start` stands against one that was told just before it."""
    earlier = [other for other in article.figures_of(figure.first) if other.last <= start]
    return _is_told_before(article, earlier[-1], figure, start) if earlier else _is_reply(article, figure)


def _is_told_before(article: Article, last: Figure, figure: Figure, start: int) -> bool:
    """Whether a verb of saying governs the figure before, and none but it stands between it and the gap."""
    first = article.sentence(start).first
    closes = article.classes[figure.last] == STOP and (
        article.lower[start - 1] == "," or article.lower[figure.first - 1] == ","
    )
    between = range(last.last, last.last if closes else start)
    if any(article.classes[index] in (VERB, AUXILIARY) and not _tells(article, index) for index in between):
        return False
    verbs = [index for index in range(first, last.first) if article.classes[index] == VERB]
    if not verbs:
        return any(_tells(article, index) for index in range(first, start))
    if not _tells(article, verbs[-1]) and article.lower[verbs[0]] not in ("says", "say", "said"):
        return False
    return not any(article.classes[index] == NAME for index in range(verbs[-1], last.first))


def _tells(article: Article, index: int) -> bool:
    """Whether a word credits somebody: a verb of saying, "according", the "had" of "had it at"."""
    held = article.lower[index] in HAVE and article.lower[index + 1] == "it"
    return held or index in article.cues.speech or article.lower[index] == "according"


def _is_reply(article: Article, figure: Figure) -> bool:
    """Whether a sentence without a verb answers the figure of the one before: "A mayor, Ana Ruiz, rather 40"."""
    number = figure.sentence
    own = article.sentences[number]
    return not article.has_verb(own.first, own.last) and _follows_told(article, number)


def _follows_told(article: Article, number: int) -> bool:
    """Whether the sentence before, in the same paragraph, has a figure that somebody gives."""
    before = article.sentences[number - 1] if number else None
    if before is None or before.paragraph != article.sentences[number].paragraph:
        return False
    told = any(_tells(article, index) for index in range(before.first, before.last))
    return told and bool(article.figures_by_sentence.get(number - 1))


def is_bare(article: Article, figure: Figure) -> bool:
    """Whether no noun for what is counted stands behind a figure: "the guild had 40 by noon", "some 40 or so"."""
    return article.classes[figure.last] in _BARE and article.lower[figure.last] != "of"


def _had(cast: Cast, figure: Figure) -> Speaker | None:
    """Read "(The bank put it at 3 billion;) the ministry has 2": who has a bare figure where one was told before."""
    article, verb = cast.article, figure.first - 1
    share = figure.unit == "percent"  # "the Greens had 34 percent" of the votes
    if article.lower[verb] not in HAVE or share or not is_bare(article, figure):
        return None
    sentence = article.sentence(verb)
    subject = subject_before(article, verb, sentence.first)
    if subject is None or not _names_one(cast, subject) or _is_told(article, subject):
        return None
    earlier = [other for other in article.figures_of(figure.first) if other.last <= subject.first]
    told = (
        _is_told_before(article, earlier[-1], figure, subject.first)
        if earlier
        else _follows_told(article, figure.sentence)
    )
    return speaker_of(cast, subject) if told else None


def _is_told(article: Article, subject: Subject) -> bool:
    """Whether somebody says what a subject has: "she said (that) the business had 20 weeks"."""
    saying = saying_before(article, subject)
    return saying is not None and article.classes[saying - 1] not in _CLOSES  # not ", said the business"


def gapped_clause(cast: Cast, that: int, earlier: list[Saying]) -> Saying | None:
    """Read "The agency said that 40 birds had died, and the company that six had": one verb of saying serves both."""
    article = cast.article
    outer = next((one for one in reversed(earlier) if article.lower[one.verb_end] == "that"), None)
    if outer is None or article.classes[that + 1] in (VERB, AUXILIARY):
        return None  # "and the company that runs it"
    phrase = Subject(_phrase_start(article, that, outer.verb_end), that)
    joined = article.lower[phrase.first - 1] in ("and", "but", ";", "while", "whereas")
    if phrase.first == that or not joined or not _names_one(cast, phrase):
        return None
    speaker = speaker_of(cast, phrase)
    return Saying(that, that + 1, "say", speaker, phrase) if speaker is not None else None


_SIGNED_WITHIN: Final = 12


def _signed(cast: Cast, figure: Figure) -> Speaker | None:
    """Read "Fourteen arrests overnight, police; ...": a part of a sentence without a verb that its source closes."""
    article = cast.article
    last = article.sentences[figure.sentence].last
    comma = None
    for index in range(figure.last, min(last, figure.last + _SIGNED_WITHIN)):
        if article.classes[index] in (VERB, AUXILIARY, SUBORDINATOR, CONJUNCTION, QUOTE):
            return None
        if article.lower[index] in (";", "."):
            return _source_between(cast, comma, index) if comma is not None else None
        comma = index if article.lower[index] == "," else comma
    return None


def _source_between(cast: Cast, comma: int, end: int) -> Speaker | None:
    """Name the body that stands alone between a comma and the end of its part, where the part has no verb."""
    article, first = cast.article, _part_start(cast.article, comma)
    mention = cast.names.at.get(comma + 1)
    named = mention is not None and mention.kind == "organisation" and mention.last == end
    body = article.vocabulary.speaker_nouns.get(article.lower[end - 1]) in ("state", "organisation")
    alone = named or (body and end - comma == _COMMA_AND_NOUN)
    return speaker_of(cast, Subject(comma + 1, end)) if alone and not article.has_verb(first, end) else None


_COMMA_AND_NOUN: Final = 2


def _part_start(article: Article, index: int) -> int:
    """Where the part of a sentence begins that holds a token: behind its last semicolon."""
    first = article.sentence(index).first
    return next((place + 1 for place in range(index, first, -1) if article.lower[place] == ";"), first)
