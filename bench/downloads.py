"""`python -m bench downloads FILE`: whole lists as files, and the memory that the server takes to send them."""

from __future__ import annotations

import sys
import time
import urllib.request
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bench.load import free_port, started

EXTENSIONS = ("csv", "ndjson", "parquet")
BYTES_A_READ = 1 << 20


@click.command("downloads")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--list", "name", default="claims", show_default=True, help="Which list.")
def command(file: Path, name: str) -> None:
    """Download a list of FILE in each format and print the peak of the memory of a server that sends nothing else."""
    table = Table("file", "MB", "seconds", "peak of memory, MB", "before, MB")
    for extension in EXTENSIONS:
        port = free_port()
        command = [sys.executable, "-m", "rashomon", "serve", "--db", str(file), "--port", str(port)]
        with started(command, port, "/readyz") as process_id:
            before = peak_megabytes(process_id)
            size, seconds = downloaded(f"http://127.0.0.1:{port}/api/v1/{name}.{extension}")
            peak = peak_megabytes(process_id)
        table.add_row(f"{name}.{extension}", f"{size:.0f}", f"{seconds:.1f}", f"{peak:.0f}", f"{before:.0f}")
    Console().print(table)


def downloaded(address: str) -> tuple[float, float]:
    """Return how many megabytes came and how many seconds that took."""
    began, size = time.monotonic(), 0
    with urllib.request.urlopen(address) as answer:  # noqa: S310  # our own server
        while piece := answer.read(BYTES_A_READ):
            size += len(piece)
    return size / 1e6, time.monotonic() - began


def peak_megabytes(process_id: int) -> float:
    """Return the most memory that a process has held so far (Linux)."""
    status = Path(f"/proc/{process_id}/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1e3
