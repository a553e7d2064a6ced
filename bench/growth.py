"""`python -m bench growth`: how the time of the number steps and of extraction grows with the length of a text."""

from __future__ import annotations

import time
from collections.abc import Callable

import click
from rich.console import Console
from rich.table import Table

from extraction.model import Document
from extraction.numbers.figures import find_figures
from extraction.rules import RuleExtractor
from extraction.words.lexicon import load_lexicon
from extraction.words.sentences import split_sentences
from extraction.words.tokens import tokenize

_UNITS = (
    "1-",
    "up 5% ",
    "A 5, ",
    "two and ",
    "5 or more ",
    "half of them ",
    "a\n",
    "5/",
    "$1, ",
    "He said 40 people died. ",
    "“It is 5 or 6 of them,” she added.\n\n",
)
_TIMES_LONGER = 4


def _figures(text: str) -> None:
    lexicon = load_lexicon()
    tokens = tokenize(text)
    find_figures(text, tokens, split_sentences(text, tokens, lexicon), lexicon)


def _claims(text: str) -> None:
    list(RuleExtractor().extract([Document("growth", "growth", text)]))


def seconds(work: Callable[[str], None], text: str) -> float:
    """Processor seconds that the work takes on the text."""
    started = time.process_time()
    work(text)
    return time.process_time() - started


@click.command()
@click.option("--repeats", default=2_000, show_default=True, help="How often the short text repeats its words.")
def command(repeats: int) -> None:
    """Time texts of one repeated wording, and the same four times as long: 4 is growth no faster than the length."""
    table = Table("repeated", "number steps", "whole extraction", title=f"times longer for {_TIMES_LONGER} x the text")
    for work in (_figures, _claims):
        work("Warm up: 40 people died.")
    for unit in _UNITS:
        ratios = []
        for work in (_figures, _claims):
            short, long = (seconds(work, unit * repeats * times) for times in (1, _TIMES_LONGER))
            ratios.append(f"{long / max(short, 1e-6):.1f}")
        table.add_row(repr(unit), *ratios)
    Console().print(table)
