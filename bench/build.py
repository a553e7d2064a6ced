"""What a build costs on synthetic claims, beside what DuckDB itself needs to load them and to group them once.

The claims are seeded: the same numbers give the same claims on every machine. Sizes of questions follow a power law
whose largest question has the asked size; values scatter around a truth of each question, with hedges, sources, dates
and a few far outliers.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import duckdb

SEED = 20261122
SOURCES = 300
CLAIMS_PER_QUESTION = 10

SYNTHETIC_CLAIMS = """
with
drawn as (
    select
        range as number,
        [hash(8 * range + draw, getvariable('seed')) / 18446744073709551616.0 for draw in range(8)] as chance
    from range(getvariable('claims'))
),
placed as (
    select
        *,
        if(
            number < getvariable('questions'),
            number,
            floor(getvariable('questions') * chance[1] ** getvariable('spread'))::bigint % getvariable('questions')
        ) as question
    from drawn
),
told as (
    select *, exp(2 + 10 * (hash(question, getvariable('seed')) % 1000) / 1000.0) as truth
    from placed
)
select
    'synthetic-' || number as claim_id,
    'Source ' || floor(getvariable('sources') * chance[2] ** 2)::bigint as source,
    'quantity' as kind,
    'measure_' || question % 50 as measure,
    'Actor ' || question % 997 as actor,
    'counted' as predicate,
    'Town ' || question || ' < Region ' || question % 97 || ' < Country ' || question % 7 as place,
    date '2020-01-01' + (question % 1500)::integer as as_of,
    date '2020-01-01' + (question % 1500 + floor(10 * chance[3]))::integer as reported_at,
    round(truth * exp(0.1 * (chance[4] - 0.5) + if(chance[5] < 0.02, 1, 0))) as value,
    case
        when chance[6] < 0.15 then 'about'
        when chance[6] < 0.25 then 'at_least'
        when chance[6] < 0.3 then 'nearly'
    end as hedge,
    'asserted' as polarity
from told
order by hash(number, getvariable('seed'), 9)
"""

KILOBYTES_PER_GIGABYTE = 1_000_000
BYTES_PER_GIGABYTE = 1_000_000_000


@click.command
@click.option("--claims", "sizes", type=int, multiple=True, default=(1_000_000,), show_default=True, help="Repeatable.")
@click.option("--largest", default=20_000, show_default=True, help="Claims in the largest question.")
def command(sizes: tuple[int, ...], largest: int) -> None:
    """Build from synthetic claims, and compare with DuckDB's own load and one group with a median."""
    seconds = [measure(size, largest) for size in sizes]
    if len(sizes) > 1:
        click.echo(f"{sizes[-1] / sizes[0]:.3g} times the claims cost {seconds[-1] / seconds[0]:.1f} times as much")


def measure(claims: int, largest: int) -> float:
    """Run both sides on so many claims, print what they cost, and give the processor seconds of the build.

    Seconds are those of the processor, user and system, of one process for each side: other work on the machine
    disturbs them less than seconds of the clock.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "claims.parquet"
        write_claims(path, claims, largest)
        plain = processor_seconds(["-m", "bench.build", str(path), str(folder / "plain.duckdb")])
        built = processor_seconds(
            ["-m", "rashomon", "build", "--claims", str(path), "-o", str(folder / "built.duckdb")]
        )
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / KILOBYTES_PER_GIGABYTE
        click.echo(f"{claims:,} claims, {counts_of(folder / 'built.duckdb')}")
        size = (folder / "built.duckdb").stat().st_size / BYTES_PER_GIGABYTE
        click.echo(f"  load and one group with a median: {plain:.1f} s of the processor")
        click.echo(f"  whole build: {built:.1f} s = {built / plain:.1f} times; at most {peak:.2f} GB of memory")
        click.echo(f"  published file: {size:.2f} GB")
    return built


def power_of_sizes(claims: int, questions: int, largest: int) -> float:
    """The power s by which question r of all gets a share of claims as r ** -s, found by halving.

    The largest question then has `largest` claims: (claims - questions) / questions ** (1 - s).
    """
    low, high = 0.0, 0.99
    for _ in range(60):
        power = (low + high) / 2
        size = (claims - questions) / questions ** (1 - power)
        low, high = (low, power) if size > largest else (power, high)
    return low


def write_claims(path: Path, claims: int, largest: int) -> None:
    """Write so many synthetic claims, in no order, to a Parquet file; each question has one claim at least."""
    questions = claims // CLAIMS_PER_QUESTION
    spread = 1 / (1 - power_of_sizes(claims, questions, largest))
    with duckdb.connect() as connection:
        connection.execute("set memory_limit = '2GB'")
        connection.execute(f"set temp_directory = '{path.parent}'")
        variables = {"seed": SEED, "claims": claims, "questions": questions, "sources": SOURCES, "spread": spread}
        for name, value in variables.items():
            connection.execute(f"set variable {name} = {value}")
        connection.sql(SYNTHETIC_CLAIMS).write_parquet(str(path), compression="zstd")


def processor_seconds(arguments: list[str]) -> float:
    """Run Python with these arguments to its end; give the processor seconds of that process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def load_and_group(path: Path, target: Path) -> None:
    """Load the claims into a table of a file and group them once, with a median: what DuckDB itself needs."""
    with duckdb.connect(target) as connection:
        connection.execute("set memory_limit = '3GB'")
        connection.execute(f"create table claim as from '{path}'")
        connection.execute(
            "create table middle as select measure, actor, predicate, place, as_of, median(value) as value, count(*) "
            "as claim_count from claim group by all"
        )


def counts_of(target: Path) -> str:
    """Say how many questions and findings the built file holds, and how large its largest question is."""
    with duckdb.connect(target, read_only=True) as connection:
        questions, findings, largest = connection.execute(
            "select count(*), (select count(*) from finding), max(claim_count) from question"
        ).fetchall()[0]
    return f"{questions:,} questions ({largest:,} claims in the largest), {findings:,} findings"


if __name__ == "__main__":
    load_and_group(Path(sys.argv[1]), Path(sys.argv[2]))
