"""The one pass over the characters: a text becomes words, numbers, symbols and punctuation marks."""

from __future__ import annotations

import re
import sys

from extraction.model import Token, TokenKind

# Letters of all scripts as plain ranges (combining accents included, multiplication and division signs left out):
# a range set is one table look-up a character, where a negated class would need an alternation.
_LETTER = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3005-\u3007\u3031-\ud7ff"
    "\uf900-\ufdff\ufe70-\ufefe\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\U00010000-\U0001efff\U00020000-\U0003ffff"
)
_GROUP_SPACE = "\u0020\u00a0\u2009\u202f"
_VULGAR_FRACTIONS = "\u00bc-\u00be\u2150-\u215e\u2189"

# Every repetition is either over one character class or bounded, so that no text takes more than linear time.
_TOKEN = re.compile(
    rf"""
    (?P<word>
        (?:[A-Za-z]\.){{2,8}}(?![{_LETTER}])
      | [{_LETTER}]+(?:['’](?!s(?![{_LETTER}]))[{_LETTER}]+)*
      | ['’]s(?![{_LETTER}])
    )
    | (?P<table> (?:[0-9]++[ \t\n;|/-]){{9,}}+[0-9]* )
    | (?P<number>
        [0-9]{{1,3}}(?:[{_GROUP_SPACE}][0-9]{{3}}(?![0-9])){{1,6}}+(?![{_GROUP_SPACE}]?[0-9])
      | [0-9]+(?:[.,][0-9]+)*
      | [{_VULGAR_FRACTIONS}]
    )
    | (?P<rule> (?P<mark>[^\s\w])(?P=mark){{3,}}+ )
    | (?P<punctuation> \.\.\. | [-.,;:!?()\[\]{{}}"'“”‘’„«»‹›…–—‒―‐‑/\\] )
    | (?P<symbol> \S )
    """,
    re.VERBOSE,
)


_KINDS: dict[str | None, TokenKind] = {
    "word": "word",
    "number": "number",
    "punctuation": "punctuation",
    "symbol": "symbol",
    "table": "symbol",
    "rule": "punctuation",
}
"""A row of many numbers and a line of one mark are one token each: they state nothing, however long they are."""


def tokenize(text: str) -> list[Token]:
    """Cut a text into tokens, in order; white space is left out.

    "8 000" and "1,234.5" are one number, "1.2m" a number and a word, "Sudan's" two words, "U.S." one, and a hyphen
    stands by itself ("forty-two" is three tokens). Any text gives tokens: nothing is raised.
    """
    intern, make = sys.intern, tuple.__new__  # a NamedTuple's own constructor costs twice as much
    tokens = []
    for match in _TOKEN.finditer(text):
        written = match[0]
        start, end = match.span()
        tokens.append(make(Token, (written, intern(written.lower()), start, end, _KINDS[match.lastgroup])))
    return tokens
