"""Pictures of every page, light, dark and on a phone: `python -m tests.dashboard.screens [FILE.duckdb] [FOLDER]`.

Without a file the sample is built, in two builds, so that the page of changes has something to tell; without a folder
the pictures go to docs/screens.
"""

from __future__ import annotations

import argparse
import base64
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote, urlencode

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

import api
from analytics.reading import PublishedFile
from tests.builds import built
from tests.conftest import REPOSITORY, SAMPLE
from tests.dashboard.conftest import application, serving
from tests.dashboard.test_pages import SCREENS

QUERY = "select measure, count(*) as findings from finding group by measure order by findings desc limit 10"
DRAFT = "The United States believes about 8,000 North Korean soldiers are in Russia. Ukraine has counted 4,500."
LONGEST_PICTURE = 2700
"""A page is pictured down to this many px: the rest of a list says nothing new."""
QUALITY = 70


def page_addresses(database: Path) -> dict[str, str]:
    """Name every kind of page and give the address of its fullest example in a file."""
    with PublishedFile(database).snapshot() as snapshot:
        question = snapshot.rows("select question_id from finding order by rank limit 1")[0]
        event = snapshot.rows("select event_id from event order by rank limit 1")[0]
        article = snapshot.rows("select document_id, source from document order by claim_count desc limit 1")[0]
    return {
        "findings": "/",
        "events": "/events",
        "event": f"/events/{event['event_id']}",
        "questions": "/questions",
        "question": f"/questions/{question['question_id']}",
        "document": f"/documents/{quote(str(article['document_id']), safe='')}",
        "sources": "/sources",
        "source": f"/sources/{quote(str(article['source']), safe='')}",
        "changes": "/changes",
        "sql": "/sql?" + urlencode({"q": QUERY}),
        "draft": "/draft",
        "method": "/about",
    }


def take_screens(browser: Browser, server: str, addresses: dict[str, str], folder: Path) -> None:
    """Take a picture of each page on each screen into `folder`."""
    for screen, options in SCREENS.items():
        context = browser.new_context(**options)
        page = context.new_page()
        session = context.new_cdp_session(page)
        for name, address in addresses.items():
            page.goto(server + address)
            if name == "draft":
                page.locator("textarea").fill(DRAFT)
                page.get_by_role("button", name="Check").click()
            page.wait_for_selector("body[data-ready]")
            page.wait_for_load_state("networkidle")
            (folder / f"{name}-{screen}.webp").write_bytes(picture_of(page, session))
        context.close()


def picture_of(page: Page, session: CDPSession) -> bytes:
    """Give the page's picture as WebP, a quarter of the size of a PNG."""
    size = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
    clip = {"x": 0, "y": 0, "width": size[0], "height": min(size[1], LONGEST_PICTURE), "scale": 1}
    asked = {"format": "webp", "quality": QUALITY, "captureBeyondViewport": True, "clip": clip}
    return base64.b64decode(session.send("Page.captureScreenshot", asked)["data"])


def sample_in_two_builds(folder: Path) -> Path:
    """Build two thirds of the sample's articles and then all of them into one file, so that figures move."""
    first = folder / "first"
    first.mkdir()
    articles = sorted(SAMPLE.glob("*.ndjson"))
    lines = [line for path in articles for line in path.read_text(encoding="utf-8").splitlines()]
    two_thirds = [line for index, line in enumerate(lines) if index % 3 != 2]
    (first / "documents.ndjson").write_text("\n".join(two_thirds), encoding="utf-8")
    target = folder / "sample.duckdb"
    built(first, target)
    return built(SAMPLE, target)


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path, nargs="?")
    parser.add_argument("folder", type=Path, nargs="?", default=REPOSITORY / "docs" / "screens")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp())
    database = asked.database or sample_in_two_builds(work)
    app = application(database, work)
    with serving(app) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        take_screens(browser, server, page_addresses(database), asked.folder)
        browser.close()
    api.close(app)
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
