"""An extractor behind an HTTP endpoint, a language model for instance: articles go out, claims come back.

The endpoint gets one article as JSON, with the fields of a document, and answers
`{"extractor": "name/version", "claims": [{"quote": ..., "measure": ..., "value": ...}, ...]}` with claims as
docs/definitions.md names their fields. What it claims is not believed: a build checks each quote against the article.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from itertools import islice
from typing import Any, get_args
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import orjson

from extraction.claim_json import FIELDS
from extraction.model import Claim, Document, Kind, Polarity

Row = dict[str, Any]

SECONDS = 120.0
"""How long one answer may take: language models read an article in some tens of seconds."""
ATTEMPTS = 3
"""How often an article is sent where the endpoint is busy or out of reach, before the build is given up."""
AT_ONCE = 4
"""Articles that are under way at the same time: the endpoint's time is waiting, not work, on this side."""
LARGEST_ANSWER = 50_000_000
"""Bytes of an answer that are read: thousands of claims fit in."""
_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))


class RemoteExtractorError(Exception):
    """The endpoint cannot be used; the message is one line that names it, the article and the remedy."""


class RemoteExtractor:
    """An extractor that another program serves; it may stand beside the rules in one database."""

    def __init__(self, url: str, seconds: float = SECONDS, pause: float = 1.0) -> None:
        """Take the endpoint's address; `pause` is how many seconds to wait before sending an article again.

        Raises RemoteExtractorError for what is no HTTP address.
        """
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise RemoteExtractorError(f"{url}: no address of an extractor; write it as http://127.0.0.1:9000/claims")
        self._url, self._seconds, self._pause = url, seconds, pause

    @property
    def identity(self) -> str:
        """The address, without what may be a password in it; claims bear the name that the endpoint gives itself."""
        parts = urlsplit(self._url)
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{parts.hostname}{port}{parts.path}"

    def extract(self, documents: Iterable[Document]) -> Iterator[Claim]:
        """Yield the claims whose quotes stand in their documents, in the order of documents.

        Raises RemoteExtractorError where the endpoint does not answer.
        """
        for document, rows in self.rows(documents):
            yield from (claim for row in rows if (claim := _claim(row, document)) is not None)

    def rows(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Row]]]:
        """Yield each document with the rows that the endpoint gives for it, as they came but for what it left out.

        Filled in are document, source, extractor, time of publication and a claim_id that no other extractor gives.
        """
        waiting = iter(documents)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            while batch := list(islice(waiting, AT_ONCE)):
                yield from zip(batch, pool.map(self._answer, batch), strict=True)

    def _answer(self, document: Document) -> list[Row]:
        answer = self._send(document)
        claims = answer.get("claims") if isinstance(answer, dict) else None
        if not isinstance(answer, dict) or not isinstance(claims, list):
            raise self._error(document, 'the answer is no object {"claims": [...]}; see docs/extraction.md')
        name = answer.get("extractor")
        return _filled(claims, document, name if isinstance(name, str) and name else self.identity)

    def _send(self, document: Document) -> object:
        """Post a document and give the answer's JSON, again a few times where the endpoint is busy."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return orjson.loads(self._post(orjson.dumps(document)))
            except orjson.JSONDecodeError as error:
                raise self._error(document, f"the answer is no JSON ({error})") from error
            except HTTPError as error:
                if error.code not in _BUSY or attempt == ATTEMPTS:
                    raise self._error(document, f"it answered {error.code} {error.reason}") from error
            except (URLError, HTTPException, OSError) as error:
                if attempt == ATTEMPTS:
                    reason = getattr(error, "reason", error)
                    raise self._error(document, f"no answer ({reason}); is the extractor running?") from error
            time.sleep(self._pause * attempt)
        return None

    def _post(self, content: bytes) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        request = Request(self._url, content, headers)  # noqa: S310 - the scheme was checked
        with urlopen(request, timeout=self._seconds) as answer:  # noqa: S310
            read: bytes = answer.read(LARGEST_ANSWER)
        return read

    def _error(self, document: Document, reason: str) -> RemoteExtractorError:
        return RemoteExtractorError(f"{self.identity}, article {document.document_id}: {reason}")


def _filled(claims: list[object], document: Document, extractor: str) -> list[Row]:
    """Complete the rows; one that is no object stays a row that a build sets aside."""
    met: Counter[str] = Counter()
    rows = []
    for claim in claims:
        row: Row = dict(claim) if isinstance(claim, dict) else {"quote": None, "remark": claim}
        quote = str(row.get("quote"))
        met[quote] += 1
        parts = (extractor, document.document_id, quote, str(met[quote]))
        own = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        rows.append(
            {"reported_at": document.published_at, "measure": None, "value": None}
            | row
            | {"claim_id": own, "document_id": document.document_id, "source": document.source, "extractor": extractor}
        )
    return rows


def _claim(row: Row, document: Document) -> Claim | None:
    """Make a claim of a row; None where a field is amiss or the quote does not stand in the text."""
    quote, measure, kind = row.get("quote"), row.get("measure"), row.get("kind") or "quantity"
    if not (isinstance(quote, str) and quote and isinstance(measure, str) and measure and quote in document.text):
        return None
    if kind not in get_args(Kind) or (row.get("polarity") or "asserted") not in get_args(Polarity):
        return None
    start = row.get("char_start") if isinstance(row.get("char_start"), int) else document.text.index(quote)
    end = row.get("char_end") if isinstance(row.get("char_end"), int) else document.text.index(quote) + len(quote)
    given = {field: row[field] for field in FIELDS if row.get(field) is not None}
    return Claim(**(given | {"kind": kind, "char_start": start, "char_end": end}))
