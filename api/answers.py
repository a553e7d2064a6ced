"""What every answer of the API shares: the build it is of, its ETag, its JSON."""

from collections.abc import Mapping
from contextlib import ExitStack
from importlib.metadata import version
from typing import Any, cast

from flask import Response, current_app, g, request
from werkzeug.http import parse_options_header

from analytics.reading import PublishedFile, Snapshot
from analytics.rows_as_text import json_bytes

JSON = "application/json"
# Until the next build nothing that the API says changes, but another version of the program may say it otherwise.
REVALIDATE = "no-cache"
VERSION = version("rashomon")
_PUBLISHED = "rashomon_published_file"


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


def name_build(build_id: str) -> None:
    """Note of which build an answer is that no build of this process gave."""
    g.build_id = build_id


def build_answered_from() -> str | None:
    """Return the id of the build that this request has read; None where it needed none."""
    build_id: str | None = g.snapshot.build_id if "snapshot" in g else g.get("build_id")
    return build_id


def release_when_sent(response: Response) -> Response:
    """Hold the request's build until its answer is sent to the last byte: a download may still be reading."""
    hold = g.pop("snapshot_hold", None)
    if hold:
        response.call_on_close(hold.close)
    return response


def json_answer(payload: Mapping[str, Any]) -> Response:
    """Return a payload of the pinned build, with its ETag, and `Link` where a page follows."""
    return tagged(link_next(Response(json_bytes(payload), content_type=JSON), payload.get("next_url")))


def link_next(response: Response, address: str | None) -> Response:
    """Name the page that follows, where one does, for whoever reads no body."""
    if address:
        response.headers["Link"] = f'<{address}>; rel="next"'
    return response


def tagged(response: Response) -> Response:
    """Put the pinned build's ETag on an answer."""
    response.set_etag(_entity_tag(response.mimetype or JSON), weak=True)
    response.headers["Cache-Control"] = REVALIDATE
    return response


def tagged_by_content(response: Response) -> Response:
    """Put a digest of an answer on it as its ETag, which becomes a 304 for a GET whose client holds the same."""
    response.add_etag(weak=True)
    response.headers["Cache-Control"] = REVALIDATE
    return cast("Response", response.make_conditional(request))


def follows_from_build(response: Response) -> bool:
    """Return whether an answer bears the pinned build's ETag: it follows from the build and the address alone."""
    return response.get_etag() == (_entity_tag(response.mimetype or JSON), True)


def unchanged(media_type: str = JSON) -> Response | None:
    """Return 304 where the client already holds this build's answer of this media type, else None."""
    if request.if_none_match.contains_weak(_entity_tag(parse_options_header(media_type)[0])):
        return tagged(Response(status=304, content_type=media_type))
    return None


def _entity_tag(media_type: str) -> str:
    """Return what tells an answer from others at its address: the build, the program and the form of the rows."""
    return f"{pinned().edition}-{VERSION}-{media_type.rpartition('/')[2]}"
