"""Free text: which rows hold every word that is searched, and how well each does, by the table `search_term`."""

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.reading import Snapshot
from analytics.view_columns import Column

RELEVANCE = Column("relevance", "BIGINT", "How well the row fits the search.", "integer")

SEARCHED: Mapping[str, str] = {
    "claim": "the claim's sentence and the claimant's name",
    "question": "the question's title, its finding's sentence and the sentences of its claims",
    "event": "the event's name and place and the headlines of its articles",
    "document": "the title and the text",
    "source": "the publisher's name",
}
"""What `search_term` holds the words of, by its `kind`."""

_TABLE = "search_term"
_WORDS = "select list_distinct(search_words(?)) as words"


@dataclass(frozen=True)
class Search:
    """The words that rows of a kind must all hold; `column` is the id by which a view's rows are found."""

    kind: str
    column: str
    words: tuple[str, ...]

    @property
    def join(self) -> str:
        """Return the join that keeps the rows which hold all words, with their `relevance`; `?` for each word."""
        marks = ", ".join("?" * len(self.words))
        return (
            f" inner join (select row_id as {self.column}, sum(score)::bigint as relevance from {_TABLE}"
            f" where kind = '{self.kind}' and term in ({marks})"
            f" group by row_id having count(*) = {len(self.words)}) using ({self.column})"
        )


def search_for(snapshot: Snapshot, text: str, kind: str, column: str) -> Search | None:
    """Return the search for a text; None where it holds no word but such as stand everywhere ("the")."""
    words = snapshot.cached(("search words", text), lambda: snapshot.rows(_WORDS, [text])[0]["words"])
    assert isinstance(words, list)  # noqa: S101  # narrows what DuckDB returns
    return Search(kind, column, tuple(sorted(words))) if words else None
