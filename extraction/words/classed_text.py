"""What the class of a word hangs on besides the word: the text around it and the classes beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extraction.model import Token
from extraction.words.word_classes import (
    ADVERB,
    GERUND,
    NAME,
    NOUN,
    NOUN_OR_VERB,
    PARTICIPLE,
    POINT,
    STOP,
    VERB_IN_PRESENT,
)

if TYPE_CHECKING:
    from extraction.words.vocabulary import Cues, Vocabulary


_SHORTEST_PAST: Final = 4
_SHORTEST_GERUND: Final = 5
"""Letters that a word must exceed for its ending to tell: "gas", "shed" and "thing" are none of these."""


class ClassedText:
    """What the class of a word hangs on besides the word."""

    def __init__(self, tokens: list[Token], vocabulary: Vocabulary, cues: Cues, first_words: set[int]) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.cues = cues
        self.first_words = first_words
        self.capitalised = {
            token.lower
            for index, token in enumerate(tokens)
            if token.text != token.lower and index not in first_words and token.kind == "word" and has_capital(token)
        }
        """Words that bear a capital where no sentence starts: names, wherever else they stand."""


def has_capital(token: Token) -> bool:
    """Whether a word begins with a capital letter."""
    return token.text[0].isupper()


def word_after(tokens: list[Token], index: int) -> str:
    """Return the next token in lower case; empty behind the last one."""
    return tokens[index + 1].lower if index + 1 < len(tokens) else ""


def lower_case_guess(word: str, vocabulary: Vocabulary) -> str:
    """Guess the class of a word that the table of classes does not hold: by the table of verbs, else by its ending."""
    verb = vocabulary.verbs.get(word)
    if verb is not None:
        if verb.form == "ing":
            return GERUND
        if verb.also_noun:
            return NOUN_OR_VERB
        return PARTICIPLE if verb.form in ("past", "participle") else VERB_IN_PRESENT
    if word.endswith("ly"):
        return ADVERB
    if word.endswith("ing") and len(word) > _SHORTEST_GERUND:
        return GERUND
    if word.endswith("ed") and len(word) > _SHORTEST_PAST and not word.endswith("eed"):
        return PARTICIPLE
    return NOUN


def class_before(classes: list[str], index: int) -> str:
    """Return the class of the token before; a text begins as behind a stop, and an abbreviation counts as a name."""
    mark = classes[index - 1] if index else STOP
    return mark if mark != POINT else NAME


def class_after(classes: list[str], index: int) -> str:
    """Return the class of the token behind; a text ends with a stop."""
    return classes[index + 1] if index + 1 < len(classes) else STOP
