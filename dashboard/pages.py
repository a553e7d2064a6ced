"""The pages' addresses: each view reads one build, fills one template, and is cacheable by that build's id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, Response, abort, make_response, render_template, request
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException

from analytics.keyset import BadTokenError, StaleTokenError
from analytics.reading import PublishedFile, Snapshot, UnknownRowError, UnpublishedError
from api.problems import is_api_request, problem_response
from dashboard import numerals
from dashboard.assets import Asset, read_assets
from dashboard.cache_folder import default_cache_folder
from dashboard.changes_page import changes_page
from dashboard.chart_routes import chart_blueprint
from dashboard.content_security import secured
from dashboard.document_page import address_of_claim, address_of_document, document_page
from dashboard.draft_page import draft_page
from dashboard.findings_page import findings_page
from dashboard.method_page import method_page
from dashboard.page_arguments import page_arguments
from dashboard.question_page import question_page, relation_words
from dashboard.questions_page import questions_page
from dashboard.sources_page import address_of_source, source_page, sources_page
from dashboard.sql_page import sql_page
from dashboard.strips import scale_marks
from dashboard.vega_bundle import vega_bundle
from dashboard.verdict_words import VERDICTS, verdict_words

HERE = Path(__file__).resolve().parent
A_YEAR = 31_536_000
EXPECTED = (UnknownRowError, UnpublishedError, ValidationError, BadTokenError, StaleTokenError)


def register(app: Flask, published: PublishedFile, cache_folder: Path | None = None) -> None:
    """Add the pages, their assets and the chart routes to an app.

    `cache_folder` keeps the Vega bundle and pictures between runs; by default the user's own cache folder.
    """
    cache = cache_folder or default_cache_folder()
    assets = read_assets(vega_bundle(cache))
    blueprint = Blueprint("dashboard", __name__, template_folder="templates")
    _add_pages(blueprint, published, assets)
    _add_assets(blueprint, assets)
    blueprint.after_request(secured)
    blueprint.context_processor(lambda: _shared_context(assets))
    _add_error_pages(app, blueprint, assets)
    app.register_blueprint(blueprint)
    app.register_blueprint(chart_blueprint(published, cache))


def _add_pages(blueprint: Blueprint, published: PublishedFile, assets: Mapping[str, Asset]) -> None:
    """Name each page's address, template and function."""
    version = "".join(asset.digest for asset in assets.values() if asset.name.endswith((".css", ".js")))[:64]

    def page(address: str, template: str, context: Callable[..., dict[str, Any]]) -> None:
        def view(**parts: Any) -> Response:  # noqa: ANN401 - the address's own parts
            with published.snapshot() as snapshot:
                return _page(snapshot, template, context(snapshot, **parts), version)

        blueprint.add_url_rule(address, endpoint=template.removesuffix(".html"), view_func=view)

    page("/", "findings.html", lambda snapshot: findings_page(snapshot, page_arguments()))
    page("/questions/<path:question_id>", "question.html", question_page)
    page(
        "/documents/<path:document_id>",
        "document.html",
        lambda snapshot, document_id: document_page(snapshot, document_id, _asked_part()),
    )
    page("/questions", "questions.html", lambda snapshot: questions_page(snapshot, page_arguments()))
    page("/about", "about.html", method_page)
    page("/sources", "sources.html", lambda snapshot: sources_page(snapshot, page_arguments()))
    page(
        "/sources/<path:source>",
        "source.html",
        lambda snapshot, source: source_page(snapshot, source, page_arguments()),
    )
    page("/changes", "changes.html", lambda snapshot: changes_page(snapshot, page_arguments()))
    page("/sql", "sql.html", lambda snapshot: sql_page(snapshot, request.args.get("q", "")))
    page("/draft", "draft.html", lambda snapshot: draft_page(snapshot, "", None))

    @blueprint.post("/draft")
    def checked_draft() -> Response:
        with published.snapshot() as snapshot:
            context = draft_page(snapshot, request.form.get("text", ""), request.form.get("published_at") or None)
            return _page(snapshot, "draft.html", context, None)

    @blueprint.get("/build.json")
    def build_id() -> dict[str, str]:
        with published.snapshot() as snapshot:
            return {"build_id": snapshot.build_id}


def _page(snapshot: Snapshot, template: str, context: dict[str, Any], version: str | None) -> Response:
    """Fill a template and tag it by build and version, so that a browser that has it asks but does not load.

    Without a version the page is nobody else's and is not kept.
    """
    build = snapshot.cached("build row", lambda: snapshot.rows("select * from build where is_current")[0])
    response = make_response(render_template(template, build=build, here=request.path, **context))
    response.headers["Cache-Control"] = "no-cache" if version else "no-store"
    if version:
        response.set_etag(f"{snapshot.build_id}-{version}")
        response.make_conditional(request)
    return response


def _asked_part() -> int:
    part = request.args.get("part", "0")
    if not part.isdecimal() or len(part) > 6:  # noqa: PLR2004 - a text of 100 GB has fewer parts
        abort(404)
    return int(part)


def _add_assets(blueprint: Blueprint, assets: Mapping[str, Asset]) -> None:
    @blueprint.get("/assets/<digest>/<path:name>")
    def asset(digest: str, name: str) -> Response:
        found = assets.get(name)
        if found is None or found.digest != digest:
            abort(404)
        is_packed = found.packed is not None and "gzip" in request.headers.get("Accept-Encoding", "")
        response = make_response(found.packed if is_packed and found.packed else found.body)
        response.headers["Content-Type"] = found.media_type
        response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
        response.headers["Vary"] = "Accept-Encoding"
        if is_packed:
            response.headers["Content-Encoding"] = "gzip"
        return response


def _shared_context(assets: Mapping[str, Asset]) -> dict[str, Any]:
    """Give the templates their words, numbers and addresses."""
    return {
        "asset": lambda name: assets[name],
        "verdict_words": verdict_words,
        "verdicts": VERDICTS,
        "scale_marks": scale_marks(),
        "address_of_claim": address_of_claim,
        "address_of_document": address_of_document,
        "address_of_source": address_of_source,
        "relation_words": relation_words,
        "amount_text": numerals.amount_text,
        "count_text": numerals.count_text,
        "date_text": numerals.date_text,
        "interval_text": numerals.interval_text,
        "number_text": numerals.number_text,
        "ratio_text": numerals.ratio_text,
    }


def _add_error_pages(app: Flask, blueprint: Blueprint, assets: Mapping[str, Asset]) -> None:
    """Answer what goes wrong on a page with a page that says what to do; the API answers for itself."""

    def notice(error: Exception) -> Response:
        if is_api_request():
            answer: Response = problem_response(error)
            return answer
        code, title, words = _said(error)
        shared = _shared_context(assets)
        body = render_template("notice.html", **shared, title=title, words=words, here=request.path, build=None)
        return secured(make_response(body, code))

    for kind in EXPECTED:
        blueprint.register_error_handler(kind, notice)
    for code in (400, 404, 405, 422, 503):
        app.register_error_handler(code, notice)


def _said(error: Exception) -> tuple[int, str, str]:
    """Give status, heading and words for what went wrong."""
    if isinstance(error, UnknownRowError):
        return 404, "Not in this build", f"{error} It may have gone with an older build."
    if isinstance(error, UnpublishedError):
        return 503, "Nothing to show yet", str(error)
    if isinstance(error, ValidationError):
        named = "; ".join(f"{name}: {' '.join(_flat(said))}" for name, said in dict(error.messages_dict).items())
        return 422, "This address asks for something unknown", named
    if isinstance(error, BadTokenError | StaleTokenError):
        return 410, "The list has been rebuilt since", "A newer build is published. Start again at the first findings."
    if isinstance(error, HTTPException):
        return error.code or 500, error.name, error.description or ""
    return 500, "The page could not be made", "The server's log says why."


def _flat(said: object) -> list[str]:
    """List the sentences of an argument's complaints, which may be nested by place in a list."""
    if isinstance(said, dict):
        return [sentence for part in said.values() for sentence in _flat(part)]
    return [str(part) for part in said] if isinstance(said, list) else [str(said)]
