"""`rashomon check`: a draft's figures beside what the published sources say."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
import orjson
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from analytics.enumeration import enumerated
from api.draft_check import check_payload, read_draft
from api.draft_sentences import voice_in_text
from api.draft_voices import bare_denials, standing, told_apart, undenied
from dashboard.definitions import read_definitions
from extraction.documents import ISO_8601, Read, RejectedDocument, is_iso_8601, read_documents, read_text
from rashomon.options import database_of, database_option, example, published_file, settings_of
from rashomon.printing import print_prose

# Of one verdict, so that a draft of ten figures still fits the screen; `--format json` has them all.
MOST_VOICES = 4
STANDARD_INPUT = Path("-")


def _iso_8601(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_iso_8601(value):
        raise click.BadParameter(f"{value!r} must be {ISO_8601}")
    return value


@click.command(
    "check",
    short_help="Hold a draft's figures against the sources.",
    epilog=example("rashomon check draft.txt --db news.duckdb"),
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--published", callback=_iso_8601, help="Day that words such as yesterday are counted from (ISO 8601).")
@click.option("--format", "form", type=click.Choice(["json", "table"]), default="table", show_default=True)
@database_option
@click.pass_context
def command(context: click.Context, file: Path, published: str | None, form: str) -> None:
    """Name, for each figure in FILE (plain text), who says otherwise in the published file.

    Who denies what a sentence says is named as well, with a figure in it or not. Nothing is stored.

    Where FILE is `-`, the draft is what comes in on standard input.
    """
    lexicon = settings_of(context).lexicon
    with published_file(database_of(context)).snapshot() as snapshot:
        payload = check_payload(snapshot, read_draft(_text(file), published, lexicon))
        meanings = read_definitions(snapshot)["verdict"]
    if form == "json":
        sys.stdout.buffer.write(orjson.dumps(payload["data"], default=str, option=orjson.OPT_INDENT_2) + b"\n")
    elif payload["data"]:
        print_prose(_table(payload["data"]))
        for verdict in _verdicts_in(payload["data"], meanings):
            click.echo(f"{verdict}: {meanings[verdict]}", err=True)
    else:
        click.echo(f"{file}: no figure in it that could be checked, and nothing that somebody denies.")


def _text(file: Path) -> str:
    draft = _typed() if file == STANDARD_INPUT else next(iter(read_documents([file])))
    if isinstance(draft, RejectedDocument):
        raise click.ClickException(f"{draft.place}: {draft.message}")
    return draft.text


def _typed() -> Read:
    """Return what comes in on standard input."""
    named: dict[str, object] = {"document_id": "draft", "source": "draft"}
    return read_text(sys.stdin.buffer.read(), "standard input", named)


def _table(entries: list[dict[str, Any]]) -> Table:
    table = Table(box=SIMPLE_HEAD, header_style="bold")
    for name in ("figure", "question", "in the sources", "against each voice"):
        table.add_column(name, overflow="fold")
    for entry in entries:
        figure = str(entry["figure"] or "(no figure)")
        cells = (figure, _question(entry), entry["sentence"], _verdicts(entry["against"], entry["denials"]))
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _verdicts_in(entries: list[dict[str, Any]], known: Iterable[str]) -> list[str]:
    """Return the verdicts of which a table needs the meaning, in the order in which they are defined."""
    met = {claim["verdict"] for entry in entries for claim in entry["against"]}
    return [verdict for verdict in known if verdict in met]


def _verdicts(claims: list[dict[str, Any]], denials: list[dict[str, Any]]) -> str:
    """Return a line a verdict with the voices that it is against: "contradicts: Ukraine, the charity and 2 more".

    Each voice is named once, with what it says last.
    """
    apart = told_apart(denials, claims)
    said = standing(undenied(claims, apart))
    bare = bare_denials(said)
    bare_ids = {claim["claim_id"] for claim in bare}
    told = [("denied by", denial) for denial in (*apart, *bare)]
    told += [(str(claim["verdict"]), claim) for claim in said if claim["claim_id"] not in bare_ids]
    voices: dict[str, dict[str, None]] = {}
    for verdict, claim in told:
        voices.setdefault(verdict, {})[voice_in_text(claim)] = None
    return "\n".join(f"{verdict}: {_named(list(named))}" for verdict, named in voices.items())


def _named(voices: list[str]) -> str:
    rest = len(voices) - MOST_VOICES
    return enumerated([*voices[:MOST_VOICES], *([f"{rest} more"] if rest > 0 else [])])


def _question(entry: dict[str, Any]) -> str:
    if entry["figure"] is None:
        return ""
    if entry["question"]:
        return str(entry["question"]["title"])
    return f"perhaps {entry['perhaps'][0]['title']}" if entry["perhaps"] else "(none found)"
