"""Pictures of every page, light, dark and on a phone: `python -m tests.dashboard.screens FILE.duckdb FOLDER`."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote, urlencode

from playwright.sync_api import Browser, sync_playwright

import api
from analytics.reading import PublishedFile
from tests.dashboard.conftest import application, serving
from tests.dashboard.test_pages import SCREENS

QUERY = "select measure, count(*) as findings from finding group by measure order by findings desc limit 10"
DRAFT = "The United States believes about 8,000 North Korean soldiers are in Russia. Ukraine has counted 4,500."


def page_addresses(database: Path) -> dict[str, str]:
    """Name every kind of page and give the address of its fullest example in a file."""
    with PublishedFile(database).snapshot() as snapshot:
        question = snapshot.rows("select question_id from question order by claim_count desc, question_id limit 1")[0]
        article = snapshot.rows("select document_id, source from document order by claim_count desc limit 1")[0]
    return {
        "findings": "/",
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
        for name, address in addresses.items():
            page.goto(server + address)
            if name == "draft":
                page.locator("textarea").fill(DRAFT)
                page.get_by_role("button", name="Check").click()
            page.wait_for_selector("body[data-ready]")
            page.wait_for_load_state("networkidle")
            page.screenshot(path=folder / f"{name}-{screen}.png", full_page=True)
        context.close()


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    app = application(asked.database, Path(tempfile.mkdtemp()))
    with serving(app) as server, sync_playwright() as playwright:
        found = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        take_screens(browser, server, page_addresses(asked.database), asked.folder)
        browser.close()
    api.close(app)


if __name__ == "__main__":
    main()
