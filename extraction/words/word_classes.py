"""The classes of words, as marks of one character, and what a word alone tells of its class and number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

DETERMINER: Final = "D"
PREPOSITION: Final = "I"
CONJUNCTION: Final = "C"
SUBORDINATOR: Final = "S"
PRONOUN: Final = "R"
AUXILIARY: Final = "A"
ADVERB: Final = "B"
ADJECTIVE: Final = "J"
NUMBER: Final = "M"
NAME: Final = "P"
NOUN: Final = "N"
VERB: Final = "V"
GERUND: Final = "G"
POSSESSIVE: Final = "O"
DATE: Final = "E"
COMMA: Final = ","
STOP: Final = "."
QUOTE: Final = '"'
BRACKET: Final = "("
HYPHEN: Final = "-"
POINT: Final = "p"
"""The full stop of an abbreviation within a sentence: "Gov. Ruiz", "Acme Corp. said"."""
NOUN_OR_VERB: Final = "W"
VERB_IN_PRESENT: Final = "X"
PARTICIPLE: Final = "K"
"""A verb's past form. This mark and the two before it are guesses, which the neighbours settle."""

HAVE: Final = frozenset(("has", "have", "had"))
POINTING: Final = frozenset(("it", "this", "that"))
"""Words that stand for the whole of what was said before."""
VERBAL: Final = frozenset((NOUN_OR_VERB, VERB_IN_PRESENT, PARTICIPLE, VERB))
"""Classes of what is a verb or may be one."""
NOUN_FOLLOWS: Final = frozenset((DETERMINER, ADJECTIVE, NUMBER, POSSESSIVE, HYPHEN))
"""Classes behind which a word that may be noun or verb is a noun."""
_OF_TABLE: Final = {
    "determiner": DETERMINER,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "pronoun": PRONOUN,
    "auxiliary": AUXILIARY,
    "adverb": ADVERB,
    "adjective": ADJECTIVE,
    "noun": NOUN,
    "title": NOUN,
    "month": DATE,
    "weekday": DATE,
    "number": NUMBER,
}
_IRREGULAR_PLURALS: Final = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "personnel",
        "staff",
        "cattle",
        "media",
        "data",
        "mice",
        "feet",
        "teeth",
        "geese",
        "crew",
        "policemen",
        "policewomen",
        "servicemen",
        "servicewomen",
        "gunmen",
        "fishermen",
        "firemen",
        "dead",
        "wounded",
        "injured",
        "missing",
    ]
)
_SHORTEST_PLURAL: Final = 3
_SINGULAR_ENDINGS: Final = ("ss", "us", "is", "news")


def of_table(name: str) -> str:
    """Translate a class of the table word_classes.csv to its mark; raises KeyError for one that does not exist."""
    return _OF_TABLE[name]


def is_plural(word: str) -> bool:
    """Whether a noun, in lower case, looks like a plural."""
    return word in _IRREGULAR_PLURALS or (
        word[-1:] == "s" and len(word) > _SHORTEST_PLURAL and not word.endswith(_SINGULAR_ENDINGS)
    )


def table(rows: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Read word_classes.csv (word, class) into a look-up; raises KeyError for a class that does not exist."""
    return {row["word"]: of_table(row["class"]) for row in rows}
