"""Tokens, request limits, counts and logs."""

import json
import logging
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

import api
from analytics.reading import PublishedFile
from api.pace import LONGEST_PAUSE, SHARE, Pace
from api.request_log import LOGGER
from api.settings import ApiSettings
from tests.api.conftest import Client, served


@pytest.fixture(scope="module")
def guarded(small_file: Path) -> Iterator[Client]:
    with served(small_file, ApiSettings(tokens=("first-token", "second-token"))) as client:
        yield client


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "nonsense"}])
def test_without_a_token_nothing_is_told(guarded: Client, headers: dict[str, str]) -> None:
    answer = guarded.get("/api/v1/findings", headers=headers)
    assert answer.status_code == 401
    assert answer.json()["type"] == "/api/v1/problems/unauthorised"
    assert answer.headers["WWW-Authenticate"].startswith("Basic")


def test_a_token_opens_as_bearer_and_as_a_browser_s_password(guarded: Client) -> None:
    assert guarded.get("/api/v1/findings", headers={"Authorization": "Bearer second-token"}).status_code == 200
    assert guarded.get("/api/v1/findings", auth=("anyone", "first-token")).status_code == 200


@pytest.fixture(scope="module")
def on_loopback(small_file: Path) -> Iterator[Client]:
    with served(small_file, ApiSettings(trusted_hosts=(".localhost", "127.0.0.1", "[::1]", "News.example"))) as client:
        yield client


@pytest.mark.parametrize("path", ["/api/v1/findings", "/api/v1/nothing", "/healthz", "/openapi.json", "/"])
@pytest.mark.parametrize(
    "host", ["rebound.example", "localhost.example", "127.0.0.1.example:8000", "[::2]:80", "a b", ""]
)
def test_a_name_that_is_not_the_server_s_is_answered_by_nothing(on_loopback: Client, path: str, host: str) -> None:
    assert on_loopback.get("/api/v1/findings").status_code == 200  # and is kept, to be given again
    answer = on_loopback.get(path, headers={"Host": host})
    assert (answer.status_code, answer.headers["Content-Type"]) == (421, "application/problem+json")
    assert answer.json()["type"] == "/api/v1/problems/untrusted-host"
    assert answer.json()["request_id"] == answer.headers["X-Request-ID"]


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "my.localhost", "NEWS.example:80", "[::1]", "[::1]:8451"]
)
def test_the_names_of_the_machine_and_those_that_are_set_are_answered(on_loopback: Client, host: str) -> None:
    assert on_loopback.get("/api/v1/findings", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(("version", "status"), [("1.1", b"400"), ("1.0", b"200")])
def test_only_before_http_1_1_may_a_request_name_no_host(on_loopback: Client, version: str, status: bytes) -> None:
    with socket.create_connection(("127.0.0.1", on_loopback.port)) as connection:
        connection.sendall(f"GET /healthz HTTP/{version}\r\nConnection: close\r\n\r\n".encode())
        assert connection.makefile("rb").readline().split()[1] == status


def test_without_trusted_hosts_any_name_is_answered(client: Client) -> None:
    assert client.get("/api/v1/findings", headers={"Host": "any.example"}).status_code == 200


def test_health_is_told_to_everyone(guarded: Client) -> None:
    assert guarded.get("/healthz").status_code == 200
    assert guarded.get("/readyz").status_code == 200


def test_requests_beyond_the_limit_are_told_when_to_return(small_file: Path) -> None:
    with served(small_file, ApiSettings(requests_per_minute=3)) as client:
        statuses = [client.get("/api/v1/findings/f0001").status_code for _ in range(4)]
        refused = client.get("/api/v1/findings/f0001")
    assert statuses == [200, 200, 200, 429]
    assert refused.json()["type"] == "/api/v1/problems/rate-limited"
    assert 1 <= int(refused.headers["Retry-After"]) <= 60


def test_health_does_not_count_against_the_limit(small_file: Path) -> None:
    with served(small_file, ApiSettings(requests_per_minute=2)) as client:
        assert {client.get(path).status_code for path in ("/healthz", "/readyz") * 3} == {200}
        assert [client.get("/api/v1/builds").status_code for _ in range(3)] == [200, 200, 429]


def test_requests_are_counted_by_route_and_status(small_file: Path) -> None:
    with served(small_file) as client:
        for path in ("/api/v1/findings", "/api/v1/findings", "/api/v1/findings/nowhere"):
            client.get(path)
        lines = client.get("/metrics").text.splitlines()
    assert 'rashomon_requests_total{route="api.findings",status="200"} 2' in lines
    assert 'rashomon_requests_total{route="api.finding",status="404"} 1' in lines
    assert 'rashomon_request_seconds_bucket{le="+Inf"} 3' in lines
    assert 'rashomon_build_info{build_id="b1"} 1' in lines


def test_a_request_is_one_line_of_json_in_the_log(small_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    LOGGER.addHandler(caplog.handler)
    with caplog.at_level(logging.INFO, LOGGER.name), served(small_file, ApiSettings(json_logs=True)) as client:
        client.get("/api/v1/findings?limit=1", headers={"X-Request-ID": "trace-9"})
    LOGGER.removeHandler(caplog.handler)
    entry = json.loads(caplog.records[-1].getMessage())
    assert entry["request_id"] == "trace-9"
    assert entry["path"] == "/api/v1/findings?limit=1"
    assert (entry["status"], entry["build_id"]) == (200, "b1")


def test_the_line_of_a_query_names_its_build(small_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    LOGGER.addHandler(caplog.handler)
    with caplog.at_level(logging.INFO, LOGGER.name), served(small_file, ApiSettings(json_logs=True)) as client:
        client.post("/api/v1/sql", json={"q": "select 1"})
    LOGGER.removeHandler(caplog.handler)
    assert json.loads(caplog.records[-1].getMessage())["build_id"] == "b1"


def test_a_fault_is_one_line_of_json_under_the_request_s_id(small_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    app = Flask("rashomon")
    published = PublishedFile(small_file)
    api.register(app, published, ApiSettings(json_logs=True))
    app.add_url_rule("/api/v1/broken", "broken", lambda: 1 / 0)
    LOGGER.addHandler(caplog.handler)
    answer = app.test_client().get("/api/v1/broken")
    LOGGER.removeHandler(caplog.handler)
    published.close()
    fault, request = (json.loads(record.getMessage()) for record in caplog.records)
    assert fault["request_id"] == request["request_id"] == answer.json["request_id"]
    assert (request["status"], fault["path"]) == (500, "/api/v1/broken")
    assert fault["fault"].rstrip().endswith("ZeroDivisionError: division by zero")


def test_a_query_is_bounded_before_it_is_read(small_file: Path) -> None:
    with served(small_file) as client:
        answer = client.post("/api/v1/sql", json={"q": "select '" + "x" * 300_000 + "'"})
    assert (answer.status_code, answer.json()["type"]) == (413, "/api/v1/problems/too-large")
    assert "200,000 bytes" in answer.json()["detail"]


def test_a_flood_of_queries_waits_where_anything_else_is_asked() -> None:
    app, pace = Flask("rashomon"), Pace({"query"})
    pace.keep(app)
    app.add_url_rule("/query", "query", lambda: "")
    app.add_url_rule("/page", "page", lambda: "")
    client = app.test_client()
    client.get("/page")
    now = time.monotonic()
    assert pace.pause(0.001, now) == 0, "one after the other"
    with app.test_request_context("/query"), app.test_request_context("/query"):
        app.preprocess_request()
        pace._begin()
        assert pace.pause(0.001, now) == pytest.approx(0.001 / SHARE)
        assert pace.pause(0.001, now) == pytest.approx(0.002 / SHARE)
        assert pace.pause(1.0, now) == pytest.approx(LONGEST_PAUSE)
        assert pace.pause(0.001, now + 1) == 0, "nobody else asks"
