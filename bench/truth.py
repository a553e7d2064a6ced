"""How near to the truth the consensus comes, beside the mean, the median, the mode, CRH and CATD.

Each set has claims and the truth of their questions: real figures, where they are at hand, and made-up ones of other
fields, seeded, which differ in what spoils the figures: a bias that all share, heavy tails, vandals, few voices.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click
import duckdb

SEED = 20261126
ROUNDS = 10
KEYS = "measure, actor, place, as_of"

NOISE = """
create or replace macro chance(a, b, c) as (hash(a, b, c, {seed}) + 1) / 18446744073709551617.0;
create or replace macro normal(a, b, c) as sqrt(-2 * ln(chance(a, b, c))) * cos(2 * pi() * chance(a, b, c || 'x'));
"""

# Each query gives question, source, value and truth.
FIELDS = {
    "forecasts": """
        select
            question, source, exp(3 + 5 * chance(question, 0, 'size')) as truth,
            truth * (
                1 + 0.04 * normal(question, 0, 'shared bias') + 0.03 * normal(0, source, 'bias')
                + (0.02 + 0.15 * chance(0, source, 'skill') ** 2) * normal(question, source, 'error')
            ) as value
        from range(300) as q (question), range(40) as s (source)
        where chance(question, source, 'asked') < 0.5
    """,
    "observations": """
        select
            question, source, 5 + 25 * chance(question, 0, 'size') as truth,
            truth + 0.3 * normal(question, source, 'error') / sqrt(-ln(chance(question, source, 'tail')))
            + if(chance(question, source, 'broken') < 0.03, 60, 0) as value
        from range(500) as q (question), range(14) as s (source)
        where chance(question, source, 'asked') < 0.85
    """,
    "edits": """
        select
            question, source, round(exp(6 + 8 * chance(question, 0, 'size'))) as truth,
            case
                when chance(question, source, 'vandal') < 0.12
                    then round(truth * exp(3 * normal(question, source, 'lie')))
                when chance(question, source, 'stale') < 0.25 then round(truth * 0.97)
                when chance(question, source, 'hand') < 0.15
                    then round(truth * (1 + 0.01 * normal(question, source, 'slip')))
                else truth
            end as value
        from range(40) as q (question), range(2500) as s (source)
        where chance(question, source, 'came') < 0.8
    """,
    "few voices": """
        select
            question, source, exp(4 + 4 * chance(question, 0, 'size')) as truth,
            truth * (1 + (0.005 + 0.2 * chance(0, source, 'skill') ** 2) * normal(question, source, 'error')) as value
        from range(1500) as q (question), range(25) as s (source)
        where chance(question, source, 'asked') < 0.14
    """,
    "equal instruments": """
        select
            question, source, 200 + 800 * chance(question, 0, 'size') as truth,
            truth + 12 * normal(question, source, 'error') as value
        from range(400) as q (question), range(20) as s (source)
        where chance(question, source, 'asked') < 0.8
    """,
}

AS_CLAIMS = """
select
    'Source ' || source as source, 'quantity of ' || {field} as measure, 'Subject ' || question as actor,
    'Town ' || question as place, '2025-01-01' as as_of, round(value, 3) as value, round(value, 3) as low,
    round(value, 3) as high, 'exact' as hedge, 'asserted' as polarity, round(truth, 3) as truth
from ({query})
"""


@click.command
@click.option(
    "--real",
    type=(click.Path(exists=True, path_type=Path), click.Path(exists=True, path_type=Path)),
    multiple=True,
    metavar="CLAIMS TRUTH",
    help="Two Parquet files of claims, the second with the true figures. Repeatable.",
)
@click.option("--seed", default=SEED, show_default=True, help="Another one draws other figures.")
def command(real: tuple[tuple[Path, Path], ...], seed: int) -> None:
    """Print the error of the consensus, and of the ways known from the literature, against the truth."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        click.echo(f"{'':18}" + "".join(f"{way:>16}" for way in ("ours", *BASELINES)) + "   (error; within 5 %)")
        for claims, truth in real:
            show(claims.stem, measure(claims, truth, folder))
        for field in FIELDS:
            show(field, measure(*write_field(field, seed, folder), folder))


Errors = dict[str, tuple[float, float]]
"""For each way, its mean absolute error in hundredths of the truth, and its share within 5 % of the truth."""


def show(name: str, errors: Errors) -> None:
    """Print one row of the table, and whether the consensus keeps its promise on the set."""
    best = min(error for way, (error, _) in errors.items() if way != "ours")
    kept = errors["ours"][0] <= min(1.1 * best, errors["median"][0] * 1.0001)
    cells = "".join(f"{f'{error:.4g}; {within:.0%}':>16}" for error, within in errors.values())
    click.echo(f"{name:18}{cells}   {'kept' if kept else 'missed'}")


def write_field(field: str, seed: int, folder: Path) -> tuple[Path, Path]:
    """Write the claims of a made-up field, and their truths, to Parquet files."""
    claims, truth = folder / f"{field}.parquet", folder / f"{field}-truth.parquet"
    with duckdb.connect() as connection:
        connection.execute(NOISE.format(seed=seed))
        connection.execute(f"create table told as {AS_CLAIMS.format(field=repr(field), query=FIELDS[field])}")
        connection.sql("select * exclude (truth) from told order by hash(source, actor)").write_parquet(str(claims))
        connection.sql(f"select distinct {KEYS}, truth as value from told").write_parquet(str(truth))
    return claims, truth


def measure(claims: Path, truth: Path, folder: Path) -> Errors:
    """Build from the claims, estimate each question in every way, and hold the estimates against the truth."""
    built = folder / f"{claims.stem}.duckdb"
    build = [sys.executable, "-m", "rashomon", "build", "--claims", str(claims), "-o", str(built)]
    subprocess.run(build, check=True, capture_output=True)
    with duckdb.connect() as connection:
        connection.execute(f"attach '{built}' as built (read_only)")
        connection.execute(f"create table figure as {LATEST_FIGURES}")
        connection.execute(f"create table truth as select {KEYS}, median(value) as value from '{truth}' group by all")
        connection.execute(QUESTION_TRUTH)
        estimates = {"ours": "select question_id, value from built.consensus"} | {
            way: make(connection) for way, make in BASELINES.items()
        }
        return {way: error_of(connection, query) for way, query in estimates.items()}


# Each source once on each question, by its latest word, where two and more answer it.
LATEST_FIGURES = """
    select question_id, source, arg_max(value, coalesce(reported_at, '')) as value
    from built.claim
    where value is not null and hedge not in ('vague', 'at_least', 'more_than', 'at_most', 'less_than')
        and question_id in (select question_id from built.consensus)
    group by question_id, source
"""

QUESTION_TRUTH = f"""
    create table question_truth as
    select distinct claim.question_id, truth.value
    from built.claim as claim
    inner join truth
        on {" and ".join(f"claim.{key} is not distinct from truth.{key}" for key in KEYS.split(", "))}
    where claim.question_id in (select question_id from built.consensus)
"""


def error_of(connection: duckdb.DuckDBPyConnection, query: str) -> tuple[float, float]:
    """Mean absolute error in hundredths of the truth, and the share of questions within 5 % of it."""
    row: tuple[float, float] = connection.execute(
        f"""
        select 100 * avg(abs(made.value - truth.value) / abs(truth.value)),
            avg((abs(made.value - truth.value) <= 0.05 * abs(truth.value))::integer)
        from question_truth as truth
        inner join ({query}) as made on truth.question_id = made.question_id
        where truth.value != 0
        """
    ).fetchall()[0]
    return row


def grouped(aggregate: str) -> Callable[[duckdb.DuckDBPyConnection], str]:
    """Return what makes the query of an estimate that is one aggregate over the figures of a question."""
    return lambda connection: f"select question_id, {aggregate} as value from figure group by question_id"


def crh(connection: duckdb.DuckDBPyConnection) -> str:
    """Estimate by CRH (Li et al., SIGMOD 2014): a weight is minus the logarithm of the loss by the worst one's."""
    return weighted(connection, "crh", "-ln(avg(loss) / max(avg(loss)) over () * 0.99999)")


def catd(connection: duckdb.DuckDBPyConnection) -> str:
    """Estimate by CATD (Li et al., VLDB 2014): a weight is the 2.5 % point of chi-square by the sum of losses."""
    degrees = "count(*) * greatest(1 - 2 / (9 * count(*)) - 1.96 * sqrt(2 / (9 * count(*))), 0.02) ** 3"
    return weighted(connection, "catd", f"{degrees} / (sum(loss) + 1e-9)")


def weighted(connection: duckdb.DuckDBPyConnection, name: str, weight: str) -> str:
    """Run the rounds of a method that takes estimates and weights from each other; return its query of estimates."""
    connection.execute(
        "create or replace table estimate as select question_id, median(value) as value from figure group by 1"
    )
    connection.execute(
        "create table if not exists spread as select question_id, stddev_samp(value) as width from figure group by 1"
    )
    for _ in range(ROUNDS):
        _weigh_sources(connection, weight)
        _estimate_anew(connection)
    connection.execute(f"create or replace table estimate_{name} as from estimate")
    return f"from estimate_{name}"


def _weigh_sources(connection: duckdb.DuckDBPyConnection, weight: str) -> None:
    """Weigh each source by its losses against the estimates of now."""
    connection.execute(
        f"""
        create or replace table weight as
        select source, {weight} as weight
        from (
            select figure.source, ((figure.value - estimate.value) / spread.width) ** 2 as loss
            from figure
            inner join estimate on figure.question_id = estimate.question_id
            inner join spread on figure.question_id = spread.question_id and spread.width > 0
        )
        group by source
        """
    )


def _estimate_anew(connection: duckdb.DuckDBPyConnection) -> None:
    """Estimate each question by the mean of its figures under the weights of now."""
    connection.execute(
        """
        create or replace table estimate as
        select question_id, sum(coalesce(weight, 1e-9) * value) / sum(coalesce(weight, 1e-9)) as value
        from figure
        left join weight on figure.source = weight.source
        group by question_id
        """
    )


BASELINES: dict[str, Callable[[duckdb.DuckDBPyConnection], str]] = {
    "mean": grouped("avg(value)"),
    "median": grouped("median(value)"),
    "mode": grouped("mode(value)"),
    "CRH": crh,
    "CATD": catd,
}
