"""The command line as a user meets it, in a folder of its own: run where the tests run, or as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner

from rashomon.command_line import main

COMMAND = [sys.executable, "-m", "rashomon"]
ARTICLES = (
    {
        "document_id": "harbour-1",
        "source": "Harbour Post",
        "published_at": "2024-05-07",
        "text": "The interior ministry said on Monday that 1,200 people were evacuated from Dover after the storm.",
    },
    {
        "document_id": "coast-1",
        "source": "Coast Daily",
        "published_at": "2024-05-07",
        "text": "Police said on Monday that 3,000 people were evacuated from Dover after the storm.",
    },
)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def own_environment(**settings: str) -> dict[str, str]:
    """Return the environment without any setting of whoever runs the tests, and with these."""
    kept = {name: value for name, value in os.environ.items() if not _is_setting(name)}
    return kept | settings


def _is_setting(name: str) -> bool:
    return name.startswith("RASHOMON_") or name == "COLUMNS"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs `rashomon ARGUMENTS` in the test's folder, in the process of the tests.

    Hundreds of commands are run so, and a process of its own would load the program and the lexicon for each. That
    both ways end alike is tested once; what only a process has (signals, a pipe that is closed) is tested as one.
    """

    def run_rashomon(*arguments: object, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        words = ["rashomon", *map(str, arguments)]
        hidden = dict.fromkeys(filter(_is_setting, os.environ))
        with monkeypatch.context() as patched, CliRunner().isolation(stdin, hidden | settings) as (out, err, _):
            patched.chdir(tmp_path)
            patched.setattr(sys, "argv", words)
            with pytest.raises(SystemExit) as ended:
                main()
            sys.stdout.flush()
            printed, told = out.getvalue().decode(), err.getvalue().decode()
        return subprocess.CompletedProcess(words, int(ended.value.code or 0), printed, told)

    return run_rashomon


@pytest.fixture
def run_process(tmp_path: Path) -> Run:
    """Return a function that runs `rashomon ARGUMENTS` in the test's folder as a process of its own."""

    def run_rashomon(*arguments: object, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *map(str, arguments)],
            cwd=tmp_path,
            env=own_environment(**settings),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run_rashomon


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return an NDJSON file of two articles that disagree."""
    path = tmp_path / "articles.ndjson"
    path.write_bytes(b"".join(orjson.dumps(article) + b"\n" for article in ARTICLES))
    return path


def assert_refused(done: subprocess.CompletedProcess[str], *named: str) -> None:
    """Assert that a command ended with one line on stderr that names these, and with a status."""
    assert done.returncode not in (0, -11), done.stderr
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("rashomon: ")
    assert "unexpected" not in lines[0]
    for words in named:
        assert words in lines[0]
