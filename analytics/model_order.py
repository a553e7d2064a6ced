"""The models of sql/ in the order in which they run: the table of contents in each folder's schema.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

SQL_FOLDER = Path(__file__).resolve().parent.parent / "sql"
MODEL_FOLDERS = ("1_staging", "2_claims", "3_discrepancies")


@dataclass(frozen=True, slots=True)
class Model:
    """One SQL file: the table, view or macro that it makes, and what schema.yml says about it.

    A public model is part of the stable interface; a step is dropped when the build is done.
    """

    name: str
    path: Path
    description: str
    is_public: bool
    is_step: bool
    columns: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=4)
def models_in_order(sql_folder: Path = SQL_FOLDER) -> tuple[Model, ...]:
    """Every model of staging, claims and discrepancies, in the order in which they run."""
    return tuple(model for folder in MODEL_FOLDERS for model in _models_of(sql_folder / folder))


def _models_of(folder: Path) -> list[Model]:
    contents = folder / "schema.yml"
    described = yaml.safe_load(contents.read_text(encoding="utf-8"))["models"] if contents.exists() else []
    return [_model(folder, entry) for entry in described]


def _model(folder: Path, entry: dict[str, object]) -> Model:
    name = str(entry["name"])
    columns = entry.get("columns") or {}
    assert isinstance(columns, dict)  # noqa: S101 - narrows what YAML leaves untyped
    return Model(
        name=name,
        path=folder / f"{name}.sql",
        description=str(entry["description"]),
        is_public=bool(entry.get("public")),
        is_step=bool(entry.get("step")),
        columns={str(column): str(description) for column, description in columns.items()},
    )


@lru_cache(maxsize=4)
def spent_steps(sql_folder: Path = SQL_FOLDER) -> dict[str, tuple[str, ...]]:
    """For each model, the steps that nothing after it reads: no model, no view and no check."""
    models = models_in_order(sql_folder)
    texts = {model.name: model.path.read_text(encoding="utf-8") for model in models}
    checks = " ".join(path.read_text(encoding="utf-8") for path in (sql_folder / "checks").rglob("*.sql"))
    spent: dict[str, list[str]] = {}
    for step in models:
        readers = [name for name, text in texts.items() if name != step.name and _mentions(text, step.name)]
        is_kept = _mentions(checks, step.name) or any(" view " in texts[name] for name in readers)
        if step.is_step and f"table {step.name} as" in texts[step.name] and not is_kept:
            spent.setdefault(readers[-1] if readers else step.name, []).append(step.name)
    return {name: tuple(steps) for name, steps in spent.items()}


def _mentions(text: str, name: str) -> bool:
    return re.search(rf"\b{name}\b", text) is not None
