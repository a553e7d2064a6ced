"""The docs name only what is there: commands, options, settings, routes, views and columns."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

import api
from analytics.reading import PublishedFile
from rashomon.application import create_app
from rashomon.command_line import command_line
from rashomon.settings import Settings
from tests.front.readme import REPOSITORY

PAGES = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").glob("*.md"))]
SETTING = re.compile(r"\bRASHOMON_([A-Z_]+)\b")
COMMAND = re.compile(r"\brashomon ((?:--?[a-z]|[a-z])[^\n`]*)")
ROUTE = re.compile(r"/api/v1(?:/[\w{}<>.-]+)+")
COLUMN = re.compile(r"`(\w+)\.(\w+)`")
MODULE = re.compile(r"`((?:\w+/)?\w+\.py)`")
PARTS = [REPOSITORY, REPOSITORY / "extraction"]
"""Where the docs' names of modules begin."""

pytestmark = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def code_of(page: Path) -> str:
    """Return what a page sets as code: blocks and spans."""
    text = page.read_text(encoding="utf-8")
    return "\n".join(re.findall(r"```\w*\n.*?```|`[^`\n]+`", text, re.DOTALL))


def test_the_settings_are_there(page: Path) -> None:
    known = {name.upper() for name in Settings.__dataclass_fields__} | {"CONFIG", ""}
    assert set(SETTING.findall(page.read_text())) <= known


def test_the_commands_and_their_options_are_there(page: Path) -> None:
    context = click.Context(command_line)
    for line in COMMAND.findall(code_of(page)):
        words = re.sub(r"\"[^\"]*\"|'[^']*'", "", line.split("  #")[0]).split()
        name = next(word for word in words if not word.startswith("-") and "." not in word)
        command = command_line.get_command(context, name)
        assert command is not None, f"{page.name}: no command {name}"
        options = {option for part in (command, command_line) for one in part.params for option in one.opts}
        used = {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert used <= options | {"--help"}, f"{page.name}: {line}"


@pytest.fixture(scope="module")
def rules(sample_database: Path) -> list[str]:
    """Return the routes of the application, with {} for what varies."""
    app = create_app(Settings(db=sample_database))
    api.close(app)
    return [re.sub(r"<[^>]+>", "{}", rule.rule) for rule in app.url_map.iter_rules()]


def test_the_routes_are_there(page: Path, rules: list[str]) -> None:
    for route in ROUTE.findall(page.read_text()):
        shape = re.sub(r"\{\w+\}|<\w+>", "{}", route.rstrip("."))
        twin = re.sub(r"\.(json|csv|ndjson|parquet)$", "", shape)
        assert any(matches(rule, shape) or matches(rule, twin) for rule in rules), f"{page.name}: no route {route}"


def matches(rule: str, shape: str) -> bool:
    """Whether a route of the docs, with {} or a made-up id for what varies, is this rule."""
    pattern = re.escape(rule).replace(re.escape("{}"), r"[^/]+")
    return re.fullmatch(pattern, shape) is not None


def test_the_columns_are_there(page: Path, sample_database: Path) -> None:
    published = PublishedFile(sample_database)
    with published.snapshot() as snapshot:
        views = {view: {column.name for column in columns} for view, columns in snapshot.views.items()}
    published.close()
    for view, column in COLUMN.findall(page.read_text()):
        assert view not in views or column in views[view] or column in ("csv", "sql"), f"{page.name}: {view}.{column}"


def test_the_modules_are_there(page: Path) -> None:
    for module in MODULE.findall(page.read_text()):
        assert any((part / module).exists() for part in PARTS), f"{page.name}: {module}"
