"""What every answer of the API shares: the build it is of, its ETag, its JSON."""

from collections.abc import Mapping
from contextlib import ExitStack
from decimal import Decimal
from importlib.metadata import version
from typing import Any

import orjson
from flask import Response, current_app, g, request

from analytics.reading import PublishedFile, Snapshot

JSON = "application/json"
# Until the next build nothing that the API says changes, but another version of the program may say it otherwise.
REVALIDATE = "no-cache"
VERSION = version("rashomon")
_PUBLISHED = "rashomon_published_file"
_ORJSON = orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS


def serve_from(published: PublishedFile) -> None:
    """Name the file that the present application answers from."""
    current_app.extensions[_PUBLISHED] = published


def pinned() -> Snapshot:
    """Return the build that this request reads: the same however often it is asked for."""
    if "snapshot" not in g:
        published: PublishedFile = current_app.extensions[_PUBLISHED]
        g.snapshot_hold = ExitStack()
        g.snapshot = g.snapshot_hold.enter_context(published.snapshot())
    return g.snapshot  # type: ignore[no-any-return]  # flask's g is untyped


def release_when_sent(response: Response) -> Response:
    """Hold the request's build until its answer is sent to the last byte: a download may still be reading."""
    hold = g.pop("snapshot_hold", None)
    if hold:
        response.call_on_close(hold.close)
    return response


def json_bytes(payload: object) -> bytes:
    """Return JSON: times in UTC with a `Z`, no NaN, decimals as numbers."""
    return orjson.dumps(payload, default=_plain, option=_ORJSON)


def json_answer(payload: Mapping[str, Any]) -> Response:
    """Return a payload of the pinned build, with its ETag, and `Link` where a page follows."""
    response = Response(json_bytes(payload), content_type=JSON)
    if payload.get("next_url"):
        response.headers["Link"] = f'<{payload["next_url"]}>; rel="next"'
    return tagged(response)


def tagged(response: Response) -> Response:
    """Put the pinned build's ETag on an answer."""
    response.set_etag(_entity_tag(), weak=True)
    response.headers["Cache-Control"] = REVALIDATE
    return response


def unchanged() -> Response | None:
    """Return 304 where the client already holds this build's answer, else None."""
    if request.if_none_match.contains_weak(_entity_tag()):
        return tagged(Response(status=304))
    return None


def _entity_tag() -> str:
    return f"{pinned().edition}-{VERSION}"


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)
