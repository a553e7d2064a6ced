"""The interactive SQL shell, typed into as a person would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from analytics.reading import PublishedFile
from rashomon.sql_shell import run_shell

Type = Callable[..., tuple[str, str]]


@pytest.fixture
def type_into_shell(
    sample_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Type:
    """Return a function that types lines into a shell on the sample and returns what it printed: stdout, stderr."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def type_lines(*lines: str) -> tuple[str, str]:
        with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
            keyboard.send_text("".join(f"{line}\r" for line in lines) + "\x04")
            run_shell(PublishedFile(sample_database))
        printed = capsys.readouterr()
        return printed.out, printed.err

    return type_lines


def test_a_query_over_two_lines_is_answered(type_into_shell: Type) -> None:
    out, err = type_into_shell("select 40 + 2", "as answer;")
    assert "answer" in out
    assert "42" in out
    assert err == ""


def test_a_slip_does_not_end_the_shell(type_into_shell: Type) -> None:
    out, err = type_into_shell("select nothing from nowhere;", "select 7 as lucky;")
    assert "nowhere" in err
    assert "lucky" in out


def test_views_and_columns_can_be_looked_up(type_into_shell: Type) -> None:
    out, err = type_into_shell(".tables", ".columns finding", ".columns nothing")
    assert "claim" in out
    assert "sentence" in out
    assert "Known are" in err


def test_help_lists_the_commands(type_into_shell: Type) -> None:
    out, err = type_into_shell(".help")
    for command in (".tables", ".columns VIEW", ".help", ".quit"):
        assert command in out
    assert err == ""


def test_quit_ends_the_shell(type_into_shell: Type) -> None:
    out, _ = type_into_shell(".quit", "select 1 as after_the_end;")
    assert "after_the_end" not in out


def test_what_was_typed_is_kept_for_the_next_time(type_into_shell: Type, tmp_path: Path) -> None:
    type_into_shell("select 11 as kept;")
    assert "select 11 as kept;" in (tmp_path / "rashomon" / "sql_history").read_text()
