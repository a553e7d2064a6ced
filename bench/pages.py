"""What the pages weigh on the wire, and how soon their first chart stands, in Chromium over a real server."""

from __future__ import annotations

import shutil
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from playwright.sync_api import Page, sync_playwright
from waitress.server import create_server

from analytics.reading import PublishedFile
from rashomon.application import create_app
from rashomon.settings import Settings

FIRST_CHART = """
window.charts = {};
new MutationObserver(() => {
  if (!window.charts.first && document.querySelector(".plot svg.marks")) window.charts.first = performance.now();
  if (!window.charts.all && document.body?.dataset.ready) window.charts.all = performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true });
"""


@click.command
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--times", default=5, show_default=True, help="How often each page is opened again with a warm cache.")
def command(file: Path, times: int) -> None:
    """Open the pages of a published file: bytes with an empty cache, and milliseconds with a warm one."""
    with _served(file) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for address in _addresses(file):
            context = browser.new_context(viewport={"width": 1400, "height": 900})
            page = context.new_page()
            page.add_init_script(FIRST_CHART)
            weight = _weight(page, server + address)
            warm = [_opened(page, server + address) for _ in range(times)]
            first, whole = (statistics.median(each[name] for each in warm) for name in ("first", "all"))
            click.echo(f"{address}: {weight / 1000:,.0f} kB cold; warm, first chart {first:.0f} ms, all {whole:.0f} ms")
            context.close()
        browser.close()


@contextmanager
def _served(file: Path) -> Iterator[str]:
    app = create_app(Settings(db=file))
    waiting = create_server(app, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=waiting.run, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{waiting.effective_port}"
    finally:
        waiting.close()


def _addresses(file: Path) -> list[str]:
    published = PublishedFile(file)
    with published.snapshot() as snapshot:
        rows = snapshot.rows("select question_id from question order by claim_count desc, question_id limit 1")
    published.close()
    return ["/", "/?ratio__gte=2", *(f"/questions/{row['question_id']}" for row in rows), "/sources"]


def _weight(page: Page, address: str) -> float:
    """Bytes on the wire for everything that a page loads into an empty cache."""
    session = page.context.new_cdp_session(page)
    loaded: list[float] = []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    _opened(page, address)
    page.wait_for_load_state("networkidle")
    session.detach()
    return sum(loaded)


def _opened(page: Page, address: str) -> dict[str, Any]:
    """Milliseconds until the first chart of a page stands and until all do; raises where the page is a problem's."""
    answer = page.goto(address)
    if answer is None or not answer.ok:
        raise click.ClickException(f"{address} is answered with {answer.status if answer else 'nothing'}, not a page.")
    page.wait_for_selector("body[data-ready]", timeout=60_000)
    found: dict[str, Any] = page.evaluate("window.charts")
    return found
