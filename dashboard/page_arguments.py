"""The parameters of the findings page: the API's own, from a form that may leave fields empty or name one twice."""

from __future__ import annotations

from flask import request


def page_arguments() -> dict[str, str]:
    """Give the address's parameters for the API's list: empty ones left out, repeated ones joined by commas."""
    asked = {name: ",".join(value for value in values if value) for name, values in request.args.lists()}
    return {name: value for name, value in asked.items() if value}
