"""Every command of the README works as it stands, in an environment made as the README says.

The two make commands are run by .ci/run: they would run this test.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.front.conftest import own_environment
from tests.front.readme import README, REPOSITORY, ReadmeCommand, readme_commands

MAKE_COMMANDS = [ReadmeCommand("make demo"), ReadmeCommand("make test")]
NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "*.duckdb", "dist", "build")


@pytest.fixture(scope="module")
def reader_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project as a reader gets it, with an empty environment in `env`."""
    folder = tmp_path_factory.mktemp("reader") / "rashomon"
    shutil.copytree(REPOSITORY, folder, ignore=NOT_COPIED)
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    return folder


@pytest.fixture(scope="module")
def reader_environment(reader_folder: Path) -> dict[str, str]:
    """Return the environment after `. env/bin/activate`, with a free port for what serves."""
    path = f"{reader_folder / 'env' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return own_environment(PATH=path, VIRTUAL_ENV=str(reader_folder / "env"), RASHOMON_PORT="0", PYTHONUNBUFFERED="1")


def test_the_make_commands_come_first() -> None:
    assert readme_commands()[:2] == MAKE_COMMANDS


def test_every_command_works_in_the_order_in_which_it_stands(
    reader_folder: Path, reader_environment: dict[str, str]
) -> None:
    for command in readme_commands()[len(MAKE_COMMANDS) :]:
        if command.serves:
            assert b"Rashomon" in first_page(command, reader_folder, reader_environment), command
        else:
            run_to_the_end(command, reader_folder, reader_environment)


def run_to_the_end(command: ReadmeCommand, folder: Path, environment: dict[str, str]) -> None:
    """Run a command in a shell and assert that it says it worked."""
    shell = ["sh", "-c", command.line]
    done = subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, f"{command.line}: {done.stderr}"


def first_page(command: ReadmeCommand, folder: Path, environment: dict[str, str]) -> bytes:
    """Start a command that serves, fetch the page at the address that it prints, and end it."""
    with subprocess.Popen(
        command.line.split(), cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            lines = iter(process.stdout.readline, "")
            address = next(found[1] for line in lines if (found := re.search(r"listens on (http://\S+)", line)))
            with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - the server of this test
                body: bytes = answer.read()
            return body
        finally:
            process.kill()


def test_what_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)", README.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (REPOSITORY / link).exists()] == []


def test_the_third_party_list_names_every_package_we_run_on() -> None:
    locked = set(re.findall(r"^([\w.-]+)==", (REPOSITORY / "requirements.txt").read_text(), re.MULTILINE))
    listed = set(re.findall(r"^\| ([\w.-]+) \| ", (REPOSITORY / "THIRD_PARTY.md").read_text(), re.MULTILINE))
    assert listed - {"what", "package", "---"} == locked


def test_the_packages_we_run_on_are_locked_alike_for_tests() -> None:
    pinned = re.compile(r"^([\w.-]+==\S+)", re.MULTILINE)
    runtime = set(pinned.findall((REPOSITORY / "requirements.txt").read_text()))
    assert runtime <= set(pinned.findall((REPOSITORY / "requirements-test.txt").read_text()))
