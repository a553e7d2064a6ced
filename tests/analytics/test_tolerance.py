"""The thresholds by which figures are compared, by measure: one table, and a user sets them in the lexicon."""

import shutil

import pytest

from analytics.build import BuildInputs, build
from tests.analytics.conftest import LEXICON

BOATS = {"measure": "boats", "place": "Chile", "as_of": "2025-03-04"}
VERDICT = "select verdict from pair"
HEADING = "measure,title,over_time,tolerance,predicate\n"


@pytest.fixture
def build_with(tmp_path, target, write_lines):
    """Build two figures of boats, 100 and 140, with thresholds of the test's own."""
    claims = write_lines(
        "table.ndjson", *({**BOATS, "source": source, "value": value} for source, value in (("Bay", 100), ("Sea", 140)))
    )
    lexicon = shutil.copytree(LEXICON, tmp_path / "lexicon")
    target.parent.mkdir()

    def run(table="", old="", new=""):
        if table:
            text = (lexicon / table).read_text(encoding="utf-8")
            assert old in text
            (lexicon / table).write_text(text.replace(old, new), encoding="utf-8")
        build(BuildInputs(lexicon=lexicon, claims=[claims]), target)

    return run


def test_a_measure_that_no_table_has_is_compared_as_it_stands(build_with, ask):
    build_with()
    assert ask("select tolerance, contradiction_ratio from tolerance where measure = 'boats'") == [(0, 1.5)]
    assert ask(VERDICT) == [("differs",)]


def test_a_lower_ratio_makes_a_contradiction(build_with, ask):
    build_with("settings.csv", "contradiction_ratio,1.5,", "contradiction_ratio,1.3,")
    assert ask("select distinct contradiction_ratio from tolerance") == [(1.3,)]
    assert ask(VERDICT) == [("contradicts",)]


def test_a_tolerance_widens_both_intervals_until_they_meet(build_with, ask):
    build_with("measures.csv", HEADING, HEADING + "boats,boats,fixed,0.2,\n")
    assert ask("select tolerance from tolerance where measure = 'boats'") == [(0.2,)]
    assert ask(VERDICT) == [("agrees",)]


def test_every_measure_of_a_claim_has_its_thresholds_once(build_with, ask):
    build_with()
    assert ask("select distinct measure from claim except select measure from tolerance") == []
    assert ask("select count(*) - count(distinct measure) from tolerance") == [(0,)]
