"""Every example in docs/extraction.md comes out as the table says."""

import re
from pathlib import Path

import pytest

from tests.extraction.figure_notation import differences, read_notation

DOCUMENT = Path(__file__).parents[2] / "docs" / "extraction.md"
_ROW = re.compile(r"^\| (?P<text>.+?) \| (?P<figures>.+?) \|$")


def documented_rows() -> list[tuple[str, str]]:
    """Read the rows of the tables that are headed "text | figures"."""
    rows, inside = [], False
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        match = _ROW.match(line)
        inside = match is not None and (inside or match["figures"] == "figures")
        if match is not None and inside and match["figures"] not in ("figures", "---"):
            rows.append((match["text"], match["figures"]))
    return rows


@pytest.mark.parametrize(("text", "figures"), documented_rows())
def test_the_documentation_tells_what_happens(text: str, figures: str) -> None:
    assert differences(text, read_notation(figures)) == []
