"""Lists: shape, paging, filters, sorts, searches, columns, counts."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import duckdb
import orjson
import pytest

from analytics.column_words import WAYS, known_words
from analytics.filter_sentences import sentence
from analytics.filters import filters_of
from analytics.list_views import LIST_VIEWS, ListView
from analytics.listing import FACET_VALUES
from analytics.reading import PublishedFile, SlowQueryError
from analytics.view_columns import Column
from api.list_arguments import ROWS_ONLY
from tests.api.conftest import Client, served
from tests.api.contract import findings, publish

FINDINGS = "/api/v1/findings"


def listed(client: Client, **arguments: object) -> dict[str, Any]:
    answer = client.get(f"{FINDINGS}?{urlencode(arguments)}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def all_pages(client: Client, **arguments: object) -> list[str]:
    """Return the ids of the whole list, read by following `next_url`."""
    address: str | None = f"{FINDINGS}?{urlencode(arguments)}"
    ids: list[str] = []
    while address:
        page = client.get(address).json()
        ids += [row["finding_id"] for row in page["data"]]
        address = page["next_url"]
    return ids


def test_a_list_names_its_rows_its_next_page_and_where_it_comes_from(client: Client) -> None:
    page = listed(client, limit=2)
    assert [row["rank"] for row in page["data"]] == [1, 2]
    assert page["next_url"] == f"{FINDINGS}?limit=2&next={page['next']}"
    assert page["meta"]["build_id"] == "b1"
    assert page["meta"]["limit"] == 2


def test_a_page_holds_fifty_rows_unless_told(client: Client) -> None:
    assert listed(client)["meta"]["limit"] == 50


def test_the_next_page_is_also_a_link_header(client: Client) -> None:
    answer = client.get(f"{FINDINGS}?limit=2")
    assert answer.links["next"]["url"] == answer.json()["next_url"]


def test_the_last_page_has_no_next(client: Client) -> None:
    page = listed(client, limit=40)
    assert len(page["data"]) == 40
    assert page["next"] is None
    assert page["next_url"] is None


@pytest.mark.parametrize(
    "sort", ["rank", "-rank", "ratio", "-ratio", "measure,-severity", "-measure,title", "opened_at"]
)
@pytest.mark.parametrize("limit", [1, 3, 7, 39])
def test_pages_hold_every_row_once_whatever_the_sort(client: Client, sort: str, limit: int) -> None:
    whole = [row["finding_id"] for row in listed(client, sort=sort, limit=1000)["data"]]
    assert all_pages(client, sort=sort, limit=limit) == whole
    assert sorted(whole) == [row["finding_id"] for row in findings(40)]


def test_nulls_come_last_in_both_directions(client: Client) -> None:
    for sort in ("ratio", "-ratio"):
        ratios = [row["ratio"] for row in listed(client, sort=sort)["data"]]
        assert None not in ratios[:30]
        assert ratios[30:] == [None] * 10


@pytest.mark.parametrize(
    ("argument", "value", "expected"),
    [
        ("measure", "troops", lambda row: row["measure"] == "troops"),
        ("measure__eq", "troops", lambda row: row["measure"] == "troops"),
        ("measure__ne", "troops", lambda row: row["measure"] != "troops"),
        ("ratio__gt", "1.5", lambda row: (row["ratio"] or 0) > 1.5),
        ("ratio__gte", "1.5", lambda row: (row["ratio"] or 0) >= 1.5),
        ("ratio__lt", "1.5", lambda row: (row["ratio"] or 9) < 1.5),
        ("ratio__lte", "1.5", lambda row: (row["ratio"] or 9) <= 1.5),
        ("rank__in", "3,5,99", lambda row: row["rank"] in {3, 5}),
        ("title__contains", "KIND 2", lambda row: "kind 2" in row["title"]),
        ("ratio__isnull", "true", lambda row: row["ratio"] is None),
        ("ratio__isnull", "false", lambda row: row["ratio"] is not None),
        ("opened_at__gte", "2024-10-20", lambda row: row["opened_at"] >= "2024-10-20"),
    ],
)
def test_each_operator_keeps_the_rows_that_it_names(client: Client, argument: str, value: str, expected: Any) -> None:
    whole = listed(client)["data"]
    kept = [row for row in whole if expected(row)]
    assert 0 < len(kept) < len(whole)
    assert listed(client, **{argument: value})["data"] == kept


@pytest.mark.parametrize("asked", ["measure=troops&measure__eq=troops", "limit__eq=5", "colour__eq=red", "ratio__eq=x"])
def test_the_long_form_of_a_filter_is_taken_once_and_of_columns_only(client: Client, asked: str) -> None:
    assert client.get(f"/api/v1/findings?{asked}").status_code == 422


def test_filters_narrow_each_other(client: Client) -> None:
    rows = listed(client, measure="troops", verdict="differs")["data"]
    assert rows
    assert {(row["measure"], row["verdict"]) for row in rows} == {("troops", "differs")}


def test_every_word_of_a_search_must_occur(client: Client) -> None:
    assert {row["title"] for row in listed(client, q="kind 1?")["data"]} == {"How many of kind 1?"}
    assert listed(client, q="kind nowhere")["data"] == []
    assert len(listed(client, q="The KINDS' of")["data"]) == 40


SEARCHABLE = {
    "question": [
        {"question_id": "q1", "title": "Prisoners in Gdynia, May 2025"},
        {"question_id": "q2", "title": "Ships in Gdynia, May 2025"},
        {"question_id": "q3", "title": "Ships of Norland in Quellport and in Gdynia, June 2025"},
    ],
    "claim": [
        {"claim_id": "c1", "question_id": "q1", "quote": "Ships took 8,000 prisoners to Gdynia's old port."},
        {"claim_id": "c2", "question_id": "q2", "quote": "Three ships; one ship of São Tomé."},
        {
            "claim_id": "c3",
            "question_id": "q3",
            "quote": "A ship had been seen by nearly everyone who stood waiting on that long grey northern quay.",
        },
    ],
    "document": [{"document_id": "d1", "title": "Harbour news", "text": "A crisis of ships."}],
    "source": [{"source": "The Harbour Times"}],
}


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with served(publish(tmp_path_factory.mktemp("harbour") / "harbour.duckdb", "b1", SEARCHABLE)) as client:
        yield client


@pytest.mark.parametrize(
    ("address", "ids"),
    [
        ("/api/v1/claims?q=ship", ["c2", "c1", "c3"]),  # said twice, in a short sentence; then the shorter sentence
        ("/api/v1/claims?q=8000", ["c1"]),
        ("/api/v1/claims?q=8,000+PRISONER", ["c1"]),
        ("/api/v1/claims?q=sao+tome", ["c2"]),
        ("/api/v1/claims?q=ships&sort=claim_id", ["c1", "c2", "c3"]),
        ("/api/v1/questions?q=ships+gdynia", ["q2", "q3", "q1"]),  # in a short title, a long one, only in a sentence
        ("/api/v1/questions?q=prisoner", ["q1"]),
        ("/api/v1/documents?q=harbour", ["d1"]),
        ("/api/v1/sources?q=times", ["The Harbour Times"]),
        ("/api/v1/claims?q=ships+submarines", []),
    ],
)
def test_a_search_has_the_rows_that_say_it_most_first(harbour: Client, address: str, ids: list[str]) -> None:
    assert [next(iter(row.values())) for row in harbour.get(address).json()["data"]] == ids


def test_a_ranked_search_is_paged_counted_and_named_as_any_list(harbour: Client) -> None:
    pages, address = [], "/api/v1/claims?q=ship&limit=1&total=true&columns=claim_id"
    while address:
        page = harbour.get(address).json()
        pages += page["data"]
        assert page["meta"]["total"] == 3
        address = page["next_url"]
    assert pages == [{"claim_id": "c2"}, {"claim_id": "c1"}, {"claim_id": "c3"}]
    assert harbour.get("/api/v1/claims.ndjson?q=ship&columns=claim_id").text.count("claim_id") == 3


@pytest.mark.parametrize(
    "asked",
    [
        "findings?q=people",
        "questions?q=people&sort=-claim_count,title",
        "claims?q=people&columns=quote,voice",
        "documents?q=people",
        "pairs?q=people",
    ],
)
def test_pages_of_a_search_and_the_sql_of_one_give_its_rows(sample: Client, sample_database: Path, asked: str) -> None:
    whole = sample.get(f"/api/v1/{asked}&limit=30").json()
    assert len(whole["data"]) > 1
    first = sample.get(f"/api/v1/{asked}&limit=1").json()
    second = sample.get(first["next_url"]).json()
    assert first["data"] + second["data"] == whole["data"][:2]
    with duckdb.connect(str(sample_database), read_only=True) as shell:
        names = list(whole["data"][0])
        told = shell.sql(whole["meta"]["sql"])
        assert told.columns == names
        rows = told.fetchall()
    assert [row[0] for row in rows] == [row[names[0]] for row in whole["data"]]


def test_columns_are_chosen_by_name(client: Client) -> None:
    page = listed(client, columns="title,ratio", sort="-severity", limit=1)
    assert [list(row) for row in page["data"]] == [["title", "ratio"]]
    assert page["next"]


@pytest.mark.parametrize("columns", ["title,ratio", "rank,rank"])
def test_the_named_sql_has_the_columns_of_the_answer(client: Client, small_file: Any, columns: str) -> None:
    page = listed(client, columns=columns, limit=1)
    with duckdb.connect(str(small_file), read_only=True) as shell:
        assert shell.sql(page["meta"]["sql"]).columns == list(page["data"][0])
    assert page["next"]


@pytest.mark.parametrize("extension", ["csv", "ndjson", "parquet"])
@pytest.mark.parametrize("asked", ["total=true", "facets=verdict"])
def test_a_file_is_not_asked_for_counts(client: Client, asked: str, extension: str) -> None:
    answer = client.get(f"{FINDINGS}.{extension}?{asked}")
    by_accept = client.get(f"{FINDINGS}?{asked}", headers={"Accept": "text/csv"})
    told = {"path": f"query.{asked.partition('=')[0]}", "message": ROWS_ONLY}
    assert (answer.status_code, answer.json()["errors"]) == (422, [told])
    assert (by_accept.status_code, by_accept.json()["errors"]) == (422, [told])


def test_total_and_facets_come_on_request(client: Client) -> None:
    meta = listed(client, total="true", facets="verdict", measure="troops", limit=1)["meta"]
    assert meta["total"] == 13
    assert meta["facets"] == {"verdict": [{"value": "contradicts", "count": 7}, {"value": "differs", "count": 6}]}
    assert meta["facets_left_off"] == {"verdict": 0}
    assert "total" not in listed(client)["meta"]


def test_a_facet_says_how_many_values_it_leaves_off(client: Client) -> None:
    meta = listed(client, total="true", facets="finding_id", limit=1)["meta"]
    assert len(meta["facets"]["finding_id"]) + meta["facets_left_off"]["finding_id"] == meta["total"] > FACET_VALUES
    none = listed(client, facets="verdict", measure="nothing")["meta"]
    assert (none["facets"], none["facets_left_off"]) == ({"verdict": []}, {"verdict": 0})


def test_the_named_sql_gives_the_same_rows_in_any_shell(client: Client, small_file: Any) -> None:
    asked: dict[str, object] = {"limit": 5, "sort": "-ratio", "title__contains": "kind", "severity__gt": "0.1"}
    first = listed(client, **asked)
    second = client.get(first["next_url"]).json()
    with duckdb.connect(str(small_file), read_only=True) as shell:
        for page in (first, second):
            rows = shell.execute(page["meta"]["sql"]).fetchall()
            assert [row[0] for row in rows] == [row["finding_id"] for row in page["data"]]


def test_the_sentence_says_what_the_list_holds(client: Client) -> None:
    page = listed(client, verdict="contradicts", measure="troops", ratio__gte=1.5, sort="-severity")
    assert page["meta"]["sentence"] == "contradictions about troops with ratio at least 1.5, by severity, highest first"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("findings?verdict__in=contradicts,differs", "contradictions and differences"),
        ("findings?verdict=differs&verdict__in=contradicts,differs", "differences with verdict contradicts or differs"),
        ("findings?verdict__ne=differs", "findings with verdict other than differs"),
        ("questions?verdict=differs", "questions with verdict differs"),
        ("pairs", "contradictions and differences"),
        ("pairs?verdict=contradicts", "contradictions"),
        ("pairs?verdict__in=differs&same_voice=false", "differences that are of two voices"),
        ("findings?holds_when_doubled=false", "findings that do not hold with intervals doubled"),
        (
            "findings?holds_when_doubled__ne=true",
            "findings that do not hold with intervals doubled as far as is known",
        ),
        (
            "findings?holds_when_doubled__isnull=false",
            "findings of which it is known whether they hold with intervals doubled",
        ),
        (
            "findings?opened_at__gte=2024-10-30&measure=troops&ratio__gt=2&holds_without_echoes=true&opened_at__lt=2025",
            "findings about troops opened since 30 October 2024 and before 2025 with ratio above 2 that hold without "
            "echoes",
        ),
        ("findings?denied_by__isnull=false", "findings denied by somebody"),
        ("findings?denied_by__isnull=true&place__isnull=false", "findings denied by nobody with a place"),
        ("findings?denied_by=Peru&measure__ne=troops", "findings not about troops denied by Peru"),
        ("findings?sources__contains=Bay Courier", "findings answered by Bay Courier"),
        ("findings?claim_count__gte=1", "findings with at least 1 claim"),
        ("findings?claim_count__lt=3&ratio__gte=2", "findings with ratio at least 2 and fewer than 3 claims"),
        ("findings?title__contains=ship", "findings whose title contains “ship”"),
        ("findings?opened_at=2024-10", "findings opened in October 2024"),
        ("findings?opened_at__in=2024,2026-01-02", "findings opened in 2024 or on 2 January 2026"),
        ("findings?opened_at__ne=2024", "findings opened at another time than 2024"),
        ("findings?sort=opened_at", "findings, by date of opening, earliest first"),
        ("findings?sort=-claim_count,place", "findings, by number of claims, most first; then by place, A to Z"),
        ("builds?is_current=true", "builds that are current"),
        ("builds?built_at__gte=2026-01-01", "builds built since 1 January 2026"),
        ("builds?built_at__lt=2026-01-01T08:30:00", "builds built before 2026-01-01 08:30:00"),
        ("documents?published_at__lt=2025", "documents published before 2025"),
        ("claims?as_of__gte=2024&as_of__lte=2025", "claims on how things stood since 2024 and up to 2025"),
        ("documents?published_at__isnull=true", "documents without a known date of publication"),
        ("house-effects?source=Bay Courier", "house effects of Bay Courier"),
        ("findings?actor=", "findings of “”"),
        ("findings?place=Ust < Hollow < Peru", "findings in Ust, Hollow, Peru"),
    ],
)
def test_the_sentence_reads_as_one_would_say_it(client: Client, asked: str, said: str) -> None:
    assert client.get(f"/api/v1/{asked}").json()["meta"]["sentence"] == said


EVERY_KIND = {
    "text": "Ust_Hollow",
    "integer": 3,
    "number": 1.5,
    "boolean": True,
    "timestamp": datetime(2026, 1, 2, tzinfo=UTC),
}


def every_sentence(listed: ListView, columns: tuple[Column, ...]) -> Iterator[tuple[str, str]]:
    """Yield each filter and each sort of a list with the sentence that it makes."""
    for each in filters_of(columns):
        value = "2024-10-30" if each.takes_moment else EVERY_KIND.get(each.kind)
        values = [True, False] if each.kind == "boolean" else [[value, "Peru"] if each.takes_list else value]
        yield from ((f"{each.parameter}={value}", sentence(listed, [(each, value)])) for value in values)
    for column in (each for each in columns if each.kind != "other"):
        yield from ((name, sentence(listed, [], sort=[name])) for name in (column.name, f"-{column.name}"))


@pytest.mark.parametrize("listed", LIST_VIEWS.values(), ids=lambda listed: listed.name)
def test_every_filter_and_sort_has_words_of_its_own(sample_database: Path, listed: ListView) -> None:
    with PublishedFile(sample_database).snapshot() as snapshot:
        columns = snapshot.columns(listed.view)
    known = known_words()
    assert [each.name for each in columns if not {(listed.name, each.name), ("", each.name)} & known.keys()] == []
    said = dict(every_sentence(listed, columns))
    assert [words for words, times in Counter(said.values()).items() if times > 1] == []
    for asked, words in said.items():
        assert words.startswith(f"{listed.name.replace('-', ' ')}"), asked
        # No name of a column, no gap, no article before the wrong letter, no empty quotes.
        assert "_" not in words.replace("Ust_Hollow", ""), (asked, words)
        assert not re.search(r"  | a [aeiou]| an [^aeiou]|“”|\b(\w+) \1\b| at at | [,;]", words), (asked, words)


def test_every_row_of_the_table_of_words_is_of_a_column(sample_database: Path) -> None:
    with PublishedFile(sample_database).snapshot() as snapshot:
        columns = {listed.name: {each.name for each in snapshot.columns(listed.view)} for listed in LIST_VIEWS.values()}
    every = set().union(*columns.values())
    assert [row for row in known_words() if row[1] not in (columns[row[0]] if row[0] else every)] == []
    assert {words.reads_as for words in known_words().values()} == set(WAYS)


PERIODS = [
    ("reported_at", "2024-10-30", lambda told: told.startswith("2024-10-30")),
    ("reported_at", "2024-10", lambda told: told.startswith("2024-10")),
    ("reported_at__ne", "2024-10", lambda told: not told.startswith("2024-10")),
    ("reported_at__gt", "2024-10-30", lambda told: told[:10] > "2024-10-30"),
    ("reported_at__gte", "2024-10-31", lambda told: told[:10] >= "2024-10-31"),
    ("reported_at__lt", "2024-11", lambda told: told[:7] < "2024-11"),
    ("reported_at__lte", "2024-10-30", lambda told: told[:10] <= "2024-10-30"),
    ("reported_at__in", "2024-10-30,2026", lambda told: told.startswith(("2024-10-30", "2026"))),
    ("reported_at__contains", "-10-30T", lambda told: "-10-30T" in told),
]


@pytest.mark.parametrize(("name", "value", "is_meant"), PERIODS, ids=[f"{name}={value}" for name, value, _ in PERIODS])
def test_a_day_a_month_or_a_year_stands_for_the_whole_of_it(
    sample: Client, name: str, value: str, is_meant: Callable[[str], bool]
) -> None:
    everything = [
        row["reported_at"] for row in sample.get("/api/v1/claims?columns=reported_at&limit=1000").json()["data"]
    ]
    asked = sample.get(f"/api/v1/claims?columns=reported_at&limit=1000&{name}={value}").json()["data"]
    meant = [told for told in everything if is_meant(told)]
    assert [row["reported_at"] for row in asked] == meant
    assert 0 < len(meant) < len(everything)


@pytest.mark.parametrize("value", ["October 2024", "yesterday", "2024-13", "2024-10-32", "2024-1-1", "", "99999"])
@pytest.mark.parametrize("name", ["reported_at", "as_of__gte", "as_of__in"])
def test_what_is_no_date_is_refused_and_not_compared(client: Client, name: str, value: str) -> None:
    answer = client.get("/api/v1/claims", params={name: value})
    assert answer.status_code == 422
    assert "Not a day such as 2026-03-01" in answer.json()["detail"]


def test_a_document_list_leaves_the_texts_out_unless_asked(client: Client) -> None:
    plain = client.get("/api/v1/documents").json()["data"][0]
    assert "text" not in plain
    asked = client.get("/api/v1/documents?columns=document_id,text").json()["data"][0]
    assert asked["text"].startswith("Officials")


def test_pairs_without_a_question_are_the_conflicts(client: Client) -> None:
    assert [row["verdict"] for row in client.get("/api/v1/pairs").json()["data"]] == ["differs"]
    assert len(client.get("/api/v1/pairs?question_id=q0001").json()["data"]) == 2
    for asked in ("verdict=differs", "verdict__in=differs", "verdict__in=differs,contradicts"):
        page = client.get(f"/api/v1/pairs?{asked}").json()
        assert [row["verdict"] for row in page["data"]] == ["differs"]
        assert page["meta"]["sql"].count("verdict") == 1
    assert client.get("/api/v1/pairs?verdict=contradicts").json()["data"] == []
    refused = client.get("/api/v1/pairs?verdict=agrees")
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["path"] == "query.verdict"


def test_conflicts_are_paged_question_by_question(client: Client) -> None:
    page = client.get("/api/v1/pairs?limit=1&total=true").json()
    assert "question_id in (" in page["meta"]["sql"]
    assert (len(page["data"]), page["next"], page["meta"]["total"]) == (1, None, 1)


def test_a_voice_is_found_by_any_spelling_and_leads_to_its_claims(sample: Client) -> None:
    claim = sample.get("/api/v1/claims?claimant__isnull=false&limit=1").json()["data"][0]
    spelled = sample.get("/api/v1/voices", params={"spelling": claim["claimant"]}).json()["data"]
    assert (claim["voice_id"], claim["voice"]) in {(row["voice_id"], row["name"]) for row in spelled}
    said = sample.get(f"/api/v1/claims?voice_id={claim['voice_id']}&columns=claim_id&limit=1000").json()["data"]
    assert {"claim_id": claim["claim_id"]} in said


def test_claims_come_question_by_question(sample: Client) -> None:
    places, address = [], "/api/v1/claims?limit=40&columns=question_id,claim_id"
    while address:
        page = sample.get(address).json()
        places += [(row["question_id"], row["claim_id"]) for row in page["data"]]
        address = page["next_url"]
    assert places == sorted(set(places))
    as_file = sample.get("/api/v1/claims.ndjson?columns=question_id,claim_id").text.splitlines()
    assert [tuple(orjson.loads(line).values()) for line in as_file] == places


def test_a_query_that_takes_too_long_is_given_up(small_file: Any) -> None:
    published = PublishedFile(small_file, seconds=0.2)
    with published.snapshot() as snapshot, pytest.raises(SlowQueryError):
        snapshot.rows("select count(*) from range(1000000000000)")
    published.close()


def test_a_sub_list_has_the_twins_of_a_list(client: Client) -> None:
    rows = client.get("/api/v1/questions/q0001/claims").json()["data"]
    assert client.get("/api/v1/questions/q0001/claims.json").json()["data"] == rows
    lines = client.get("/api/v1/questions/q0001/claims.ndjson").text.splitlines()
    assert [json.loads(line) for line in lines] == rows


def test_sub_lists_hold_what_belongs_to_one_row(client: Client) -> None:
    page = client.get("/api/v1/questions/q0001/claims?limit=1").json()
    assert page["next_url"].startswith("/api/v1/questions/q0001/claims?limit=1&next=")
    assert [row["claim_id"] for row in client.get(page["next_url"]).json()["data"]] == ["c2"]
    assert client.get("/api/v1/questions/nowhere/claims").status_code == 404


def test_claims_are_found_by_their_ids(sample: Client) -> None:
    ids = [row["claim_id"] for row in sample.get("/api/v1/claims?limit=5&sort=-value&columns=claim_id").json()["data"]]
    assert [row["claim_id"] for row in sample.get(f"/api/v1/claims?claim_id={ids[0]}").json()["data"]] == ids[:1]
    several = sample.get(f"/api/v1/claims?claim_id__in={','.join(ids)}&total=true").json()
    assert {row["claim_id"] for row in several["data"]} == set(ids)
    assert several["meta"]["total"] == len(ids)
    assert sample.get("/api/v1/claims?claim_id=nowhere").json()["data"] == []
