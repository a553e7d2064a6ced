"""An article's text in, claims out: no database, no network, no web server."""

import sys
from pathlib import Path

from extraction.compiled_copy import compiled_copy

if (_compiled := compiled_copy(Path(__file__).resolve().parent)) is not None:
    __path__.insert(0, str(_compiled))
    sys.path.append(str(_compiled.parent))  # where the library lies that its modules share
