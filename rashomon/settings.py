"""Every setting of Rashomon: its name, type, default and meaning, and how the file and the environment give it.

A command's option wins over the environment (`RASHOMON_PORT`), the environment over the TOML file (`port`), the file
over the default. docs/settings.md describes each one; a test holds the two together.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

from environs import Env, EnvError

ENVIRONMENT_PREFIX = "RASHOMON_"
DEFAULT_FILE = Path("rashomon.toml")
# Read before there are settings: which TOML file to read.
FILE_VARIABLE = f"{ENVIRONMENT_PREFIX}CONFIG"


# What every client can send as a bearer: headers have no agreed letters beyond ASCII, and "=" within one parts a name
# from a value. An empty one would let in whoever sends none.
_SENDABLE = "[!-<>-~]+=*"
_SENDABLE_TOLD = "a token is of letters, digits and signs of ASCII, not empty, without spaces, with `=` only at its end"


class SettingsError(Exception):
    """A setting that cannot be taken; the message is one line with the place and the remedy."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set; paths are relative to the folder in which the command runs."""

    db: Path = Path("rashomon.duckdb")
    """The published file that serve and the commands that print or check read."""
    host: str = "127.0.0.1"
    """The address that the server listens on; 127.0.0.1 is reachable from this machine only."""
    port: int = field(default=8000, metadata={"least": 0, "most": 65535})
    """The port that the server listens on; 0 takes any free one."""
    threads: int = field(default=8, metadata={"least": 1, "most": 1024})
    """How many pages and answers the server gives at the same time; what takes long has threads of its own."""
    downloads: int = field(default=4, metadata={"least": 1, "most": 1024})
    """How many whole lists are sent as files at the same time, each by a thread of its own."""
    query_threads: int = field(default=1, metadata={"least": 1, "most": 1024})
    """How many cores one query may use: 1 for a busy server, more for an analyst's own machine."""
    processes: int = field(default=0, metadata={"least": 0, "most": 1024})
    """How many processes extract claims; 0 takes one for each core."""
    lexicon: Path | None = None
    """A folder of lexicon tables to use in place of the shipped ones."""
    corrections: Path | None = None
    """A folder with the user's own overrides.csv (same or not the same question) and names.csv (who is who)."""
    memory_limit: str = field(default="1GB", metadata={"pattern": r"\d+(\.\d+)?[KMGT]i?B", "like": "500MB or 4GB"})
    """What all queries of the server together may hold in memory, as DuckDB writes it."""
    query_seconds: float = field(default=10.0, metadata={"least": 0.1, "most": 3600})
    """How long the query of one page or answer may take; downloads take as long as their reader does."""
    trusted_hosts: tuple[str, ...] = ()
    """The names by which the server may be asked, beside those of its own machine; a dot before one means all below."""
    cors_origins: tuple[str, ...] = ()
    """The addresses whose pages may read the API from a browser."""
    tokens: tuple[str, ...] = field(default=(), metadata={"of_each": _SENDABLE, "told": _SENDABLE_TOLD})
    """Where there are any, every request but those for health must bring one of them."""
    requests_per_minute: int | None = field(default=None, metadata={"least": 0, "most": 1_000_000})
    """How many requests of one address are answered; 0 for any number; not set: any number on this machine."""
    json_logs: bool = False
    """Whether each request is logged on stderr as a line of JSON."""
    sql: bool | None = None
    """Whether the API takes SQL; where it is not set, only a server that this machine alone can reach does."""
    sql_seconds: float = field(default=2.0, metadata={"least": 0.01, "most": 3600})
    """How long one query that came over HTTP may run."""
    sql_rows: int = field(default=1000, metadata={"least": 1, "most": 1_000_000})
    """How many rows the answer to one query over HTTP may have; the rest is left off."""
    sql_memory_mb: int = field(default=256, metadata={"least": 16, "most": 1_000_000})
    """What one query over HTTP may hold in memory, in megabytes."""
    sql_result_bytes: int = field(default=2_000_000, metadata={"least": 1000, "most": 50_000_000})
    """How large the answer to one query over HTTP may be as JSON, in bytes."""
    sql_text_bytes: int = field(default=20_000, metadata={"least": 100, "most": 200_000})
    """How long the text of one query over HTTP may be, in bytes."""
    sql_workers: int = field(default=2, metadata={"least": 1, "most": 64})
    """How many queries over HTTP may run at the same time, each in a process of its own."""


class _Form(NamedTuple):
    """How a setting of one type is given."""

    parser: str
    """The method of environs that makes it from the environment's text."""
    wanted: str
    """What a message calls it."""
    accepted: type | tuple[type, ...]
    """What TOML may give for it."""


_FORMS: dict[object, _Form] = {
    Path: _Form("path", "a path in quotes", str),
    Path | None: _Form("path", "a path in quotes", str),
    str: _Form("str", "a text in quotes", str),
    int: _Form("int", "a whole number", int),
    int | None: _Form("int", "a whole number", int),
    float: _Form("float", "a number", (int, float)),
    bool: _Form("bool", "true or false", bool),
    bool | None: _Form("bool", "true or false", bool),
    tuple[str, ...]: _Form("list", "a list of texts in quotes", list),
}


def load_settings(file: Path | None = None) -> Settings:
    """Return the settings from the TOML file and the environment.

    `file` is the TOML file; where it is None, the one that RASHOMON_CONFIG names, else rashomon.toml of the current
    folder if there is one. Raises SettingsError for a file that cannot be read, an unknown name and an unfit value.
    """
    from_file = _read_file(file)
    forms = _forms()
    env = Env(prefix=ENVIRONMENT_PREFIX)
    values: dict[str, Any] = {}
    for setting in fields(Settings):
        given = from_file.get(setting.name, setting.default)
        try:
            value = getattr(env, forms[setting.name].parser)(setting.name.upper(), given)
        except EnvError as error:
            variable = ENVIRONMENT_PREFIX + setting.name.upper()
            raise SettingsError(f"{variable} in the environment must be {forms[setting.name].wanted}") from error
        _check_value(setting.name, value, setting.metadata)
        values[setting.name] = tuple(value) if isinstance(value, list) else value
    return Settings(**values)


def unknown_variables() -> list[str]:
    """Return the names in the environment that look like settings but are none, so that a slip can be told."""
    known = {ENVIRONMENT_PREFIX + setting.name.upper() for setting in fields(Settings)} | {FILE_VARIABLE}
    return sorted(name for name in os.environ if name.startswith(ENVIRONMENT_PREFIX) and name not in known)


def _read_file(file: Path | None) -> dict[str, object]:
    named = file or (Path(os.environ[FILE_VARIABLE]) if os.environ.get(FILE_VARIABLE) else None)
    path = named or DEFAULT_FILE
    if named is None and not path.exists():
        return {}
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot read the settings ({error.strerror}); check the name") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not a TOML file ({error}); see docs/settings.md for its form") from error
    return {name: _checked(path, name, value) for name, value in content.items()}


def _forms() -> dict[str, _Form]:
    return {name: _FORMS[kind] for name, kind in get_type_hints(Settings).items()}


def _checked(path: Path, name: str, value: object) -> object:
    forms = _forms()
    if name not in forms:
        near = difflib.get_close_matches(name, forms, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(forms)}"
        raise SettingsError(f"{path}: {name} is no setting; {hint}")
    form = forms[name]
    # A bool is an int to Python, but `port = true` is a slip.
    if not isinstance(value, form.accepted) or (isinstance(value, bool) and form.accepted is not bool):
        raise SettingsError(f"{path}: {name} is {value!r}, but must be {form.wanted}")
    return Path(value) if form.parser == "path" and isinstance(value, str) else value


def _check_value(name: str, value: Any, wanted: Mapping[str, Any]) -> None:  # noqa: ANN401 - of any setting's type
    if value is None:
        return
    if "least" in wanted and not wanted["least"] <= value <= wanted["most"]:
        raise SettingsError(f"setting {name} is {value}, but must be from {wanted['least']} to {wanted['most']}")
    if "pattern" in wanted and not re.fullmatch(wanted["pattern"], value):
        raise SettingsError(f"setting {name} is {value}, but must be like {wanted['like']}")
    # Such a value is a secret, so that the message does not repeat it.
    if "of_each" in wanted and not all(re.fullmatch(wanted["of_each"], each) for each in value):
        raise SettingsError(f"setting {name} holds one that cannot be sent: {wanted['told']}")
