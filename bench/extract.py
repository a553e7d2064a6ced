"""`python -m bench extract`: the time from articles to claims, beside two libraries that find values in text.

The libraries stand in an environment of their own (`--peers PYTHON`), made by
`python -m venv peers && peers/bin/pip install quantulum3 recognizers-text-suite "emoji<2"`; Rashomon needs none of
them. The Python edition of recognizers-text has no range model; its number model runs alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from extraction.documents import read_documents
from extraction.figures import find_figures
from extraction.lexicon import load_lexicon
from extraction.model import Document
from extraction.rules import RuleExtractor
from extraction.sentences import split_sentences
from extraction.tokens import tokenize

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
_COMPILED = """
from extraction.model import Document
from extraction.rules import RuleExtractor
extractor = RuleExtractor()
def run(text):
    return sum(1 for _ in extractor.extract([Document("bench", "bench", text)]))
"""
_ROUNDS = 5
_HARNESS = f"""
import json, sys, time
texts = json.load(sys.stdin)
run("Warm up with 3 km and between 40 and 50 people.")
best = None
for _ in range({_ROUNDS}):
    started = time.process_time()
    found = sum(run(text) for text in texts)
    taken = time.process_time() - started
    best = taken if best is None else min(best, taken)
print(json.dumps([best, found]))
"""


def _seconds(work: Callable[[], int]) -> tuple[float, int]:
    """Processor seconds that the work takes at its quickest of some rounds, after a warm-up, and how much it found."""
    found, taken = work(), []
    for _ in range(_ROUNDS):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return min(taken), found


def _figures(documents: list[Document]) -> int:
    lexicon = load_lexicon()
    found = 0
    for document in documents:
        tokens = tokenize(document.text)
        sentences = split_sentences(document.text, tokens, lexicon)
        found += len(find_figures(document.text, tokens, sentences, lexicon))
    return found


def _claims(documents: list[Document]) -> int:
    return sum(1 for _ in RuleExtractor().extract(documents))


def _elsewhere(python: str, program: str, texts: list[str], **settings: str) -> tuple[float, int]:
    """Run a program in an environment of its own on the same texts; raises ClickException where it cannot run."""
    environment = {**os.environ, "PYTHONWARNINGS": "ignore", **settings}
    command = [python, "-c", program + _HARNESS]
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, env=environment, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise click.ClickException(f"{python}: {last}; name an environment that has the libraries with --peers")
    seconds, found = json.loads(done.stdout.strip().splitlines()[-1])
    return float(seconds), int(found)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--peers", envvar="BENCH_PEERS", help="The python of an environment that holds the two libraries.")
@click.option(
    "--compiled",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that `make compiled` made: the compiled extraction is timed too.",
)
@click.option("--articles", default=40, show_default=True, help="How many articles to read at most.")
def command(paths: tuple[Path, ...], peers: str | None, compiled: Path | None, articles: int) -> None:
    """Time the extraction of the articles in PATHS, and the peers on the same text in the same run."""
    documents = [document for document in read_documents(paths) if isinstance(document, Document)][:articles]
    rows = {
        "claims, whole extraction": _seconds(lambda: _claims(documents)),
        "figures, number steps alone": _seconds(lambda: _figures(documents)),
    }
    texts = [document.text for document in documents]
    if compiled:
        rows["claims, whole extraction compiled"] = _elsewhere(
            sys.executable, _COMPILED, texts, PYTHONPATH=str(compiled.resolve()), PYTHONSAFEPATH="1"
        )
    if peers:
        rows |= {name: _elsewhere(peers, program, texts) for name, program in _PEERS.items()}
    own = rows["claims, whole extraction"][0]
    table = Table("what", "ms an article", "found", "times our whole extraction", title=f"{len(documents)} articles")
    for name, (seconds, found) in rows.items():
        table.add_row(name, f"{seconds / len(documents) * 1000:.2f}", str(found), f"{seconds / own:.1f}")
    Console().print(table)
