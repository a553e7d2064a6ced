"""A load generator (wrk, of Debian's package of that name) and servers that run as processes of their own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

START_SECONDS = 120
# wrk calls these: one address after another, and at the end one line of JSON.
SCRIPT = """
local paths = {}
for line in io.lines(os.getenv("BENCH_PATHS")) do paths[#paths + 1] = line end
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\\n{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "failed": %d}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
"""


@dataclass(frozen=True)
class Load:
    """What a run of the load generator measured: requests a second, and times of answers in ms."""

    rate: float
    p50: float
    p99: float


def loaded(port: int, paths: Sequence[str], seconds: float, connections: int) -> Load:
    """Ask for the paths one after another over so many connections; raises ClickException where an answer fails."""
    if shutil.which("wrk") is None:
        raise click.ClickException("wrk is not installed: apt-get install wrk")
    with tempfile.TemporaryDirectory() as name:
        script, addresses = Path(name) / "ask.lua", Path(name) / "paths"
        script.write_text(SCRIPT, encoding="utf-8")
        addresses.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
        asked = [
            "wrk",
            "-t1",
            f"-c{connections}",
            f"-d{max(1, round(seconds))}s",
            "--timeout",
            "60s",
            "-s",
            str(script),
        ]
        done = subprocess.run(
            [*on_core(1), *asked, f"http://127.0.0.1:{port}"],
            env={**os.environ, "BENCH_PATHS": str(addresses)},
            capture_output=True,
            text=True,
            check=True,
        )
    measured = json.loads(done.stdout.strip().splitlines()[-1])
    if measured["failed"]:
        raise click.ClickException(f"{measured['failed']} of {measured['requests']} requests to {paths[0]} failed.")
    if not measured["requests"]:
        return Load(0, float("inf"), float("inf"))
    return Load(measured["requests"] / measured["seconds"], measured["p50"], measured["p99"])


@contextmanager
def started(command: Sequence[str], port: int, ready_path: str) -> Iterator[int]:
    """Run a server on the first core until the block ends; give its process id once it answers at `ready_path`."""
    process = subprocess.Popen([*on_core(0), *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_until_ready(process, f"http://127.0.0.1:{port}{ready_path}")
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def on_core(core: int) -> list[str]:
    """Return what keeps a command on one core, so that the load does not take the server's; nothing where none can."""
    if shutil.which("taskset") is None or (os.cpu_count() or 1) <= core:
        return []
    return ["taskset", "-c", str(core)]


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_until_ready(process: subprocess.Popen[bytes], address: str) -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends:
        if process.poll() is not None:
            raise click.ClickException(f"The server for {address} ended with {process.returncode}.")
        try:
            with urllib.request.urlopen(address, timeout=30):  # noqa: S310  # our own server
                return
        except OSError:
            time.sleep(0.1)
    raise click.ClickException(f"{address} did not answer within {START_SECONDS} s.")
