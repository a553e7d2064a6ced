"""`rashomon chart`: a chart as a picture for print, or as its Vega-Lite spec."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click
import orjson

from analytics.reading import PublishedFile, Snapshot
from analytics.sql_door import SqlDoor, SqlStoppedError
from dashboard.cache_folder import default_cache_folder
from dashboard.chart_routes import chart_foot, chart_title, query_chart
from dashboard.charts import CHARTS, PictureError, chart_spec, picture
from dashboard.charts.catalogue import parameters_of
from dashboard.charts.frame import Spec
from dashboard.charts.palette import Theme
from dashboard.charts.query_result import NoChartError
from dashboard.confidence import LEAST_CONFIDENCE
from rashomon.building import check_writable
from rashomon.commands.question import question_row
from rashomon.options import WholeNumber, database_of, database_option, example, min_confidence_option, published_file

QUERY_RESULT = "query-result"
"""The chart of any query, as the SQL page draws it."""


@click.command(
    "chart",
    short_help="Draw a chart as PNG, SVG or Vega-Lite.",
    epilog=example("rashomon chart claim-intervals --db news.duckdb -o intervals.png"),
)
@click.argument("name", type=click.Choice([*CHARTS, QUERY_RESULT]))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A .png, .svg or .json file.")
@click.option("--question", help="Number or id of the question to draw (default: that of the first finding).")
@click.option("--source", help="Name of the source to draw (default: the one with most claims).")
@click.option("--query", help=f"A SELECT statement: what {QUERY_RESULT} draws.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--width", type=WholeNumber(200, 4000), default=1080, show_default=True, help="Width in pixels.")
@min_confidence_option
@database_option
@click.pass_context
def command(
    context: click.Context, /, name: str, output: Path, theme: Theme, width: int, least: float, **named: str | None
) -> None:
    """Draw one chart of a published file; the ending of the output file says as what."""
    check_writable(output)
    query = named.pop("query")
    if (name == QUERY_RESULT) is (query is None):
        raise click.UsageError(f"--query and the chart {QUERY_RESULT} belong together.")
    if query and least:
        raise click.UsageError("--min-confidence: a query says itself which rows it gives")
    published = published_file(database_of(context))
    spec, title, foot = (
        _of_query(published, query, theme, width) if query else _of_file(published, name, theme, width, least, named)
    )
    try:
        output.write_bytes(_as_file(output, spec, theme, title, foot))
    except PictureError as error:
        raise click.ClickException(f"{output}: the chart could not be drawn ({error})") from error
    click.echo(f"{output}: {title}", err=True)


def _of_file(
    published: PublishedFile, name: str, theme: Theme, width: int, least: float, named: Mapping[str, str | None]
) -> tuple[Spec, str, str]:
    """Give one of the pages' charts, its title and its foot."""
    with published.snapshot() as snapshot:
        asked = _named(snapshot, name, **named) | _least_asked(snapshot, name, least)
        spec = chart_spec(name, asked, theme, width, snapshot)
        title = chart_title(snapshot, name, asked.get("question_id"), asked.get("source"))
        return spec, title, chart_foot(snapshot, name)


def _of_query(published: PublishedFile, query: str, theme: Theme, width: int) -> tuple[Spec, str, str]:
    """Give the chart of a query's result, its title and its foot."""
    with published.snapshot():
        door = SqlDoor(published.path)  # it is opened anew by a process that could not tell what is amiss with it
    try:
        return query_chart(door.run(query), theme, width)
    except (SqlStoppedError, NoChartError) as error:
        raise click.ClickException(str(error)) from error
    finally:
        door.close()


def _named(snapshot: Snapshot, name: str, question: str | None, source: str | None) -> dict[str, str]:
    """Give what a chart is asked for: what the command names, else the first of what it draws one of."""
    chart = CHARTS[name]
    if question:
        question = str(question_row(snapshot, question)["question_id"])
    elif chart.of_question:
        question = _first_question(snapshot)
    if source:
        _require_source(snapshot, source)
    elif chart.of_source:
        source = _first_source(snapshot)
    return {key: value for key, value in (("question_id", question), ("source", source)) if value}


def _least_asked(snapshot: Snapshot, name: str, least: float) -> dict[str, str]:
    if least and LEAST_CONFIDENCE not in parameters_of(name, snapshot):
        raise click.UsageError(f"--min-confidence: the chart {name} draws more than the claims or findings of a list")
    return {LEAST_CONFIDENCE: str(least)} if least else {}


def _require_source(snapshot: Snapshot, source: str) -> None:
    if not snapshot.rows("select source from source where source = ?", [source]):
        raise click.ClickException(f"no source is called {source}: `rashomon sql 'from source'` lists them")


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
