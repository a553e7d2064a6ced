"""Where the seeds are: the folder named by SEEDS, else ../shared/seeds; without them nothing here is collected."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.reading import PublishedFile, Snapshot
from tests.front.conftest import own_environment

REPOSITORY = Path(__file__).resolve().parents[2]
SEEDS = Path(os.environ.get("SEEDS") or REPOSITORY.parent / "shared" / "seeds")

collect_ignore = [] if SEEDS.is_dir() else ["test_seeds.py"]


@pytest.fixture(scope="session")
def seeds_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file that `rashomon build --documents SEEDS -o seeds.duckdb` publishes."""
    folder = tmp_path_factory.mktemp("seeds")
    command = [sys.executable, "-m", "rashomon", "build", "--documents", str(SEEDS), "-o", "seeds.duckdb"]
    done = subprocess.run(command, cwd=folder, env=own_environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "seeds.duckdb"


@pytest.fixture(scope="session")
def seeds(seeds_database: Path) -> Iterator[Snapshot]:
    """Return the published seeds, open for reading."""
    published = PublishedFile(seeds_database)
    with published.snapshot() as snapshot:
        yield snapshot
    published.close()
