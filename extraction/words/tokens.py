"""The one pass over the characters: a text becomes words, numbers, symbols and punctuation marks."""

from __future__ import annotations

import re
import sys
from typing import Final

from extraction.model import Token, TokenKind

# Letters of all scripts as plain ranges (combining accents included, multiplication and division signs left out):
# a range set is one table look-up a character, where a negated class would need an alternation.
_LETTER: Final = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3005-\u3007\u3031-\ud7ff"
    "\uf900-\ufdff\ufe70-\ufefe\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\U00010000-\U0001efff\U00020000-\U0003ffff"
)
_ENDING: Final = "(?:s|m|re|ve|ll|d)"
"""What stands behind an apostrophe and is a word by itself: "the port's", "I'm", "they've"."""
_GROUP_SPACE: Final = "\u0020\u00a0\u2009\u202f"
_VULGAR_FRACTIONS: Final = "\u00bc-\u00be\u2150-\u215e\u2189"

# Every repetition is either over one character class or bounded, so that no text takes more than linear time.
_FORMS: Final = {
    "word": rf"""
        (?:[A-Za-z]\.){{2,8}}(?![{_LETTER}])
      | [{_LETTER}]+(?:['’](?!{_ENDING}(?![{_LETTER}]))[{_LETTER}]+)*
      | ['’]{_ENDING}(?![{_LETTER}])
    """,
    "table": r"(?:[0-9]++[ \t\n;|/-]){9,}+[0-9]*",
    "number": rf"""
        [0-9]{{1,3}}(?:[{_GROUP_SPACE}][0-9]{{3}}(?![0-9])){{1,6}}+(?![{_GROUP_SPACE}]?[0-9])
      | [0-9]{{1,3}}(?:['’][0-9]{{3}}(?![0-9])){{1,6}}+
      | [0-9]+(?:[.,][0-9]+)*
      | (?<![\w.])\.[0-9]+(?![\w.]*[0-9])
      | [{_VULGAR_FRACTIONS}]
    """,
    "rule": r"(?P<mark>[^\s\w])(?P=mark){3,}+",
    "punctuation": r"""\.\.\. | [-.,;:!?()\[\]{}"'“”‘’„«»‹›…–—‒―‐‑/\\]""",
    "symbol": r"\S",
}
"""The forms of a token in the order in which they are tried; a row of many numbers and a line of one mark are one
token each: they state nothing, however long they are."""
_KIND_OF_FORM: Final[dict[str, TokenKind]] = {
    "word": "word",
    "table": "symbol",
    "number": "number",
    "rule": "punctuation",
    "punctuation": "punctuation",
    "symbol": "symbol",
}
_PIECE: Final = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()), re.VERBOSE)
_CHUNK: Final = re.compile(r"\S*[0-9](?:\s[0-9]\S*)+|\S+")
"""What white space sets apart, save that digits stay with digits that follow them ("8 000", a row of a table)."""

_SPACED_DIGITS: Final = re.compile(r"[0-9]\s[0-9]")
"""Without these, chunks are just what white space sets apart."""

_Piece = tuple[str, str, TokenKind, int, int]
"""A token by itself: as written, in lower case, its kind, and where in its chunk it starts and ends."""
_known: Final[dict[str, list[_Piece]]] = {}
"""The pieces of the chunks met so far: most words of a text were met before, and are not cut up again."""
_MOST_KNOWN: Final = 100_000
_LONGEST_KNOWN: Final = 40
"""How many chunks are remembered before the memory starts anew, and of how many characters: it stays small."""


def tokenize(text: str) -> list[Token]:
    """Cut a text into tokens, in order; white space is left out.

    "8 000" and "1,234.5" are one number, "1.2m" a number and a word, "Sudan's" two words, "U.S." one, and a hyphen
    stands by itself ("forty-two" is three tokens). Any text gives tokens: nothing is raised.
    """
    tokens: list[Token] = []
    start = 0
    for chunk in _CHUNK.findall(text) if _SPACED_DIGITS.search(text) else text.split():
        if not text.startswith(chunk, start):  # only one blank stands before most
            start = text.find(chunk, start)
        for written, lower, kind, first, last in _known.get(chunk) or _pieces(chunk):
            tokens.append(Token(written, lower, start + first, start + last, kind))
        start += len(chunk) + 1
    return tokens


def _lower(match: re.Match[str]) -> str:
    """A piece in small letters; a word with a typographic apostrophe is the same word ("didn’t" is "didn't")."""
    lower = match[0].lower()
    return lower.replace("’", "'") if match.lastgroup == "word" else lower


def _pieces(chunk: str) -> list[_Piece]:
    """Cut up a chunk; one that may come again is remembered."""
    pieces = [
        (match[0], sys.intern(_lower(match)), _KIND_OF_FORM[match.lastgroup or "symbol"], *match.span())
        for match in _PIECE.finditer(chunk)
    ]
    if len(chunk) <= _LONGEST_KNOWN:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[chunk] = pieces
    return pieces
