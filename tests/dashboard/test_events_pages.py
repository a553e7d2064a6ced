"""The pages of events: what is in dispute first, and of one event its findings, moves, articles and agreements."""

import re

import pytest
from flask import Flask

from analytics.reading import Snapshot
from dashboard.event_page import event_page
from dashboard.events_page import dates_of, event_leads, events_page, naming_the_event, place_words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Kursk < Russia", "Kursk, Russia"),
        ("Malawi", "Malawi"),
        ("Nashville < Davidson County < Tennessee < United States", "Nashville, Tennessee"),
        ("Antioch < Nashville < Davidson County < Tennessee < United States", "Antioch, Nashville, Tennessee"),
        ("Thessaloniki < Central Macedonia < Greece", "Thessaloniki, Central Macedonia"),
        (None, ""),
    ],
)
def test_a_place_is_written_as_news_does(place: str | None, words: str) -> None:
    assert place_words(place) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-07-20T10:00:00Z", "2025-08-03", "20 Jul to 3 Aug 2025"),
        ("2024-12-30", "2025-01-02", "30 Dec 2024 to 2 Jan 2025"),
        ("2025-07-20T10:00:00Z", "2025-07-20T23:00:00Z", "20 Jul 2025"),
        (None, None, "undated"),
    ],
)
def test_its_days_are_told_once(first: str | None, last: str | None, words: str) -> None:
    assert dates_of({"first_published_at": first, "last_published_at": last}) == words


def test_the_list_begins_with_the_event_of_the_first_finding(snapshot: Snapshot) -> None:
    page = events_page(snapshot, {})
    first = snapshot.rows("select event_id, sentence from finding order by rank limit 1")[0]
    assert page["events"][0]["event_id"] == first["event_id"]
    assert page["leads"][first["event_id"]]["sentence"] == first["sentence"]
    assert page["total"] == len(page["events"]) == page["counts"]["event_count"]


def test_a_choice_narrows_the_list_and_its_counts_do_not_follow_it(snapshot: Snapshot) -> None:
    whole = events_page(snapshot, {})
    place = whole["places"][0]["value"]
    page = events_page(snapshot, {"place": place})
    assert {event["place"] for event in page["events"]} == {place}
    assert page["places"] == whole["places"]
    assert page["is_chosen"]


def test_an_event_without_a_finding_has_nothing_in_front(snapshot: Snapshot) -> None:
    assert event_leads(snapshot, [{"event_id": "nowhere"}]) == {}


def test_a_page_tells_what_each_article_says_on_what_is_in_dispute(snapshot: Snapshot) -> None:
    for event in snapshot.rows("select event_id, document_count from event where finding_count > 0"):
        page = event_page(snapshot, str(event["event_id"]))
        assert len(page["articles"]) == event["document_count"]
        assert page["findings"]
        told = {claim["question_id"] for article in page["articles"] for claim in article.figures}
        assert told & {finding.row["question_id"] for finding in page["findings"]}
        days = [str(article.document["published_at"]) for article in page["articles"]]
        assert days == sorted(days)


def test_lists_of_one_event_call_it_by_its_name(snapshot: Snapshot, app: Flask) -> None:
    event = snapshot.rows("select event_id, title from event order by rank limit 1")[0]
    said = naming_the_event(snapshot, f"findings of event {event['event_id']}", {"event_id": str(event["event_id"])})
    assert said == f"findings of the event “{event['title']}”"
    client = app.test_client()
    for path in ("/", "/questions"):
        page = client.get(f"{path}?event_id={event['event_id']}").text
        assert re.search(rf'<input type="hidden" name="event_id" value="{event["event_id"]}">', page), path


def test_pages_lead_to_the_event(snapshot: Snapshot, app: Flask) -> None:
    row = snapshot.rows("select event_id, question_id from finding order by rank limit 1")[0]
    document = snapshot.rows("select document_id from document where event_id = ?", [row["event_id"]])[0]
    client = app.test_client()
    for path in ("/", "/events", f"/questions/{row['question_id']}", f"/documents/{document['document_id']}"):
        assert f'href="/events/{row["event_id"]}"' in client.get(path).text, path
    assert client.get("/events/nowhere").status_code == 404


def test_an_empty_choice_says_what_was_meant(app: Flask) -> None:
    assert "No event fits this choice" in app.test_client().get("/events?q=zzzz").text
