"""Whether the server is well, what it offers, and what its problems mean."""

import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

import marshmallow as ma
from apispec import APISpec
from flask import Flask, Response, request

from analytics.reading import PublishedFile
from analytics.rows_as_text import json_bytes
from api.answers import JSON, pinned, tagged, unchanged
from api.documented import Arguments, Route, StrictBlueprint, add_route
from api.metrics import CONTENT_TYPE as METRICS_TYPE
from api.metrics import RequestCounts, metrics_answer
from api.openapi import complete
from api.problems import INVALID, NOT_FOUND, OUTDATED, PREFIX, PROBLEM_TYPES, UNPUBLISHED, ProblemError, ProblemType
from api.reference_page import HTML, reference_page
from api.row_schemas import StrictSchema, described


class Health(StrictSchema):
    """The server runs."""

    status = ma.fields.Constant("ok", metadata=described("Always `ok`: the process answers."))


class Readiness(StrictSchema):
    """The server has something to serve."""

    status = ma.fields.Constant("ready", metadata=described("Always `ready`."))
    build_id = ma.fields.String(required=True, metadata=described("The build that is served."))


class ProblemMeaning(StrictSchema):
    """What a kind of problem means."""

    type = ma.fields.String(required=True, metadata=described("The address of this explanation."))
    title = ma.fields.String(required=True, metadata=described("The kind of problem in a few words."))
    status = ma.fields.Integer(required=True, metadata=described("The HTTP status that it comes with."))
    meaning = ma.fields.String(required=True, metadata=described("What it means and what to do."))


class ProblemMeanings(StrictSchema):
    """All kinds of problem."""

    data = ma.fields.List(
        ma.fields.Nested(ProblemMeaning), required=True, metadata=described("The kinds, each with its meaning.")
    )


HEALTH_ROUTE = Route(
    "/healthz",
    "healthz",
    "Whether the process answers.",
    Health,
    (INVALID,),
    lambda _: {"status": "ok"},
    revalidates=False,
)
READINESS_ROUTE = Route(
    "/readyz",
    "readyz",
    "Whether there is a build to serve; if not, what is missing.",
    Readiness,
    (INVALID, OUTDATED, UNPUBLISHED),
    lambda snapshot: {"status": "ready", "build_id": snapshot.build_id},
    revalidates=False,
)
METRICS_ROUTE = Route(
    "/metrics",
    "metrics",
    "Counts of requests and their durations, for Prometheus.",
    {"type": "string"},
    (INVALID, UNPUBLISHED),
    lambda snapshot: RequestCounts().text(snapshot.build_id),
    media_type=METRICS_TYPE,
    revalidates=False,
)
PROBLEM_ROUTE = Route(
    "/problems/<name>",
    "problem",
    "What a problem's `type` means.",
    ProblemMeaning,
    (INVALID, NOT_FOUND),
    lambda _: _meaning(INVALID),
    revalidates=False,
)
PROBLEMS_ROUTE = Route(
    "/problems",
    "problems",
    "What every problem's `type` means.",
    ProblemMeanings,
    (INVALID,),
    lambda _: _meanings(),
    revalidates=False,
)


def add_service_routes(blueprint: StrictBlueprint, published: PublishedFile, counts: RequestCounts) -> None:
    """Add `/healthz`, `/readyz` and `/metrics`."""
    add_health_route(blueprint)

    def readyz(_: Arguments) -> Response:
        obstacle = published.obstacle()
        build_id = pinned().build_id
        if obstacle:
            raise ProblemError(OUTDATED, f"{obstacle} Build {build_id} is served meanwhile.")
        return _fresh({"status": "ready", "build_id": build_id})

    add_route(blueprint, READINESS_ROUTE, readyz)
    add_route(blueprint, METRICS_ROUTE, lambda _: metrics_answer(counts))


def add_health_route(blueprint: StrictBlueprint) -> None:
    """Add `/healthz`, which needs no build."""
    add_route(blueprint, HEALTH_ROUTE, lambda _: _fresh({"status": "ok"}))


def add_problem_routes(blueprint: StrictBlueprint) -> None:
    """Add the explanation of each kind of problem, and the list of all."""

    def problem(_: Arguments, name: str) -> Response:
        kind = PROBLEM_TYPES.get(name)
        if kind is None:
            raise ProblemError(NOT_FOUND, f"No problem is called {name!r}.")
        return _fresh(_meaning(kind))

    add_route(blueprint, PROBLEM_ROUTE, problem)
    add_route(blueprint, PROBLEMS_ROUTE, lambda _: _fresh(_meanings()))


def add_description_routes(app: Flask, spec: APISpec, blueprints: Sequence[StrictBlueprint]) -> None:
    """Add `/openapi.json` and its page for people, which describe every other route but not themselves."""
    routes = [(blueprint.url_prefix or "", route) for blueprint in blueprints for route in blueprint.routes]

    def description() -> bytes:
        snapshot = pinned()
        # A copy, because what is completed is a build's own and the specification is every build's.
        return snapshot.cached("openapi", lambda: json_bytes(complete(deepcopy(spec.to_dict()), routes, snapshot)))

    def openapi() -> Response:
        return unchanged() or tagged(Response(description(), content_type=JSON))

    def docs() -> Response:
        return unchanged(HTML) or tagged(
            reference_page(json.loads(description()), pinned().build_id, request.host_url.rstrip("/"))
        )

    app.add_url_rule("/openapi.json", "openapi", openapi)
    app.add_url_rule(f"{PREFIX}/docs", "docs", docs)


def _meaning(kind: ProblemType) -> dict[str, object]:
    return {"type": kind.address, "title": kind.title, "status": kind.status, "meaning": kind.meaning}


def _meanings() -> dict[str, object]:
    return {"data": [_meaning(kind) for kind in PROBLEM_TYPES.values()]}


def _fresh(payload: Mapping[str, Any]) -> Response:
    return Response(json_bytes(payload), content_type=JSON, headers={"Cache-Control": "no-store"})
