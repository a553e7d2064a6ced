"""A denial of what a thing did speaks against nobody's count of that thing.

The articles are invented: a union counts the tugs of a harbour, whose master denies that these were idle; a banker
denies the counts on which he is charged.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.reading import Snapshot
from tests.analytics.published_folder import snapshot_of

FOLDER = Path(__file__).parent / "known_figures"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    with snapshot_of(FOLDER, tmp_path_factory.mktemp("known")) as snapshot:
        yield snapshot


@pytest.mark.parametrize(("article", "figure"), [("tugs-2", 17), ("trial-2", 9)])
def test_the_deed_is_denied_and_not_the_figure(snapshot: Snapshot, article: str, figure: float) -> None:
    claims = snapshot.rows(
        "select kind, polarity, value from claim where document_id = $article order by kind", {"article": article}
    )
    assert [(claim["kind"], claim["polarity"], claim["value"]) for claim in claims] == [
        ("quantity", "asserted", figure),
        ("stance", "denied", None),
    ]


def test_counts_that_are_taken_as_known_agree_with_those_that_are_reported(snapshot: Snapshot) -> None:
    assert [pair["verdict"] for pair in snapshot.rows("select verdict from pair")] == ["agrees", "agrees"]
    assert snapshot.rows("select finding_id from finding") == []
