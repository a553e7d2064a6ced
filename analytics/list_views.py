"""The views that can be listed: what makes a row unique, the order they come in, the text that is searched."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class ListView:
    """One view as a list. `key` orders it totally: its columns together are unique and never null."""

    name: str
    view: str
    id_column: str
    key: tuple[str, ...]
    holds: str
    """What the list holds, in a few words."""
    search: tuple[str, str] | None = None
    """The kind of text that is searched (a key of `analytics.search.SEARCHED`), and the column that names its rows."""
    default_sort: tuple[str, ...] = ()
    on_request: tuple[str, ...] = ()
    """Columns too large for a list; it holds them only where they are asked for by name."""
    lookup: str = ""
    """The table that gives, by `id_hash`, the first key column of a row, where the rows do not lie by their ids.

    A finding is there by its question's id as well.
    """
    keeps_rows: bool = False
    """Whether rows are read so often, and are so wide, that those of a page are kept by their ids."""
    is_computed: bool = False
    """Whether the rows are made while they are read, so that no query should read them twice."""
    named_by_claims: str = ""
    """The column by which claims name the rows: those that belong to a row of another view are found by its claims."""
    nouns: Mapping[str, str] = field(default_factory=dict)
    """What rows of one verdict are called in a sentence ("contradictions")."""
    owners: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By the lists to whose rows these belong not by an id alone: which filters ask which of their columns."""

    @property
    def has_no_order(self) -> bool:
        """Return whether nothing but ids orders the list, which serves for paging only."""
        return self.key[-1] == self.id_column and not self.default_sort

    def belongs_by(self, parent: "ListView") -> Mapping[str, str]:
        """Return which filters keep the rows that belong to a row of another view, and which of its columns they ask.

        Claims belong to a finding by its question.
        """
        by_id = "question_id" if parent.name == "findings" else parent.id_column
        return self.owners.get(parent.name, {by_id: by_id})


_VERDICT_NOUNS = {
    "contradicts": "contradictions",
    "differs": "differences",
    "update": "updates",
    "scope": "differences of scope",
    "compatible": "compatible figures",
    "agrees": "agreements",
    "echo": "echoes",
}
VERDICTS = tuple(_VERDICT_NOUNS)

FINDINGS = ListView(
    name="findings",
    view="finding",
    named_by_claims="question_id",
    id_column="finding_id",
    key=("rank",),
    lookup="finding_rank",
    holds="where sources differ, ranked",
    search=("question", "question_id"),
    nouns=_VERDICT_NOUNS,
    keeps_rows=True,
    owners={"sources": {"sources__contains": "source"}},
)
QUESTIONS = ListView(
    name="questions",
    view="question",
    named_by_claims="question_id",
    id_column="question_id",
    key=("question_id",),
    holds="what is asked, and who answers it",
    search=("question", "question_id"),
    keeps_rows=True,
)
CLAIMS = ListView(
    name="claims",
    view="claim",
    id_column="claim_id",
    key=("question_id", "claim_id"),
    lookup="claim_question",
    holds="who says what, with the sentence",
    search=("claim", "claim_id"),
)
PAIRS = ListView(
    name="pairs",
    view="pair",
    id_column="question_id",
    key=("question_id", "a_claim_id", "b_claim_id"),
    holds="what two claims of a question are to each other",
    is_computed=True,
    search=("question", "question_id"),
    nouns=_VERDICT_NOUNS,
    owners={"claims": {"question_id": "question_id", "claim_id": "claim_id"}},
)
NEAR_QUESTIONS = ListView(
    name="near-questions",
    view="near_question",
    id_column="question_id",
    key=("question_id", "near_question_id"),
    holds="questions that may ask the same, and what keeps them apart",
    search=("question", "question_id"),
    default_sort=("-score",),
)
EVENTS = ListView(
    name="events",
    view="event",
    named_by_claims="event_id",
    id_column="event_id",
    key=("rank",),
    holds="what the articles tell of, and which of it is in dispute",
    search=("event", "event_id"),
)
DOCUMENTS = ListView(
    name="documents",
    view="document",
    named_by_claims="document_id",
    id_column="document_id",
    key=("document_id",),
    holds="the articles",
    search=("document", "document_id"),
    on_request=("text",),
)
SOURCES = ListView(
    name="sources",
    view="source",
    named_by_claims="source",
    id_column="source",
    key=("source",),
    holds="the publishers",
    search=("source", "source"),
)
VOICES = ListView(
    name="voices",
    view="voice",
    id_column="voice_id",
    key=("voice_id", "spelling"),
    holds="who speaks, by every name that texts write",
)
HOUSE_EFFECTS = ListView(
    name="house-effects",
    view="house_effect",
    id_column="source",
    key=("source", "measure"),
    holds="how far the figures of a publisher stand from those of the others",
    search=("source", "source"),
)
ORIGINS = ListView(
    name="origins",
    view="origin",
    id_column="origin_id",
    key=("origin_id",),
    holds="reports of one figure that several documents print",
    search=("question", "question_id"),
    default_sort=("-source_count",),
)
MEASURES = ListView(
    name="measures",
    view="measure",
    id_column="measure",
    key=("measure",),
    holds="what is counted or measured, and how it behaves over time",
)
CHANGES = ListView(
    name="changes",
    view="change",
    id_column="change_id",
    key=("build_id", "question_id", "change"),
    holds="what each build changed",
    search=("question", "question_id"),
    default_sort=("-built_at",),
)
BUILDS = ListView(
    name="builds",
    view="build",
    id_column="build_id",
    key=("build_id",),
    holds="the builds",
    default_sort=("-built_at",),
)

LIST_VIEWS: Mapping[str, ListView] = {
    listed.name: listed
    for listed in (
        FINDINGS,
        EVENTS,
        QUESTIONS,
        NEAR_QUESTIONS,
        CLAIMS,
        PAIRS,
        DOCUMENTS,
        SOURCES,
        VOICES,
        ORIGINS,
        MEASURES,
        HOUSE_EFFECTS,
        CHANGES,
        BUILDS,
    )
}
