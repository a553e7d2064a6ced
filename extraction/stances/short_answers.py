"""Answers that leave out what was asked or said before: "We did, in writing", "Is it for sale? It is", "Never"."""

from __future__ import annotations

from typing import Final

from extraction.model import Polarity, Sentence
from extraction.speech.said_clauses import denies
from extraction.speech.speaker_names import speaker_of
from extraction.speech.speakers import Speech
from extraction.stances.stance import Stance, clause_end, is_question, phrase_end, told_figures
from extraction.words.article import Article
from extraction.words.subjects import subject_before
from extraction.words.vocabulary import MoodWords
from extraction.words.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    COMMA,
    DETERMINER,
    NAME,
    NOUN,
    PRONOUN,
    QUOTE,
    STOP,
    VERB,
)

_LONGEST_QUESTION: Final = 30
"""Tokens of what is answered that are looked through for its thing."""
_ENDS: Final = frozenset((STOP, COMMA, QUOTE))


def short_answers(article: Article, speech: Speech, found: list[Stance]) -> list[Stance]:
    """Find the answers that a speaker gives by a pronoun and a helping verb, or by one word behind a question.

    The thing of such a stance is that of the question, or of the sentence, right before it.
    """
    taken = {index for stance in found for index in range(stance.first, stance.last)}
    answers = (_answer_at(article, speech, first) for first in _openings(article))
    return [answer for answer in answers if answer is not None and taken.isdisjoint(range(answer.first, answer.last))]


def emphatics(article: Article, speech: Speech, found: list[Stance]) -> list[Stance]:
    """Find what is maintained with "did": "the shell did hit a school", which answers a denial."""
    taken = {index for stance in found for index in range(stance.first, stance.last)}
    stances = []
    for index in [i for i, word in enumerate(article.lower) if word in _DO and article.classes[i] == AUXILIARY]:
        stance = _emphatic(article, speech, index)
        if stance is not None and taken.isdisjoint(range(stance.first, stance.last)):
            stances.append(stance)
    return stances


_DO: Final = frozenset(("did", "does"))


def _emphatic(article: Article, speech: Speech, index: int) -> Stance | None:
    """Read "The crew did warn the port": what somebody insists on with "did" before the verb."""
    sentence = article.sentence(index)
    form = article.vocabulary.verbs.get(article.lower[index + 1]) if index + 2 < sentence.last else None
    told = index > sentence.first and article.classes[index - 1] in (NOUN, NAME, PRONOUN)
    opens = article.classes[sentence.first] in (NOUN, NAME, PRONOUN, DETERMINER, ADJECTIVE, QUOTE)
    if form is None or form.form != "base" or not told or not opens or sentence.furniture:
        return None
    last = clause_end(article, index + 2, sentence.last)
    if is_question(article, index, sentence.last) or told_figures(article, index, last):
        return None
    speaker = speech.speaker_at[index]
    return Stance(index, phrase_end(article, index + 1, last), index + 1, speaker, "asserted", last)


def told_answers(article: Article, speech: Speech, found: list[Stance]) -> list[Stance]:
    """Find the answers that are told as one word: "The guild says yes", "Lima says otherwise", "Oslo: no"."""
    taken = {index for stance in found for index in range(stance.first, stance.last)}
    words = article.vocabulary.mood_words
    told = words.yes | words.no | words.otherwise
    answers = (_told_answer(article, speech, index) for index, word in enumerate(article.lower) if word in told)
    return [answer for answer in answers if answer is not None and taken.isdisjoint(range(answer.first, answer.last))]


def _told_answer(article: Article, speech: Speech, index: int) -> Stance | None:
    """Read an answer of one word at `index` to the sentence before: "The guild says yes", "Oslo: no"."""
    words, number = article.vocabulary.mood_words, article.sentence_of[index]
    told = index - 1 in article.cues.speech and article.classes[index - 1] == VERB
    if index + 1 >= len(article.lower) or article.classes[index + 1] not in _ENDS or number == 0:
        return None
    if not told and (article.lower[index - 1] != ":" or not _is_yes_or_no(words, article.lower[index])):
        return None
    subject = subject_before(article, index - 1, article.sentences[number].first)
    speaker = speaker_of(speech.cast, subject) if subject is not None else None
    matter = _end_of_question(article.sentences[number - 1])
    if speaker is None or told_figures(article, *matter):
        return None
    agrees = article.lower[index] in words.yes or (article.lower[index] in words.otherwise and denies(article, *matter))
    polarity: Polarity = "asserted" if agrees else "denied"
    return Stance(index - 1 if told else index, index + 1, index + 1, speaker, polarity, index + 1, matter=matter)


def _end_of_question(asked: Sentence) -> tuple[int, int]:
    """The last words of a sentence that is answered, as tokens: what is asked stands at its end."""
    return max(asked.first, asked.last - _LONGEST_QUESTION), asked.last


def _openings(article: Article) -> list[int]:
    """The tokens that open what is said: a sentence's first, the first behind a quotation mark or a verb of saying."""
    told = [index + 1 for index in article.cues.speech if article.classes[index] == VERB]
    openings = [index + (article.lower[index] == "that") for index in told]
    openings = [index for index in openings if article.sentence_of[index]]
    for number, sentence in enumerate(article.sentences):
        if number and not sentence.furniture:
            first = sentence.first
            openings.append(first + (article.classes[first] == QUOTE))
    return [index for index in openings if index < len(article.tokens)]


def _answer_at(article: Article, speech: Speech, first: int) -> Stance | None:
    """Read the answer with which a sentence opens: "We did not.", "Never", "No, it was not"."""
    speaker = speech.speaker_at[first]
    if speaker is None:
        return None
    asked = _asked_before(article, first)
    read = _elliptical(article, first) or (_one_word(article, first) if asked else None)
    if read is None:
        return None
    last, polarity = read
    told = article.classes[first - 1] == VERB or article.lower[first - 1] == "that"
    if told and article.classes[last] == QUOTE:
        return None  # "said it was "watching the market""
    matter = _answered_by(article, first)
    if told_figures(article, *matter) or (not (asked or told) and speech.speaker_at[matter[0]] is None):
        return None  # an answer to a figure has its own ways
    return Stance(first, last, last, speaker, polarity, last, matter=matter)


def _answered_by(article: Article, first: int) -> tuple[int, int]:
    """What an answer is to: the half of its sentence before its semicolon, else the end of the sentence before."""
    sentence = article.sentence(first)
    half = next((index for index in range(first, sentence.first, -1) if article.lower[index] in _HALVES), None)
    if half is not None and half - sentence.first >= _LEAST_HALF:
        return sentence.first, half
    return _end_of_question(article.sentences[article.sentence_of[first] - 1])


_HALVES: Final = frozenset((";", "but"))
_LEAST_HALF: Final = 4
"""Tokens of a half of a sentence that says something."""


def _asked_before(article: Article, first: int) -> bool:
    before = article.sentences[article.sentence_of[first] - 1]
    return "?" in article.lower[max(before.first, before.last - 2) : before.last]


def _elliptical(article: Article, first: int) -> tuple[int, Polarity] | None:
    """Read "We did", "It has not", "It is": a pronoun and a helping verb whose own verb was said before."""
    words, lower = article.vocabulary.mood_words, article.lower
    first += 2 * (_is_yes_or_no(words, lower[first]) and lower[first + 1 : first + 2] == [","])
    if first + 2 >= len(lower) or lower[first] not in words.stands_for:
        return None
    helper, last = lower[first + 1], first + 2
    negated = helper.endswith("n't")
    if helper.removesuffix("n't") not in words.helper:
        return None
    if lower[last] in words.no or lower[last] == "none":
        negated, last = True, last + 1
    if last >= len(lower) or article.classes[last] not in _ENDS or lower[last] == ":":
        return None
    return last, "denied" if negated else "asserted"


def _is_yes_or_no(words: MoodWords, word: str) -> bool:
    return word in words.yes or word in words.no


def _one_word(article: Article, first: int) -> tuple[int, Polarity] | None:
    """Read "Never, not for a day" and "Yes." behind a question."""
    words, last = article.vocabulary.mood_words, first + 1
    word = article.lower[first]
    if not _is_yes_or_no(words, word) or last >= len(article.lower) or article.classes[last] not in _ENDS:
        return None
    return last, "denied" if word in words.no else "asserted"
