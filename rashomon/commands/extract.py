"""`rashomon extract`: articles in, claims out, without a database."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click
import orjson

from extraction.documents import RejectedDocument, read_documents
from extraction.explain import explain
from extraction.model import Document
from extraction.quantities import quantities_of
from extraction.rules import rule_extractor
from rashomon.building import check_writable
from rashomon.corpus import document_lines, extract_batches, lexicon_folder
from rashomon.options import example, min_confidence_option, settings_of
from rashomon.progress import progress_bar
from rashomon.sure_claims import sure_claims

NOTHING_READ = 1
TERMINAL = Path("-")


@click.command(
    "extract",
    short_help="Turn articles into claims, as NDJSON.",
    epilog=example(
        "rashomon extract articles/ -o claims.ndjson", "rashomon extract articles/ --quantities -o quantities.ndjson"
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write (default and -: terminal).")
@click.option("--explain", "is_explained", is_flag=True, help="Print what each step saw in each sentence instead.")
@click.option(
    "--quantities", "of_quantities", is_flag=True, help="Write every number instead, with why it gave no claim."
)
@min_confidence_option
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[Path, ...],
    output: Path | None,
    is_explained: bool,
    of_quantities: bool,
    least: float,
) -> None:
    """Write the claims of articles as NDJSON, one claim a line, without building anything.

    PATH is an NDJSON file, a .txt file or a folder of them.
    """
    if is_explained and of_quantities:
        raise click.UsageError("--explain and --quantities are two outputs; give one of them")
    if least and (is_explained or of_quantities):
        raise click.UsageError("--min-confidence chooses claims; --explain and --quantities show every number")
    rejections: list[RejectedDocument] = []
    documents = _accepted(paths, rejections)
    with _opened(output) as file, progress_bar() as on_progress:
        if is_explained:
            written = _explained(context, documents)
        elif of_quantities:
            written = _quantities(context, documents)
        else:
            written = _extracted(context, documents, rejections, least)
        count = 0
        for document_count, content in written:
            file.write(content)
            count += document_count
            on_progress("extract", count, 0)
    if rejections and not count:
        context.exit(NOTHING_READ)


def _extracted(
    context: click.Context, documents: Iterator[Document], rejections: list[RejectedDocument], least: float
) -> Iterator[tuple[int, bytes]]:
    """Yield how many documents were read, with their claims of at least this confidence as NDJSON.

    What could not be read is named and kept.
    """
    settings = settings_of(context)
    lexicon = lexicon_folder(settings.lexicon)
    for batch in extract_batches(document_lines(documents), lexicon, settings.processes):
        for rejection in batch.rejections:
            _set_aside(rejection, rejections)
        yield batch.document_count - len(batch.rejections), sure_claims(batch.claims, least)


def _explained(context: click.Context, documents: Iterator[Document]) -> Iterator[tuple[int, bytes]]:
    """Yield one document at a time, with what each step saw in it as lines of text."""
    extractor = rule_extractor(lexicon_folder(settings_of(context).lexicon))
    for document in documents:
        lines = (f"{document.document_id}:", *explain(document, extractor), "")
        yield 1, "\n".join(lines).encode() + b"\n"


def _quantities(context: click.Context, documents: Iterator[Document]) -> Iterator[tuple[int, bytes]]:
    """Yield one document at a time, with its quantities as NDJSON."""
    extractor = rule_extractor(lexicon_folder(settings_of(context).lexicon))
    for document in documents:
        quantities = quantities_of(document, extractor)
        yield 1, b"".join(orjson.dumps(quantity, option=orjson.OPT_APPEND_NEWLINE) for quantity in quantities)


def _accepted(paths: Sequence[Path], rejections: list[RejectedDocument]) -> Iterator[Document]:
    """Yield the documents; name on stderr, and keep, what was rejected."""
    for read in read_documents(paths):
        if isinstance(read, RejectedDocument):
            _set_aside(read, rejections)
        else:
            yield read


def _set_aside(rejection: RejectedDocument, rejections: list[RejectedDocument]) -> None:
    """Name on stderr, and keep, what was rejected."""
    click.echo(f"set aside: {rejection.place}: {rejection.message}", err=True)
    rejections.append(rejection)


@contextmanager
def _opened(output: Path | None) -> Iterator[BinaryIO]:
    """Give the terminal, or a file that appears under its name only when it is whole."""
    if output in (None, TERMINAL):
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    check_writable(output)
    partial = output.with_name(f"{output.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as file:
            yield file
        partial.replace(output)
    finally:
        partial.unlink(missing_ok=True)
