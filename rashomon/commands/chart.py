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
@click.option("--source", help="Name of the source to draw (default: the one with most claims).")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--width", type=click.IntRange(200, 4000), default=1080, show_default=True, help="Width in pixels.")
@database_option
@click.pass_context
def command(context: click.Context, /, name: str, output: Path, theme: Theme, width: int, **named: str | None) -> None:
    """Draw one chart of a published file; the ending of the output file says as what."""
    check_writable(output)
    with PublishedFile(database_of(context)).snapshot() as snapshot:
        asked = _named(snapshot, name, **named)
        spec = chart_spec(name, asked, theme, width, snapshot)
        title = chart_title(snapshot, name, asked.get("question_id"), asked.get("source"))
        foot = chart_foot(snapshot, name)
    try:
        output.write_bytes(_as_file(output, spec, theme, title, foot))
    except PictureError as error:
        raise click.ClickException(f"{output}: the chart could not be drawn ({error})") from error


def _named(snapshot: Snapshot, name: str, question: str | None, source: str | None) -> dict[str, str]:
    """Give what a chart is asked for: what the command names, else the first of what it draws one of."""
    chart = CHARTS[name]
    question = question or (_first_question(snapshot) if chart.of_question else None)
    source = source or (_first_source(snapshot) if chart.of_source else None)
    return {key: value for key, value in (("question_id", question), ("source", source)) if value}


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


def _first_source(snapshot: Snapshot) -> str:
    found = snapshot.rows("select source from source order by claim_count desc, source limit 1")
    if not found:
        raise click.UsageError("This file has no source.")
    return str(found[0]["source"])
