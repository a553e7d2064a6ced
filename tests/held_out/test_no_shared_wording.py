"""No rule, lexicon row or test of the extractor quotes the held-out news: seven words in a row are too many."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
QUOTING = {
    "extraction": ("extraction", "**/*.py"),
    "lexicon": ("data/lexicon", "*.csv"),
    "tests": ("tests/extraction", "**/*.*"),
    "sql": ("sql", "**/*.sql"),
}
LENGTH = 7
WORD = re.compile(r"\w+(?:[.,]\d+)*(?:['’]\w+)?")
COMMENT_OPENING = re.compile(r"\n\s*(?:#|--)")


def runs_of(text: str) -> Iterator[str]:
    """Yield each run of words in a text, in lower case and without the marks between them."""
    words = WORD.findall(text.lower().replace("’", "'"))
    for start in range(len(words) - LENGTH + 1):
        yield " ".join(words[start : start + LENGTH])


@pytest.fixture(scope="module")
def held_out_runs() -> set[str]:
    runs: set[str] = set()
    for path in HERE.glob("*/documents.ndjson"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            runs.update(runs_of(row["text"]), runs_of(row.get("title") or ""))
    return runs


@pytest.mark.parametrize("part", QUOTING)
def test_no_seven_words_are_those_of_the_held_out_news(part: str, held_out_runs: set[str]) -> None:
    folder, pattern = QUOTING[part]
    paths = [path for path in (ROOT / folder).glob(pattern) if path.suffix in (".py", ".csv", ".txt", ".sql")]
    assert paths
    shared = {
        f"{path.relative_to(ROOT)}: {run}"
        for path in paths
        for run in held_out_runs.intersection(runs_of(COMMENT_OPENING.sub("\n", path.read_text(encoding="utf-8"))))
    }
    assert not shared
