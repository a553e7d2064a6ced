"""The annotations of the held-out news keep the rules of the definitions, folder by folder."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from tests.reference import verdicts as reference

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent.name for path in HERE.glob("*/claims.ndjson"))
POLARITIES = {"asserted", "denied", "unconfirmed", "expected"}
FIGURE_FIELDS = ("value", "low", "high", "hedge", "unit", "trend", "relative_to")
BARE = {"exact", "stated"}
_THOUSAND = 1000
WORDED = {"about", "nearly", "just_over", "at_least", "more_than", "at_most", "less_than"}

Row = dict[str, Any]


class Corpus:
    """One annotated folder: its five files, and its documents and claims by their ids."""

    def __init__(self, folder: Path) -> None:
        self.documents = {row["document_id"]: row for row in read(folder / "documents.ndjson")}
        self.rows = read(folder / "claims.ndjson")
        self.claims = {row["gold_id"]: row for row in self.rows}
        self.questions = read(folder / "questions.ndjson")
        self.verdicts = read(folder / "verdicts.ndjson")
        self.distractors = read(folder / "distractors.ndjson")

    def words(self, row: Row) -> str:
        """The text under the span of a claim or distractor."""
        text: str = self.documents[row["document_id"]]["text"]
        return text[row["char_start"] : row["char_end"]]


def read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module", params=FOLDERS)
def corpus(request: pytest.FixtureRequest) -> Corpus:
    return Corpus(HERE / request.param)


def test_ids_are_unique_and_claims_copy_what_their_document_says_of_itself(corpus: Corpus) -> None:
    assert len(corpus.claims) == len(corpus.rows)
    for claim in corpus.rows:
        document = corpus.documents[claim["document_id"]]
        assert (claim["source"], claim["reported_at"]) == (document["source"], document["published_at"])


def test_a_span_is_words_of_its_quote_and_no_two_figures_overlap(corpus: Corpus) -> None:
    for claim in corpus.rows:
        assert corpus.words(claim) == corpus.words(claim).strip() != "", claim["gold_id"]
        assert "\n" not in claim["quote"], claim["gold_id"]
        assert quote_surrounds_span(corpus, claim), claim["gold_id"]
    figures = [row for row in corpus.rows if row["kind"] == "quantity"]
    marks = sorted(figures + corpus.distractors, key=lambda row: (row["document_id"], row["char_start"]))
    for first, second in itertools.pairwise(marks):
        apart = first["document_id"] != second["document_id"] or first["char_end"] <= second["char_start"]
        assert apart, (first, second)


def quote_surrounds_span(corpus: Corpus, claim: Row) -> bool:
    """Whether the quote stands in the text where the span is."""
    text: str = corpus.documents[claim["document_id"]]["text"]
    start = text.find(claim["quote"], max(0, claim["char_end"] - len(claim["quote"])))
    return start in range(claim["char_start"] + 1)


def test_names_stand_in_the_text(corpus: Corpus) -> None:
    for claim in corpus.rows:
        text = corpus.documents[claim["document_id"]]["text"].lower()
        for name in ("claimant", "counted"):
            assert claim[name] is None or claim[name].lower() in text, (claim["gold_id"], name)


def test_a_stance_has_no_figure_and_a_figure_has_the_interval_of_its_hedge(corpus: Corpus) -> None:
    for claim in corpus.rows:
        assert claim["polarity"] in POLARITIES, claim["gold_id"]
        if claim["kind"] == "stance":
            assert all(claim[name] is None for name in FIGURE_FIELDS), claim["gold_id"]
        elif claim["hedge"] in BARE | WORDED:
            assert interval_is_of_hedge(claim, corpus.words(claim)), claim["gold_id"]
        elif claim["value"] is not None:
            assert (claim["hedge"] == "relative") == (claim["relative_to"] is not None), claim["gold_id"]
            assert lies_between(claim["low"], claim["value"], claim["high"]), claim["gold_id"]


def lies_between(low: float | None, value: float, high: float | None) -> bool:
    """Whether a figure is inside its interval, of which either end may be open."""
    return (low is None or low <= value) and (high is None or value <= high)


def interval_is_of_hedge(claim: Row, words: str) -> bool:
    """Whether low and high follow from hedge and value by the table of the definitions."""
    if claim["hedge"] == "stated" and reference.bare_hedge(claim["value"], claim["unit"]) != "stated":
        return False
    digits = words.strip("$€£₹%")
    fraction = digits.partition(".")[2]
    # "1.32" said after "billion" is no number with two decimals.
    decimals = len(fraction) if fraction.isdigit() and abs(claim["value"]) < _THOUSAND else 0
    wanted = reference.interval(claim["hedge"], claim["value"], claim["unit"], decimals)
    return all(reference.close(x, y) for x, y in zip(wanted, (claim["low"], claim["high"]), strict=True))


def test_a_claim_answers_at_most_one_question_and_a_question_is_of_one_actor(corpus: Corpus) -> None:
    answers = [gold_id for question in corpus.questions for gold_id in question["gold_ids"]]
    assert len(answers) == len(set(answers))
    assert set(answers) <= set(corpus.claims)
    for question in corpus.questions:
        assert len({corpus.claims[gold_id]["actor"] for gold_id in question["gold_ids"]} - {None}) <= 1, question


def test_verdicts_are_those_of_the_reference(corpus: Corpus) -> None:
    members = {gold_id: question["gold_ids"] for question in corpus.questions for gold_id in question["gold_ids"]}
    as_reference = {gold_id: {**claim, "class_": claim["class"]} for gold_id, claim in corpus.claims.items()}
    for row in corpus.verdicts:
        question = members[row["a"]]
        assert question is members[row["b"]], row
        wanted = reference.verdict(
            as_reference[row["a"]], as_reference[row["b"]], [as_reference[gold_id] for gold_id in question]
        )
        assert row["verdict"] == wanted, row
    assert len({frozenset((row["a"], row["b"])) for row in corpus.verdicts}) == len(corpus.verdicts)
