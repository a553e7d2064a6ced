"""The models of sql/ in the order in which they run: the table of contents in each folder's schema.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final, NotRequired, TypedDict

import yaml

SQL_FOLDER = Path(__file__).resolve().parent.parent / "sql"
DRAWN_PAIRS = "checked_pair"
"""The model whose rows, the pairs of a sample of questions, several checks read."""
MODEL_FOLDERS = ("1_staging", "2_claims", "3_discrepancies")

_YAML_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C is ten times as fast, but not every build of the library has it."""


@dataclass(frozen=True, slots=True)
class Model:
    """One SQL file: the table, view or macro that it makes, and what schema.yml says about it.

    A public model is part of the stable interface; a step is dropped when the build is done. What is made by question
    can be made for one range of questions after the other.
    """

    name: str
    path: Path
    description: str
    is_public: bool
    is_step: bool
    is_by_question: bool = False
    columns: dict[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    """Columns that hold several names in one text."""


class _Entry(TypedDict):
    """What schema.yml says about a model."""

    name: str
    description: str
    public: NotRequired[bool]
    step: NotRequired[bool]
    by_question: NotRequired[bool]
    columns: NotRequired[dict[str, str]]
    names: NotRequired[list[str]]


@lru_cache(maxsize=4)
def models_in_order(sql_folder: Path = SQL_FOLDER) -> tuple[Model, ...]:
    """Every model of staging, claims and discrepancies, in the order in which they run."""
    return tuple(model for folder in MODEL_FOLDERS for model in _models_of(sql_folder / folder))


def _models_of(folder: Path) -> list[Model]:
    contents = folder / "schema.yml"
    if not contents.exists():
        return []
    described: list[_Entry] = yaml.load(contents.read_text(encoding="utf-8"), _YAML_LOADER)["models"]  # noqa: S506  # both are safe
    return [_model(folder, entry) for entry in described]


def _model(folder: Path, entry: _Entry) -> Model:
    return Model(
        name=entry["name"],
        path=folder / f"{entry['name']}.sql",
        description=entry["description"],
        is_public=entry.get("public", False),
        is_step=entry.get("step", False),
        is_by_question=entry.get("by_question", False),
        columns=entry.get("columns", {}),
        names=frozenset(entry.get("names", [])),
    )


@lru_cache(maxsize=4)
def published_columns(sql_folder: Path = SQL_FOLDER) -> dict[str, tuple[str, ...]]:
    """The columns of every table and view that a build leaves in its file, as schema.yml describes them."""
    models = models_in_order(sql_folder)
    return {model.name: tuple(model.columns) for model in models if model.columns and not model.is_step}


def column_words(name: str) -> dict[str, str]:
    """What schema.yml says of each column of a model."""
    return next(model.columns for model in models_in_order() if model.name == name)


@lru_cache(maxsize=4)
def spent_steps(sql_folder: Path = SQL_FOLDER) -> dict[str, tuple[str, ...]]:
    """For each model, the steps that nothing after it reads: no model, no view that stays and no check."""
    models = models_in_order(sql_folder)
    texts = {model.name: model.path.read_text(encoding="utf-8") for model in models}
    checks = {name: " ".join(map(_code, paths)) for name, paths in checks_due(sql_folder).items()}
    steps = {model.name for model in models if model.is_step}
    views = {name for name, text in texts.items() if f"view {name} as" in text}
    spent: dict[str, list[str]] = {}
    for step in (name for name in texts if name in steps and f"table {name} as" in texts[name]):
        readers = _readers(step, texts, views)
        seen_later = {step, *(readers & views)}
        readers |= {name for name, text in checks.items() if any(_mentions(text, seen) for seen in seen_later)}
        if not seen_later - steps:
            spent.setdefault(max(readers | {step}, key=list(texts).index), []).append(step)
    return {name: tuple(names) for name, names in spent.items()}


@lru_cache(maxsize=4)
def checks_due(sql_folder: Path = SQL_FOLDER) -> dict[str, tuple[Path, ...]]:
    """For each model, the checks that can run once it is made: it is the last that they read, or the first of all.

    Those that read the drawn pairs wait for the last of them, so that the pairs are drawn once.
    """
    names = [model.name for model in models_in_order(sql_folder)]
    texts = {path: _code(path) for path in sorted((sql_folder / "checks").rglob("*.sql"))}
    of_pairs = " ".join(text for path, text in texts.items() if reads_drawn_pairs(path))
    due: dict[str, list[Path]] = {}
    for path, text in texts.items():
        read = of_pairs if reads_drawn_pairs(path) else text
        last = max((name for name in names if _mentions(read, name)), key=names.index, default=names[0])
        due.setdefault(last, []).append(path)
    return {name: tuple(paths) for name, paths in due.items()}


def reads_drawn_pairs(check: Path) -> bool:
    """Whether a check reads the pairs that are drawn for the checks."""
    return _mentions(_code(check), DRAWN_PAIRS)


def _code(path: Path) -> str:
    """The SQL of a file without the comments, which may use the name of a model as a word."""
    return re.sub(r"--.*", "", path.read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def models_needed(last: tuple[str, ...], given: tuple[str, ...], sql_folder: Path = SQL_FOLDER) -> tuple[Model, ...]:
    """The `last` models and those that they are made of, in their order; without `given` and what only they need."""
    models = models_in_order(sql_folder)
    texts = {model.name: model.path.read_text(encoding="utf-8") for model in models}
    needed: set[str] = set()
    wanted = set(last)
    while wanted:
        name = wanted.pop()
        needed.add(name)
        earlier = list(texts)[: list(texts).index(name)]
        wanted |= {other for other in earlier if other not in {*needed, *given} and _mentions(texts[name], other)}
    return tuple(model for model in models if model.name in needed)


def _readers(name: str, texts: dict[str, str], views: set[str]) -> set[str]:
    """The models after this one that read it, by themselves or through a view."""
    later = list(texts)[list(texts).index(name) + 1 :]
    readers = {reader for reader in later if _mentions(texts[reader], name)}
    return readers.union(*(_readers(view, texts, views) for view in readers & views))


def _mentions(text: str, name: str) -> bool:
    return name in _words(text)


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    """The words of a text, which is asked for every model's name."""
    return frozenset(re.findall(r"\w+", text))
