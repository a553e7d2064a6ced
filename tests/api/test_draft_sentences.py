"""The sentence on a figure of a draft: who says otherwise, in an editor's words."""

from typing import Any

import pytest

from analytics.draft import DraftAnswer
from analytics.draft_neighbours import Neighbour
from api.draft_sentences import check_sentence

OWN = {"claimant": None, "figure": "8,000", "quote": ""}


def against(voice: str, figure: str, verdict: str = "contradicts", affiliation: str | None = None) -> dict[str, Any]:
    return {
        "voice": voice, "voice_affiliation": affiliation, "figure": figure, "quote": "", "source": "The Ledger",
        "verdict": verdict,
    }  # fmt: skip


AUSTIN = against("Lloyd Austin", "about 10,000", "differs")
UKRAINE = against("Ukraine", "4,500")
SAYS = [
    (OWN, [AUSTIN, UKRAINE], "You say 8,000; Lloyd Austin said about 10,000, Ukraine 4,500."),
    (OWN, [UKRAINE, UKRAINE], "You say 8,000; Ukraine said 4,500."),
    (OWN, [against("Prest", "denied", affiliation="Norland")], "You say 8,000; Prest (Norland) denies it."),
    (
        OWN,
        [against("Norland", "denied"), UKRAINE, against("Prest", "denied")],
        "You say 8,000; Ukraine said 4,500; Norland and Prest deny it.",
    ),
    (OWN, [against("Norland", "not 8,000")], "You say 8,000; Norland said that it is not 8,000."),
    (
        OWN,
        [against("Norland", "8,000", "agrees")],
        "You say 8,000; in line with it, Norland said 8,000. Compared with 1 claim of “Soldiers”.",
    ),
    (
        OWN,
        [UKRAINE, against("Norland", "8,000", "agrees")],
        "You say 8,000; Ukraine said 4,500. In line with it: Norland said 8,000.",
    ),
    (
        OWN,
        [against("Norland", "300", "scope")],
        "You say 8,000; Norland said 300, of something else or of another day. Compared with 1 claim of “Soldiers”.",
    ),
    (OWN, [], "You say 8,000; found nothing that surely answers the same question."),
    ({**OWN, "claimant": "The hospital"}, [UKRAINE], "You quote the hospital with 8,000; Ukraine said 4,500."),
    (
        {**OWN, "claimant": "Norland", "figure": "denied"},
        [against("A camera team", "4,500"), against("The Ledger", "asserted")],
        "You write that Norland denies it; a camera team said 4,500; The Ledger says that it is so.",
    ),
]


@pytest.mark.parametrize(("claim", "rows", "sentence"), SAYS, ids=[sentence for _, _, sentence in SAYS])
def test_a_sentence_names_both_sides(claim: dict[str, Any], rows: list[dict[str, Any]], sentence: str) -> None:
    assert check_sentence(DraftAnswer(claim, "q1", rows, title="Soldiers")) == sentence


@pytest.mark.parametrize("verdict", ["agrees", "scope"])
def test_where_nothing_parts_from_it_the_sentence_tells_what_it_was_not_compared_with(verdict: str) -> None:
    rows = [against("Norland", "8,000", verdict)]
    sentence = check_sentence(DraftAnswer(OWN, "q1", rows, title="Soldiers", rest=[UKRAINE, UKRAINE]))
    assert sentence.endswith("Compared with 1 of the 3 claims of “Soldiers”; not compared: Ukraine said 4,500.")


def test_a_figure_that_meets_nothing_is_told_of_the_nearest_question() -> None:
    perhaps = [Neighbour("q2", "Soldiers in Norland", 3.0, [AUSTIN, AUSTIN, UKRAINE]), Neighbour("q3", "Dead", 2.0, [])]
    assert check_sentence(DraftAnswer(OWN, None, [], perhaps)) == (
        "You say 8,000; found nothing that surely answers the same question. "
        "Perhaps it is this: “Soldiers in Norland”, where Lloyd Austin said about 10,000, Ukraine 4,500. Or “Dead”."
    )
