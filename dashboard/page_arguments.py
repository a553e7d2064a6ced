"""The parameters of the pages: the API's own, from forms that may leave fields empty or name one twice."""

from __future__ import annotations

from flask import abort, request

from api.plain_numbers import is_plain

LONGEST_PART = 6
"""Digits of a part's number: an article of 100 GB has fewer."""


def page_arguments() -> dict[str, str]:
    """Give the address's parameters for the API's list: empty ones left out, repeated ones joined by commas."""
    asked = {name: ",".join(value for value in values if value) for name, values in request.args.lists()}
    return {name: value for name, value in asked.items() if value}


def asked_part() -> int:
    """Give which part of a long article is asked for, the first being 0; anything else is no page."""
    part = request.args.get("part", "0")
    if not is_plain(part) or not part.isdecimal() or len(part) > LONGEST_PART:
        abort(404)
    return int(part)
