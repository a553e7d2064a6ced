"""The interactive SQL shell: history in a file, completion of views and columns, one table for each answer."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import FileHistory
from prompt_toolkit.lexers import PygmentsLexer
from pygments.lexers.sql import SqlLexer

from analytics.build_error import first_line
from analytics.reading import PublishedFile, QueryError, Snapshot
from rashomon.printing import PRINTERS, print_table
from rashomon.sql_remedies import remedy, why_no_rows

GREETING = "SQL on {name}, read only. End a query with ; — .tables lists the views, .help the commands, .quit ends."
DOT_COMMANDS = {
    ".tables": "lists the views",
    ".columns VIEW": "lists the columns of a view with their meaning",
    ".help": "lists these commands",
    ".quit": "ends the shell, as does .exit",
}
ENDINGS = (".quit", ".exit")
SET = ["Success"]
"""The columns of what DuckDB answers to a statement that sets something and asks for no row."""
KEYWORDS = re.findall(
    r"\w+",
    "select from where group by order limit with as join left using on and or not null is in between like ilike case "
    "when then else end distinct having union all count sum min max median desc asc describe summarize",
)


def before_the_end(typed: Iterable[str]) -> str:
    """Give the lines of a pipe up to one that would end the shell; all of them where none does."""
    return "".join(takewhile(lambda line: line.strip() not in ENDINGS, typed))


def print_statements(snapshot: Snapshot, text: str, form: str) -> None:
    """Run the statements of a text one after the other and print the rows of each as `form` (table, json or csv).

    Raises QueryError at the first statement that cannot be run, and before any where the text cannot be read.
    """
    for statement in snapshot.statements(text):
        with _naming_what_helps(snapshot, statement):
            columns, batches = snapshot.stream_exactly(statement)
            counted = _Counted(row for batch in batches for row in batch)
            PRINTERS[form](columns, counted)
        if columns not in ([], SET) and not counted.count:
            click.echo(why_no_rows(snapshot, statement), err=True)


class _Counted:
    """Rows that are counted while they are printed."""

    def __init__(self, rows: Iterable[tuple[object, ...]]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        for row in self._rows:
            self.count += 1
            yield row


@contextmanager
def _naming_what_helps(snapshot: Snapshot, statement: str) -> Iterator[None]:
    """Add to DuckDB's complaint about a statement which name was meant; what only takes too long is left as it is."""
    try:
        yield
    except QueryError as error:
        advice = remedy(snapshot, statement, str(error)) if type(error) is QueryError else ""
        if not advice:
            raise
        raise QueryError(f"{first_line(error)} {advice}") from error


def run_shell(published: PublishedFile) -> None:
    """Read queries from the terminal until .quit or the end of input; each one sees the newest build."""
    with published.snapshot() as snapshot:
        words = _words(snapshot)
    click.echo(GREETING.format(name=published.path))
    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(_history_file())),
        completer=WordCompleter(words, ignore_case=True),
        lexer=PygmentsLexer(SqlLexer),
        complete_while_typing=False,
    )
    while (statement := _read_statement(session)) is not None:
        _answer(published, statement)


def _read_statement(session: PromptSession[str]) -> str | None:
    """Return the next query, which may go over several lines, or dot command; None at the end."""
    lines: list[str] = []
    while True:
        try:
            line = session.prompt("sql> " if not lines else "...> ")
        except KeyboardInterrupt:
            lines.clear()
            continue
        except EOFError:
            return None
        lines.append(line)
        statement = "\n".join(lines).strip()
        if statement in ENDINGS:
            return None
        if not statement or statement.startswith(".") or statement.endswith(";"):
            return statement


def _answer(published: PublishedFile, statement: str) -> None:
    try:
        with published.snapshot() as snapshot:
            if statement.startswith("."):
                _answer_dot_command(snapshot, statement)
            elif statement:
                print_statements(snapshot, statement, "table")
    except QueryError as error:
        click.echo(str(error), err=True)


def _answer_dot_command(snapshot: Snapshot, statement: str) -> None:
    name, _, argument = statement.partition(" ")
    view = argument.strip(" ;")
    if name == ".tables":
        print_table(["view"], [[view] for view in sorted(snapshot.views)])
    elif name == ".columns" and view in snapshot.views:
        rows = [[column.name, column.type, column.comment] for column in snapshot.columns(view)]
        print_table(["column", "type", "meaning"], rows)
    elif name == ".help":
        print_table(["command", "what it does"], list(DOT_COMMANDS.items()))
    else:
        click.echo(f"Known are {', '.join(DOT_COMMANDS)}.", err=True)


def _words(snapshot: Snapshot) -> list[str]:
    names = {column.name for columns in snapshot.views.values() for column in columns}
    return sorted(names | set(snapshot.views) | set(KEYWORDS))


def _history_file() -> Path:
    """Return where the history is kept, by the XDG convention for state that is not worth a backup."""
    state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    folder = state / "rashomon"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "sql_history"
