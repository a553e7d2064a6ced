"""The queries of sql/drafts, which hold a draft against the published file or a small build beside it."""

from functools import cache

from analytics.model_order import SQL_FOLDER


@cache
def draft_sql(name: str) -> str:
    """Return the text of `sql/drafts/<name>.sql`; its `$names` are bound when it runs."""
    return (SQL_FOLDER / "drafts" / f"{name}.sql").read_text(encoding="utf-8")
