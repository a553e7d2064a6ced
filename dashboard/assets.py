"""Style sheet, scripts and fonts, each under an address that bears the hash of its content and so never goes stale."""

from __future__ import annotations

import base64
import gzip
import hashlib
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).resolve().parent / "static"
STYLE = (
    "colours", "ground", "frame", "words", "badges", "forms", "marks", "charts", "findings", "question", "origins",
    "tables", "evidence", "folded", "reasons", "reading", "lists", "changes", "sql", "method", "print",
)  # fmt: skip
"""The parts of the style sheet, in the order in which a later rule stands above an earlier one."""
COMPRESSED = (".css", ".js", ".svg")
IMPORTED = re.compile(r'(?<=from ")\./([\w./-]+\.js)(?=")')
TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent; `packed` is its gzipped form, None where packing saves nothing.

    `digest` is the first 12 hex digits of the content's SHA-256, `integrity` what a browser checks it against.
    """

    name: str
    body: bytes
    packed: bytes | None
    digest: str
    integrity: str

    @property
    def address(self) -> str:
        """Where the asset is served."""
        return f"/assets/{self.digest}/{self.name}"

    @property
    def media_type(self) -> str:
        """Media type by the name's ending."""
        ending = Path(self.name).suffix
        return TYPES.get(ending) or mimetypes.guess_type(self.name)[0] or "application/octet-stream"


def read_assets(bundle: bytes) -> Mapping[str, Asset]:
    """Read every file of the static folder and add the Vega bundle as `vega.js`; keys are names within the folder.

    The parts of the style sheet go out as one, `style.css`. They name their fonts, and scripts what they import
    (`./name.js`, seen from the folder), by plain relative addresses; these are rewritten to the hashed ones.
    """
    assets: dict[str, Asset] = {"vega.js": _asset("vega.js", bundle)}
    texts = (".css", ".js")
    for path in (path for path in sorted(STATIC.rglob("*")) if path.is_file() and path.suffix not in texts):
        assets[_name(path)] = _asset(_name(path), path.read_bytes())
    for script in sorted(STATIC.rglob("*.js")):
        _add_script(_name(script), assets)
    parts = ((STATIC / "style" / f"{part}.css").read_text(encoding="utf-8") for part in STYLE)
    assets["style.css"] = _asset("style.css", _with_hashed_fonts("\n".join(parts), assets))
    return assets


def _add_script(name: str, assets: dict[str, Asset]) -> None:
    """Add a script after those that it imports, as its address of each bears the other's hash."""
    if name in assets:
        return
    script = (STATIC / name).read_text(encoding="utf-8")
    for imported in IMPORTED.findall(script):
        _add_script(imported, assets)
    assets[name] = _asset(name, IMPORTED.sub(lambda found: assets[found[1]].address, script).encode())


def _name(path: Path) -> str:
    return path.relative_to(STATIC).as_posix()


def _asset(name: str, body: bytes) -> Asset:
    return Asset(
        name=name,
        body=body,
        packed=gzip.compress(body, 9, mtime=0) if name.endswith(COMPRESSED) else None,
        digest=hashlib.sha256(body).hexdigest()[:12],
        integrity="sha384-" + base64.b64encode(hashlib.sha384(body).digest()).decode(),
    )


def _with_hashed_fonts(sheet: str, assets: Mapping[str, Asset]) -> bytes:
    for name, asset in assets.items():
        if name.startswith("fonts/"):
            sheet = sheet.replace(f'url("../{name}")', f'url("{asset.address}")')
    return sheet.encode()
