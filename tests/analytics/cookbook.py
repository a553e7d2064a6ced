"""The questions of docs/sql.md with their SQL and results.

`python -m tests.analytics.cookbook` builds data/sample and writes the results anew, after a change of extraction, of
the model or of the sample.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb

REPOSITORY = Path(__file__).resolve().parent.parent.parent
COOKBOOK = REPOSITORY / "docs" / "sql.md"
RECIPE = re.compile(
    r"## \d+\. (?P<question>[^\n]+)\n.*?```sql\n(?P<query>.+?);\n```\n\n(?P<result>(?:\|[^\n]*\n)+)", re.DOTALL
)


def recipes() -> Iterator[re.Match[str]]:
    """Give each question of the cookbook, with the groups `question`, `query` and `result`."""
    return RECIPE.finditer(COOKBOOK.read_text(encoding="utf-8"))


def result_of(connection: duckdb.DuckDBPyConnection, query: str) -> str:
    """Write the result of a query as the Markdown table that the cookbook shows; empty cells are nulls."""
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description]
    rows = [
        ["" if cell is None else re.sub(r"\s+", " ", str(cell)).replace("|", "\\|") for cell in row]
        for row in cursor.fetchall()
    ]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in [names, ["---"] * len(names), *rows])


def write_results(database: Path) -> None:
    """Put the results on a published file into the cookbook."""
    text = COOKBOOK.read_text(encoding="utf-8")
    with duckdb.connect(database, read_only=True) as connection:
        for recipe in recipes():
            shown = recipe.group(0)
            answer = result_of(connection, recipe["query"])
            text = text.replace(shown, shown.removesuffix(recipe["result"]) + answer)
    COOKBOOK.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "sample.duckdb"
        arguments = ["build", "--documents", str(REPOSITORY / "data" / "sample"), "-o", str(target)]
        subprocess.run([sys.executable, "-m", "rashomon", *arguments], check=True)
        write_results(target)
