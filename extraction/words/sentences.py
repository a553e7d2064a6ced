"""Tokens become sentences: paragraphs counted, and those that belong to the page and not to the article marked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from extraction.model import Sentence, Token

if TYPE_CHECKING:
    from extraction.words.lexicon import Lexicon

_CLOSING: Final = frozenset("\"'”’»)]")
_OPENING: Final = frozenset("\"'“‘„«([")
_DASHES: Final = frozenset(("-", "–", "—"))
_OPENING_MARKS: Final = _OPENING | _DASHES | {"•"}
_BEHIND_DATELINE: Final = _DASHES | {"("}
_BULLETS: Final = frozenset("•·▪●*-–—")
_TERMINAL: Final = frozenset((".", "!", "?", "…", "..."))
_ENDS: Final = frozenset(".!?…")
_TIME_LINE: Final = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?")
_WRAPPED_LINE_LENGTH: Final = 40
"""A line shorter than this that ends without a full stop is a heading or a teaser, not the half of a wrapped line."""
_HEADLINE_LENGTH: Final = 110
_LONGEST_SENTENCE: Final = 400
"""Tokens after which a sentence is cut: what runs on longer is a table or a log, and every step that looks through a
sentence for each of its figures would take time by the square of its length."""
_ARTICLE_LINES: Final = 4
"""In a text of fewer lines nothing tells a headline from an unfinished sentence."""


def split_sentences(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Sentence]:
    """Cut the tokens of a text into sentences; no token is left out, no sentence crosses a paragraph."""
    lines = _lines(text, tokens)
    furniture = _furniture_lines(text, tokens, lines, lexicon)
    sentences = []
    asides = _asides(tokens, lexicon)
    for paragraph, (first, last) in enumerate(lines):
        start = first
        for end in _sentence_ends(tokens, first, last, lexicon):
            marked = furniture[paragraph] or bisect_left(asides, start) < bisect_left(asides, end)
            sentences.append(Sentence(tokens[start].start, tokens[end - 1].end, start, end, paragraph, marked))
            start = end
    return sentences


def _lines(text: str, tokens: list[Token]) -> list[tuple[int, int]]:
    """Token ranges of the paragraphs; lines that a mail program wrapped are put together again."""
    wrapped = bool(tokens) and _is_wrapped(text)
    after_newline = {bisect_right(tokens, newline, key=_start) for newline in _newlines(text)} - {0, len(tokens)}
    breaks = [index for index in sorted(after_newline) if _is_break(text, tokens, index, wrapped)]
    return [(first, last) for first, last in pairwise([0, *breaks, len(tokens)]) if last > first]


def _newlines(text: str) -> Iterator[int]:
    """Yield the last newline of each row of them; `find` is far quicker than a regular expression."""
    text = text.replace("\u2029", "\n")
    newline = text.find("\n")
    while newline >= 0:
        following = text.find("\n", newline + 1)
        if following != newline + 1:
            yield newline
        newline = following


def _start(token: Token) -> int:
    return token.start


def _is_break(text: str, tokens: list[Token], index: int, wrapped: bool) -> bool:
    before, after = tokens[index - 1].end, tokens[index].start
    newlines = text.count("\n", before, after) + text.count("\u2029", before, after)
    if newlines != 1:
        return newlines > 1
    return not (wrapped or (tokens[index].text[0].islower() and tokens[index - 1].text == ","))


def _is_wrapped(text: str) -> bool:
    """Whether the lines are cut at a width: most are long, of like length, and end in mid-sentence."""
    blocks = [block.split("\n") for block in text.split("\n\n")]
    inner = [line.rstrip() for block in blocks for line in block[:-1] if line.strip()]
    cut = sum(len(line) >= _WRAPPED_LINE_LENGTH and line[-1] not in '.!?"”’:)' for line in inner)
    return len(inner) > 1 and cut * 2 > len(inner) and max(map(len, inner)) <= _HEADLINE_LENGTH


def _sentence_ends(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> Iterator[int]:
    """Yield where each sentence of the tokens `[first, last)` ends; one that is too long is cut."""
    start = passed = first
    for index in [index for index in range(first, last) if tokens[index].text[-1] in _ENDS]:
        if index < passed:
            continue
        while index - start >= _LONGEST_SENTENCE:
            start += _LONGEST_SENTENCE
            yield start
        end = _sentence_end(tokens, index, first, last, lexicon)
        if end is not None:
            yield end
            start = passed = end
    yield from range(start + _LONGEST_SENTENCE, last, _LONGEST_SENTENCE)
    yield last


def _sentence_end(tokens: list[Token], index: int, first: int, last: int, lexicon: Lexicon) -> int | None:
    """Where the sentence ends that the mark or the initials at `index` may end; None where it goes on."""
    if tokens[index].text in _TERMINAL and not _is_abbreviation(tokens, index, first, lexicon):
        end = _after_closing(tokens, index + 1, last)
        return end if end < last and _starts_sentence(tokens, end) else None
    ended = index + 1 < last and tokens[index].text[-1] == "." and _initials_end_sentence(tokens, index, lexicon)
    return index + 1 if ended else None


def _after_closing(tokens: list[Token], index: int, last: int) -> int:
    """Step over the closing quotes and brackets, and further full stops, that touch the end of a sentence."""
    while index < last and tokens[index].start == tokens[index - 1].end:
        if tokens[index].text not in _CLOSING and tokens[index].text not in _TERMINAL:
            break
        index += 1
    return index


def _starts_sentence(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.start == tokens[index - 1].end:
        return False
    if token.text in _OPENING_MARKS or token.kind == "symbol":
        return True
    return token.kind == "number" or not token.text[0].islower()


def _is_abbreviation(tokens: list[Token], index: int, first: int, lexicon: Lexicon) -> bool:
    """Whether the full stop at `index` belongs to "Mr." or to an initial ("J. Smith")."""
    if tokens[index].text != "." or index == first or tokens[index - 1].end != tokens[index].start:
        return False
    word = tokens[index - 1]
    if _is_region_of_dateline(tokens, index) or _is_in_label(tokens, index, first):
        return True
    if word.lower in lexicon.words["abbreviation"]:
        before_number = index + 1 < len(tokens) and tokens[index + 1].kind == "number"
        return before_number or word.lower not in lexicon.words["numbered"]
    return len(word.text) == 1 and word.text.isupper() and word.kind == "word" and word.text != "I"


def _is_in_label(tokens: list[Token], index: int, first: int) -> bool:
    """Whether a full stop stands in the name that opens a turn of talk: "MIN. RUIZ: Thank you"."""
    if index - first > _RANKS_IN_LABEL:
        return False
    opening = tokens[first : first + 2 * _RANKS_IN_LABEL]
    colon = next((place for place, token in enumerate(opening) if token.text == ":"), 0)
    return colon > index - first and all(token.text.isupper() for token in opening[:colon] if token.kind == "word")


_RANKS_IN_LABEL: Final = 5
"""Tokens of "LT. GOV." and the like that a label has in front of a name."""


def _is_region_of_dateline(tokens: list[Token], index: int) -> bool:
    """Whether a full stop ends the letters for a region in a dateline: "VANCOUVER, Wash. - Schools"."""
    return (
        2 <= index < len(tokens) - 1  # noqa: PLR2004 - a town and a comma stand before them
        and tokens[index - 2].text == ","
        and tokens[index - 1].text[0].isupper()
        and tokens[index + 1].text in _BEHIND_DATELINE
    )


def _initials_end_sentence(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether "U.S." or "p.m." also ends its sentence: its next word is one that starts sentences."""
    following = tokens[index + 1]
    return (
        following.kind == "word"
        and following.text[0].isupper()
        and following.lower in lexicon.words["starter"]
        and tokens[index].kind == "word"
    )


def _asides(tokens: list[Token], lexicon: Lexicon) -> list[int]:
    """The tokens at which a wording starts that makes furniture of its sentence, wherever it stands there."""
    starts = [index for index, token in enumerate(tokens) if token.lower in lexicon.furniture.starts]
    found = ((index, lexicon.furniture.longest(tokens, index)) for index in starts)
    return [index for index, match in found if match is not None and _is_aside(tokens, index, *match)]


def _is_aside(tokens: list[Token], index: int, length: int, effect: str) -> bool:
    """Whether a wording makes furniture of its sentence: by the table, or as a label inside a line ("See also:")."""
    last = index + length
    label = last < len(tokens) and tokens[last].text == ":" and tokens[index].text[:1].isupper()
    return effect == "sentence" or (effect == "rest" and label)


def _furniture_lines(text: str, tokens: list[Token], lines: list[tuple[int, int]], lexicon: Lexicon) -> list[bool]:
    """Which lines are furniture: those that a marker opens, all after a "Read next", and headlines among prose.

    Headlines before the first line of prose, and the bullets under "Key points", are the article's own words.
    """
    marked = []
    rest = summary = begun = False
    prose = _is_prose(tokens, lines)
    for number, (first, last) in enumerate(lines):
        effect = _line_effect(text, tokens, first, last, lexicon)
        rest = rest or (effect == "rest" and number > 0)
        summary = effect == "summary" or (summary and tokens[first].text in _BULLETS)
        begun = begun or (number > 0 and not _is_headline(tokens, first, last))
        headline = prose and number > 0 and not summary and begun and _is_headline(tokens, first, last)
        marked.append(rest or effect is not None or headline)
    for first, last in _runs_of_teasers(tokens, lines):
        marked[first:last] = [True] * (last - first)
    return marked


def _runs_of_teasers(tokens: list[Token], lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield runs of lines `[first, last)` that only lead to other stories: headlines whose words the rest has not."""
    first = 0
    for number in range(len(lines) + 1):
        if number < len(lines) and _is_headline(tokens, *lines[number]) and _is_long_enough(lines[number]):
            continue
        if number - first >= _TEASERS and first > 0 and _is_of_other_stories(tokens, lines, first, number):
            yield first, number
        first = number + 1


_TEASERS: Final = 5
"""Headlines in a row that make a list of teasers."""
_SHORTEST_TEASER: Final = 6
_TELLING_LETTERS: Final = 6


def _is_long_enough(line: tuple[int, int]) -> bool:
    return line[1] - line[0] >= _SHORTEST_TEASER


def _is_of_other_stories(tokens: list[Token], lines: list[tuple[int, int]], first: int, last: int) -> bool:
    """Whether most lines of a run share no longer word with the text outside it."""
    start, end = lines[first][0], lines[last - 1][1]
    told = {token.lower for token in (*tokens[:start], *tokens[end:]) if len(token.lower) >= _TELLING_LETTERS}
    alien = sum(told.isdisjoint(token.lower for token in tokens[one:two]) for one, two in lines[first:last])
    return alien * 2 > last - first


def _line_effect(text: str, tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> str | None:
    """Tell what the line's first words say: "rest" (all that follows is furniture), "line", "summary", or None."""
    if _TIME_LINE.fullmatch(text, tokens[first].start, tokens[last - 1].end):
        return "line"
    match = lexicon.furniture.longest(tokens, first)
    if match is None or match[1] == "sentence":
        return None
    length, effect = match
    stands_alone = first + length >= last or (first + length + 1 == last and tokens[last - 1].kind == "punctuation")
    if effect == "summary":
        return effect if stands_alone else None
    if effect == "rest":
        return "rest" if stands_alone else "line"
    followed = first + length < last and tokens[first + length].text in (":", "-", "–", "—", "|")
    return "line" if followed or stands_alone else None


def _is_prose(tokens: list[Token], lines: list[tuple[int, int]]) -> bool:
    ended = sum(_is_ended(tokens, last) for _, last in lines)
    return len(lines) >= _ARTICLE_LINES and ended * 2 > len(lines)


def _is_ended(tokens: list[Token], last: int) -> bool:
    return tokens[last - 1].text[-1] in ".!?…:" or tokens[last - 1].text in _CLOSING


def _is_headline(tokens: list[Token], first: int, last: int) -> bool:
    short = tokens[last - 1].end - tokens[first].start <= _HEADLINE_LENGTH
    return short and not _is_ended(tokens, last) and not any(token.text == "." for token in tokens[first:last])
