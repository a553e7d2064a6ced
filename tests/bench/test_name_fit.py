"""The weights of the signs of names are learned from names that are annotated as persons' or not."""

from __future__ import annotations

from pathlib import Path

from bench.name_fit import Name, learned, misjudged, read_names
from extraction.words.vocabulary_tables import load_vocabulary

HELD_OUT = Path(__file__).parents[1] / "held_out"


def named(written: str, *signs: str, is_person: bool) -> Name:
    return Name("d", written, frozenset({"untold", *signs}), is_person)


def test_annotated_names_bear_the_signs_that_their_articles_show() -> None:
    names = read_names(HELD_OUT / "reports")
    assert any(name.is_person for name in names)
    assert any(not name.is_person for name in names)
    assert all(name.signs <= load_vocabulary().names.signs.keys() for name in names)


def test_the_shipped_weights_take_most_annotated_names_for_what_they_are() -> None:
    names = [name for folder in HELD_OUT.glob("*/names.csv") for name in read_names(folder.parent)]
    assert len(misjudged(names, load_vocabulary().names.signs)) < 0.08 * len(names)


def test_what_only_persons_show_is_learned_to_speak_for_them() -> None:
    persons = [named(f"Ada {number}", "office", is_person=True) for number in range(20)]
    others = [named(f"Port {number}", is_person=False) for number in range(20)]
    weights = learned({"news": persons + others})
    assert weights["office"] > 0 > weights["untold"]
    assert misjudged(persons + others, weights) == []
