"""Quantities of annotated sentences: what is found is read in the benchmark's conventions and scored."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner

from bench.quantities import command, quantities_in, read_marked, score_quantities
from extraction.words.lexicon import load_lexicon

ANNOTATED = Path(__file__).parent / "annotated_quantities.json"


def test_both_scores_are_printed_and_what_is_amiss() -> None:
    done = CliRunner().invoke(command, [str(ANNOTATED), "--show"])
    assert done.exit_code == 0, done.output
    assert "missing =(100.0,)" in done.output


def test_an_age_is_a_quantity_and_no_claim() -> None:
    rows, lexicon = orjson.loads(ANNOTATED.read_bytes()), load_lexicon()
    claims, all_quantities = (score_quantities(rows, lexicon, claims_only=only) for only in (True, False))
    assert (all_quantities.expected, all_quantities.found, all_quantities.same_value) == (10, 9, 9)
    assert all_quantities.same_change == 9
    assert (claims.found, claims.same_value) == (8, 8)


@pytest.mark.parametrize(
    ("text", "change", "value"),
    [
        ("The bridge is just under 90 metres long.", "<", "90"),
        ("Nearly 70 cellos were stolen.", "~", "70"),
        ("Exports grew 4% last year.", "up", "4"),
        ("Exports grew by 4% last year.", "=", "4"),
        ("Exports saw a 4% drop last year.", "=", "4"),
        ("Exports were 4% higher last year.", "up", "4"),
        ("Exports grew by more than 4% last year.", ">", "4"),
        ("Shares in the brewer closed at 212p.", "=", "212"),
        ("They drew hundreds of skaters.", "=", "100-1000"),
        ("The ferry takes about 20 to 30 minutes.", "~", "20-30"),
        ("The ferry takes between 40 and 50 minutes.", "=", "40-50"),
    ],
)
def test_a_quantity_in_the_terms_of_the_benchmark(text: str, change: str, value: str) -> None:
    expected = read_marked({"quantities": [{"change": change, "value": value}]})
    assert quantities_in(text, load_lexicon(), claims_only=False) == expected


@pytest.mark.parametrize("text", ["They came twice.", "Several skaters fell.", "The road was shut on 4 May at 10:30."])
def test_what_the_benchmark_takes_for_no_quantity(text: str) -> None:
    assert quantities_in(text, load_lexicon(), claims_only=False) == []
