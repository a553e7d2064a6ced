"""The sentence on a figure of a draft: who says otherwise, in an editor's words."""

from typing import Any

import pytest

from analytics.draft import DraftAnswer, Neighbour
from analytics.draft_questions import Fit
from api.draft_sentences import check_sentence, statement_sentence

FIT = Fit("q1", "Soldiers", 0.9)
OWN = {"claimant": None, "figure": "8,000", "quote": ""}


def against(
    voice: str, figure: str, verdict: str = "contradicts", affiliation: str | None = None, as_of: str | None = None
) -> dict[str, Any]:
    return {
        "claim_id": f"{voice} {figure}", "voice": voice, "voice_affiliation": affiliation, "figure": figure,
        "quote": "", "source": "The Ledger", "denial": None, "verdict": verdict, "as_of": as_of, "reported_at": None,
        "low": None, "high": None, "is_total": False, "is_own_voice": False,
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
        "You say 8,000; in line with it, Norland said 8,000.",
    ),
    (
        OWN,
        [UKRAINE, against("Norland", "8,000", "agrees")],
        "You say 8,000; Ukraine said 4,500. In line with it: Norland said 8,000.",
    ),
    (
        OWN,
        [against("Norland", "300", "scope")],
        "You say 8,000; Norland said 300, of a part or of something else.",
    ),
    (OWN, [], "You say 8,000; nobody else says so or otherwise."),
    # What several say, though it is one voice, is said in the plural.
    (
        {**OWN, "claimant": "residents", "figure": "asserted", "voice_is_plural": True},
        [{**against("Norland's pilots", "denied"), "voice_is_plural": True}, against("The Ledger", "asserted")],
        "You write that residents say that it is so; Norland's pilots deny it; The Ledger says that it is so.",
    ),
    (
        OWN,
        [against("Norland", "4,500", as_of="2024-10-30"), against("Norland", "8,000", "agrees", as_of="2024-11-02")],
        "You say 8,000; in line with it, Norland said 8,000 and on 30 October 4,500.",
    ),
    # The voice that the draft quotes said so when it did, and says more by now.
    (
        {**OWN, "claimant": "Norland"},
        [
            against("Norland", "8,000", "echo", as_of="2024-11-02"),
            against("Norland", "9,500", "update", as_of="2024-11-04"),
            against("Norland", "7,000", "update", as_of="2024-10-28"),
        ],
        "You quote Norland with 8,000; in line with it, Norland said 8,000 and since then 9,500.",
    ),
    (
        OWN,
        [against("Norland", "900", "update"), UKRAINE],
        "You say 8,000; Ukraine said 4,500. At another time: Norland said 900.",
    ),
    ({**OWN, "claimant": "The hospital"}, [UKRAINE], "You quote the hospital with 8,000; Ukraine said 4,500."),
    (
        {**OWN, "claimant": "Norland", "figure": "denied"},
        [against("A camera team", "4,500"), against("The Ledger", "asserted")],
        "You write that Norland denies it; a camera team said 4,500; The Ledger says that it is so.",
    ),
]

EXACTLY_9500 = {"low": 9500.0, "high": 9500.0}
# Other figures of one voice, which an editor must know: from the day before, from another paper, denied as well.
ALSO = [
    (
        [
            against("Ana Prest", "9,000", "agrees", as_of="2024-11-01"),
            against("Ana Prest", "4,500", as_of="2024-11-02"),
        ],
        "You say 8,000; Ana Prest said 4,500 and the day before 9,000.",
    ),
    (
        [UKRAINE, {**against("Ukraine", "8,000", "agrees"), "source": "The Courier"}],
        "You say 8,000; Ukraine said 4,500 and in The Courier 8,000.",
    ),
    ([UKRAINE, against("Ukraine", "7,900", "agrees")], "You say 8,000; Ukraine said 4,500 and 7,900."),
    (
        [against("Ana Prest", "4,500", as_of="2024"), against("Ana Prest", "6,000", as_of="2023")],
        "You say 8,000; Ana Prest said 4,500 and in 2023 6,000.",
    ),
    (
        [against("Ana Prest", "denied"), against("Ana Prest", "300"), against("Norland", "denied")],
        "You say 8,000; Ana Prest denies it and said 300; Norland denies it.",
    ),
    (
        [against("Ana Prest", "not 8,000"), against("Ana Prest", "300"), against("Ana Prest", "denied")],
        "You say 8,000; Ana Prest said that it is not 8,000 but 300.",
    ),
    (
        [against("The Ledger", "300"), against("The Ledger", "no longer 8,000")],
        "You say 8,000; The Ledger said 300, no longer 8,000.",
    ),
    (
        [against("Norland", "denied"), against("Norland", "8,000", "agrees")],
        "You say 8,000; Norland denies it and said 8,000.",
    ),
    (
        [
            against("Norland", "9,500", as_of="2024-11-02"),
            against("Norland", "4,500", as_of="2024-11-04"),
            {**against("Norland", "3,000", as_of="2024-11-04"), "source": "The Courier"},
        ],
        "You say 8,000; Norland said 4,500, in The Courier 3,000 and on 2 November 9,500.",
    ),
    # What a total was before it grew, and how else a voice says what it says, is no news.
    (
        [
            against("Norland", "9,500", "differs", as_of="2024-11-02") | EXACTLY_9500,
            against("Norland", "3,000", as_of="2024-10-30") | {"is_total": True, "low": 3000.0, "high": 3000.0},
        ],
        "You say 8,000; Norland said 9,500.",
    ),
    (
        [
            against("Norland", "9,500", "differs", as_of="2024-11-02") | EXACTLY_9500,
            against("Norland", "12,000", as_of="2024-10-30") | {"is_total": True, "low": 12000.0, "high": 12000.0},
        ],
        "You say 8,000; Norland said 9,500 and on 30 October 12,000.",
    ),
    (
        [
            against("Norland", "9,500", "differs", as_of="2024-11-02") | EXACTLY_9500,
            against("Norland", "about 9,000", "differs", as_of="2024-10-30") | {"low": 8100.0, "high": 9900.0},
        ],
        "You say 8,000; Norland said 9,500.",
    ),
    (
        [against("Norland", "8,000", "agrees"), against("Norland", "about 8,000", "agrees")],
        "You say 8,000; in line with it, Norland said 8,000.",
    ),
]


@pytest.mark.parametrize(("rows", "sentence"), ALSO, ids=[sentence for _, sentence in ALSO])
def test_a_sentence_tells_what_else_a_voice_says(rows: list[dict[str, Any]], sentence: str) -> None:
    assert check_sentence(DraftAnswer(OWN, FIT, rows)) == sentence


QUOTED = {**OWN, "claimant": "Ana Prest"}
PREST = {**against("Ana Prest", "6,000", "update"), "is_own_voice": True}


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (QUOTED, "You quote Ana Prest with 8,000; Ana Prest said 6,000, Ukraine 4,500."),
        (
            {**QUOTED, "as_of_basis": "text"},
            "You quote Ana Prest with 8,000; Ukraine said 4,500. At another time: Ana Prest said 6,000.",
        ),
    ],
)
def test_the_voice_that_an_undated_draft_quotes_is_told_first(claim: dict[str, Any], sentence: str) -> None:
    assert check_sentence(DraftAnswer(claim, FIT, [UKRAINE, PREST])) == sentence


def test_a_forecast_is_placed_by_when_it_was_made() -> None:
    made = [
        {**against("Norland", figure, as_of=as_of), "polarity": "expected", "reported_at": reported_at}
        for figure, as_of, reported_at in [("4,500", "2030", "2024-11-04"), ("6,000", "2029", "2024-11-05")]
    ]
    assert check_sentence(DraftAnswer(OWN, FIT, made)) == "You say 8,000; Norland said 4,500 and since then 6,000."


@pytest.mark.parametrize(("claim", "rows", "sentence"), SAYS, ids=[sentence for _, _, sentence in SAYS])
def test_a_sentence_names_both_sides(claim: dict[str, Any], rows: list[dict[str, Any]], sentence: str) -> None:
    assert check_sentence(DraftAnswer(claim, FIT, rows)) == sentence


def test_of_many_voices_the_farthest_and_the_nearest_are_named_and_the_others_counted() -> None:
    rows = [against(f"Voice {number}", f"{number},000") for number in range(1, 8)]
    assert check_sentence(DraftAnswer(OWN, FIT, rows)) == (
        "You say 8,000; Voice 1 said 1,000, Voice 2 2,000, Voice 6 6,000, Voice 7 7,000, and 3 other voices."
    )


def test_of_many_that_nothing_is_held_against_the_others_are_counted_too() -> None:
    rest = [against(f"Voice {number}", f"{number},000") for number in range(1, 6)]
    assert ", Voice 4 4,000, and 1 other voice, as a forecast" in check_sentence(DraftAnswer(OWN, FIT, rest=rest))


@pytest.mark.parametrize("verdict", ["agrees", "scope"])
def test_where_nothing_parts_from_it_the_sentence_tells_what_it_was_not_compared_with(verdict: str) -> None:
    rows = [against("Norland", "8,000", verdict)]
    sentence = check_sentence(DraftAnswer(OWN, FIT, rows, rest=[UKRAINE, UKRAINE, against("Norland", "40")]))
    assert sentence.endswith(" Not compared: Ukraine said 4,500.")


def test_what_it_cannot_be_held_against_is_told_all_the_same() -> None:
    sentence = check_sentence(DraftAnswer(OWN, FIT, rest=[UKRAINE]))
    assert sentence == "You say 8,000; Ukraine said 4,500, as a forecast or of another day."


def test_others_that_it_may_answer_are_named() -> None:
    perhaps = [Neighbour(Fit("q2", "Dead in Norland", 0.7), [])]
    sentence = check_sentence(DraftAnswer(OWN, FIT, [UKRAINE], perhaps))
    assert sentence == "You say 8,000; Ukraine said 4,500. It may also answer “Dead in Norland”."


def test_a_figure_without_a_sure_question_is_told_of_the_nearest_and_of_what_parts_the_two() -> None:
    nearest = Fit("q2", "Soldiers in Norland", 0.4, ("words of the sentence",), ("another time",))
    perhaps = [Neighbour(nearest, [AUSTIN, AUSTIN, UKRAINE]), Neighbour(Fit("q3", "Dead", 0.2), [])]
    assert check_sentence(DraftAnswer(OWN, None, [], perhaps)) == (
        "You say 8,000; perhaps the same question as “Soldiers in Norland” (though another time), "
        "where Lloyd Austin said about 10,000, Ukraine 4,500. Or “Dead”."
    )


def test_a_figure_that_comes_near_to_no_question_is_told_so() -> None:
    assert check_sentence(DraftAnswer(OWN)) == "You say 8,000; nothing in the corpus answers the same question."


def denial(voice: str, words: str | None, figure: str = "denied") -> dict[str, Any]:
    return {**against(voice, figure), "denial": words}


GUARD = denial("The border guard", "denied that any soldiers had crossed")
NOT_8000 = denial("Ana Prest", None, "not 8,000")
DENIED = [
    # A figure denied on the draft's own question is told with what else its voice says there.
    (
        [NOT_8000 | {"verdict": "contradicts"}, against("Ana Prest", "300")],
        [NOT_8000],
        "You say 8,000; Ana Prest said that it is not 8,000 but 300.",
    ),
    (
        [UKRAINE],
        [GUARD],
        "You say 8,000; Ukraine said 4,500. The border guard denied that any soldiers had crossed.",
    ),
    (
        [against("Norland", "8,000", "agrees")],
        [GUARD],
        "You say 8,000; the border guard denied that any soldiers had crossed. In line with it: Norland said 8,000.",
    ),
    ([], [denial("Ana Prest", None, "not 8,000")], "You say 8,000; Ana Prest said that it is not 8,000."),
    (
        [],
        [denial(f"Body {number}", "denied that they came") for number in range(1, 5)],
        "You say 8,000; Body 1 denied that they came; Body 2 denied that they came; 2 other voices deny it too.",
    ),
    # What else the same voice is known to deny adds nothing, and words that do not fit the draft's are not told.
    (
        [against("The border guard", "denied"), denial("Norland", "denied that it was asked"), GUARD],
        [GUARD],
        "You say 8,000; the border guard denied that any soldiers had crossed.",
    ),
    (
        [],
        [denial("Ana Prest", "denies it: “Nobody came”")],
        "You say 8,000; Ana Prest denies it: “Nobody came”.",
    ),
]


@pytest.mark.parametrize(("rows", "denials", "sentence"), DENIED, ids=[sentence for _, _, sentence in DENIED])
def test_who_denies_it_is_told_behind_who_says_otherwise(
    rows: list[dict[str, Any]], denials: list[dict[str, Any]], sentence: str
) -> None:
    assert check_sentence(DraftAnswer(OWN, FIT, rows, denials=denials)) == sentence


def test_a_figure_that_answers_no_question_is_told_who_denies_it() -> None:
    assert check_sentence(DraftAnswer(OWN, denials=[GUARD])) == (
        "You say 8,000; the border guard denied that any soldiers had crossed. "
        "Nothing in the corpus answers the same question."
    )


def test_a_sentence_without_a_figure_is_told_who_denies_it() -> None:
    assert statement_sentence("Soldiers crossed.", [GUARD]) == (
        "You write: “Soldiers crossed”; the border guard denied that any soldiers had crossed."
    )


def test_who_states_the_very_figure_is_named_though_it_was_not_compared() -> None:
    own = {**against("Officials", "8,000"), "question_id": "q1", "title": "Soldiers"}
    other = {**against("The guild", "8,000"), "question_id": "q2", "title": "Tents"}
    answer = DraftAnswer(OWN, FIT, [UKRAINE], stated=[own, other])
    assert check_sentence(answer) == (
        "You say 8,000; Ukraine said 4,500. The same figure, as of another day: Officials said 8,000. "
        "The same figure stands under “Tents”: the guild said 8,000."
    )
    unsure = DraftAnswer(OWN, None, [], [Neighbour(FIT, [own])], stated=[own, other])
    assert check_sentence(unsure) == (
        "You say 8,000; perhaps the same question as “Soldiers”, where Officials said 8,000. "
        "The same figure stands under “Tents”: the guild said 8,000."
    )
