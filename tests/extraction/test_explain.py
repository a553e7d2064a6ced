"""`rashomon extract --explain`: what each step saw of a figure, in plain words."""

from __future__ import annotations

from extraction.explain import explain
from extraction.explained_figures import STEPS
from extraction.model import Document
from extraction.rules import rule_extractor

ARTICLE = """Nora Lind, 34, said on Tuesday that some 900 kites had been sold in Norway.

The toll was revised down from 130 to 97. Tickets in Norway cost three times the 2.85 euros of last year.

Some 900 kites had been sold."""


def explained() -> dict[str, dict[str, str]]:
    """Give, for each figure as written, what every step says of it; the first of those that are written alike."""
    figures: dict[str, dict[str, str]] = {}
    told: dict[str, str] = {}
    for line in explain(Document("d", "Press", ARTICLE, published_at="2024-05-03"), rule_extractor()):
        name, _, seen = line.strip().partition(" ")
        if name == "figure":
            told = figures.setdefault(seen.strip(), {})
        elif line.startswith("      "):
            told.setdefault(name, seen.strip())
    return figures


def test_every_step_tells_what_it_saw_in_the_order_of_the_steps() -> None:
    figures = explained()
    assert list(figures) == ["“900”", "“130”", "“97”", "“three times”", "“2.85”"]
    assert all(list(told) == list(STEPS) for told in figures.values())
    kites = figures["“900”"]
    assert kites["hedge"] == "about: “some 900” reads as 810 to 990"
    assert kites["speaker"] == "Nora Lind, by “said”"
    assert kites["place"] == "Norway, by “Norway”"
    assert kites["date"].startswith("2024-04-30, by “Tuesday”")
    assert kites["head"].startswith("“kites”; the measure ")


def test_numbers_have_the_digits_that_a_reader_writes() -> None:
    relative = explained()["“three times”"]
    assert relative["value"] == "8.55, written “three times”"
    assert relative["relation"] == "3 times 2.85, “2.85” of the publisher"


def test_what_a_figure_says_again_or_takes_the_place_of_is_told_with_its_figure() -> None:
    assert explained()["“97”"]["replaces"].startswith("“130” (")
    lines = list(explain(Document("d", "Press", ARTICLE, published_at="2024-05-03"), rule_extractor()))
    restated = [line for line in lines if line.strip().startswith("restates") and "“900”" in line]
    assert len(restated) == 1


def test_a_number_that_claims_nothing_says_why() -> None:
    lines = list(explain(Document("d", "Press", ARTICLE), rule_extractor()))
    assert "    number     “34” claims nothing: age" in lines
