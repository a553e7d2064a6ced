"""Checking a draft: each figure beside what the corpus says on the same question."""

import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from analytics.build import BuildInputs, SlowBuildError
from analytics.deadline import Deadline
from analytics.reading import QueryError, SlowQueryError
from api import check_routes
from api.check_routes import CHECKS_AT_ONCE, MOST_FIGURES, RETRY_SECONDS
from api.draft_reader import DraftReader
from tests.api.conftest import Client

DRAFT = "North Korea has sent 6,000 troops to Russia's Kursk region, officials said in late October 2024."


@pytest.fixture(scope="module")
def checked(sample: Client) -> dict[str, Any]:
    answer = sample.post("/api/v1/check", json={"text": DRAFT})
    assert answer.status_code == 200, answer.text
    (figure,) = answer.json()["data"]
    return figure


def test_a_figure_comes_back_with_its_place_in_the_draft(checked: dict[str, Any]) -> None:
    assert DRAFT[checked["char_start"] : checked["char_end"]] == "6,000"
    assert checked["measure"] == "troops"


def test_it_is_set_beside_the_claims_on_its_question(sample: Client, checked: dict[str, Any]) -> None:
    question = sample.get(f"/api/v1/questions/{checked['question']['question_id']}").json()
    ids = {claim["claim_id"] for claim in question["claims"]}
    assert checked["against"]
    assert {row["claim_id"] for row in checked["against"]} <= ids


def test_one_sentence_names_the_other_voices(checked: dict[str, Any]) -> None:
    voices = [row["voice"] for row in checked["against"] if row["verdict"] in {"contradicts", "differs"}]
    assert "6,000" in checked["sentence"]
    assert any(voice in checked["sentence"] for voice in voices)


def test_the_town_that_a_figures_own_sentence_names_outweighs_the_country_of_the_one_before(sample: Client) -> None:
    before = "Seoul put the North Korean troops in Russia at 13,000 in January 2025."
    own = "Organisers said 95,000 people demonstrated in Thessaloniki in March 2026."
    _, figure = sample.post("/api/v1/check", json={"text": f"{before} {own}"}).json()["data"]
    assert "Thessaloniki" in figure["question"]["title"]


def test_a_draft_without_figures_has_nothing_to_check(sample: Client) -> None:
    assert sample.post("/api/v1/check", json={"text": "Nothing was counted."}).json()["data"] == []


def test_a_figure_on_what_the_corpus_never_counted_meets_nothing(sample: Client) -> None:
    answer = sample.post("/api/v1/check", json={"text": "The village counted exactly 41 scarecrows."})
    (figure,) = answer.json()["data"]
    assert (figure["figure"], figure["question"], figure["against"]) == ("41", None, [])
    assert figure["perhaps"] == []
    assert figure["sentence"] == "You say 41; nothing in the corpus answers the same question."


REWORDED = [
    ("About 7,000 men from Pyongyang's army are now in the Kursk area, a Western diplomat said.", "troops"),
    ("The crowd that walked through Thessaloniki on 14 March 2026 was 25,000 strong, police officers said.", "protest"),
    ("The flood in Tabasco has claimed 40 lives, rescue workers said in June 2026.", "deaths"),
    ("Some 9,000 people sleep in emergency shelters across Tabasco.", "shelters"),
    ("The turbine maker wants to shed 1,500 posts at its Danish plant.", "job"),
    ("The tunnel in Gdynia will cost 4.9 billion zlotys.", "cost"),
    ("Twenty-five residents of the flooded towns are still unaccounted for in Tabasco.", "missing"),
    ("Malawi's hospitals have registered 5,000 suspected cholera patients in January 2026.", "cases"),
]


def test_a_draft_of_several_stories_is_led_to_each_of_them(sample: Client) -> None:
    text = " ".join(sentence for sentence, _ in REWORDED)
    figures = sample.post("/api/v1/check", json={"text": text}).json()["data"]
    assert len(figures) == len(REWORDED)
    led = [
        meant in " ".join(each["title"].lower() for each in [figure["question"] or {"title": ""}, *figure["perhaps"]])
        for figure, (_, meant) in zip(figures, REWORDED, strict=True)
    ]
    assert sum(led) >= len(led) - 1, [figure["sentence"] for figure in figures]


PLAIN = [
    # A place or a day that it names does no harm, and none that it leaves out.
    ("118 have died in Malawi", "deaths in malawi", "You say 118; Doctors' Aid International said 170 to 190."),
    (
        "118 died in Malawi, January 2026.",
        "deaths in malawi",
        "You say 118; Doctors' Aid International said 170 to 190.",
    ),
    ("Cholera killed 118 by 22 January 2026.", "deaths in malawi", "You say 118; Doctors' Aid International said 170"),
    # Of each voice what it said last: police had spoken of 14 before.
    (
        "Police arrested 14 after the Thessaloniki march.",
        "arrests in thessaloniki",
        "You say 14; Thessaloniki police said 23",
    ),
    # Kroner are those of the question.
    (
        "Nordvik Turbines lost 2.5 billion kroner last year.",
        "loss in aalborg",
        "; Nordvik Turbines said DKK 1.9 billion.",
    ),
    # What a level was on another day is another thing.
    (
        "Seventeen people are missing in Tabasco, officials say.",
        "missing people",
        "in line with it, Maribel Ocampo Ruiz",
    ),
]


@pytest.fixture(scope="module")
def plain(sample: Client) -> dict[str, dict[str, Any]]:
    """The figures of the plain sentences, by their sentence; one draft has them all as paragraphs."""
    figures = sample.post("/api/v1/check", json={"text": "\n".join(text for text, _, _ in PLAIN)}).json()["data"]
    return {str(figure["quote"]): figure for figure in figures}


@pytest.mark.parametrize(("text", "title", "told"), PLAIN, ids=[text for text, _, _ in PLAIN])
def test_a_plain_sentence_is_held_against_its_question(
    plain: dict[str, dict[str, Any]], text: str, title: str, told: str
) -> None:
    figure = plain[text]
    assert figure["question"], figure["sentence"]
    assert title in figure["question"]["title"].lower()
    assert told in figure["sentence"]
    assert figure["surety"] >= 0.5
    assert figure["shared"]


def test_a_figure_that_surely_answers_a_question_of_its_measure_answers_none_of_another(
    plain: dict[str, dict[str, Any]],
) -> None:
    deaths = [figure for figure in plain.values() if figure["measure"] == "deaths"]
    assert deaths
    assert all("deaths" in near["title"].lower() for figure in deaths for near in figure["perhaps"])


@pytest.mark.parametrize(
    "text",
    [
        "Floods in Pakistan killed 1,700 people in 2022.",
        "Siemens is cutting 6,000 jobs in Germany.",
        "South Korea hosts 28,500 American soldiers.",
        "Cholera killed 89 people in Sudan in March 2025.",
    ],
)
def test_a_sentence_about_another_event_answers_nothing(sample: Client, text: str) -> None:
    (figure,) = sample.post("/api/v1/check", json={"text": text}).json()["data"]
    assert (figure["question"], figure["perhaps"]) == (None, [])
    assert figure["sentence"].endswith("; nothing in the corpus answers the same question.")


def test_nothing_of_the_draft_is_stored(sample: Client, checked: dict[str, Any]) -> None:
    assert checked
    found = sample.post(
        "/api/v1/sql",
        json={"q": "select count(*) as n from claim where document_id = 'draft' or source = 'Your draft'"},
    ).json()
    assert found["data"] == [{"n": 0}]


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="a file without a disk is Linux's")
def test_while_it_is_compared_a_draft_stands_on_no_disk(sample: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    places, texts = [], []

    def look(inputs: BuildInputs, *_: object) -> None:
        files = [*inputs.documents, *inputs.extracted]
        places.extend(str(file.resolve()) for file in files)
        texts.extend(file.read_text(encoding="utf-8") for file in files)
        raise SlowBuildError

    monkeypatch.setattr("analytics.draft.judge_members", look)
    assert sample.post("/api/v1/check", json={"text": DRAFT}).status_code == 408
    assert all(DRAFT in text for text in texts)
    assert len(places) == 2
    assert all(place.startswith("/memfd:") for place in places)


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": "a\0b"}, {"text": "x" * 100_001}, {"text": "x", "y": 1}])
def test_a_body_that_does_not_fit_is_refused(sample: Client, body: dict[str, Any]) -> None:
    assert sample.post("/api/v1/check", json=body).status_code == 422


def test_a_draft_is_turned_away_where_others_are_being_checked(sample: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    is_over, begun = threading.Event(), threading.Semaphore(0)

    def slow(*_: object) -> dict[str, object]:
        begun.release()
        is_over.wait(timeout=60)
        return {"data": [], "meta": {"build_id": ""}}

    def post() -> int:
        return Client(sample.port).post("/api/v1/check", json={"text": DRAFT}).status_code

    monkeypatch.setattr(check_routes, "check_payload", slow)
    with ThreadPoolExecutor(CHECKS_AT_ONCE) as senders:
        sent = [senders.submit(post) for _ in range(CHECKS_AT_ONCE)]
        for _ in sent:
            begun.acquire(timeout=60)
        refused = sample.post("/api/v1/check", json={"text": DRAFT})
        is_over.set()
        assert [each.result(timeout=60) for each in sent] == [200] * CHECKS_AT_ONCE
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, str(RETRY_SECONDS))
    assert refused.json()["type"] == "/api/v1/problems/rate-limited"


def test_a_draft_that_takes_too_long_is_given_up(sample: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> None:
        raise SlowBuildError

    monkeypatch.setattr("analytics.draft.judge_members", slow)
    answer = sample.post("/api/v1/check", json={"text": DRAFT})
    assert (answer.status_code, answer.json()["type"]) == (408, "/api/v1/problems/too-slow")
    assert "in parts" in answer.json()["detail"]


def test_a_draft_that_takes_too_long_to_read_is_given_up_and_its_process_ended() -> None:
    before = set(multiprocessing.active_children())
    reader = DraftReader(None)
    with reader.process() as process:
        assert process.read(DRAFT, None, Deadline.within(30)).draft.claims
    assert len(set(multiprocessing.active_children()) - before) == 1
    endless, at_once = "8,000 " * 16_000, Deadline.within(0.2)
    with pytest.raises(SlowQueryError, match="longer to read"), reader.process() as process:
        process.read(endless, None, at_once)
    assert set(multiprocessing.active_children()) <= before


def test_a_process_may_wait_for_the_first_draft() -> None:
    before = set(multiprocessing.active_children())
    reader = DraftReader(None)
    reader.prepare()
    (prepared,) = set(multiprocessing.active_children()) - before
    with reader.process() as process:
        assert process._process is prepared
    reader.close()
    assert set(multiprocessing.active_children()) <= before


def test_what_counts_for_a_reading_is_the_processor_s_time() -> None:
    with DraftReader(None).process() as process:
        os.kill(process._process.pid or 0, signal.SIGSTOP)
        wake = threading.Timer(3.0, os.kill, (process._process.pid, signal.SIGCONT))
        wake.start()
        assert process.read(DRAFT, None, Deadline.within(30), seconds=2.5).draft.claims
        endless = "8,000 " * 16_000
        with pytest.raises(SlowQueryError, match="longer to read"):
            process.read(endless, None, Deadline.within(30), seconds=0.1)
        process.kill()


def test_a_deadline_may_be_made_shorter_but_no_longer() -> None:
    assert Deadline.within(30).or_within(60).left() == pytest.approx(30, abs=10)
    assert Deadline.within(60).or_within(30).left() == pytest.approx(30, abs=10)
    assert Deadline.within(None).or_within(30).left() == pytest.approx(30, abs=10)
    assert Deadline.within(None).or_within(None).left() is None


def test_a_draft_of_more_figures_than_an_article_has_is_refused(sample: Client) -> None:
    answer = sample.post("/api/v1/check", json={"text": "5 dead\n" * (MOST_FIGURES + 1)})
    assert (answer.status_code, answer.json()["type"]) == (413, "/api/v1/problems/too-large")
    assert "1,001 figures, and 1,000 are checked at once: check it in parts" in answer.json()["detail"]


def test_a_draft_that_needs_too_much_memory_is_given_up(sample: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analytics.draft.MOST_MEMORY", "32MB")
    answer = sample.post("/api/v1/check", json={"text": DRAFT})
    assert (answer.status_code, answer.json()["type"]) == (413, "/api/v1/problems/too-large")
    assert "in parts" in answer.json()["detail"]


def test_a_query_of_a_check_that_fails_otherwise_is_a_fault_of_the_server(
    sample: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise QueryError("Binder Error")

    monkeypatch.setattr("api.check_routes.check_payload", failing)
    answer = sample.post("/api/v1/check", json={"text": DRAFT})
    assert (answer.status_code, answer.json()["type"]) == (500, "/api/v1/problems/internal")


def test_no_step_begins_after_the_deadline() -> None:
    assert 0 < (Deadline.within(30).left() or 0) <= 30
    deadline = Deadline.within(0.01)
    time.sleep(0.02)
    with pytest.raises(SlowQueryError, match="is over"):
        deadline.left()


def test_a_draft_that_denies_is_told_who_denies_the_same(sample: Client) -> None:
    draft = "The Chinese foreign ministry denied that China had supplied weapons to either side."
    (figure,) = sample.post("/api/v1/check", json={"text": draft}).json()["data"]
    assert [row["verdict"] for row in figure["against"]] == ["agrees"]
    assert "in line with it, Geng Shuang (China) denies it" in figure["sentence"]
