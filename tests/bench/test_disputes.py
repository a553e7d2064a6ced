"""What `bench disputes` makes of the rows that a desk lists, and of the findings that a file holds."""

import json
from collections import Counter
from pathlib import Path

import pytest

from bench.disputes import Built, ends_of, judge_folder, judged_finding, outcome_of

EVENTS = {"a": "flood", "b": "flood", "c": "march"}


def claim(
    name: str, document: str, value: float | None, question: str, polarity: str = "asserted"
) -> dict[str, object]:
    kind = "stance" if value is None else "quantity"
    row = {"claim_id": name, "document_id": document, "value": value, "question_id": question}
    return {**row, "kind": kind, "polarity": polarity}


def finding(low: str, high: str, question: str, *, is_unsure: bool = False) -> dict[str, object]:
    return {"question_id": question, "low_claim_id": low, "high_claim_id": high, "is_unsure": is_unsure}


def row(kind: str, low: str, high: str, documents: str = "ab", event: str = "flood") -> dict[str, str]:
    ends = {"low": low, "high": high, "document_low": documents[0], "document_high": documents[1]}
    return {"event_id": event, "kind": kind, **ends}


CLAIMS = [
    claim("a3", "a", 3, "dead"),
    claim("b7", "b", 7, "dead"),
    claim("b9", "b", 9, "hurt"),
    claim("said", "a", None, "cause"),
    claim("denied", "b", None, "cause", "denied"),
    claim("c7", "c", 7, "crowd"),
]


@pytest.mark.parametrize(
    ("listed", "found", "verdict", "outcome"),
    [
        (row("contradicts", "3", "7"), finding("a3", "b7", "dead"), "contradicts", "a finding"),
        (row("contradicts", "3", "7"), finding("b7", "a3", "dead", is_unsure=True), "contradicts", "a folded finding"),
        (row("contradicts", "3", "7"), finding("a3", "b9", "dead"), "differs", "in a finding, not its ends"),
        (row("update", "3", "7"), finding("said", "denied", "cause"), "update", "update"),
        (row("contradicts", "3", "7"), finding("said", "denied", "cause"), "echo", "met, other verdict"),
        (row("contradicts", "3", "9"), finding("a3", "b7", "dead"), "contradicts", "apart"),
        (row("contradicts", "3", "8"), finding("a3", "b7", "dead"), "contradicts", "not extracted"),
        (row("statement", "", ""), finding("said", "denied", "cause"), "contradicts", "a finding"),
    ],
)
def test_a_row_has_the_best_outcome_of_the_claims_that_may_be_its_ends(
    listed: dict[str, str], found: dict[str, object], verdict: str, outcome: str
) -> None:
    built = Built(CLAIMS, [found], {frozenset({"a3", "b7"}): verdict})
    assert outcome_of(ends_of(listed, CLAIMS, EVENTS), built) == outcome


def test_a_figure_of_another_event_is_no_end_and_one_of_another_document_of_the_event_is() -> None:
    low, high = ends_of(row("contradicts", "9", "7", documents="ab"), CLAIMS, EVENTS)
    assert [end["claim_id"] for end in low] == ["b9"]
    assert [end["claim_id"] for end in high] == ["b7"]


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (finding("a3", "b7", "dead"), "update"),
        (finding("a3", "b9", "dead"), "not listed"),
        (finding("a3", "c7", "dead"), "two events"),
        (finding("said", "denied", "cause"), "statement"),
    ],
)
def test_a_finding_is_the_row_whose_ends_it_has(found: dict[str, object], kind: str) -> None:
    rows = [row("update", "3", "7"), row("statement", "", "")]
    assert judged_finding(found, rows, Built(CLAIMS, [found], {}), EVENTS) == kind


def test_a_folder_is_built_and_judged(tmp_path: Path) -> None:
    folder = tmp_path / "world"
    folder.mkdir()
    texts = {
        "a": "Police said three people died in the flood in Lima.",
        "b": "Nine people died in the flood in Lima, firefighters said.",
    }
    day = {"published_at": "2025-03-03T10:00:00Z"}
    articles = [{"document_id": name, "source": f"Outlet {name}", "text": text, **day} for name, text in texts.items()]
    (folder / "documents.ndjson").write_text("".join(f"{json.dumps(article)}\n" for article in articles))
    (folder / "events.csv").write_text("document_id,event_id\na,flood\nb,flood\n")
    (folder / "disputes.csv").write_text(
        "event_id,kind,what,low,high,document_low,document_high\nflood,contradicts,deaths,3,9,a,b\n"
    )
    assert judge_folder(folder, tmp_path) == (
        Counter({("contradicts", "a finding"): 1}),
        Counter({("contradicts", False): 1}),
    )
