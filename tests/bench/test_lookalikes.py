"""The made-up events: the same dice give the same articles, and grouping follows shared questions."""

import random
from itertools import pairwise
from pathlib import Path

from bench.lookalikes import (
    Mixture,
    articles_of,
    groups_by_question,
    make_events,
    mixed_articles,
    mixture_in,
    without_recalls,
)


def test_the_same_seed_gives_the_same_events_and_articles() -> None:
    first, again = list(make_events(12, seed=3)), list(make_events(12, seed=3))
    assert first == again
    dice = [random.Random(1) for _ in range(2)]  # noqa: S311 -- dice for test data guard no secret
    assert list(articles_of(first[0], "e", dice[0])) == list(articles_of(again[0], "e", dice[1]))


def test_some_events_share_their_kind_and_day_and_some_their_place() -> None:
    events = list(make_events(40, seed=3))
    assert any(a["city"] != b["city"] and (a["kind"], a["day"]) == (b["kind"], b["day"]) for a, b in pairwise(events))
    assert any(a["city"] == b["city"] and a["day"] < b["day"] for a, b in pairwise(events))


def test_documents_hang_together_through_chains_of_questions() -> None:
    claims = [("a", "deaths"), ("b", "deaths"), ("b", "injuries"), ("c", "injuries"), ("d", "jobs")]
    assert groups_by_question(claims, "abcde") == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "e"}


def test_articles_recall_earlier_events_and_some_name_no_place() -> None:
    articles = mixed_articles(60, seed=5)
    cities = {event["city"]: f"event{number:03d}" for number, event in enumerate(make_events(60, seed=5))}
    named = {
        article["document_id"]: {event for city, event in cities.items() if city in article["text"]}
        for article in articles
    }
    assert any(len(events) > 1 for events in named.values())
    assert any(not events for events in named.values())


def test_a_document_that_only_recalls_an_event_is_set_apart_from_its_articles_and_from_others_that_recall_it() -> None:
    events = {"a": "flood", "b": "flood", "c": "quake", "d": "march", "e": "fire"}
    recalls = {"c": {"flood"}, "d": {"storm"}, "e": {"storm"}}
    claims = [("a", "dead"), ("b", "dead"), ("c", "dead"), ("c", "depth"), ("d", "wind"), ("e", "wind")]
    groups = groups_by_question(without_recalls(Mixture(Path(), events, recalls), claims), "abcde")
    assert groups == {"a": "a", "b": "a", "c": "c", "d": "d", "e": "e"}


def test_a_mixture_is_read_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text("document_id,event_id\na,flood\nb,quake\n")
    (tmp_path / "recalls.csv").write_text("document_id,event_id\nb,flood\n")
    (tmp_path / "figures.csv").write_text("event_id,what,value\nflood,killed,12\n")
    mixture = mixture_in(tmp_path)
    assert mixture.events == {"a": "flood", "b": "quake"}
    assert mixture.recalls == {"b": {"flood"}}
    assert mixture.figures == [("flood", "killed", 12)]
