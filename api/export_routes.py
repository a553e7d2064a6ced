"""The routes of the exports."""

from collections.abc import Mapping

from flask import Response, request

from analytics.list_views import CHANGES, FINDINGS
from analytics.rows_as_text import json_bytes
from analytics.view_columns import Column
from api.answers import pinned, tagged, unchanged
from api.documented import Arguments, Route, StrictBlueprint, add_route
from api.exports import ATOM, LD_JSON, changes_feed, citation, claim_review
from api.payloads import first_id
from api.problems import INVALID, NOT_FOUND, UNPUBLISHED

EXAMPLE_BASE = "http://127.0.0.1:8000"
PLAIN = "text/plain; charset=utf-8"

CLAIM_REVIEW_ROUTE = Route(
    rule="/findings/<finding_id>/claim-review",
    endpoint="claim_review",
    summary="A finding as a schema.org ClaimReview with its evidence, without a rating.",
    answer={"type": "object"},
    media_type=LD_JSON,
    problems=(NOT_FOUND, INVALID, UNPUBLISHED),
    example=lambda snapshot: claim_review(snapshot, first_id(snapshot, FINDINGS), EXAMPLE_BASE),
)
CITATION_ROUTE = Route(
    rule="/findings/<finding_id>/citation",
    endpoint="citation",
    summary="One line to cite a finding by, with its build.",
    answer={"type": "string"},
    media_type=PLAIN,
    problems=(NOT_FOUND, INVALID, UNPUBLISHED),
    example=lambda snapshot: citation(snapshot, first_id(snapshot, FINDINGS), EXAMPLE_BASE),
)
FEED_ROUTE = Route(
    rule="/changes.atom",
    endpoint="changes_atom",
    summary="The newest changes as an Atom feed.",
    answer={"type": "string"},
    media_type=ATOM,
    problems=(INVALID, UNPUBLISHED),
    example=lambda snapshot: changes_feed(snapshot, EXAMPLE_BASE).decode(),
)


def add_export_routes(blueprint: StrictBlueprint, columns: Mapping[str, tuple[Column, ...]]) -> None:
    """Add the exports of a finding, and the feed of changes where the file has them."""

    def show_review(_: Arguments, finding_id: str) -> Response:
        body = json_bytes(claim_review(pinned(), finding_id, _base()))
        return unchanged(LD_JSON) or tagged(Response(body, content_type=LD_JSON))

    def show_citation(_: Arguments, finding_id: str) -> Response:
        line = citation(pinned(), finding_id, _base())
        return unchanged(PLAIN) or tagged(Response(line, content_type=PLAIN))

    def show_feed(_: Arguments) -> Response:
        return unchanged(ATOM) or tagged(Response(changes_feed(pinned(), _base()), content_type=ATOM))

    add_route(blueprint, CLAIM_REVIEW_ROUTE, show_review)
    add_route(blueprint, CITATION_ROUTE, show_citation)
    if CHANGES.view in columns:
        add_route(blueprint, FEED_ROUTE, show_feed)


def _base() -> str:
    return request.host_url.rstrip("/")
