"""Checking a draft: each figure beside what the corpus says on the same question."""

import multiprocessing
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from analytics.build import BuildInputs, SlowBuildError
from analytics.deadline import Deadline
from analytics.draft import MOST_QUESTIONS, _claims_that_could_be_met
from analytics.reading import PublishedFile, SlowQueryError
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


def test_a_draft_without_figures_has_nothing_to_check(sample: Client) -> None:
    assert sample.post("/api/v1/check", json={"text": "Nothing was counted."}).json()["data"] == []


def test_a_figure_on_what_the_corpus_never_counted_meets_nothing(sample: Client) -> None:
    answer = sample.post("/api/v1/check", json={"text": "The village counted exactly 41 scarecrows."})
    (figure,) = answer.json()["data"]
    assert (figure["figure"], figure["question"], figure["against"]) == ("41", None, [])
    assert figure["perhaps"] == []
    assert figure["sentence"] == "You say 41; found nothing that surely answers the same question."


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


@pytest.mark.parametrize(("text", "meant"), REWORDED[::2], ids=[meant for _, meant in REWORDED[::2]])
def test_a_figure_that_is_told_in_other_words_is_led_to_its_question(sample: Client, text: str, meant: str) -> None:
    figure = sample.post("/api/v1/check", json={"text": text}).json()["data"][0]
    competing = [row for row in figure["against"] if row["verdict"] in {"contradicts", "differs"}]
    near = [each["title"].lower() for each in figure["perhaps"]] + (
        [figure["question"]["title"].lower()] if competing else []
    )
    assert any(meant in title for title in near), (near, figure["sentence"])


def test_a_draft_of_several_stories_is_led_to_each_of_them(sample: Client) -> None:
    text = " ".join(sentence for sentence, _ in REWORDED)
    figures = sample.post("/api/v1/check", json={"text": text}).json()["data"]
    assert len(figures) == len(REWORDED)
    led = [
        meant in " ".join(each["title"].lower() for each in [figure["question"] or {"title": ""}, *figure["perhaps"]])
        for figure, (_, meant) in zip(figures, REWORDED, strict=True)
    ]
    assert sum(led) >= len(led) - 1, [figure["sentence"] for figure in figures]


SEVERAL_STORIES = (
    "North Korea has up to 12,000 troops in Russia's Kursk region. At least 52 people died in the Tabasco flood in "
    "June 2026."
)


def test_a_figure_that_met_a_part_of_its_question_is_never_cleared_by_it(sample: Client) -> None:
    figures = sample.post("/api/v1/check", json={"text": SEVERAL_STORIES}).json()["data"]
    joined = [figure for figure in figures if figure["question"]]
    # Built with the other story, a figure may meet a part of its question only.
    assert any(figure["against"] for figure in joined)
    for figure in joined:
        question = sample.get(f"/api/v1/questions/{figure['question']['question_id']}").json()
        left = {claim["claim_id"] for claim in question["claims"]} - {row["claim_id"] for row in figure["against"]}
        parts = {row["verdict"] for row in figure["against"]} & {"contradicts", "differs"}
        assert parts or not figure["against"] or not left or "; not compared: " in figure["sentence"], figure


def test_neighbours_of_many_figures_leave_room_for_questions_of_the_measure(sample_database: Path) -> None:
    published = PublishedFile(sample_database)
    with published.snapshot() as snapshot:
        others = snapshot.rows(
            "select question_id from question where measure != 'troops' order by claim_count, question_id limit ?",
            [MOST_QUESTIONS + 2],
        )
        neighbours = [str(row["question_id"]) for row in others]
        met = _claims_that_could_be_met(snapshot, [{"measure": "troops"}], neighbours, None)
    published.close()
    found = {str(row["question_id"]) for row in met}
    assert len(found & set(neighbours)) == MOST_QUESTIONS
    assert found - set(neighbours)


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

    monkeypatch.setattr("analytics.draft.run_until", look)
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

    monkeypatch.setattr("analytics.draft.run_until", slow)
    answer = sample.post("/api/v1/check", json={"text": DRAFT})
    assert (answer.status_code, answer.json()["type"]) == (408, "/api/v1/problems/too-slow")
    assert "in parts" in answer.json()["detail"]


def test_a_draft_that_takes_too_long_to_read_is_given_up_and_its_process_ended() -> None:
    before = set(multiprocessing.active_children())
    reader = DraftReader(None)
    with reader.process() as process:
        assert process.read(DRAFT, None, Deadline.within(30)).claims
    assert len(set(multiprocessing.active_children()) - before) == 1
    endless, at_once = "8,000 " * 16_000, Deadline.within(0.2)
    with pytest.raises(SlowQueryError, match="longer to read"), reader.process() as process:
        process.read(endless, None, at_once)
    assert set(multiprocessing.active_children()) <= before


def test_a_draft_of_more_figures_than_an_article_has_is_refused(sample: Client) -> None:
    answer = sample.post("/api/v1/check", json={"text": "5 dead\n" * (MOST_FIGURES + 1)})
    assert (answer.status_code, answer.json()["type"]) == (413, "/api/v1/problems/too-large")
    assert "1,001 figures, and 1,000 are checked at once: check it in parts" in answer.json()["detail"]


def test_a_draft_that_needs_too_much_memory_is_given_up(sample: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analytics.draft.MOST_MEMORY", "32MB")
    answer = sample.post("/api/v1/check", json={"text": DRAFT})
    assert (answer.status_code, answer.json()["type"]) == (413, "/api/v1/problems/too-large")
    assert "in parts" in answer.json()["detail"]


def test_no_step_begins_after_the_deadline() -> None:
    deadline = Deadline.within(0.01)
    assert 0 < (deadline.left() or 0) <= 0.01
    time.sleep(0.02)
    with pytest.raises(SlowQueryError, match="is over"):
        deadline.left()
