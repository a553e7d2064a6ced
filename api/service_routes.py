"""Whether the server is well, what it offers, and what its problems mean."""

from collections.abc import Mapping
from typing import Any

import marshmallow as ma
from flask import Response, current_app
from flask_smorest import Api, Blueprint

from analytics.reading import PublishedFile
from api.answers import JSON, json_bytes
from api.documented import documented
from api.item_routes import NoArguments
from api.problems import INVALID, NOT_FOUND, PROBLEM_TYPES, UNPUBLISHED, ProblemError
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


def add_service_routes(blueprint: Blueprint, published: PublishedFile) -> None:
    """Add `/healthz` and `/readyz`."""

    @blueprint.route("/healthz")
    @blueprint.arguments(NoArguments, location="query")
    @blueprint.response(200, Health)
    @documented(blueprint, "Whether the process answers.", INVALID)
    def healthz(_: Mapping[str, Any]) -> Response:
        return _fresh({"status": "ok"})

    @blueprint.route("/readyz")
    @blueprint.arguments(NoArguments, location="query")
    @blueprint.response(200, Readiness)
    @documented(blueprint, "Whether there is a build to serve; if not, what is missing.", INVALID, UNPUBLISHED)
    def readyz(_: Mapping[str, Any]) -> Response:
        obstacle = published.obstacle()
        if obstacle:
            raise ProblemError(UNPUBLISHED, obstacle)
        with published.snapshot() as snapshot:
            return _fresh({"status": "ready", "build_id": snapshot.build_id})


def add_problem_route(blueprint: Blueprint) -> None:
    """Add the explanation of each kind of problem."""

    @blueprint.route("/problems/<name>")
    @blueprint.arguments(NoArguments, location="query")
    @blueprint.response(200, ProblemMeaning)
    @documented(blueprint, "What a problem's `type` means.", INVALID, NOT_FOUND)
    def problem(_: Mapping[str, Any], name: str) -> Response:
        kind = PROBLEM_TYPES.get(name)
        if kind is None:
            raise ProblemError(NOT_FOUND, f"No problem is called {name!r}.")
        return _fresh({"type": kind.address, "title": kind.title, "status": kind.status, "meaning": kind.meaning})


def add_openapi_route(blueprint: Blueprint, api: Api) -> None:
    """Add `/openapi.json`; it describes every other route and stands outside its own description."""

    @blueprint.route("/openapi.json")
    def openapi() -> Response:
        return _fresh(current_app.extensions.setdefault("rashomon_openapi", api.spec.to_dict()))


def _fresh(payload: Mapping[str, Any]) -> Response:
    return Response(json_bytes(payload), content_type=JSON, headers={"Cache-Control": "no-store"})
