"""The API before the first build: it tells that it runs and what is missing, and answers nothing else."""

from collections.abc import Callable
from http import HTTPStatus

from flask import Response, request

from analytics.reading import PublishedFile
from api.problems import UNPUBLISHED, ProblemError, is_api_request, problem_response

# A build of a few articles takes about so long; for a large one whoever waits asks again.
RETRY_SECONDS = 10
ADVICE = "What `rashomon build --documents FOLDER -o {}` makes is served as soon as it is there."


def answer_that_waits(published: PublishedFile, page: Callable[[str], Response]) -> Callable[[], Response | None]:
    """Return the step that answers 503 at every address that has no route yet.

    The API answers by a problem, all others by `page`, which is given what is missing.
    """

    def answer() -> Response | None:
        if request.endpoint is not None:
            return None
        shown = _problem(published) if is_api_request() else page(published.obstacle())
        shown.status_code = HTTPStatus.SERVICE_UNAVAILABLE
        shown.headers["Retry-After"] = str(RETRY_SECONDS)
        shown.headers["Cache-Control"] = "no-store"
        return shown

    return answer


def _problem(published: PublishedFile) -> Response:
    advice = ADVICE.format(published.path.name)
    return problem_response(ProblemError(UNPUBLISHED, f"{published.obstacle()} {advice}"))
