"""How one route is asked: by curl, by Python's own library and by JavaScript's `fetch`."""

import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Asked:
    """What is asked of an address: the body that is sent, None for a GET, and the media type of the answer."""

    address: str
    body: Mapping[str, Any] | None
    media_type: str

    @property
    def is_json(self) -> bool:
        """Return whether the answer is JSON."""
        return self.media_type.endswith("json") and "ndjson" not in self.media_type

    @property
    def is_text(self) -> bool:
        """Return whether the answer is text of any other kind."""
        return not self.is_json and "parquet" not in self.media_type and not self.media_type.startswith("image/")


def as_curl(asked: Asked) -> str:
    """Return the command of curl."""
    command = f"curl -s {shlex.quote(asked.address)}"
    if asked.body is None:
        return command
    return f"{command} -H 'Content-Type: application/json' -d {shlex.quote(json.dumps(asked.body))}"


def as_python(asked: Asked) -> str:
    """Return the lines of Python, which need nothing but its library."""
    read = "json.load(answer)" if asked.is_json else "answer.read().decode()" if asked.is_text else "len(answer.read())"
    imports = "import json\n" if asked.is_json or asked.body is not None else ""
    reading = f"with urlopen(%s) as answer:\n    print({read})"
    address = json.dumps(asked.address)
    if asked.body is None:
        return f"{imports}from urllib.request import urlopen\n\n" + reading % address
    sent = f'{address}, json.dumps({dict(asked.body)!r}).encode(), {{"Content-Type": "application/json"}}'
    return f"{imports}from urllib.request import Request, urlopen\n\nasked = Request({sent})\n" + reading % "asked"


def as_javascript(asked: Asked) -> str:
    """Return the lines of JavaScript, for a module of a browser or of Node."""
    read = "answer.json()" if asked.is_json else "answer.text()" if asked.is_text else "answer.arrayBuffer()"
    sent = ""
    if asked.body is not None:
        headers = '{"Content-Type": "application/json"}'
        sent = f', {{\n  method: "POST",\n  headers: {headers},\n  body: JSON.stringify({json.dumps(asked.body)}),\n}}'
    return f"const answer = await fetch({json.dumps(asked.address)}{sent});\nconsole.log(await {read});"
