"""Names that are written much like one that an address or a filter asks for and no row has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analytics.enumeration import enumerated
from analytics.filter_sentences import Choice
from analytics.filters import identifier
from analytics.list_views import ListView
from analytics.reading import SlowQueryError, Snapshot

# Of 1: "harrow_wire" comes as near to "Harrow Wire", "Post" not to "Bay Courier".
NEAR_ENOUGH = 0.88
# Columns of names that many rows share; of ids and texts each row has its own.
SHARED_NAMES = frozenset(
    {
        "measure", "source", "voice", "claimant", "actor", "place", "predicate", "unit", "class", "kind", "hedge",
        "polarity", "name", "low_voice", "high_voice", "low_source", "high_source", "first_source", "change",
    }
)  # fmt: skip
# To compare with one takes the time of both lengths multiplied, in which no limit of time stops it.
LONGEST_NAME = 300
_NEAREST = """
    with known as (select distinct {column} as name from {view} where {column} is not null),
    measured as (
        select
            name, name = $asked as is_known, {likeness} as likeness,
            length($asked) > 2 and contains(lower(name), lower($asked)) as is_part
        from known
    )
    select name, is_known from measured
    where likeness >= {least} or is_part
    order by is_known desc, likeness >= {least} desc, likeness desc, name limit {most}
"""
_LIKENESS = "jaro_winkler_similarity(lower({name}), lower($asked))"
_TOWN = "split_part(name, ' < ', 1)"
# Who asks for a town writes its name alone, and not what it lies in.
_LIKENESS_OF = {"place": f"greatest({_LIKENESS.format(name='name')}, {_LIKENESS.format(name=_TOWN)})"}
# How many names are offered of a column in which one word stands in several: a town, and its quarters.
_MOST_OFFERED = {"place": 3}
# Where a column's names stand with the other words that texts have for them: a person for the body that he speaks for.
_SPELT = """
    select {name} as name from {words}
    where lower({spelling}) = lower($asked) and {name} in (select {column} from {view}) order by name limit 1
"""
_VOICES = {"words": "voice", "name": "name", "spelling": "spelling"}
_SPELLINGS = {
    "voice": _VOICES,
    "low_voice": _VOICES,
    "high_voice": _VOICES,
    "measure": {"words": "measure_wording", "name": "measure", "spelling": "wording"},
}
# Of a column with no more names than these all are told.
FEW_NAMES = 8
_NAMES = "select distinct {column} as name from {view} where {column} is not null order by name limit {most}"


@dataclass(frozen=True)
class UnknownName:
    """A name that a filter asks for and no row has: the filter's parameter and column, and the names that are near."""

    parameter: str
    column: str
    name: str
    near: tuple[str, ...]


def nearest_name(snapshot: Snapshot, view: str, column: str, asked: str, seconds: float | None = None) -> str:
    """Return the name in a column of a view that is this one, else the most like it or one that it is a part of.

    Empty where none is near; raises SlowQueryError where the search takes longer than `seconds`.
    """
    return next(iter(_nearest(snapshot, view, column, asked, 1, seconds)), "")


def _nearest(
    snapshot: Snapshot, view: str, column: str, asked: str, most: int, seconds: float | None = None
) -> list[str]:
    if len(asked) > LONGEST_NAME:
        return []
    query = _NEAREST.format(
        column=identifier(column),
        view=view,
        least=NEAR_ENOUGH,
        most=most,
        likeness=_LIKENESS_OF.get(column, _LIKENESS.format(name="name")),
    )
    return [str(row["name"]) for row in snapshot.rows(query, {"asked": asked}, seconds)]


def hint_of(snapshot: Snapshot, listed: ListView, chosen: Sequence[Choice]) -> str:
    """Return which names that the filters of an empty list ask for no row of it has, and what may have been meant.

    Empty where all of them are known: then it is their combination that no row meets, or another filter.
    """
    return " ".join(_said(snapshot, listed, each) for each in unknown_names(snapshot, listed, chosen))


def unknown_names(snapshot: Snapshot, listed: ListView, chosen: Sequence[Choice]) -> list[UnknownName]:
    """Return the names that filters of a list ask for and no row of it has; none where to look for them takes long."""
    if listed.is_computed:
        return []
    try:
        asked = [_unknown(snapshot, listed, *named) for named in _names_in(chosen)]
    except SlowQueryError:
        return []
    return [each for each in asked if each]


def _names_in(chosen: Sequence[Choice]) -> Iterator[tuple[str, str, str]]:
    for each, value in chosen:
        if each.column.name in SHARED_NAMES and each.operator.name in {"eq", "in"}:
            for name in value if isinstance(value, list | tuple) else [value]:
                yield each.parameter, each.column.name, str(name)


def _unknown(snapshot: Snapshot, listed: ListView, parameter: str, column: str, name: str) -> UnknownName | None:
    near = _nearest(snapshot, listed.view, column, name, _MOST_OFFERED.get(column, 1))
    if name in near:
        return None
    spelt = "" if near else _spelt(snapshot, listed, column, name)
    return UnknownName(parameter, column, name, (*near, *filter(None, [spelt])))


def _said(snapshot: Snapshot, listed: ListView, unknown: UnknownName) -> str:
    offered = [f"`{name}`" for name in unknown.near]
    said = f"; did you mean {enumerated(offered, 'or')}?" if offered else None
    said = said or _those_that_are(snapshot, listed, unknown.column)
    return f"No {unknown.column.replace('_', ' ')} `{unknown.name}` here{said}"


def measures_called(snapshot: Snapshot, listed: ListView, words: str) -> list[str]:
    """Return the measures of a list's rows that texts call by these words: `layoffs` are asked for as `job_cuts`."""
    if "measure" not in {column.name for column in snapshot.columns(listed.view)}:
        return []
    measure = _spelt(snapshot, listed, "measure", words)
    return [measure] if measure else []


def _spelt(snapshot: Snapshot, listed: ListView, column: str, spelling: str) -> str:
    """Return the name in a column for which texts have this word; empty where the file knows of none."""
    where = _SPELLINGS.get(column)
    if not where or where["words"] not in snapshot.views:
        return ""
    query = _SPELT.format(column=identifier(column), view=listed.view, **where)
    return next((str(row["name"]) for row in snapshot.rows(query, {"asked": spelling})), "")


def _those_that_are(snapshot: Snapshot, listed: ListView, column: str) -> str:
    query = _NAMES.format(column=identifier(column), view=listed.view, most=FEW_NAMES + 1)
    names = [f"`{row['name']}`" for row in snapshot.rows(query)]
    if not names or len(names) > FEW_NAMES:
        return f"; `facets={column}` counts those that are."
    return f"; there {'are' if len(names) > 1 else 'is'} {enumerated(names)}."
