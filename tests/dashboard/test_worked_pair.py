"""The pair that the page about the method works through, read from the file."""

from __future__ import annotations

from pathlib import Path

import duckdb
from flask import Flask

from analytics.reading import Snapshot
from dashboard.worked_pair import worked_pair


def test_the_pair_is_that_of_the_ends_of_the_first_finding_with_a_ratio(
    snapshot: Snapshot, sample_database: Path
) -> None:
    worked = worked_pair(snapshot)
    assert worked is not None
    with duckdb.connect(sample_database, read_only=True) as file:
        low, high, verdict, ratio = file.execute(
            "select low_claim_id, high_claim_id, verdict, ratio from finding where ratio is not null order by rank"
        ).fetchall()[0]
    assert [claim.mark.claim_id for claim in worked.claims] == [low, high]
    assert (worked.pair["verdict"], worked.pair["ratio"]) == (verdict, ratio)
    assert worked.division == f"{worked.claims[1].mark.point:,.0f} / {worked.claims[0].mark.point:,.0f} = {ratio:.1f}×"
    assert all(any(piece.mark for piece in claim.quote) and claim.hedge for claim in worked.claims)
    assert worked.reasons


def test_the_method_page_shows_its_steps_in_order(app: Flask) -> None:
    told = app.test_client().get("/about").text
    steps = [
        "What the texts say",
        "What their words allow",
        "Why they answer one question",
        "What they are to each other",
    ]
    places = [told.index(f"<h3>{step}") for step in steps]
    assert places == sorted(places)
