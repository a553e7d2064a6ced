"""Descriptions from schema.yml, written into the database as COMMENT ON."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb

from analytics.build_error import BuildError
from analytics.model_order import Model
from analytics.parsed_sql import run_parsed
from analytics.sql_text import named, quoted
from analytics.view_columns import SEVERAL_NAMES


def write_comments(connection: duckdb.DuckDBPyConnection, models: Iterable[Model]) -> None:
    """Comment each model that is in the database, and its columns. Raises BuildError for a column that is not there."""
    kinds = kinds_of_models(connection)
    connection.begin()
    for model in models:
        if model.name in kinds:
            _comment(connection, model, f"{kinds[model.name]} {model.name}", model.description)
            for column, description in model.columns.items():
                words = description + SEVERAL_NAMES if column in model.names else description
                _comment(connection, model, f"column {model.name}.{named(column)}", words)
    connection.commit()


def _comment(connection: duckdb.DuckDBPyConnection, model: Model, thing: str, description: str) -> None:
    try:
        run_parsed(connection, f"comment on {thing} is {quoted(description)}")
    except duckdb.BinderException as error:
        contents = f"sql/{model.path.parent.name}/schema.yml"
        raise BuildError(f"{contents} describes the {thing}, which is not there; correct the name.") from error


def kinds_of_models(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Every table, view and macro of the database, with which of the three it is."""
    rows = connection.execute(
        """
        select table_name, 'table' from duckdb_tables() where not internal and database_name = current_database()
        union all
        select view_name, 'view' from duckdb_views() where not internal and database_name = current_database()
        union all
        select distinct function_name, 'macro' from duckdb_functions()
        where not internal and database_name = current_database()
        """
    ).fetchall()
    return dict(rows)
