"""Every setting of Rashomon: its name, type, default and meaning, and how the file and the environment give it.

A command's option wins over the environment (`RASHOMON_PORT`), the environment over the TOML file (`port`), the file
over the default. docs/settings.md describes each one; a test holds the two together.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_type_hints

from environs import Env, EnvError

ENVIRONMENT_PREFIX = "RASHOMON_"
DEFAULT_FILE = Path("rashomon.toml")
# Read before there are settings: which TOML file to read.
FILE_VARIABLE = f"{ENVIRONMENT_PREFIX}CONFIG"


class SettingsError(Exception):
    """A setting that cannot be taken; the message is one line with the place and the remedy."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set; paths are relative to the folder in which the command runs."""

    db: Path = Path("rashomon.duckdb")
    """The published file that serve, findings and sql read."""
    host: str = "127.0.0.1"
    """The address that the server listens on; 127.0.0.1 is reachable from this machine only."""
    port: int = field(default=8000, metadata={"least": 0, "most": 65535})
    """The port that the server listens on; 0 takes any free one."""
    threads: int = field(default=8, metadata={"least": 1, "most": 1024})
    """How many requests the server answers at the same time."""
    processes: int = field(default=0, metadata={"least": 0, "most": 1024})
    """How many processes extract claims; 0 takes one for each core."""
    lexicon: Path | None = None
    """A folder of lexicon tables to use in place of the shipped ones."""


# What a type is called in a message, how the environment's text becomes it, and what TOML may give for it.
_PARSERS: dict[Any, tuple[str, str, type | tuple[type, ...]]] = {
    Path: ("path", "a path in quotes", str),
    Path | None: ("path", "a path in quotes", str),
    str: ("str", "a text in quotes", str),
    int: ("int", "a whole number", int),
    float: ("float", "a number", (int, float)),
    bool: ("bool", "true or false", bool),
    tuple[str, ...]: ("list", "a list of texts", list),
}


def load_settings(file: Path | None = None) -> Settings:
    """Return the settings from the TOML file and the environment.

    `file` is the TOML file; where it is None, the one that RASHOMON_CONFIG names, else rashomon.toml of the current
    folder if there is one. Raises SettingsError for a file that cannot be read, an unknown name and an unfit value.
    """
    from_file = _read_file(file)
    types = get_type_hints(Settings)
    env = Env(prefix=ENVIRONMENT_PREFIX)
    values = {}
    for setting in fields(Settings):
        parser = getattr(env, _PARSERS[types[setting.name]][0])
        variable = setting.name.upper()
        try:
            value = parser(variable, from_file.get(setting.name, setting.default))
        except EnvError as error:
            raise SettingsError(f"{ENVIRONMENT_PREFIX}{variable}: {_reason(error)}") from error
        values[setting.name] = tuple(value) if isinstance(value, list) else value
        _check_bounds(setting.name, values[setting.name], setting.metadata)
    return Settings(**values)


def unknown_variables() -> list[str]:
    """Return the names in the environment that look like settings but are none, so that a slip can be told."""
    known = {ENVIRONMENT_PREFIX + setting.name.upper() for setting in fields(Settings)} | {FILE_VARIABLE}
    return sorted(name for name in os.environ if name.startswith(ENVIRONMENT_PREFIX) and name not in known)


def _read_file(file: Path | None) -> dict[str, Any]:
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


def _checked(path: Path, name: str, value: Any) -> Any:
    types = get_type_hints(Settings)
    if name not in types:
        near = difflib.get_close_matches(name, types, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(types)}"
        raise SettingsError(f"{path}: {name} is no setting; {hint}")
    kind, wanted, accepted = _PARSERS[types[name]]
    # A bool is an int to Python, but `port = true` is a slip.
    if not isinstance(value, accepted) or (isinstance(value, bool) and kind != "bool"):
        raise SettingsError(f"{path}: {name} is {value!r}, but must be {wanted}")
    return Path(value) if kind == "path" else value


def _check_bounds(name: str, value: Any, bounds: Any) -> None:
    if bounds and not bounds["least"] <= value <= bounds["most"]:
        raise SettingsError(f"setting {name} is {value}, but must be from {bounds['least']} to {bounds['most']}")


def _reason(error: EnvError) -> str:
    return str(error).split(" invalid: ")[-1].strip("[]'\"")
