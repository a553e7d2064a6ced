"""Connections: bodies bounded, what cannot be read refused by a problem, and answers sent in one piece."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from flask import Flask
from waitress.channel import HTTPChannel
from waitress.server import create_server

import api
from analytics.reading import PublishedFile
from api.registration import LARGEST_BODY
from api.settings import ApiSettings
from rashomon.connections import connection_class
from rashomon.request_bodies import BoundedBody


def test_a_body_is_kept_to_its_bound_and_counted_beyond_it() -> None:
    body = BoundedBody(5)
    body.append(b"123")
    body.append(b"45")
    assert (len(body), body.getfile().read()) == (5, b"12345")
    body.append(b"6")
    assert (len(body), body.getfile().read()) == (6, b"")


@pytest.fixture(scope="module")
def port(sample_database: Path) -> Iterator[int]:
    app = Flask("rashomon")
    published = PublishedFile(sample_database)
    api.register(app, published)
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    server.channel_class = connection_class(ApiSettings())
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield server.effective_port
    server.task_dispatcher.shutdown()
    server.trigger.pull_trigger(server.close)
    thread.join(timeout=10)
    api.close(app)
    published.close()


def answered(port: int, head: str, *body: bytes) -> tuple[int, dict[str, str]]:
    """Send a request as it stands; return the status and the problem."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(f"{head}\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\r\n".encode())
        for piece in body:
            connection.sendall(piece)
        connection.shutdown(socket.SHUT_WR)
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    headers, _, content = received.partition(b"\r\n\r\n")
    return int(headers.split()[1]), orjson.loads(content)


@pytest.mark.parametrize("path", ["/api/v1/sql", "/api/v1/check"])
def test_a_body_beyond_the_bound_is_a_problem_however_it_is_sent(port: int, path: str) -> None:
    large = b"x" * (LARGEST_BODY + 1)
    chunk = f"{len(large):x}\r\n".encode() + large + b"\r\n0\r\n\r\n"
    asked = f"POST {path} HTTP/1.1\r\nConnection: close\r\n"
    for head, body in ((f"Content-Length: {len(large)}", large), ("Transfer-Encoding: chunked", chunk)):
        status, problem = answered(port, asked + head, body)
        assert (status, problem["type"]) == (413, "/api/v1/problems/too-large")


def test_who_asks_for_leave_is_refused_before_the_body_is_sent(port: int) -> None:
    head = f"POST /api/v1/check HTTP/1.1\r\nContent-Length: {LARGEST_BODY + 1}\r\nExpect: 100-continue"
    status, problem = answered(port, head)
    assert (status, problem["type"]) == (413, "/api/v1/problems/too-large")


def test_a_body_within_the_bound_is_read_whole(port: int) -> None:
    query = "select '" + "x" * 19_000 + "' as word"
    body = orjson.dumps({"q": query})
    status, answer = answered(
        port, f"POST /api/v1/sql HTTP/1.1\r\nConnection: close\r\nContent-Length: {len(body)}", body
    )
    assert (status, len(answer["data"][0]["word"])) == (200, 19_000)  # type: ignore[index]


@pytest.mark.parametrize(
    ("sent", "status", "kind", "said"),
    [
        (b"what is this\r\n\r\n", 400, "bad-request", ""),
        (b"GET / HTTP/1.1\r\nno header\r\n\r\n", 400, "bad-request", "Invalid header."),
        (b"GET / HTTP/1.1\r\nContent-Length: some\r\n\r\n", 400, "bad-request", "Content-Length is invalid."),
        (b"GET http://[::1/ HTTP/1.1\r\n\r\n", 400, "bad-request", "or the length cannot be read: Invalid IPv6"),
        (
            b"GET / HTTP/1.1\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
            400,
            "bad-request",
            "length cannot be read",
        ),
        (b"GET /healthz HTTP/1.1\nHost: localhost\n\n", 400, "bad-request", "its lines end with CR and LF."),
        (b"GET /healthz HTTP/1.1\r\nHost: localhost\n", 400, "bad-request", "its lines end with CR and LF."),
        (b"GET /healthz HTTP/1.1\rHost: localhost\r\r", 400, "bad-request", "its lines end with CR and LF."),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, "bad-request", "a request is in plain text"),
        (b"POST /api/v1/sql HTTP/1.1\r\nContent-Length: 9999999999\r\n\r\n", 413, "too-large", "200,000 bytes"),
        (b"POST /api/v1/check HTTP/1.1\r\nContent-Length: 9999999999\r\n\r\n", 413, "too-large", "1,300,000 bytes"),
        (b"GET / HTTP/1.1\r\nX: ".ljust(1 << 18, b"x"), 431, "headers-too-large", "256 KB"),
        (b"GET / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501, "not-implemented", "Transfer-Encoding"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_a_problem_too(port: int, sent: bytes, status: int, kind: str, said: str) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(sent)
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, content = received.partition(b"\r\n\r\n")
    problem = orjson.loads(content)
    assert f" {status} ".encode() in head.splitlines()[0]
    assert b"Content-Type: application/problem+json" in head
    assert f"X-Request-Id: {problem['request_id']}".lower().encode() in head.lower()
    assert (problem["status"], problem["type"]) == (status, f"/api/v1/problems/{kind}")
    assert said in problem["detail"]


def test_an_answer_goes_out_with_its_headers_in_one_piece(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bytes] = []
    send = HTTPChannel.send

    def note(channel: HTTPChannel, data: bytes, *more: object, **named: object) -> int:
        sent.append(data)
        return int(send(channel, data, *more, **named))

    monkeypatch.setattr(HTTPChannel, "send", note)
    status, health = answered(port, "GET /healthz HTTP/1.1\r\nConnection: close")
    assert (status, health) == (200, {"status": "ok"})
    assert len(sent) == 1
    assert sent[0].endswith(b'{"status":"ok"}')


def test_an_answer_without_a_body_goes_out_too(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(b"HEAD /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    assert received.startswith(b"HTTP/1.1 200 OK")
    assert received.endswith(b"\r\n\r\n")


def test_a_long_file_reaches_a_reader_that_dawdles(port: int) -> None:
    """It is larger than what is held ahead of its reader, so that both the answering thread and the loop send."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(b"GET /openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        received = b"".join(iter(lambda: connection.recv(4096), b""))
    head, _, body = received.partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head
    assert orjson.loads(body)["openapi"] == "3.1.0"
