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
        ("Exports were 4% above the plan.", "=", "4"),
        ("Exports were 4% larger than planned.", "=", "4"),
        ("BREWERS -4%", "down", "-4"),
        ("The brewer trades at 14 times earnings.", "=", "14"),
        ("The brewer's sales have grown more than sixfold.", ">", "6"),
        ("The ferry takes 3 to 4 hours.", "=", "3.0 - 4.0"),
    ],
)
def test_a_quantity_in_the_terms_of_the_benchmark(text: str, change: str, value: str) -> None:
    expected = read_marked({"quantities": [{"change": change, "value": value}]})
    assert quantities_in(text, load_lexicon(), claims_only=False) == expected


def test_a_length_said_again_in_brackets_is_not_bounded() -> None:
    written = [{"change": ">", "value": "90"}, {"change": "=", "value": "295"}]
    found = quantities_in("The pier is more than 90 metres (295 feet) long.", load_lexicon(), claims_only=False)
    assert found == read_marked({"quantities": written})


@pytest.mark.parametrize(
    "text", ["They came twice.", "Each one was sold.", "Several skaters fell.", "The road was shut on 4 May at 10:30."]
)
def test_what_the_benchmark_takes_for_no_quantity(text: str) -> None:
    assert quantities_in(text, load_lexicon(), claims_only=False) == []
