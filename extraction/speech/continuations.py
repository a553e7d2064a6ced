"""Sentences without a verb of saying that still tell what the speaker of those before them said.

A credit by context is a weaker one than by words: it lowers the confidence of the claim.
"""

from __future__ import annotations

from typing import Final

from extraction.speech.cast import Cast, Speaker
from extraction.speech.floors import FLOOR
from extraction.speech.own_notes import is_own_note
from extraction.speech.said_clauses import is_bare_label
from extraction.speech.saying import Saying
from extraction.words.article import Article
from extraction.words.subjects import after_label, opens_entry
from extraction.words.word_classes import (
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    NUMBER,
    QUOTE,
    STOP,
    VERB,
)

_GOES_ON_WITHIN: Final = 2
"""Sentences after somebody's words that may still be his where they begin with "he" or "she"."""
_LIST_LENGTH: Final = 15
"""Sentences that a list after a colon may have."""
_BEFORE_BARE: Final = 2
"""Tokens of "at least" before the number with which a sentence opens."""
_TAKES_UP: Final = (["another"], ["a", "further"], ["that", "would"], ["among", "them"])
"""Openings that count on from the figure before; "of those" and "three more" as often give the publisher's own."""


def continues(cast: Cast, last: Saying, reach: int, span: tuple[int, int], speaker_at: list[Speaker | None]) -> bool:
    """Whether the sentence `span`, which credits nobody, goes on with what `last` tells.

    `reach` is the sentence up to which the words of `last` are known to go on.
    """
    article = cast.article
    if last.speaker is None or _opens_anew(article, span[0]):
        return False
    if is_own_note(article, span[0]) and not is_own_note(article, last.verb):
        return False
    sentence = article.sentence_of[span[0]]
    adjacent = sentence - reach == 1
    if _is_listed(article, last, reach, sentence) or (adjacent and _is_of_figure(article, span[0], last, speaker_at)):
        return True
    if article.sentences[sentence].paragraph != article.sentences[reach].paragraph:
        return adjacent and _tells_on(article, last, span)
    if last.speaker.kind == "person" and article.lower[span[0]] in ("he", "she"):
        near = sentence - article.sentence_of[last.verb] <= _GOES_ON_WITHIN
        return near and article.lower[_first_verb(article, span)] != "is"  # what he is the publisher tells
    if not adjacent or _speaks_of_others(cast, last, span):
        return False
    if last.kind == FLOOR or _only_denies(article, last) or is_note(article, *span):
        return True
    shifted = ("had", "would") if _is_past(article, last) else ("would",)
    return _is_written(article, last) or _is_shifted_back(article, span, shifted)


def _tells_on(article: Article, last: Saying, span: tuple[int, int]) -> bool:
    """Whether a paragraph goes on with a person's own words by "she had" or "he would", behind a verb in the past."""
    person = last.speaker is not None and last.speaker.kind == "person" and article.lower[span[0]] in ("he", "she")
    return person and _is_past(article, last) and _is_shifted_back(article, span, ("had", "would"))


def _opens_anew(article: Article, first: int) -> bool:
    """Whether a sentence opens with somebody's words, the publisher's own voice or a turn to something else."""
    anew = article.is_first_person(first) or article.lower[first] in article.speaker_words.turns_away
    return anew or article.classes[first] == QUOTE


def _only_denies(article: Article, last: Saying) -> bool:
    """Whether an act only calls something untrue, so that what is true follows: "Not true, the guild says."."""
    first = article.sentence(last.verb).first
    return first < last.first - 1 and is_bare_label(article, first, last.first - 1)


def is_note(article: Article, first: int, last: int) -> bool:
    """Whether a sentence has no verb, as notes of what somebody says have none: "Seized so far: 40 litres, all told".

    A participle that opens it, or that a colon follows, is none: it names what is counted; nor is one before "by" and
    whoever did it, or what "which" opens.
    """
    asides = (index for index in range(first + 1, last) if article.lower[index] in ("which", "who"))
    last = next(asides, last)
    colon = article.lower.index(":", first, last) if ":" in article.lower[first:last] else first + 1
    told = (index for index in range(max(first + 1, colon), last) if article.classes[index] == VERB)
    if AUXILIARY in article.classes[first:last] or not all(_is_done_by(article, index) for index in told):
        return False
    return not any(article.vocabulary.verbs[word].form in ("s", "base") for word in _verbs(article, first + 1, colon))


def _is_done_by(article: Article, index: int) -> bool:
    """Whether a verb is a participle: "lent by a mining firm", but not "stood by"."""
    return article.lower[index + 1] == "by" and article.classes[index + 2 : index + 3] not in ([STOP], [COMMA])


def _verbs(article: Article, first: int, last: int) -> list[str]:
    words = (article.lower[index] for index in range(first, last) if article.classes[index] == VERB)
    return [word for word in words if word in article.vocabulary.verbs]


def _is_written(article: Article, saying: Saying) -> bool:
    """Whether a paper speaks, and speaks first: what follows in the paragraph is what it holds."""
    if saying.kind == "paper":
        return True
    leads = saying.subject.first < saying.verb and all(first >= saying.subject.first for first, _ in saying.covers)
    heads = article.lower[saying.subject.first : saying.subject.last]
    return leads and not article.vocabulary.papers.isdisjoint(heads)


_LONGEST_TURN = 12
"""Acts of saying that may stand between a turn's opening and one of its sentences."""


def turn_of(article: Article, sayings: list[Saying], sentence: int) -> Saying | None:
    """Find the name and colon that open a turn of talk, or an entry of a live page, with a sentence in it."""
    paragraph = article.sentences[sentence].paragraph
    for saying in reversed(sayings[-_LONGEST_TURN:]):
        spoken = article.sentence_of[saying.verb]
        if article.sentences[spoken].paragraph != paragraph:
            return None
        opens = spoken == 0 or article.sentences[spoken - 1].paragraph != paragraph
        person = saying.speaker is not None and saying.speaker.kind == "person"
        if opens and person and saying.kind == "caption" and saying.subject.first < saying.verb:
            return saying
        own = article.is_first_person(article.sentences[sentence].first)
        if opens and person and not own and _is_entry(article, article.sentences[spoken].first):
            return saying
    return None


def _is_entry(article: Article, first: int) -> bool:
    """Whether a paragraph opens with the time of day, as an entry of a live page does: "14.30 Toll now 40"."""
    return opens_entry(article, first) or after_label(article, first) > first


def _is_listed(article: Article, last: Saying, reach: int, sentence: int) -> bool:
    """Whether a sentence is an entry of the list that the words "the report found:" open."""
    spoken = article.sentences[article.sentence_of[last.verb]]
    opens = article.lower[spoken.last - 1] == ":" and last.verb_end <= spoken.last
    below = article.sentences[sentence].paragraph > spoken.paragraph
    return opens and below and sentence - reach == 1 and sentence - article.sentence_of[last.verb] <= _LIST_LENGTH


def _is_of_figure(article: Article, first: int, last: Saying, speaker_at: list[Speaker | None]) -> bool:
    """Whether a sentence goes on from the last figure of the one before, which is the speaker's own."""
    figures = article.figures_by_sentence.get(article.sentence_of[first] - 1, [])
    own = bool(figures) and speaker_at[figures[-1].first] == last.speaker
    before = article.sentences[article.sentence_of[first] - 1]
    together = article.sentence(first).paragraph == before.paragraph
    return own and ((together and _takes_up(article, first)) or _speaks_of_figure(article, first))


def _takes_up(article: Article, first: int) -> bool:
    """Whether a sentence opens with what counts on from the one before: "Another 12 were missing"."""
    form = article.vocabulary.verbs.get(article.lower[first + 1])
    sums_up = article.lower[first] in ("that", "this") and form is not None
    sums_up = sums_up and form is not None and form.lemma in article.speaker_words.concludes
    counts_on = any(article.lower[first : first + len(opening)] == opening for opening in _TAKES_UP)
    return sums_up or counts_on or _counts_bare(article, first)


def _counts_bare(article: Article, first: int) -> bool:
    """Whether a sentence opens with a number alone, whose noun the one before gave: "Nineteen were hurt"."""
    figure = next(iter(article.figures_by_sentence.get(article.sentence_of[first], [])), None)
    if figure is None or figure.unit is not None or figure.first - first > _BEFORE_BARE:
        return False
    opens = article.classes[first] != CONJUNCTION and article.classes[figure.first] == NUMBER
    return opens and article.lower[figure.last] in ("were", "was", "had")


def _speaks_of_figure(article: Article, first: int) -> bool:
    """Whether a sentence tells what the figure before it comes to: "The total means that a third are gone"."""
    counts = article.vocabulary.stances.nouns.get(article.lower[first + 1]) == "claim"
    return counts and article.lower[first] in ("the", "that", "this") and article.classes[first + 2] == VERB


def _first_verb(article: Article, span: tuple[int, int]) -> int:
    verbs = (index for index in range(*span) if article.classes[index] in (VERB, AUXILIARY))
    return next(verbs, span[1])


def _speaks_of_others(cast: Cast, last: Saying, span: tuple[int, int]) -> bool:
    """Whether the words before a sentence's first verb name another body or person, who then acts."""
    article, speaker = cast.article, last.speaker
    end = _first_verb(article, span)
    for mention in cast.names.within(span[0], end):
        full = cast.names.fullest(mention)
        body = mention.kind != "thing" or full != mention.name
        own = () if speaker is None else (speaker.name, speaker.affiliation)
        if body and mention.name not in own and full not in own:
            return True
    nouns = article.vocabulary.speaker_nouns
    return any(
        nouns.get(article.lower[index]) in ("state", "organisation", "document") for index in range(span[0], end)
    )


def _is_past(article: Article, last: Saying) -> bool:
    """Whether the verb of saying stands in the past, so that what is said moves back by one tense."""
    form = article.vocabulary.verbs.get(article.lower[last.verb])
    return form is not None and form.form in ("past", "participle")


def _is_shifted_back(article: Article, span: tuple[int, int], by: tuple[str, ...]) -> bool:
    """Whether the main verb stands with one of some helpers ("had", "would"), and no word puts it before the report."""
    first = _first_verb(article, (_main_clause(article, span), span[1]))
    following = first + 1
    while following < span[1] and article.classes[following] == ADVERB:
        following += 1
    if following >= span[1] or article.speaker_words.ago.intersection(article.lower[span[0] : span[1]]):
        return False
    return article.lower[first] in by and article.classes[following] in (VERB, AUXILIARY)


_IF: Final = frozenset(["if", "were", "should", "when", "once", "unless", "even"])


def _main_clause(article: Article, span: tuple[int, int]) -> int:
    """Where the main clause begins: behind the comma of a condition that opens the sentence."""
    if article.lower[span[0]] not in _IF or "," not in article.lower[span[0] : span[1]]:
        return span[0]
    return article.lower.index(",", span[0]) + 1
