"""From what a user names to a published file: stage, extract what is new, build."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from analytics.build import BuildError, BuildInputs, BuildReport, build, known_extractions, require_replaceable
from extraction.model import Document
from rashomon.corpus import (
    SHIPPED_DATA,
    StagedDocuments,
    extract_staged,
    extraction_identity,
    lexicon_folder,
    stage_documents,
)
from rashomon.ignored_fields import notices_of_ignored_fields
from rashomon.progress import OnProgress
from rashomon.remote_extractor import RemoteExtractor
from rashomon.settings import Settings


@dataclass(frozen=True, slots=True)
class Corpus:
    """What one published file is built from: the user's documents and claims, and how."""

    documents: Sequence[Path]
    claims: Sequence[Path] = ()
    extract: bool = True
    full_checks: bool = False
    extractor_urls: Sequence[str] = ()
    """Endpoints of further extractors, whose claims stand beside those of the rules."""


def build_corpus(
    corpus: Corpus, target: Path, settings: Settings, on_progress: OnProgress
) -> tuple[StagedDocuments, BuildReport]:
    """Publish the corpus at `target`, taking over from the file there what has not changed.

    Raises BuildError or DocumentsError with a one-line message; the file at `target` is then as it was.
    """
    check_writable(target)
    require_replaceable(target)
    lexicon = lexicon_folder(settings.lexicon)
    remote = [RemoteExtractor(url) for url in dict.fromkeys(corpus.extractor_urls)]
    rules = [extraction_identity(lexicon)] if corpus.extract else []
    identity = " + ".join([*rules, *(extractor.identity for extractor in remote)]) or None
    known = known_extractions(target, identity) if identity else {}
    with tempfile.TemporaryDirectory(prefix="rashomon-") as folder:
        staged = stage_documents(corpus.documents, Path(folder), known)
        _check_something_to_build(corpus, staged)
        staged.notices += notices_of_ignored_fields(corpus.documents, lexicon)
        by_rules = [_extract(staged, Path(folder), lexicon, settings.processes, on_progress)] if corpus.extract else []
        inputs = BuildInputs(
            documents=[staged.changed, staged.unchanged],
            rejected_documents=[staged.rejected],
            extracted=by_rules + _ask_all(remote, staged, Path(folder), on_progress),
            claims=list(corpus.claims),
            reused_document_ids=staged.unchanged_ids,
            lexicon=lexicon,
            extractor=identity,
            corrections=settings.corrections or SHIPPED_DATA,
        )
        report = build(inputs, target, lambda _, done, total: on_progress("build", done, total), corpus.full_checks)
        return staged, report


def _extract(staged: StagedDocuments, folder: Path, lexicon: Path, processes: int, on_progress: OnProgress) -> Path:
    """Write the claims that the rules find in the changed documents to a file of the folder, and return it."""
    target = folder / "claims.ndjson"
    extract_staged(staged, target, lexicon, processes, lambda done: on_progress("extract", done, staged.changed_count))
    return target


def _ask_all(
    remote: Sequence[RemoteExtractor], staged: StagedDocuments, folder: Path, on_progress: OnProgress
) -> list[Path]:
    """Write what each extractor behind an endpoint answers to a file of the folder, and return the files."""
    return [
        ask_extractor(extractor, staged, folder / f"{number}.ndjson", on_progress)
        for number, extractor in enumerate(remote, start=1)
    ]


def ask_extractor(extractor: RemoteExtractor, staged: StagedDocuments, target: Path, on_progress: OnProgress) -> Path:
    """Write to `target` what an extractor behind an endpoint answers for the changed documents, and return it.

    Raises RemoteExtractorError where it does not answer.
    """
    with staged.changed.open("rb") as lines, target.open("wb") as claims:
        documents = (Document(**orjson.loads(line)) for line in lines)
        for done, (_, rows) in enumerate(extractor.rows(documents), start=1):
            claims.writelines(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows)
            on_progress("ask", done, staged.changed_count)
    return target


def check_writable(target: Path) -> None:
    """Raise BuildError where `target` cannot be written, before the long work begins."""
    if target.is_dir():
        raise BuildError(f"{target}: is a folder; name a file, such as {target / 'rashomon.duckdb'}")
    folder = target.absolute().parent
    if not folder.is_dir():
        raise BuildError(f"{target}: the folder {folder} does not exist; make it, or name another with -o")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BuildError(f"{target}: no permission to write in {folder}; name another place with -o")


def _check_something_to_build(corpus: Corpus, staged: StagedDocuments) -> None:
    if corpus.claims or staged.document_count:
        return
    if staged.rejections:
        first = staged.rejections[0]
        count = len(staged.rejections)
        others = f" ({count - 1} more could not be read either)" if count > 1 else ""
        raise BuildError(f"{first.place}: {first.message}{others}")
    raise BuildError("nothing to build from: name articles with --documents, or claims with --claims")
