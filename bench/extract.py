"""`python -m bench extract`: the time from articles to claims, beside two libraries that find values in text.

Everything runs in a process of its own on the same texts: models and tables are loaded first, then the texts are read
some rounds over, and the quickest round counts, in processor seconds. All take turns, so that no one has the quiet
minute of a busy machine to itself. Where `make compiled` has made a copy of the
extraction as machine code, it is timed beside the code as it is written, and must find the very same claims.

The libraries stand in an environment of their own (`--peers PYTHON`), made by
`python -m venv peers && peers/bin/pip install quantulum3 recognizers-text-suite "emoji<2"`; Rashomon needs none of
them. The Python edition of recognizers-text has no range model; its number model runs alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

import extraction
from extraction.compiled_copy import SWITCH, compiled_copy
from extraction.documents import read_documents
from extraction.model import Document

_PEERS = {
    "recognizers-text, number model alone": """
from recognizers_number import Culture, NumberRecognizer
model = NumberRecognizer(Culture.English).get_number_model()
def run(text):
    return len(model.parse(text))
""",
    "quantulum3": """
from quantulum3 import parser
def run(text):
    return len(parser.parse(text))
""",
}
_WHOLE = "claims, whole extraction"
_OWN = {
    _WHOLE: """
import hashlib
from extraction.model import Document
from extraction.rules import RuleExtractor
extractor = RuleExtractor()
def run(text):
    return sum(1 for _ in extractor.extract([Document("bench", "bench", text)]))
def same(texts):
    claims = (repr(c) for t in texts for c in extractor.extract([Document("bench", "bench", t)]))
    return hashlib.sha256("\\n".join(claims).encode()).hexdigest()
""",
    "figures, number steps alone": """
from extraction.numbers.figures import find_figures
from extraction.words.lexicon import load_lexicon
from extraction.words.sentences import split_sentences
from extraction.words.tokens import tokenize
lexicon = load_lexicon()
def run(text):
    tokens = tokenize(text)
    return len(find_figures(text, tokens, split_sentences(text, tokens, lexicon), lexicon))
""",
}
_ROUNDS = 5
_Row = tuple[float, int, str]
"""Processor seconds, how much was found, a digest of it."""
_HARNESS = f"""
import json, sys, time
texts = json.load(sys.stdin)
found = sum(run(text) for text in texts)
best = None
for _ in range({_ROUNDS}):
    started = time.process_time()
    for text in texts:
        run(text)
    taken = time.process_time() - started
    best = taken if best is None else min(best, taken)
print(json.dumps([best, found, same(texts) if "same" in globals() else ""]))
"""


def _timed(python: str, program: str, texts: list[str], compiled: bool = False) -> _Row:
    """Processor seconds of a program's quickest round over the texts, how much it found, and a digest of its claims.

    Raises ClickException where it cannot run.
    """
    environment = {**os.environ, "PYTHONWARNINGS": "ignore", SWITCH: "1" if compiled else "0"}
    command = [python, "-c", program + _HARNESS]
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, env=environment, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise click.ClickException(f"{python}: {last}; name an environment that has the libraries with --peers")
    seconds, found, same = json.loads(done.stdout.strip().splitlines()[-1])
    return float(seconds), int(found), str(same)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--peers", envvar="BENCH_PEERS", help="The python of an environment that holds the two libraries.")
@click.option("--articles", default=40, show_default=True, help="How many articles to read at most.")
@click.option("--passes", default=3, show_default=True, help="How often each takes its turn; its quickest counts.")
def command(paths: tuple[Path, ...], peers: str | None, articles: int, passes: int) -> None:
    """Time the extraction of the articles in PATHS, and the peers on the same text in the same run."""
    documents = [document for document in read_documents(paths) if isinstance(document, Document)][:articles]
    texts = [document.text for document in documents]
    runs: dict[str, Callable[[], _Row]] = {name: partial(_timed, sys.executable, _OWN[name], texts) for name in _OWN}
    if compiled_copy(Path(extraction.__file__).resolve().parent) is not None:
        runs |= {
            f"{name}: compiled": partial(_timed, sys.executable, _OWN[name], texts, compiled=True) for name in _OWN
        }
    if peers:
        runs |= {name: partial(_timed, peers, program, texts) for name, program in _PEERS.items()}
    turns = [{name: run() for name, run in runs.items()} for _ in range(passes)]
    rows = {name: min(turn[name] for turn in turns) for name in runs}
    _check_same(rows)
    Console().print(_table(rows, len(documents)))


def _check_same(rows: dict[str, _Row]) -> None:
    compiled = rows.get(f"{_WHOLE}: compiled")
    if compiled is not None and compiled[2] != rows[_WHOLE][2]:
        raise click.ClickException("the compiled extraction finds other claims: make clean, make compiled")


def _table(rows: dict[str, _Row], articles: int) -> Table:
    """Lay the rows out, each with its time as a multiple of our whole extraction, as written and compiled."""
    own = [rows[name][0] for name in (_WHOLE, f"{_WHOLE}: compiled") if name in rows]
    table = Table("what", "ms an article", "found", title=f"{articles} articles")
    for heading in ("times ours", "times ours compiled")[: len(own)]:
        table.add_column(heading)
    for name, (seconds, found, _) in rows.items():
        ratios = (f"{seconds / one:.1f}" for one in own)
        table.add_row(name, f"{seconds / articles * 1000:.2f}", str(found), *ratios)
    return table
