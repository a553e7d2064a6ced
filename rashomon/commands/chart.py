"""`rashomon chart`: a chart as a picture for print, or as its Vega-Lite spec."""

from __future__ import annotations

from pathlib import Path

import click
import orjson

from analytics.reading import PublishedFile, Snapshot
from dashboard.cache_folder import default_cache_folder
from dashboard.chart_routes import chart_foot, chart_title
from dashboard.charts import CHARTS, PictureError, chart_spec, picture
from dashboard.charts.frame import Spec
from dashboard.charts.palette import Theme
from rashomon.building import check_writable
from rashomon.options import database_of, database_option, example


@click.command(
    "chart",
    short_help="Draw a chart as PNG, SVG or Vega-Lite.",
    epilog=example("rashomon chart claim-intervals --db news.duckdb -o intervals.png"),
)
@click.argument("name", type=click.Choice(list(CHARTS)))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A .png, .svg or .json file.")
@click.option("--question", help="Id of the question to draw (default: that of the first finding).")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--width", type=click.IntRange(200, 4000), default=1080, show_default=True, help="Width in pixels.")
@database_option
@click.pass_context
def command(context: click.Context, name: str, output: Path, question: str | None, theme: Theme, width: int) -> None:
    """Draw one chart of a published file; the ending of the output file says as what."""
    check_writable(output)
    with PublishedFile(database_of(context)).snapshot() as snapshot:
        shown = question or (_first_question(snapshot) if CHARTS[name].of_question else None)
        spec = chart_spec(name, {"question_id": shown} if shown else {}, theme, width, snapshot)
        title, foot = chart_title(snapshot, name, shown), chart_foot(snapshot, name)
    try:
        output.write_bytes(_as_file(output, spec, theme, title, foot))
    except PictureError as error:
        raise click.ClickException(f"{output}: the chart could not be drawn ({error})") from error


def _as_file(output: Path, spec: Spec, theme: Theme, title: str, foot: str) -> bytes:
    """Give the content of the file that a chart's spec becomes, by the file's ending."""
    match output.suffix.lower():
        case ".json":
            return orjson.dumps(spec, option=orjson.OPT_INDENT_2)
        case ".png":
            return picture(spec, "png", theme, title, foot, default_cache_folder())
        case ".svg":
            return picture(spec, "svg", theme, title, foot, default_cache_folder())
        case other:
            raise click.UsageError(f"{output}: a chart is written as .png, .svg or .json, not as {other or 'this'}")


def _first_question(snapshot: Snapshot) -> str:
    found = snapshot.rows("select question_id from finding order by rank limit 1")
    if not found:
        raise click.UsageError("This file has no finding: name a question with --question")
    return str(found[0]["question_id"])
