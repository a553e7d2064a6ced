"""Compiles the extraction package to machine code with mypyc, a part of mypy: `make compiled`.

The compiled copy lies in build/compiled, under the fingerprint of the code that it was made of, and is used from then
on by everything that imports the package from here, until a line of it changes. It finds the same claims. Needs mypy,
setuptools and a C compiler.
"""

from __future__ import annotations

import ast
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from setuptools import Extension

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from extraction.compiled_copy import SWITCH, fingerprint  # noqa: E402 - the repository is on the path only now

PACKAGE = REPOSITORY / "extraction"
TARGET = REPOSITORY / "build" / "compiled"
INTERPRETED = frozenset(("__init__.py", "compiled_copy.py"))
"""What runs before it is known whether there is a copy."""
OPTIMISATION = "1"
"""Higher levels take minutes longer and gain nothing that can be measured."""


def main() -> None:
    """Compile the package, unless a copy of this very code is there; exit with a message where it cannot be done."""
    if not (TARGET / fingerprint(PACKAGE)).is_dir():
        _check_means()
        TARGET.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix="making-", dir=TARGET))
        try:
            shutil.copytree(PACKAGE, staged / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
            (staged / "data").symlink_to(REPOSITORY / "data")
            _compile(staged)
            _clear(keep=staged)
            _put_in_place(staged)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    print(f"compiled in {(TARGET / fingerprint(PACKAGE)).relative_to(REPOSITORY)}")


def _check_means() -> None:
    compiler = os.environ.get("CC", "cc").split()[0]
    if shutil.which(compiler) is None:
        sys.exit(f"compile_extraction: there is no C compiler ({compiler}); install gcc or clang")
    try:
        import mypyc.build  # noqa: F401, PLC0415 - a run-time question
        import setuptools  # noqa: F401, PLC0415
    except ImportError as missing:
        sys.exit(f"compile_extraction: {missing}; run it in the environment of make test")


def _compile(folder: Path) -> None:
    """Compile the modules of the package that a folder holds; each stands beside its source, which stays as it was."""
    import setuptools  # noqa: PLC0415 - before mypyc, which asks whether it is there

    os.chdir(folder)
    sources = _sources(Path(PACKAGE.name))
    extensions = _translated(sources)
    build = ["build_ext", "--inplace", f"--parallel={os.cpu_count() or 1}"]
    setuptools.setup(packages=[], ext_modules=extensions, script_args=["--quiet", *build])
    for module, source in sources.items():
        module.write_text(source, encoding="utf-8")
    shutil.rmtree("build")
    shutil.rmtree(".mypy_cache", ignore_errors=True)


def _sources(package: Path) -> dict[Path, str]:
    """Return the modules of a package that are compiled, with their code."""
    modules = [path for path in sorted(package.rglob("*.py")) if path.name not in INTERPRETED]
    return {module: module.read_text(encoding="utf-8") for module in modules}


def _translated(sources: dict[Path, str]) -> list[Extension]:
    """Translate modules, which stand in this folder, to C with constructors written out; exit where mypyc cannot."""
    from mypyc.build import mypycify  # noqa: PLC0415 - not needed where there is a copy

    for module, source in sources.items():
        module.write_text(with_constructors(source), encoding="utf-8")
    with contextlib.redirect_stdout(sys.stderr):
        extensions = mypycify(["--config-file=", *map(str, sources)], opt_level=OPTIMISATION, debug_level="0")
    for extension in extensions:
        extension.extra_compile_args += _flags()
    return extensions


def _put_in_place(staged: Path) -> None:
    """Rename a folder by what it was compiled from; exit where that has changed, or finds other claims in the sample.

    It is looked for under that name alone; unless it proves right, it is removed again.
    """
    if fingerprint(staged / PACKAGE.name) != fingerprint(PACKAGE):
        sys.exit("compile_extraction: the code has changed while it was compiled; run it again")
    finished = staged.rename(TARGET / fingerprint(staged / PACKAGE.name))
    is_proved = False
    try:
        is_proved = _claims("1") == _claims("0")
    finally:
        if not is_proved:
            shutil.rmtree(finished)
    if not is_proved:
        sys.exit("compile_extraction: the compiled code finds other claims in data/sample; nothing was put in place")


_SAMPLE_CLAIMS = f"""
import os
from pathlib import Path
from extraction import rules
from extraction.documents import read_documents
assert rules.__file__.endswith(".py") == (os.environ["{SWITCH}"] == "0"), rules.__file__
for claim in rules.RuleExtractor().extract(read_documents([Path("data/sample")])):
    print(claim)
"""


def _claims(switch: str) -> str:
    """The claims of the sample, by the compiled code or the written one."""
    command = [sys.executable, "-c", _SAMPLE_CLAIMS]
    environment = {**os.environ, SWITCH: switch}
    done = subprocess.run(command, env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    return done.stdout


def _flags() -> list[str]:
    """Flags of gcc and clang: calls within the library go straight to their function; made code is not warned about.

    The search for what warnings tell takes twice as long as all the rest.
    """
    return [] if os.name == "nt" else ["-fno-semantic-interposition", "-Wno-all", "-w"]


def _clear(keep: Path) -> None:
    """Remove the copies of code that has changed since."""
    for old in TARGET.iterdir():
        if old != keep:
            shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()


def with_constructors(source: str) -> str:
    """Write out the constructor of each dataclass of a module, on the empty line behind it.

    The one that `dataclasses` makes stays interpreted when the rest of the class is machine code, and to make an
    object would take ten times as long. An `__init__` that stands in the class is kept by `dataclasses`. Lines keep
    their numbers.
    """
    lines = source.split("\n")
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(one) for one in node.decorator_list):
            lines[node.end_lineno or 0] = _constructor(node)
    return "\n".join(lines)


def _constructor(record: ast.ClassDef) -> str:
    """The constructor of a dataclass in one line."""
    fields = [node for node in record.body if isinstance(node, ast.AnnAssign) and not _is_made_later(node)]
    parameters, steps = zip(*map(_parameter, fields), strict=True)
    if any(isinstance(node, ast.FunctionDef) and node.name == "__post_init__" for node in record.body):
        steps += ("self.__post_init__()",)
    return f"    def __init__(self, {', '.join(parameters)}) -> None: {'; '.join(steps)}  # type: ignore"


def _is_made_later(field: ast.AnnAssign) -> bool:
    """Whether `__post_init__` gives a field its value, as `field(init=False)` says, and it is no parameter."""
    return isinstance(field.value, ast.Call) and any(option.arg == "init" for option in field.value.keywords)


def _parameter(field: ast.AnnAssign) -> tuple[str, str]:
    """A field of a dataclass as a parameter of its constructor, and the step that keeps it."""
    name, kind = ast.unparse(field.target), ast.unparse(field.annotation)
    if field.value is None:
        return f"{name}: {kind}", f"self.{name} = {name}"
    if not isinstance(field.value, ast.Call):
        return f"{name}: {kind} = {ast.unparse(field.value)}", f"self.{name} = {name}"
    (made,) = (ast.unparse(option.value) for option in field.value.keywords if option.arg == "default_factory")
    return f"{name}: {kind} | None = None", f"self.{name} = {made}() if {name} is None else {name}"


if __name__ == "__main__":
    main()
