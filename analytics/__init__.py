"""The DuckDB file: loading, running the SQL model, checks, publishing and reading. No other room opens it."""
