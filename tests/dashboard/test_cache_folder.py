"""Files that are made once and read often."""

from __future__ import annotations

import os
from pathlib import Path

from dashboard.cache_folder import kept_bytes


def test_a_folder_keeps_what_was_used_last_within_its_bytes(tmp_path: Path) -> None:
    made: list[str] = []

    def kept(name: str) -> bytes:
        return kept_bytes(tmp_path / name, lambda: made.append(name) or b"x" * 40, most_bytes=100)  # type: ignore[func-returns-value]

    for age, name in enumerate(("b", "a")):
        kept(name)
        os.utime(tmp_path / name, (age, age))
    kept("b")
    kept("c")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "c"]
    assert made == ["b", "a", "c"]
