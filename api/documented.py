"""What OpenAPI says of a route beside its arguments and its rows."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from flask_smorest import Blueprint

from api.problems import ProblemType

View = TypeVar("View", bound=Callable[..., Any])


def documented(blueprint: Blueprint, summary: str, *problems: ProblemType) -> Callable[[View], View]:
    """Give a route its one-line summary and the problems that it can answer with."""

    def decorate(view: View) -> View:
        for status in {problem.status for problem in problems}:
            view = blueprint.alt_response(status, HTTPStatus(status).name)(view)
        documented_view: View = blueprint.doc(summary=summary)(view)
        return documented_view

    return decorate
