"""A coarse word class for each token: enough to tell where a noun phrase ends and who is the subject of a verb.

No model and no training: a table of function words and common verbs, endings, capitals, and the class of the
neighbours for words that may be noun or verb ("claims", "reports").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extraction.model import Sentence, Token
from extraction.words.class_guesses import first_guess
from extraction.words.classed_text import ClassedText, class_after, class_before, has_capital, word_after
from extraction.words.nouns_or_verbs import settle_gerund, settle_noun_or_verb, settle_participle
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    HYPHEN,
    NAME,
    NOUN,
    NOUN_FOLLOWS,
    NOUN_OR_VERB,
    NUMBER,
    PARTICIPLE,
    POINT,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    VERB,
    VERB_IN_PRESENT,
    VERBAL,
    is_plural,
)

if TYPE_CHECKING:
    from extraction.words.vocabulary import Cues, Vocabulary


_NOMINAL: Final = frozenset((NOUN, NAME, ADJECTIVE, NOUN_OR_VERB, HYPHEN, CONJUNCTION))
_UNSETTLED: Final = VERBAL | {ADJECTIVE, GERUND}


def classify(tokens: list[Token], sentences: list[Sentence], vocabulary: Vocabulary, cues: Cues) -> list[str]:
    """Give the word class of each token, by index; `cues` are the phrases of the vocabulary that the text has."""
    text = ClassedText(tokens, vocabulary, cues, _first_words(tokens, sentences))
    guesses, before_verb = vocabulary.guesses, vocabulary.mood_words.modal | vocabulary.mood_words.does
    classes = [guesses.get(token.text) or first_guess(text, index) for index, token in enumerate(tokens)]
    _mark_points(tokens, sentences, classes)
    for index, guess in enumerate(classes):
        if guess in _UNSETTLED:
            classes[index] = _settled(text, classes, index, guess)
        elif guess == AUXILIARY and tokens[index].lower in before_verb:
            _make_verb_after(text, classes, index + 1)
        elif guess == ADVERB and _tells_which(text, classes, index):
            classes[index] = ADJECTIVE
    return classes


def _tells_which(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether an adverb stands between an article and its noun: "a first estimate", "the upstream regulator"."""
    opened = index > 0 and text.tokens[index - 1].lower in _ARTICLES
    return opened and index + 1 < len(classes) and classes[index + 1] in _NOUN_PERHAPS


_ARTICLES: Final = frozenset(("a", "an", "the"))
_NOUN_PERHAPS: Final = frozenset((NOUN, NOUN_OR_VERB, VERB, VERB_IN_PRESENT))


def _mark_points(tokens: list[Token], sentences: list[Sentence], classes: list[str]) -> None:
    """Tell the full stops of abbreviations from those that end something, by which classes of clauses are bounded."""
    ends = {sentence.last - 1 for sentence in sentences}
    for index in [index for index, mark in enumerate(classes) if mark == STOP]:
        if index not in ends and index and _is_point(tokens, index):
            classes[index] = POINT


def _is_point(tokens: list[Token], index: int) -> bool:
    """Whether a full stop within a sentence touches the word before it, and a word or a comma follows."""
    before, after = tokens[index - 1], tokens[index + 1]
    touches = tokens[index].text == "." and before.end == tokens[index].start and before.kind == "word"
    return touches and (after.text in (",", "'s", "’s") or (after.kind == "word" and after.start > tokens[index].end))


def _make_verb_after(text: ClassedText, classes: list[str], index: int) -> None:
    """Take an unknown word behind a modal for a verb: "would not budge"."""
    if index < len(classes) - 1 and classes[index] == ADVERB:
        index += 1
    if index < len(classes) and classes[index] == NOUN and text.tokens[index].lower not in text.vocabulary.word_classes:
        classes[index] = VERB


def _first_words(tokens: list[Token], sentences: list[Sentence]) -> set[int]:
    return {_first_word(tokens, sentence) for sentence in sentences}


def _first_word(tokens: list[Token], sentence: Sentence) -> int:
    for index in range(sentence.first, sentence.last):
        if tokens[index].kind in ("word", "number"):
            return index
    return sentence.first


def _settled(text: ClassedText, classes: list[str], index: int, guess: str) -> str:
    """Settle by its neighbours the class of a word that may be several things."""
    tokens = text.tokens
    if guess in VERBAL and index and classes[index - 1] == HYPHEN and tokens[index - 1].end == tokens[index].start:
        return ADJECTIVE
    if guess in VERBAL and _opens_compound(text, classes, index):
        return NOUN
    opens = class_before(classes, index) in (STOP, QUOTE, COMMA) and has_capital(tokens[index])
    if guess != ADJECTIVE and opens and _is_before_office(text, index):
        return NOUN
    if guess == NOUN_OR_VERB:
        return settle_noun_or_verb(text, classes, index)
    if guess == VERB_IN_PRESENT:
        return NOUN if _is_noun_in_present(text, classes, index) else VERB
    if guess == PARTICIPLE:
        return _settled_participle(text, classes, index)
    if guess == ADJECTIVE and tokens[index].lower in text.vocabulary.speaker_nouns:
        return ADJECTIVE if class_after(classes, index) in _NOMINAL else NOUN
    return settle_gerund(text, classes, index) if guess == GERUND else guess


def _opens_compound(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a verb is the first part of a noun that is counted or owned: "11 shoot-downs", "the army's call-up"."""
    ends, joined = text.tokens[index + 1 : index + 3], classes[index + 1 : index + 2] == [HYPHEN]
    joined = joined and len(ends) > 1 and text.tokens[index].end == ends[0].start and ends[0].end == ends[1].start
    return joined and class_before(classes, index) in (NUMBER, POSSESSIVE)


def _is_before_office(text: ClassedText, index: int) -> bool:
    """Whether a noun for an office stands behind a word: "Acting Mayor", "called retired Colonel Ruiz"."""
    return word_after(text.tokens, index) in text.vocabulary.names.titles


def _is_noun_in_present(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a verb's form in the present is a noun here: "the leaks", but not "nine get through"."""
    dated = index > 1 and classes[index - 2] == DATE and classes[index - 1] != DETERMINER
    follows = class_before(classes, index) in NOUN_FOLLOWS and not dated
    return (follows and not _told_of_number(text, classes, index)) or _is_between_nouns(text, classes, index)


_ALONE: Final = frozenset(("those", "these", "both"))
"""Determiners that stand for their noun before a verb: "half of those stood"."""


def _is_between_nouns(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a verb without ending stands between one thing and another: "the state transport agency"."""
    word, owner = text.tokens[index].lower, text.tokens[index - 1].lower
    one = class_before(classes, index) == NOUN and not is_plural(owner)
    return (
        one
        and index > 1
        and classes[index - 2] == DETERMINER
        and word[-1] != "s"
        and class_after(classes, index) == NOUN
    )


def _told_of_number(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a verb in the plural says what those counted do: "nine get through", "the 23 dead include four"."""
    described = classes[index - 1] == ADJECTIVE and class_after(classes, index) in _OPENS_MEMBERS
    number = index - 1 - described
    counted = number >= 0 and text.tokens[number].kind in ("number", "word")
    return counted and classes[number] == NUMBER and text.tokens[index].lower[-1] != "s"


_OPENS_MEMBERS: Final = frozenset((NUMBER, DETERMINER))


def _settled_participle(text: ClassedText, classes: list[str], index: int) -> str:
    """Tell what the past form of a verb is here: an office's adjective, a noun that is owned, a verb."""
    tokens = text.tokens
    if class_before(classes, index) == VERB and _is_before_office(text, index):
        return ADJECTIVE
    if _is_owned_noun(text, classes, index):
        return NOUN
    alone = index > 0 and tokens[index - 1].lower in _ALONE and not tokens[index].lower.endswith("ed")
    return VERB if alone else settle_participle(text, classes, index)


def _is_owned_noun(text: ClassedText, classes: list[str], index: int) -> bool:
    """Whether a past form without an ending is a noun that somebody owns: "the bank's forecast of 40", "her bid is"."""
    word = text.tokens[index].lower
    owned = class_before(classes, index) == POSSESSIVE and not word.endswith("ed")
    return owned and class_after(classes, index) in (PREPOSITION, AUXILIARY, COMMA, STOP)
