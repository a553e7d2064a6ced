"""The extraction as machine code: which copy is used, and that its records are made as those of the code are."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extraction.compiled_copy import SWITCH, compiled_copy, fingerprint
from tools import compile_extraction
from tools.compile_extraction import with_constructors

PACKAGE = Path(__file__).resolve().parent.parent.parent / "extraction"
RECORDS = """from dataclasses import dataclass, field


@dataclass(slots=True)
class Span:
    \"\"\"Tokens.\"\"\"

    first: int
    last: int = 0
    name: str | None = None
    \"\"\"What it is called.\"\"\"


@dataclass(slots=True)
class Pair:
    first: int
    both: int = 0

    def __post_init__(self) -> None:
        self.both = 2 * self.first


@dataclass(slots=True)
class Square:
    side: int
    area: int = field(init=False)

    def __post_init__(self) -> None:
        self.area = self.side * self.side


@dataclass(slots=True)
class Listed:
    spans: list[Span] = field(default_factory=list)


WHOLE = Span(1, name="all")
PAIR = Pair(2)
SQUARE = Square(3)
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a package of one folder with a compiled copy beside it."""
    monkeypatch.delenv(SWITCH, raising=False)
    package = tmp_path / "extraction"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "words").mkdir()
    (package / "words" / "tokens.py").write_text("LONGEST = 40\n")
    (tmp_path / "build" / "compiled" / fingerprint(package) / "extraction").mkdir(parents=True)
    return package


def test_the_copy_of_this_very_code_is_used(package: Path) -> None:
    copy = compiled_copy(package)
    assert copy is not None
    assert copy.parent.name == fingerprint(package)


def test_a_copy_of_other_code_is_not_used(package: Path) -> None:
    (package / "words" / "tokens.py").write_text("LONGEST = 41\n")
    assert compiled_copy(package) is None


def test_a_copy_of_fewer_modules_is_not_used(package: Path) -> None:
    (package / "places.py").write_text("")
    assert compiled_copy(package) is None


def test_the_copy_can_be_switched_off(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "0")
    assert compiled_copy(package) is None


def test_the_package_reads_its_modules_from_the_copy(package: Path) -> None:
    (package / "__init__.py").write_bytes((PACKAGE / "__init__.py").read_bytes())
    (package / "compiled_copy.py").write_bytes((PACKAGE / "compiled_copy.py").read_bytes())
    copy = package.parent / "build" / "compiled" / fingerprint(package) / "extraction"
    (copy / "words").mkdir(parents=True)
    (copy / "words" / "tokens.py").write_text("LONGEST = 'from the copy'\n")
    program = "import extraction.words.tokens as tokens; print(tokens.LONGEST)"
    for switch, longest in (("1", "from the copy"), ("0", "40")):
        environment = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONSAFEPATH": "1", SWITCH: switch}
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True
        )
        assert done.stdout.strip() == longest


@pytest.fixture
def staged(package: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the package that has been compiled, and that nothing has tried yet."""
    target = package.parent / "build" / "compiled"
    shutil.rmtree(target / fingerprint(package))
    shutil.copytree(package, target / "making" / "extraction")
    monkeypatch.setattr(compile_extraction, "PACKAGE", package)
    monkeypatch.setattr(compile_extraction, "TARGET", target)
    return target / "making"


def test_a_copy_that_cannot_be_tried_is_removed(package: Path, staged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_: str) -> str:
        raise subprocess.CalledProcessError(-11, "python")

    monkeypatch.setattr(compile_extraction, "_claims", crash)
    with pytest.raises(subprocess.CalledProcessError):
        compile_extraction._put_in_place(staged)
    assert compiled_copy(package) is None
    assert list(staged.parent.iterdir()) == []


def test_a_copy_of_code_that_has_changed_meanwhile_is_not_tried(package: Path, staged: Path) -> None:
    (package / "words" / "tokens.py").write_text("LONGEST = 41\n")
    with pytest.raises(SystemExit, match="changed while it was compiled"):
        compile_extraction._put_in_place(staged)


def test_written_out_constructors_make_the_same_records() -> None:
    written, plain = ({}, {})
    exec(with_constructors(RECORDS), written)  # noqa: S102 - our own text
    exec(RECORDS, plain)  # noqa: S102
    assert "def __init__(self, first: int, last: int = 0, name: str | None = None)" in with_constructors(RECORDS)
    for record in ("WHOLE", "PAIR", "SQUARE"):
        assert dataclasses.asdict(written[record]) == dataclasses.asdict(plain[record])
    assert written["Span"](1, 0, "all") == written["WHOLE"]
    assert written["Listed"]() == written["Listed"]([])


def test_written_out_constructors_leave_every_line_its_number() -> None:
    for module in PACKAGE.glob("*.py"):
        source = module.read_text(encoding="utf-8")
        pairs = zip(source.split("\n"), with_constructors(source).split("\n"), strict=True)
        assert all(before in ("", after) for before, after in pairs), module


COMPILE = (
    "import sys, pathlib; from tools import compile_extraction; compile_extraction._compile(pathlib.Path(sys.argv[1]))"
)
TRANSLATE = """
import os, pathlib, sys
import setuptools
from tools import compile_extraction
os.chdir(sys.argv[1])
print(*compile_extraction._translated(compile_extraction._sources(pathlib.Path("extraction"))), sep="\\n")
"""
SPLIT = """
from extraction import model
from extraction.words import tokens
print(tokens.__file__)
print(tokens.tokenize("Some 1,200 ships (a fifth) weren't in port."))
print(model.Sentence(start=0, end=4, first=0, last=1, paragraph=0))
"""


def test_modules_are_compiled_to_what_they_were(tmp_path: Path) -> None:
    for module in ("__init__.py", "compiled_copy.py", "model.py", "words/__init__.py", "words/tokens.py"):
        (tmp_path / "extraction" / module).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PACKAGE / module, tmp_path / "extraction" / module)
    written = output(SPLIT, tmp_path)
    output(COMPILE, PACKAGE.parent, str(tmp_path))
    compiled = output(SPLIT, tmp_path)
    assert [lines[0].rpartition(".")[2] for lines in (written, compiled)] == ["py", "so"]
    assert written[1:] == compiled[1:]


def test_every_module_can_be_translated(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "extraction", ignore=shutil.ignore_patterns("__pycache__"))
    modules = [path for path in PACKAGE.rglob("*.py") if path.name not in compile_extraction.INTERPRETED]
    translated = [line for line in output(TRANSLATE, PACKAGE.parent, str(tmp_path)) if "'extraction." in line]
    assert len(translated) == len(modules)


def output(program: str, folder: Path, *arguments: str) -> list[str]:
    """Return the lines that a program writes whose packages lie in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return done.stdout.splitlines()
