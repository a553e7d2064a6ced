"""One article on its way through the steps of meaning: what the text is made of and what was seen so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from itertools import groupby
from typing import Any, Final, NamedTuple, TypeVar

from extraction.model import Document, Figure, Sentence, Token
from extraction.words.classification import classify
from extraction.words.fields import settle_readings
from extraction.words.vocabulary import Cues, MoodWords, NameParts, SpeakerWords, ThingWords, Vocabulary
from extraction.words.word_classes import ADVERB, AUXILIARY, STOP, VERB

DENIALS: Final = frozenset(("denied", "denied_claim"))
"""Kinds of stance that take a figure back."""


class DateMention(NamedTuple):
    """A date in ISO 8601, perhaps only a year or a month, and the tokens `[first, last)` that give it.

    It is empty where words tell of an earlier time that has no date ("three weeks ago").
    """

    first: int
    last: int
    when: str


@dataclass(slots=True)
class Article:
    """A document cut into tokens and sentences, the class of each word, and the figures found in it."""

    document: Document
    tokens: list[Token]
    sentences: list[Sentence]
    figures: list[Figure]
    vocabulary: Vocabulary
    classes: list[str]
    sentence_of: list[int]
    """For each token the index of its sentence."""
    lower: list[str]
    cues: Cues
    """The phrases of the vocabulary's tables that the text has, by the token at which each starts."""
    figures_by_sentence: dict[int, list[Figure]] = field(default_factory=dict)
    persons_at: set[int] = field(default_factory=set)
    """The tokens that name persons, once names are found."""

    inside_names: set[int] = field(default_factory=set)
    """The tokens of names but their first ones: "of" in "Port of Syros"."""

    published: date | None = None
    """The day of publication where it is known in full."""
    dates: dict[int, list[DateMention]] = field(default_factory=dict)
    """By sentence the dates that its words give, as far as they were asked for."""
    days_of_event: list[str] | None = None
    """The day of the event, if its opening gives one, once it was asked for."""
    dateline: tuple[int, int] | None = None
    """The tokens `[first, last)` that say where and when it was written, once they were asked for."""
    opening_notes: list[int] | None = None
    """The sentences that open a note of the paper on its own article, once they were asked for."""
    clauses: dict[tuple[object, int, int], Any] = field(default_factory=dict)
    """What was read of clauses so far, by what it was read for and the tokens `[first, last)`."""
    text: str = field(init=False)
    """The article as it came."""
    speaker_words: SpeakerWords = field(init=False)
    """The words that tell who speaks, for whom and through what."""
    name_parts: NameParts = field(init=False)
    """The small words within names, and what stands before or behind one."""
    thing_words: ThingWords = field(init=False)
    """The words that tell how a figure's thing is put."""
    mood_words: MoodWords = field(init=False)
    """The words beside a wording of mood that settle what it means."""
    different: frozenset[str] = field(init=False)
    """Its different words and marks, in lower case."""
    _topics: Counter[str] | None = None
    _mooded: set[int] | None = None
    _lines: list[tuple[int, int]] | None = None

    def topics(self) -> Counter[str]:
        """Count what the article says happened, anywhere, by predicate."""
        if self._topics is None:
            self._topics = Counter(predicate for _, predicate in self.cues.predicates.values())
        return self._topics

    def mentions(self, word: str) -> int:
        """How often the article has a word, singular and plural as one."""
        singular = word.removesuffix("s")
        return self.lower.count(singular) + self.lower.count(f"{singular}s")

    def mooded_sentences(self) -> set[int]:
        """The sentences with a word of mood or of denying: in all others a figure is simply asserted."""
        if self._mooded is None:
            denials = [index for index, (_, kind) in self.cues.stances.items() if kind in DENIALS]
            called = self.vocabulary.stances.denials
            if not called.isdisjoint(self.lower):
                denials += [index for index, word in enumerate(self.lower) if word in called]
            self._mooded = {self.sentence_of[index] for index in (*self.cues.moods, *denials)}
        return self._mooded

    def __post_init__(self) -> None:
        self.text = self.document.text
        self.different = frozenset(self.lower)
        self.speaker_words = self.vocabulary.speaker_words
        self.name_parts = self.vocabulary.names.parts
        self.thing_words = self.vocabulary.thing_words
        self.mood_words = self.vocabulary.mood_words

    def lemma(self, token: int) -> str:
        """The infinitive of the verb that a token is a form of, in lower case; any other word as it is."""
        form = self.vocabulary.verbs.get(self.lower[token])
        return form.lemma if form is not None else self.lower[token]

    def done(self, token: int) -> str:
        """The participle of the verb that a token is a form of; any other word as it is."""
        form = self.vocabulary.verbs.get(self.lower[token])
        return form.done if form is not None else self.lower[token]

    def is_past_form(self, token: int) -> bool:
        """Whether a word is the past form of a verb and not its infinitive as well: "drew", not "put"."""
        form = self.vocabulary.verbs.get(self.lower[token])
        return form is not None and form.form == "past" and form.lemma != self.lower[token]

    def has_verb(self, first: int, last: int) -> bool:
        """Whether a verb or an auxiliary stands from the token `first` to the one before `last`."""
        classes = self.classes[first:last]
        return VERB in classes or AUXILIARY in classes

    def verb_start(self, verb: int, first: int) -> int:
        """Where the auxiliaries and adverbs begin, not before the token `first`, that stand before a verb."""
        while verb > first and self.classes[verb - 1] in (AUXILIARY, ADVERB):
            verb -= 1
        return verb

    def is_first_person(self, token: int) -> bool:
        """Whether a token is "I", "we" or "our", and not the US."""
        return self.lower[token] in self.speaker_words.first_person and self.tokens[token].text != "US"

    def words(self, first: int, last: int) -> str:
        """Return the text from the token `first` to the one before `last`, as written."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def quote(self, token: int) -> str:
        """Return the sentence in which a token stands, as written."""
        sentence = self.sentence(token)
        return self.document.text[sentence.start : sentence.end]

    def figures_of(self, token: int) -> list[Figure]:
        """Return the figures of the sentence in which a token stands."""
        return self.figures_by_sentence.get(self.sentence_of[token], [])

    def lines(self) -> list[tuple[int, int]]:
        """Return the tokens `[first, last)` of each line or paragraph, in order."""
        if self._lines is None:
            grouped = groupby(self.sentences, key=lambda sentence: sentence.paragraph)
            paragraphs = [list(sentences) for _, sentences in grouped]
            self._lines = [(sentences[0].first, sentences[-1].last) for sentences in paragraphs]
        return self._lines

    def sentence(self, token: int) -> Sentence:
        """Return the sentence in which a token stands."""
        return self.sentences[self.sentence_of[token]]


_Found = TypeVar("_Found")
_UNREAD: Final = object()


def once_a_clause(read: Callable[[Article, int, int], _Found]) -> Callable[[Article, int, int], _Found]:
    """Keep what is read of the tokens `[first, last)`, for many steps ask the same of the same clause.

    Only for what hangs on nothing but the words of the article, their classes and its cues.
    """

    @wraps(read)
    def kept(article: Article, first: int, last: int) -> _Found:
        key = (read, first, last)
        known = article.clauses.get(key, _UNREAD)
        if known is _UNREAD:
            known = article.clauses[key] = read(article, first, last)
        found: _Found = known
        return found

    return kept


def open_article(
    document: Document,
    tokens: list[Token],
    sentences: list[Sentence],
    figures: list[Figure],
    vocabulary: Vocabulary,
) -> Article:
    """Lay an article out for the steps of meaning: classes of words and sentences by token.

    A full stop of no length is put behind the last token, so that a step may always look at the word after one.
    """
    sentence_of = [index for index, sentence in enumerate(sentences) for _ in range(sentence.first, sentence.last)]
    lower = [token.lower for token in tokens]
    cues = vocabulary.cues(lower)
    settle_readings(lower, cues, vocabulary)
    classes = classify(tokens, sentences, vocabulary, cues)
    if tokens:
        lower.append(".")
        classes.append(STOP)
        sentence_of.append(len(sentences) - 1)
    end = len(document.text)
    return Article(
        document,
        [*tokens, Token(".", ".", end, end, "punctuation")] if tokens else tokens,
        sentences,
        figures,
        vocabulary,
        classes,
        sentence_of,
        lower,
        cues,
        _by_sentence(figures),
        published=_day(document.published_at),
    )


def _by_sentence(figures: list[Figure]) -> dict[int, list[Figure]]:
    """Group figures by the index of their sentence, in their order."""
    grouped: dict[int, list[Figure]] = {}
    for figure in figures:
        grouped.setdefault(figure.sentence, []).append(figure)
    return grouped


def _day(published_at: str | None) -> date | None:
    try:
        return datetime.fromisoformat(published_at).date() if published_at else None
    except ValueError:
        return None
