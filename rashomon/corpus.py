"""From paths to staged NDJSON: documents read once, the changed ones extracted on all cores, nothing held in memory."""

from __future__ import annotations

import hashlib
import inspect
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

import orjson

from extraction.claim_json import claim_to_row
from extraction.compiled_copy import code_digest
from extraction.documents import RAW_SHOWN, RejectedDocument, read_documents
from extraction.model import Claim, Document
from extraction.rules import IDENTITY, RuleExtractor, rule_extractor
from rashomon.extraction_error import ExtractionError

SHIPPED_DATA = Path(__file__).resolve().parent.parent / "data"
EXTRACTION_CODE = Path(inspect.getfile(RuleExtractor)).parent

# A batch is what one process takes at a time: large enough that handing it over costs nothing beside the extraction,
# small enough that the progress moves and the last batches finish together.
BATCH_BYTES = 100_000
# With fewer batches (a megabyte of text), starting processes takes longer than they save.
FEWEST_BATCHES_FOR_PROCESSES = 10


# An article that ends the process which reads it is set aside under this rule; so many of them are no fault of theirs.
ENDED = "extraction_ended"
MOST_ENDED = 20


@dataclass(slots=True)
class StagedDocuments:
    """Documents written to NDJSON files of a folder, told apart by whether an earlier build knows their text."""

    changed: Path
    unchanged: Path
    rejected: Path
    unchanged_ids: list[str] = field(default_factory=list)
    changed_count: int = 0
    rejections: list[RejectedDocument] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def document_count(self) -> int:
        """How many documents were read, changed or not."""
        return self.changed_count + len(self.unchanged_ids)


@dataclass(frozen=True, slots=True)
class ExtractedBatch:
    """The claims of some documents as NDJSON, in the order of documents and spans, and those that a fault kept out."""

    document_count: int
    claims: bytes
    rejections: list[RejectedDocument]


def lexicon_folder(chosen: Path | None) -> Path:
    """Return the chosen folder of lexicon tables, or the shipped one."""
    return chosen or SHIPPED_DATA / "lexicon"


def extraction_identity(lexicon: Path) -> str:
    """Return what extracted claims depend on besides the text: the extractor's name, its code and the lexicon.

    Where one of them changes, claims of an earlier build are not taken over.
    """
    digest = hashlib.sha256(code_digest(EXTRACTION_CODE).encode())
    for table in sorted(lexicon.glob("*.csv")):
        digest.update(table.name.encode() + b"\x1f" + table.read_bytes())
    return f"{IDENTITY} {digest.hexdigest()[:12]}"


def stage_documents(paths: Sequence[Path], folder: Path, known: dict[str, str]) -> StagedDocuments:
    """Read the documents of the paths into NDJSON files in `folder`.

    `known` maps document_id to the digest of a document whose claims an earlier build holds. Raises DocumentsError for
    a path that is not there or holds nothing.
    """
    staged = StagedDocuments(folder / "changed.ndjson", folder / "unchanged.ndjson", folder / "rejected.ndjson")
    with (
        staged.changed.open("wb") as changed,
        staged.unchanged.open("wb") as unchanged,
        staged.rejected.open("wb") as rejected,
    ):
        for read in read_documents(paths):
            if isinstance(read, RejectedDocument):
                staged.rejections.append(read)
                _write_line(rejected, read)
            elif known.get(read.document_id) == _digest(read):
                staged.unchanged_ids.append(read.document_id)
                _write_line(unchanged, read)
            else:
                staged.changed_count += 1
                _write_line(changed, read)
    return staged


def extract_staged(
    staged: StagedDocuments,
    target: Path,
    lexicon: Path,
    processes: int,
    on_progress: Callable[[int], None],
) -> None:
    """Write the claims of the changed documents to `target`; `on_progress` hears how many documents are done.

    What cannot be read is set aside: it is then among the rejected documents, and no longer among the changed ones.
    """
    done = 0
    failed: list[RejectedDocument] = []
    with staged.changed.open("rb") as documents, target.open("wb") as claims:
        for batch in extract_batches(documents, lexicon, processes):
            claims.write(batch.claims)
            failed += batch.rejections
            done += batch.document_count
            on_progress(done)
    if failed:
        _set_aside(staged, failed)


def _set_aside(staged: StagedDocuments, failed: list[RejectedDocument]) -> None:
    """Move documents from the changed ones to the rejected ones."""
    ids = {rejection.place for rejection in failed}
    whole = staged.changed.rename(staged.changed.with_suffix(".all"))
    with whole.open("rb") as documents, staged.changed.open("wb") as changed:
        changed.writelines(line for line in documents if orjson.loads(line)["document_id"] not in ids)
    with staged.rejected.open("ab") as rejected:
        for rejection in failed:
            _write_line(rejected, rejection)
    staged.rejections += failed
    staged.changed_count -= len(failed)


def document_lines(documents: Iterable[Document]) -> Iterator[bytes]:
    """Yield each document as one line of NDJSON, the form in which it travels to the processes."""
    for document in documents:
        yield orjson.dumps(document, option=orjson.OPT_APPEND_NEWLINE)


def extract_batches(lines: Iterable[bytes], lexicon: Path, processes: int) -> Iterator[ExtractedBatch]:
    """Yield the claims of the documents, batch by batch in their order.

    `lines` are documents as NDJSON; `processes` is how many extract, 0 for one a core; few documents are read by this
    one. Where a process ends over an article, that article is set aside. Raises ExtractionError where it happens again
    and again.
    """
    batches = _batches(lines)
    opening = list(islice(batches, FEWEST_BATCHES_FOR_PROCESSES))
    are_few = len(opening) < FEWEST_BATCHES_FOR_PROCESSES
    batches = chain(opening, batches)
    count = processes or os.cpu_count() or 1
    if are_few or count == 1:
        yield from (_extract_batch(batch, lexicon) for batch in batches)
        return
    ended = 0
    is_done = False
    while not is_done:
        taken: deque[list[bytes]] = deque()
        try:
            yield from _side_by_side(batches, taken, lexicon, count)
            is_done = True
        except BrokenProcessPool:
            for batch in _one_by_one(taken, lexicon):
                ended += sum(rejection.rule == ENDED for rejection in batch.rejections)
                _require_few(ended)
                yield batch


def _side_by_side(
    batches: Iterator[list[bytes]], taken: deque[list[bytes]], lexicon: Path, count: int
) -> Iterator[ExtractedBatch]:
    """Yield results in the order of the batches, never more than twice the processes' number of them in memory.

    `taken` holds the batches whose results are still to come. Raises BrokenProcessPool where a process ends.
    """
    results: deque[Future[ExtractedBatch]] = deque()
    pool = _processes(count)
    try:
        for batch in batches:
            taken.append(batch)
            results.append(pool.submit(_extract_batch, batch, lexicon))
            if len(results) >= 2 * count:
                yield _first(results, taken)
        while results:
            yield _first(results, taken)
    finally:
        pool.shutdown(cancel_futures=True)


def _first(results: deque[Future[ExtractedBatch]], taken: deque[list[bytes]]) -> ExtractedBatch:
    result = results.popleft().result()
    taken.popleft()
    return result


def _one_by_one(batches: Iterable[list[bytes]], lexicon: Path) -> Iterator[ExtractedBatch]:
    """Yield the results of a single process: of whole batches, and article by article of the one that ends it."""
    for batch in batches:
        try:
            yield from _in_one_process(deque([batch]), lexicon)
        except BrokenProcessPool:
            articles = deque([line] for line in batch)
            while articles:
                try:
                    yield from _in_one_process(articles, lexicon)
                except BrokenProcessPool:
                    yield _without(*articles.popleft())


def _in_one_process(batches: deque[list[bytes]], lexicon: Path) -> Iterator[ExtractedBatch]:
    """Yield the result of each batch and take it from `batches`; raises BrokenProcessPool where the process ends."""
    with _processes(1) as pool:
        while batches:
            result = pool.submit(_extract_batch, batches[0], lexicon).result()
            batches.popleft()
            yield result


def _without(line: bytes) -> ExtractedBatch:
    """Return the batch of one article that ended the process which read it."""
    document = Document(**orjson.loads(line))
    message = (
        "the process that read its claims was ended, perhaps for want of memory; it is read again by the next build, "
        "and by fewer processes at once where RASHOMON_PROCESSES is lower"
    )
    rejection = RejectedDocument(document.document_id, ENDED, message, document.text[:RAW_SHOWN])
    return ExtractedBatch(1, b"", [rejection])


def _require_few(ended: int) -> None:
    if ended >= MOST_ENDED:
        message = (
            f"{ended} processes that extract claims were ended, perhaps for want of memory; set fewer with "
            "RASHOMON_PROCESSES"
        )
        raise ExtractionError(message)


def _processes(count: int) -> ProcessPoolExecutor:
    """Start processes that are spawned: a fork of a process with threads (DuckDB's, say) may hang."""
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=_leave_interrupts_to_parent)


def _batches(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line)
        if size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _extract_batch(lines: list[bytes], lexicon: Path) -> ExtractedBatch:
    extractor = rule_extractor(lexicon)
    claims: list[bytes] = []
    rejections: list[RejectedDocument] = []
    for line in lines:
        document = Document(**orjson.loads(line))
        try:
            claims += [_claim_line(claim) for claim in extractor.extract([document])]
        except Exception as fault:  # one article that no rule foresaw must not cost the others
            rejections.append(_unreadable(document, fault))
    return ExtractedBatch(len(lines), b"".join(claims), rejections)


def _claim_line(claim: Claim) -> bytes:
    return orjson.dumps(claim_to_row(claim), option=orjson.OPT_APPEND_NEWLINE)


def _unreadable(document: Document, fault: Exception) -> RejectedDocument:
    said = " ".join(f"{type(fault).__name__}: {fault}".split())[:300]
    message = f"its claims could not be read, by a fault of the program ({said}); please report it with the article"
    return RejectedDocument(document.document_id, "extraction_failed", message, document.text[:RAW_SHOWN])


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _digest(document: Document) -> str:
    """Sha256 (hex) over everything of a document that extraction reads, as analytics computes it from a stored one."""
    parts = (document.source, document.title, document.published_at, document.language, document.text)
    return hashlib.sha256("\x1f".join(part or "" for part in parts).encode()).hexdigest()


def _write_line(file: BinaryIO, row: Document | RejectedDocument) -> None:
    file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
