"""Small pieces of SQL text: literals and names."""


def quoted(text: str) -> str:
    """Write a text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def named(name: str) -> str:
    """Write a name of a column or table, whatever characters it has."""
    return '"' + name.replace('"', '""') + '"'
