"""docs/api.md: what it names exists, what exists is named, and its examples run."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import fields
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page

from api.problems import PROBLEM_TYPES
from api.settings import ApiSettings
from tests.api.conftest import Client

DOCS = Path(__file__).resolve().parents[2] / "docs"
TEXT = (DOCS / "api.md").read_text(encoding="utf-8")
BASE = "http://127.0.0.1:8000"
# Routes of the pages, which this server has not; tests/dashboard/test_chart_routes.py asks them.
CHARTS = {"/api/v1/charts"} | {
    f"/api/v1/charts/{one}" for one in ("{name}.json", "{name}/rows.json", "{name}.png", "query-result.png")
}
TWIN = re.compile(r"\.(json|\{extension\})$")


def examples(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


def test_every_route_is_documented_and_every_documented_route_exists(sample: Client) -> None:
    described = {path for path in sample.get("/openapi.json").json()["paths"] if not TWIN.search(path)}
    named = set(re.findall(r"^\| `(/[^`]*)` \|", TEXT, re.MULTILINE))
    assert named - CHARTS == described | {"/openapi.json", "/api/v1/docs"}


def test_every_kind_of_problem_is_documented_with_its_status() -> None:
    named = dict(re.findall(r"^\| `([a-z-]+)` \| (\d{3}) \|", TEXT, re.MULTILINE))
    assert named == {kind.name: str(kind.status) for kind in PROBLEM_TYPES.values()}


def test_every_setting_of_the_api_is_documented() -> None:
    settings = (DOCS / "settings.md").read_text(encoding="utf-8")
    for setting in fields(ApiSettings):
        assert f"`{setting.name.removesuffix('_limits')}" in settings, setting.name


@pytest.mark.parametrize("example", examples("sh"))
def test_each_command_runs(sample: Client, tmp_path: Path, example: str) -> None:
    command = example.replace("curl -s", "curl -sS --fail").replace(BASE, sample.base)
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    written = [file.read_text() for file in tmp_path.iterdir()]
    assert "".join([done.stdout, *written]).strip()


@pytest.mark.parametrize("example", examples("python"))
def test_each_python_example_runs(sample: Client, example: str) -> None:
    code = example.replace(BASE, sample.base)
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert " say" in done.stdout


@pytest.mark.parametrize("example", examples("js"))
def test_each_javascript_example_runs(sample: Client, page: Page, example: str) -> None:
    page.goto(sample.base + "/healthz")
    with page.expect_console_message(lambda message: " say" in message.text):
        page.evaluate("async () => {" + example.replace(BASE, sample.base) + "}")


def test_each_command_of_the_reference_page_asks_this_server_and_is_answered(sample: Client) -> None:
    page = sample.get("/api/v1/docs").text
    commands = [shlex.split(unescape(each)) for each in re.findall(r"<pre><code>(curl .*?)</code>", page)]
    description = sample.get("/openapi.json").json()
    assert len(commands) == sum(len(item.keys() & {"get", "post"}) for item in description["paths"].values())
    for _, _, address, *body in commands:
        assert address.startswith(sample.base + "/")
        path = address.removeprefix(sample.base)
        answer = sample.post(path, json=json.loads(body[-1])) if body else sample.get(path)
        assert (answer.status_code, path) == (200, path)


def scripts(sample: Client, language: str) -> list[str]:
    """Return the lines in one language of every route of the reference page."""
    page = sample.get("/api/v1/docs").text
    found = [unescape(each) for each in re.findall(rf'<pre><code class="{language}">(.*?)</code>', page, re.DOTALL)]
    assert len(found) == len(re.findall(r"<pre><code>curl ", page)) > 90
    return found


def test_each_script_in_python_of_the_reference_page_is_answered(sample: Client) -> None:
    every = scripts(sample, "python")
    # A row may hold letters that a terminal of another place does not know.
    done = subprocess.run(
        [sys.executable, "-W", "error", "-X", "utf8", "-"],
        input="\n".join(every),
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) >= len(every)


@pytest.mark.skipif(not shutil.which("node"), reason="needs Node.js")
def test_each_script_in_javascript_of_the_reference_page_is_answered(sample: Client, tmp_path: Path) -> None:
    every = scripts(sample, "javascript")
    fails = "if (!answer.ok) throw new Error(answer.url);"
    module = tmp_path / "every.mjs"
    module.write_text("\n".join(f"{{\n{each}\n{fails}\n}}" for each in every), encoding="utf-8")
    done = subprocess.run(["node", str(module)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) >= len(every)


def test_the_reference_page_needs_no_network_and_no_script(sample: Client, page: Page) -> None:
    asked: list[str] = []
    spoken: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: spoken.append(message.text))
    page.goto(sample.base + "/api/v1/docs")
    assert page.get_by_role("heading", name="Rashomon API").is_visible()
    assert page.locator("script").count() == 0
    assert all(address.startswith(sample.base) for address in asked)
    assert spoken == []
