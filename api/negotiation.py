"""The form that a client asks for by `Accept`, where an address itself does not name one by its ending."""

from flask import Response, request

from api.answers import JSON
from api.row_formats import ROW_FORMATS, RowFormat

_TYPES = {row_format.media_type.split(";", maxsplit=1)[0]: row_format for row_format in ROW_FORMATS.values()}


def file_accepted() -> RowFormat | None:
    """Return the file format that the client would rather have than JSON; None for those who name none of them.

    Whoever accepts everything, or nothing that there is, gets JSON.
    """
    accepted = request.headers.get("Accept", "")
    if not any(media_type in accepted for media_type in _TYPES):
        return None
    return _TYPES.get(request.accept_mimetypes.best_match([JSON, *_TYPES], default=JSON))


def varying(response: Response) -> Response:
    """Say that the answer follows from `Accept` too."""
    response.vary.add("Accept")
    return response
