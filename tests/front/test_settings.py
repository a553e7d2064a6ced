"""Settings: where they come from, which one wins, and that the docs know them all."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from rashomon.application import NAMES_OF_THIS_MACHINE, api_settings, create_app, trusted_hosts
from rashomon.settings import Settings, SettingsError, load_settings, unknown_variables

DOCS = Path(__file__).resolve().parents[2] / "docs" / "settings.md"
DOCUMENTED = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", DOCS.read_text(), re.MULTILINE))


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for setting in fields(Settings):
        monkeypatch.delenv(f"RASHOMON_{setting.name.upper()}", raising=False)
    monkeypatch.delenv("RASHOMON_CONFIG", raising=False)


def test_the_docs_describe_every_setting_and_no_other() -> None:
    assert list(DOCUMENTED) == [setting.name for setting in fields(Settings)]


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_the_docs_give_the_default(setting: object) -> None:
    default = "none" if setting.default in (None, ()) else str(setting.default)
    assert DOCUMENTED[setting.name].strip("`") == default


def test_the_example_in_the_docs_is_read(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCS.read_text(), re.DOTALL)
    (tmp_path / "rashomon.toml").write_text(example.group(1))
    assert load_settings() == Settings(db=Path("news.duckdb"), port=8080, query_threads=2)


def test_without_file_and_environment_the_defaults_hold() -> None:
    assert load_settings() == Settings()


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rashomon.toml").write_text('port = 8080\nhost = "0.0.0.0"\n')
    monkeypatch.setenv("RASHOMON_PORT", "9090")
    settings = load_settings()
    assert (settings.port, settings.host) == (9090, "0.0.0.0")


def test_the_environment_may_name_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other.toml").write_text("threads = 3\n")
    monkeypatch.setenv("RASHOMON_CONFIG", "other.toml")
    assert load_settings().threads == 3


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("prot = 1", "rashomon.toml: prot is no setting; did you mean port?"),
        ("port = true", "rashomon.toml: port is True, but must be a whole number"),
        ('port = "8000"', "rashomon.toml: port is '8000', but must be a whole number"),
        ("port = 70000", "setting port is 70000, but must be from 0 to 65535"),
        (
            'tokens = ["reed", "b\u00f8rge"]',
            "setting tokens holds one that cannot be sent: a token is of letters, digits",
        ),
        ('tokens = ["reed", ""]', "setting tokens holds one that cannot be sent"),
        ('tokens = ["reed=wren"]', "setting tokens holds one that cannot be sent"),
        ('memory_limit = "lots"', "setting memory_limit is lots, but must be like 500MB or 4GB"),
        ("db = 5", "rashomon.toml: db is 5, but must be a path in quotes"),
        ("port 8000", "rashomon.toml: not a TOML file"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_place(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "rashomon.toml").write_text(content)
    with pytest.raises(SettingsError, match=re.escape(message)):
        load_settings()


def test_a_named_file_must_be_there() -> None:
    with pytest.raises(SettingsError, match=r"missing\.toml: cannot read the settings"):
        load_settings(Path("missing.toml"))


def test_an_unfit_value_in_the_environment_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_PORT", "eighty")
    with pytest.raises(SettingsError, match="RASHOMON_PORT in the environment must be a whole number"):
        load_settings()


def test_a_comma_too_many_does_not_let_everyone_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_TOKENS", "reed-7,")
    with pytest.raises(SettingsError, match="not empty") as refused:
        load_settings()
    assert "reed" not in str(refused.value)
    monkeypatch.setenv("RASHOMON_TOKENS", "reed-7,Wr3n/x+y==")
    assert load_settings().tokens == ("reed-7", "Wr3n/x+y==")


def test_a_slip_in_the_environment_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_PROT", "8000")
    assert unknown_variables() == ["RASHOMON_PROT"]


@pytest.mark.parametrize(
    ("host", "chosen", "is_open"),
    [
        ("127.0.0.1", None, True),
        ("::1", None, True),
        ("localhost", None, True),
        ("0.0.0.0", None, False),
        ("news.example", None, False),
        ("0.0.0.0", True, True),
        ("127.0.0.1", False, False),
    ],
)
def test_sql_over_http_is_for_this_machine_unless_set(host: str, chosen: bool | None, is_open: bool) -> None:
    assert api_settings(Settings(host=host, sql=chosen)).sql is is_open


def test_the_limits_of_sql_reach_the_api() -> None:
    limits = api_settings(Settings(sql_seconds=5, sql_rows=10, sql_memory_mb=64, sql_workers=3)).sql_limits
    assert (limits.seconds, limits.rows, limits.memory_bytes, limits.workers) == (5, 10, 64_000_000, 3)
    sizes = api_settings(Settings(sql_result_bytes=5_000, sql_text_bytes=300)).sql_limits
    assert (sizes.result_bytes, sizes.text_bytes) == (5_000, 300)


def test_requests_are_counted_where_others_may_ask() -> None:
    assert api_settings(Settings()).requests_per_minute == 0
    assert api_settings(Settings(host="0.0.0.0")).requests_per_minute == 600
    assert api_settings(Settings(host="0.0.0.0", requests_per_minute=5)).requests_per_minute == 5


def test_an_application_without_settings_reads_them(sample_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_DB", str(sample_database))
    monkeypatch.setenv("RASHOMON_HOST", "0.0.0.0")  # nothing is bound here
    client = create_app().test_client()
    assert client.get("/api/v1/findings").status_code == 200
    assert client.get("/api/v1/sql?q=select+1").status_code == 403


def test_a_server_on_loopback_answers_to_its_machine_s_names_and_those_that_are_set() -> None:
    assert trusted_hosts(Settings()) == (*NAMES_OF_THIS_MACHINE, "127.0.0.1")
    assert trusted_hosts(Settings(host="::1"))[-1] == "[::1]"
    assert trusted_hosts(Settings(trusted_hosts=("news.example",)))[0] == "news.example"
    assert trusted_hosts(Settings(host="0.0.0.0")) == ()
    assert trusted_hosts(Settings(host="0.0.0.0", trusted_hosts=("news.example",)))[0] == "news.example"
