"""Markup within a text: its tags are no words of the article and no signs of its figures."""

from __future__ import annotations

import re
from typing import Final

# Attributes bear values here, so that "if a <b and c> 5" holds no tag. Possessive: no text takes more than linear time.
_TAG: Final = re.compile(
    r"""<(/?) ([A-Za-z][A-Za-z0-9]*+) (?:\s++[\w:-]++=(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>=]++))*+ \s*+ /?>""", re.VERBOSE
)
_WITHIN_A_LINE: Final = re.compile(
    "a|abbr|b|bd[io]|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|noscript|q|rp|rt|ruby|s|samp|script|small"
    "|span|strike|strong|su[bp]|svg|time|tt|u|var|wbr",
    re.IGNORECASE,
)
"""The elements of HTML that go on in the line (its phrasing content, and older ones); all others begin one."""


def without_tags(text: str) -> str:
    """Return a text with blanks for its tags, so that every other character keeps its place.

    A tag that begins or ends a block of the text becomes an end of line.
    """
    return _TAG.sub(_blank, text) if "<" in text else text


def _blank(tag: re.Match[str]) -> str:
    is_inline = _WITHIN_A_LINE.fullmatch(tag[2]) is not None
    return (" " if is_inline else "\n") + " " * (len(tag[0]) - 1)
