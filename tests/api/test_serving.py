"""Serving: caching by build, compression, other origins, health."""

import gzip
import re
from pathlib import Path

import duckdb
import pytest

from analytics.reading import PublishedFile, UnpublishedError
from api.settings import ApiSettings
from tests.api.conftest import Client, served
from tests.api.contract import findings, publish, small_corpus


@pytest.mark.parametrize("path", ["/api/v1/findings", "/api/v1/findings/f0001", "/api/v1/findings.csv"])
def test_an_answer_is_asked_for_again_only_after_a_build(client: Client, path: str) -> None:
    first = client.get(path)
    assert re.fullmatch(r'W/"b1-\d{14}-\d+\.\d+\.\d+-(json|csv)"', first.headers["ETag"])
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert client.get(path, headers={"If-None-Match": 'W/"b0"'}).status_code == 200


def test_what_is_held_in_one_form_says_nothing_of_another(client: Client) -> None:
    path, as_csv = "/api/v1/findings?limit=3", {"Accept": "text/csv"}
    tags = [client.get(path).headers["ETag"], client.get(path, headers=as_csv).headers["ETag"]]
    assert client.get(path, headers={"If-None-Match": tags[1]}).status_code == 200
    assert client.get(path, headers={"If-None-Match": tags[0], **as_csv}).status_code == 200
    assert client.get(path, headers={"If-None-Match": tags[1], **as_csv}).status_code == 304


def test_the_same_address_is_answered_as_before_until_the_next_build(tmp_path: Path) -> None:
    path = publish(tmp_path / "here.duckdb", "b1", {"finding": findings(3)})
    plain, packed = {"Accept-Encoding": "identity"}, {"Accept-Encoding": "gzip"}
    with served(path) as client:
        for headers in (plain, packed, plain, packed):
            again = client.get("/api/v1/findings?limit=2", headers=headers)
            assert len(again.json()["data"]) == 2
            assert again.headers.get("Content-Encoding", "identity") == headers["Accept-Encoding"]
            assert {"ETag", "Link", "Vary", "X-Request-ID"} <= again.headers.keys()
        publish(path, "b2", {"finding": findings(1)})
        assert client.get("/api/v1/findings?limit=2").json()["meta"]["build_id"] == "b2"


def test_the_description_is_made_anew_for_each_build(tmp_path: Path) -> None:
    path = publish(tmp_path / "here.duckdb", "b1", small_corpus())
    with served(path) as client:
        before = client.get("/openapi.json").json()
        publish(path, "b2", small_corpus())
        assert client.get("/api/v1/docs").status_code == 200
        assert client.get("/openapi.json").json()["paths"].keys() == before["paths"].keys()


def test_text_is_compressed_for_those_who_take_it(client: Client) -> None:
    for path in ("/api/v1/findings", "/api/v1/findings.csv", "/openapi.json"):
        packed = client.get(path, headers={"Accept-Encoding": "gzip"}, stream=True)
        assert packed.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in packed.headers["Vary"]
        plain = client.get(path, headers={"Accept-Encoding": "identity"})
        assert "Content-Encoding" not in plain.headers
        assert gzip.decompress(packed.raw.read()) == plain.content


def test_a_page_that_is_not_there_is_whole_when_compressed(client: Client) -> None:
    answer = client.get("/no-page", headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 404
    assert answer.text.rstrip().endswith("</p>")


def test_a_page_of_another_origin_may_read_only_where_it_is_named(client: Client, small_file: Path) -> None:
    origin = {"Origin": "https://desk.example"}
    assert "Access-Control-Allow-Origin" not in client.get("/api/v1/findings", headers=origin).headers
    with served(small_file, ApiSettings(cors_origins=("https://desk.example",))) as open_client:
        named = open_client.get("/api/v1/findings", headers=origin)
        assert named.headers["Access-Control-Allow-Origin"] == "https://desk.example"
        assert "X-Truncated" in named.headers["Access-Control-Expose-Headers"].split(", ")
        other = open_client.get("/api/v1/findings", headers={"Origin": "https://other.example"})
        assert "Access-Control-Allow-Origin" not in other.headers


def test_the_server_says_that_it_is_well_and_ready(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready", "build_id": "b1"}


def test_a_server_whose_file_has_gone_says_so_and_goes_on_serving(tmp_path: Path) -> None:
    path = publish(tmp_path / "here.duckdb", "b1", {"finding": findings(3)})
    with served(path) as client:
        path.unlink()
        unready = client.get("/readyz")
        assert unready.status_code == 503
        assert "here.duckdb does not exist" in unready.json()["detail"]
        assert len(client.get("/api/v1/findings").json()["data"]) == 3


def test_a_file_that_is_no_build_leaves_the_one_before_in_service(tmp_path: Path) -> None:
    path = publish(tmp_path / "here.duckdb", "b1", {"finding": findings(3)})
    with served(path) as client:
        (tmp_path / "other").write_bytes(b"no database")
        (tmp_path / "other").replace(path)
        assert client.get("/api/v1/findings").json()["meta"]["build_id"] == "b1"
        unready = client.get("/readyz").json()
        assert unready["type"] == "/api/v1/problems/outdated"
        assert (
            "no file that `rashomon build` wrote: name one that is with --db. Build b1 is served meanwhile."
            in unready["detail"]
        )


def test_a_file_that_lacks_what_is_needed_leaves_the_one_before_in_service(tmp_path: Path) -> None:
    path = publish(tmp_path / "here.duckdb", "b1", {"finding": findings(1)})
    published = PublishedFile(path, needed={"finding": ("rank", "ratio"), "question_page": ()})
    with published.snapshot() as before:
        publish(path, "b2", {"finding": findings(2)})
        with duckdb.connect(str(path)) as connection:
            connection.execute("drop table question_page; alter table finding drop column ratio")
        with published.snapshot() as after:
            assert (before.build_id, after.build_id) == ("b1", "b1")
    assert "lacks finding.ratio and question_page: build it anew with `rashomon build`" in published.obstacle()
    publish(path, "b3", {"finding": findings(3)})
    with published.snapshot() as mended:
        assert (mended.build_id, published.obstacle()) == ("b3", "")
    published.close()


def test_there_is_nothing_to_read_before_the_first_build(tmp_path: Path) -> None:
    published = PublishedFile(tmp_path / "none.duckdb")
    with (
        pytest.raises(UnpublishedError, match=r"none.duckdb does not exist: make it with `rashomon build`"),
        published.snapshot(),
    ):
        pass
