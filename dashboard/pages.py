"""The pages' addresses: each view reads one build, fills one template, and is cacheable by that build's id."""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, Response, current_app, make_response, render_template, request

from analytics.reading import PublishedFile, Snapshot
from api.check_routes import DRAFT_CHECKS, DraftChecks
from api.registration import DESCRIPTION
from api.strict_arguments import refuse_unreadable
from dashboard import numerals, strips
from dashboard.asset_routes import add_asset_route
from dashboard.assets import Asset, read_assets
from dashboard.cache_folder import default_cache_folder
from dashboard.changes_page import changes_page
from dashboard.chart_description import describe_charts
from dashboard.chart_routes import chart_blueprint, chart_version
from dashboard.content_security import secured
from dashboard.document_page import address_of_claim, address_of_document, document_page, stance_words
from dashboard.draft_page import draft_page
from dashboard.error_pages import add_error_pages
from dashboard.event_page import event_page
from dashboard.events_page import address_of_event, dates_of, events_page, place_words
from dashboard.finding_voices import one_behind_both, voices_counted
from dashboard.findings_page import findings_page, spread_words
from dashboard.highlights import by_endless_words
from dashboard.method_page import method_page
from dashboard.page_arguments import asked_part, page_arguments
from dashboard.question_page import question_page, relation_words
from dashboard.questions_page import questions_page
from dashboard.sources_page import address_of_source, source_page, sources_page
from dashboard.sql_page import sql_page
from dashboard.surety_words import surety_words
from dashboard.vega_bundle import vega_bundle
from dashboard.verdict_words import verdict_words
from dashboard.writing_direction import by_direction, isolated

HERE = Path(__file__).resolve().parent


def register(app: Flask, published: PublishedFile, cache_folder: Path | None = None) -> None:
    """Add the pages, their assets and the chart routes to an app.

    `cache_folder` keeps the Vega bundle and pictures between runs; by default the user's own cache folder.
    """
    cache = cache_folder or default_cache_folder()
    assets = read_assets(vega_bundle(cache))
    blueprint = Blueprint("dashboard", __name__, template_folder="templates")
    version = _version(assets)
    _add_pages(blueprint, published, version)
    _add_draft_check(blueprint, published)
    _add_build_id(blueprint, published)
    add_asset_route(blueprint, assets)
    blueprint.before_request(refuse_unreadable)
    blueprint.after_request(secured)
    blueprint.context_processor(lambda: _shared_context(assets))
    blueprint.context_processor(lambda: {"served_file": shlex.quote(published.path.name)})
    add_error_pages(app, blueprint, lambda: _shared_context(assets))
    app.register_blueprint(blueprint)
    app.register_blueprint(chart_blueprint(published, cache, version))
    with published.snapshot() as snapshot:
        describe_charts(app, app.extensions[DESCRIPTION], snapshot)


PAGES: dict[str, tuple[str, Callable[..., dict[str, Any]]]] = {
    "/": ("findings.html", lambda snapshot: findings_page(snapshot, page_arguments())),
    "/events": ("events.html", lambda snapshot: events_page(snapshot, page_arguments())),
    "/events/<path:event_id>": ("event.html", event_page),
    "/questions": ("questions.html", lambda snapshot: questions_page(snapshot, page_arguments())),
    "/questions/<path:question_id>": (
        "question.html",
        lambda snapshot, question_id: question_page(snapshot, question_id, page_arguments()),
    ),
    "/documents/<path:document_id>": (
        "document.html",
        lambda snapshot, document_id: document_page(snapshot, document_id, asked_part()),
    ),
    "/sources": ("sources.html", lambda snapshot: sources_page(snapshot, page_arguments())),
    "/sources/<path:source>": (
        "source.html",
        lambda snapshot, source: source_page(snapshot, source, page_arguments()),
    ),
    "/changes": ("changes.html", lambda snapshot: changes_page(snapshot, page_arguments())),
    "/draft": ("draft.html", lambda snapshot: draft_page(snapshot, _checks())),
    "/sql": ("sql.html", lambda snapshot: sql_page(snapshot, request.args.get("q", ""), request.args.get("saved", ""))),
    "/about": ("about.html", method_page),
}
"""Each page's address, its template, and the function that gives what the template shows."""


def _add_pages(blueprint: Blueprint, published: PublishedFile, version: str) -> None:
    def view_of(template: str, context: Callable[..., dict[str, Any]]) -> Callable[..., Response]:
        def view(**parts: str) -> Response:
            with published.snapshot() as snapshot:
                return _page(snapshot, template, context(snapshot, **parts), version)

        return view

    for address, (template, context) in PAGES.items():
        blueprint.add_url_rule(address, template.removesuffix(".html"), view_of(template, context))


def _add_draft_check(blueprint: Blueprint, published: PublishedFile) -> None:
    @blueprint.post("/draft")
    def checked_draft() -> Response:
        with published.snapshot() as snapshot:
            draft, published_at = request.form.get("text", ""), request.form.get("published_at")
            context = draft_page(snapshot, _checks(), draft, published_at or None)
            answer = _page(snapshot, "draft.html", context, None)
            answer.status_code = 422 if context["date_fault"] else 200
            return answer


def _checks() -> DraftChecks:
    checks: DraftChecks = current_app.extensions[DRAFT_CHECKS]
    return checks


def _add_build_id(blueprint: Blueprint, published: PublishedFile) -> None:
    @blueprint.get("/build.json")
    def build_id() -> dict[str, str]:
        with published.snapshot() as snapshot:
            return {"build_id": snapshot.build_id}


def _page(snapshot: Snapshot, template: str, context: dict[str, Any], version: str | None) -> Response:
    """Fill a template and tag it by build and version, so that a browser that has it asks but does not load.

    Without a version the page is nobody else's and is not kept.
    """
    build = snapshot.cached("build row", lambda: snapshot.rows("select * from build where is_current")[0])
    shown = {"build": build, "here": request.path, "chart_version": chart_version(snapshot.edition, version or "")}
    response = make_response(render_template(template, **shown, **context))
    response.headers["Cache-Control"] = "no-cache" if version else "no-store"
    if version:
        response.set_etag(f"{snapshot.edition}-{version}")
        response.make_conditional(request)
    return response


def _version(assets: Mapping[str, Asset]) -> str:
    """Give 12 hex digits that change with any asset, template or line of code: a page may change though no row did."""
    known = hashlib.sha256("".join(asset.digest for asset in assets.values()).encode())
    for source in sorted([*HERE.rglob("*.html"), *HERE.rglob("*.py"), *HERE.rglob("*.sql")]):
        known.update(source.read_bytes())
    return known.hexdigest()[:12]


def _shared_context(assets: Mapping[str, Asset]) -> dict[str, Any]:
    """Give the templates their words, numbers and addresses."""
    return {
        "asset": lambda name: assets[name],
        "verdict_words": verdict_words,
        "strip_size": (strips.WIDTH, strips.HEIGHT),
        "strip_line": strips.LINE,
        "spread_words": spread_words,
        "stance_words": stance_words,
        "surety_words": surety_words,
        "address_of_claim": address_of_claim,
        "address_of_document": address_of_document,
        "address_of_event": address_of_event,
        "dates_of": dates_of,
        "place_words": place_words,
        "address_of_source": address_of_source,
        "relation_words": relation_words,
        "by_endless_words": by_endless_words,
        "amount_text": numerals.amount_text,
        "count_text": numerals.count_text,
        "one_behind_both": one_behind_both,
        "voices_counted": voices_counted,
        "date_text": numerals.date_text,
        "interval_text": numerals.interval_text,
        "middle_text": numerals.middle_text,
        "number_text": numerals.number_text,
        "isolated": isolated,
        "by_direction": by_direction,
        "ratio_text": numerals.ratio_text,
    }
