"""Routes with all that OpenAPI says of them in one place: arguments, answer, problems."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from http import HTTPStatus
from typing import Any

import flask
import marshmallow as ma
from flask import Response
from flask_smorest.blueprint import Blueprint

from analytics.reading import Snapshot
from api.answers import JSON
from api.problems import (
    BAD_REQUEST,
    HEADERS_TOO_LARGE,
    METHOD_NOT_ALLOWED,
    NO_JSON,
    NOT_IMPLEMENTED,
    RATE_LIMITED,
    TOO_LARGE,
    UNAUTHORISED,
    UNTRUSTED_HOST,
    ProblemType,
)
from api.row_schemas import StrictSchema
from api.strict_arguments import StrictParser

Arguments = Mapping[str, Any]
View = Callable[..., Response]
Example = Callable[[Snapshot], object]


# Where flask-smorest keeps what it knows of a view.
_DESCRIPTION = "_apidoc"
FILE_SCHEMA = {"type": "string", "format": "binary"}


class NoArguments(StrictSchema):
    """A route without query parameters: any that is given is refused."""


class StrictBlueprint(Blueprint):
    """A blueprint that refuses arguments it does not know, where flask-smorest drops them."""

    ARGUMENTS_PARSER = StrictParser()

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401  # handed on as they come
        super().__init__(*given, **named)
        self.routes: list[Route] = []


@dataclass(frozen=True)
class Route:
    """One route: `answer` is a marshmallow schema, or a JSON schema where the answer is a file.

    `example` gives an answer of this route, made from the file that is served; `also` does so for each further media
    type that the route has, all of them files. `headers` are those of an answer, as OpenAPI describes them.
    """

    rule: str
    endpoint: str
    summary: str
    answer: type[ma.Schema] | Mapping[str, Any]
    problems: tuple[ProblemType, ...]
    example: Example
    arguments: type[ma.Schema] = NoArguments
    media_type: str = JSON
    body: type[ma.Schema] | None = None
    description: str = ""
    also: Mapping[str, Example] = field(default_factory=dict)
    headers: Mapping[str, Any] = field(default_factory=dict)
    revalidates: bool = True
    """Whether the answer has an ETag that may be sent back."""
    is_described: bool = True
    """Whether OpenAPI has the route by itself; else it stands there among others."""

    @property
    def method(self) -> str:
        """Return the HTTP method: POST for a route with a body, else GET."""
        return "POST" if self.body else "GET"


def _statuses(route: Route) -> list[int]:
    """Return the statuses of a route's problems, with those of any guarded server and of any request body."""
    of_bodies = (TOO_LARGE, NO_JSON) if route.body else ()
    of_any = (
        BAD_REQUEST, UNAUTHORISED, METHOD_NOT_ALLOWED, UNTRUSTED_HOST, RATE_LIMITED, HEADERS_TOO_LARGE, NOT_IMPLEMENTED
    )  # fmt: skip
    return sorted({kind.status for kind in (*route.problems, *of_bodies, *of_any)})


def add_route(blueprint: StrictBlueprint, route: Route, view: View) -> None:
    """Add a route; its view takes the loaded query arguments, then the loaded body if it has one, then the path."""
    bodies = [blueprint.arguments(route.body(), location="json")] if route.body else []
    reading = _decorated(view, [*bodies, blueprint.arguments(route.arguments(), location="query")])
    described = _decorated(
        reading,
        [
            blueprint.doc(summary=route.summary, description=route.description or route.summary),
            *(blueprint.alt_response(status, HTTPStatus(status).name) for status in _statuses(route)),
            blueprint.response(200, route.answer, content_type=route.media_type, headers=dict(route.headers)),
        ],
    )
    # What describes an answer lies about the view in ten layers that do nothing: the description is enough.
    vars(reading)[_DESCRIPTION] = vars(described)[_DESCRIPTION]
    if not route.is_described:
        flask.Blueprint.add_url_rule(blueprint, route.rule, route.endpoint, reading, methods=[route.method])
        return
    blueprint.routes.append(route)
    blueprint.route(route.rule, endpoint=route.endpoint, methods=[route.method])(reading)


def _decorated(view: View, decorators: Sequence[Callable[[View], View]]) -> View:
    return reduce(lambda decorated, decorate: decorate(decorated), decorators, view)
