"""The book of sql/, run once on the lexicon of data/lexicon and nothing else."""

import duckdb
import pytest

from analytics.model_order import SQL_FOLDER, models_in_order
from analytics.raw_tables import load_lexicon


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "empty.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute((SQL_FOLDER / "inputs.sql").read_text(encoding="utf-8"))
        load_lexicon(connection, SQL_FOLDER.parent / "data" / "lexicon")
        for model in models_in_order():
            connection.execute(model.path.read_text(encoding="utf-8"))
    return path
