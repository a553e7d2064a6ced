"""Puts the API into a Flask application."""

import threading
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus

import flask
from flask_smorest import Api
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as WerkzeugResponse

from analytics.keyset import BadTokenError, StaleTokenError
from analytics.reading import PublishedFile, SlowQueryError, UnknownRowError, UnpublishedError
from analytics.sql_door import SqlDoor
from api.answers import VERSION, pinned, release_when_sent, serve_from
from api.check_routes import CHECK_ENDPOINT, DRAFT_CHECKS, DraftChecks, add_check_route
from api.compression import gzip_if_accepted
from api.cross_origin import allow_origins
from api.documented import StrictBlueprint
from api.empty_answers import untyped_when_empty
from api.export_routes import add_export_routes
from api.guard import bound_bodies, limit_requests, refuse_nameless, refuse_untrusted_hosts, require_token, turn_away
from api.index_route import add_index_route
from api.item_routes import Columns, add_item_routes
from api.kept_answers import give_again, keep_answer
from api.list_routes import FREE_DOWNLOADS, add_list_routes
from api.metrics import RequestCounts, count_requests
from api.near_addresses import lead_to_the_route_meant, part_meant, parts_there_are
from api.pace import Pace
from api.problems import (
    INVALID,
    NOT_FOUND,
    PREFIX,
    PROBLEM_JSON,
    STALE_TOKEN,
    TOO_SLOW,
    UNPUBLISHED,
    ProblemError,
    ProblemType,
    is_api_request,
    problem_response,
    unusable_arguments,
)
from api.request_ids import name_request, send_request_id
from api.request_log import log_faults, log_requests
from api.row_formats import note_request
from api.row_schemas import Problem
from api.service_routes import add_description_routes, add_health_route, add_problem_routes, add_service_routes
from api.settings import ApiSettings
from api.sql_routes import DOOR_ENDPOINTS, add_sql_routes, turn_away_from
from api.waiting import answer_that_waits

ABOUT = (
    "Claims of news sources, the questions that they answer, and where the sources differ. "
    "Every row is a row of a view in the published DuckDB file; `meta.sql` gives it in any DuckDB shell."
)
# Bytes: a draft of 100,000 characters, whatever its script and however JSON escapes it.
LARGEST_BODY = 1_300_000
# Bytes: JSON writes a letter in six at most (`\u00e9`), and beside the query stand its parameters.
JSON_BYTES_A_BYTE = 6
ROOM_FOR_PARAMETERS = 80_000
SQL_DOOR = "rashomon_sql_door"
# The OpenAPI description in the making: who adds routes beside the API's own describes them there.
DESCRIPTION = "rashomon_description"
Refusals = Mapping[str, Callable[[], None]]
_RAISED: tuple[tuple[type[Exception], ProblemType], ...] = (
    (StaleTokenError, STALE_TOKEN),
    (UnpublishedError, UNPUBLISHED),
)


class ProblemApi(Api):
    """flask-smorest's Api with RFC 9457 problems instead of its own error format."""

    ERROR_SCHEMA = Problem  # type: ignore[assignment]  # declared as flask-smorest's own schema
    DEFAULT_ERROR_RESPONSE_NAME = None  # type: ignore[assignment]  # documented by flask-smorest, declared a string

    def _register_error_handlers(self) -> None:
        self._app.register_error_handler(HTTPException, _page_or_problem)

    def _register_responses(self) -> None:
        super()._register_responses()
        for response in self.spec.components.responses_lazy.values():
            content = response.get("content", {})
            if "application/json" in content:
                content[PROBLEM_JSON] = content.pop("application/json")


def register(app: flask.Flask, published: PublishedFile, settings: ApiSettings | None = None) -> None:
    """Add the API's routes, error answers and documentation to an application.

    Views and columns come from the published file as it stands now. Raises UnpublishedError where there is none.
    """
    settings = settings or ApiSettings()
    with published.snapshot() as snapshot:
        columns = snapshot.views
    with app.app_context():
        serve_from(published)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    api = ProblemApi(app, spec_kwargs=_spec_options())
    door = SqlDoor(published.path, settings.sql_limits) if settings.sql else None
    app.extensions[SQL_DOOR] = door
    app.extensions[FREE_DOWNLOADS] = threading.Semaphore(settings.downloads)
    counts = RequestCounts()
    checks = app.extensions[DRAFT_CHECKS] = DraftChecks(settings.lexicon)
    blueprints = (_resources(columns, door, checks), _service(published, counts))
    for blueprint in blueprints:
        api.register_blueprint(blueprint)
    app.extensions[DESCRIPTION] = api.spec
    add_description_routes(app, api.spec, blueprints)
    refusals = {CHECK_ENDPOINT: checks.turn_away}
    if door:
        refusals |= dict.fromkeys(DOOR_ENDPOINTS, partial(turn_away_from, door))
    _add_steps(app, settings, counts, refusals)


def register_waiting(
    app: flask.Flask,
    published: PublishedFile,
    page: Callable[[str], flask.Response],
    settings: ApiSettings | None = None,
) -> None:
    """Add what the API answers before the first build, to those alone whom it would answer after it.

    `page` is shown to who asks for a page, and is given what is missing.
    """
    api = ProblemApi(app, spec_kwargs=_spec_options())
    explanations = StrictBlueprint("api", __name__, url_prefix=PREFIX)
    add_problem_routes(explanations)
    health = StrictBlueprint("service", __name__)
    add_health_route(health)
    for blueprint in (explanations, health):
        _answer_with_problems(blueprint)
        api.register_blueprint(blueprint)
    settings = settings or ApiSettings()
    _add_guards(app, settings, RequestCounts())
    app.before_request(answer_that_waits(published, page))
    _add_endings(app, settings)


def prepare(app: flask.Flask) -> None:
    """Start what first answers would else wait for, in processes of their own; for a server, which answers many."""
    checks: DraftChecks = app.extensions[DRAFT_CHECKS]
    checks.prepare()
    door: SqlDoor | None = app.extensions[SQL_DOOR]
    if door:
        door.prepare()


def close(app: flask.Flask) -> None:
    """End the processes that the API started, which are none before the first build; call it when the server stops."""
    door: SqlDoor | None = app.extensions.get(SQL_DOOR)
    if door:
        door.close()
    checks: DraftChecks | None = app.extensions.get(DRAFT_CHECKS)
    if checks:
        checks.close()


def _add_steps(app: flask.Flask, settings: ApiSettings, counts: RequestCounts, refusals: Refusals) -> None:
    """Add what happens around every request; Flask runs the steps after a request from the last to the first."""
    _add_guards(app, settings, counts)
    Pace(refusals).keep(app)
    app.before_request(turn_away(refusals))
    app.before_request(bound_bodies({"api.sql_post": largest_query(settings)}))
    app.before_request(lead_to_the_route_meant)
    app.before_request(give_again)
    app.after_request(release_when_sent)
    app.after_request(keep_answer)
    _add_endings(app, settings)


def _add_guards(app: flask.Flask, settings: ApiSettings, counts: RequestCounts) -> None:
    """Add what comes first: the request gets its id, is counted and logged, and is refused to whom it is not for."""
    app.before_request(note_request)
    app.before_request(name_request)
    count_requests(app, counts)
    log_faults(app, settings.json_logs)
    if settings.json_logs:
        log_requests(app)
    app.before_request(refuse_nameless)
    if settings.trusted_hosts:
        app.before_request(refuse_untrusted_hosts(settings.trusted_hosts))
    if settings.requests_per_minute:
        app.before_request(limit_requests(settings.requests_per_minute))
    if settings.tokens:
        app.before_request(require_token(settings.tokens))


def _add_endings(app: flask.Flask, settings: ApiSettings) -> None:
    """Add how every answer is sent."""
    app.after_request(untyped_when_empty)
    app.after_request(gzip_if_accepted)
    app.after_request(send_request_id)
    if settings.cors_origins:
        app.after_request(allow_origins(settings.cors_origins))


def largest_query(settings: ApiSettings) -> int:
    """Return how many bytes the body with the longest query and its parameters may have."""
    return JSON_BYTES_A_BYTE * settings.sql_limits.text_bytes + ROOM_FOR_PARAMETERS


def _resources(columns: Columns, door: SqlDoor | None, checks: DraftChecks) -> StrictBlueprint:
    blueprint = StrictBlueprint(
        "api",
        __name__,
        url_prefix=PREFIX,
        description="Findings and what they rest on.",
        template_folder="templates",
        static_folder="static",
    )
    add_list_routes(blueprint, columns)
    add_item_routes(blueprint, columns)
    add_sql_routes(blueprint, door)
    add_check_route(blueprint, columns, checks)
    add_export_routes(blueprint, columns)
    add_problem_routes(blueprint)
    add_index_route(blueprint, columns)
    _answer_with_problems(blueprint)
    return blueprint


def _service(published: PublishedFile, counts: RequestCounts) -> StrictBlueprint:
    blueprint = StrictBlueprint("service", __name__, description="Whether the server is well.")
    add_service_routes(blueprint, published, counts)
    _answer_with_problems(blueprint)
    return blueprint


def _answer_with_problems(blueprint: StrictBlueprint) -> None:
    """Turn what analytics raises into problems, on the API's own routes only."""
    for raised, kind in _RAISED:
        blueprint.register_error_handler(raised, _problem_of(kind))
    blueprint.register_error_handler(SlowQueryError, _too_slow)
    blueprint.register_error_handler(UnknownRowError, _unknown_row)
    blueprint.register_error_handler(BadTokenError, _bad_token)
    blueprint.register_error_handler(ProblemError, problem_response)


def _problem_of(kind: ProblemType) -> Callable[[Exception], flask.Response]:
    return lambda error: problem_response(ProblemError(kind, str(error)))


def _too_slow(error: Exception) -> flask.Response:
    seconds = pinned().seconds
    limit = f" One may take {seconds:g} seconds (`query_seconds`)." if seconds else ""
    return problem_response(ProblemError(TOO_SLOW, f"{error}{limit}"))


def _unknown_row(error: Exception) -> flask.Response:
    return part_meant() or problem_response(ProblemError(NOT_FOUND, parts_there_are() or str(error)))


def _bad_token(error: Exception) -> flask.Response:
    errors = [{"path": "query.next", "message": str(error)}]
    return problem_response(ProblemError(INVALID, unusable_arguments(errors), errors))


def _page_or_problem(error: HTTPException) -> flask.Response | WerkzeugResponse:
    """Answer the API's callers with a problem; leave the pages' errors to the pages."""
    if is_api_request() and error.code and error.code >= HTTPStatus.BAD_REQUEST:
        return problem_response(error)
    return error.get_response()


def _spec_options() -> dict[str, object]:
    return {
        "title": "Rashomon",
        "version": VERSION,
        "openapi_version": "3.1.0",
        "info": {"description": ABOUT},
    }
