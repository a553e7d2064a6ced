"""How well matched claims say what a figure is of, whose, where and when: part of `python -m bench gold`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

FIELDS = ("actor", "predicate", "place", "as_of", "trend")
"""Fields that a claim may leave empty; `measure` is scored as a grouping, for its names are free."""
_WAYS_OF_PLACE = ("place, or its container", "place, whole chain", "place, country")
_KINDS_OF_PLACE = frozenset(("region", "province", "state", "oblast", "district", "valley", "city", "division"))
_LEADING_KIND = "county"
"""A kind that stands before its name alone: "County Clare" is Clare, but Boise County is not Boise."""

Row = dict[str, object]


class Miss(NamedTuple):
    """One field of one claim that is not as the corpus has it."""

    field: str
    expected: object
    found: object
    claim: Row


@dataclass
class FieldScore:
    """Counts over matched claims; the rates are worked out from them on demand."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(field, "all" | "expected" | "found" | "equal" | "equal and named") -> count."""
    pairs: list[tuple[Row, Row]] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)

    def add(self, gold: Row, claim: Row, plain: Callable[[object], object]) -> None:
        """Compare the fields of a gold claim with those of the claim matched to it; `plain` levels spelling."""
        self.pairs.append((gold, claim))
        for name in FIELDS:
            if name in gold:
                self._compare(name, gold, claim, plain)

    def _compare(self, name: str, gold: Row, claim: Row, plain: Callable[[object], object]) -> None:
        expected, found = gold[name], claim.get(name)
        if name == "place":
            expected, found = _bare_place(expected), _bare_place(found)
            self._compare_nesting(str(plain(expected) or ""), str(plain(found) or ""))
            self._count("place, whole chain", plain(expected), plain(found))
            self._count("place, country", plain(_country_of_place(expected)), plain(_country_of_place(found)))
            expected, found = _ends_of_place(expected), _ends_of_place(found)
        if not self._count(name, plain(expected), plain(found)):
            self.misses.append(Miss(name, expected, found, gold))

    def _count(self, name: str, expected: object, found: object) -> bool:
        """Count one comparison, and tell whether it came out even."""
        equal = expected == found
        self.counts[name, "all"] += 1
        self.counts[name, "expected"] += expected is not None
        self.counts[name, "found"] += found is not None
        self.counts[name, "equal"] += equal
        self.counts[name, "equal and named"] += equal and found is not None
        return equal

    def _compare_nesting(self, expected: str, found: str) -> None:
        """Count a place as near where it is unknown, the same, or one that holds the other or lies in it.

        Levels between the ends may be left out on either side: `Limerick < Ireland`, `Limerick < Munster < Ireland`.
        """
        one, two = expected.split(" < "), found.split(" < ")
        nested = one[-1] == two[-1] and (one[0] in two or two[0] in one)
        self.counts["place, or its container", "all"] += 1
        self.counts["place, or its container", "equal"] += not expected or not found or nested


def _bare_place(path: object) -> object:
    """Write a place without the kinds of its levels: `Caravelí < Arequipa Region < Peru` without "Region"."""
    if not isinstance(path, str):
        return path
    return " < ".join(dict.fromkeys(_bare_level(level) for level in path.split(" < ")))


def _bare_level(level: str) -> str:
    words = [word for word in level.split() if word.lower() not in _KINDS_OF_PLACE]
    return " ".join(words[1:] if words and words[0].lower() == _LEADING_KIND else words)


def _ends_of_place(path: object) -> object:
    """Write a place by its first and last level: what lies between is as a gazetteer has it."""
    if not isinstance(path, str):
        return path
    levels = path.split(" < ")
    return " < ".join(dict.fromkeys((levels[0], levels[-1])))


def _country_of_place(path: object) -> object:
    """Write a place by its last level."""
    return path.split(" < ")[-1] if isinstance(path, str) else path


def measure_scores(
    pairs: Iterable[tuple[Row, Row]], questions: Mapping[str, str]
) -> tuple[float, float, Counter[str], list[Miss]]:
    """Score `measure` as a grouping: claims of one gold measure should share a name, and nothing else should have it.

    Gold measures that one question joins count as one. Returns B³ precision and recall over all claims, how many
    claims of each kind are (and are not) under the name that most of their question's claims have, and those
    that are not.
    """
    pairs = list(pairs)
    expected = _joined_measures(pairs, questions)
    found = [str(claim.get("measure")) for _, claim in pairs]
    both = Counter(zip(expected, found, strict=True))
    sizes, found_sizes = Counter(expected), Counter(found)
    precision = sum(count * count / found_sizes[name] for (_, name), count in both.items()) / max(len(pairs), 1)
    recall = sum(count * count / sizes[group] for (group, _), count in both.items()) / max(len(pairs), 1)
    return precision, recall, *_strays(pairs, questions)


def _joined_measures(pairs: list[tuple[Row, Row]], questions: Mapping[str, str]) -> list[str]:
    """Name the gold measure of each pair; measures that meet in one question get the name of the first of them."""
    first: dict[str, str] = {}
    name_of: dict[str, str] = {}
    for gold, _ in pairs:
        measure = str(gold["measure"])
        question = questions.get(str(gold.get("gold_id")), measure)
        name_of.setdefault(measure, first.setdefault(question, measure))
    return [name_of[str(gold["measure"])] for gold, _ in pairs]


def _strays(pairs: list[tuple[Row, Row]], questions: Mapping[str, str]) -> tuple[Counter[str], list[Miss]]:
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for gold, claim in pairs:
        if str(gold.get("gold_id")) in questions:
            names[questions[str(gold["gold_id"])]][str(claim.get("measure"))] += 1
    counts, strays = Counter[str](), []
    for gold, claim in pairs:
        question = questions.get(str(gold.get("gold_id")))
        if question is None or names[question].total() == 1:
            continue
        usual = names[question].most_common(1)[0][0]
        counts[f"{gold['kind']} all"] += 1
        counts[f"{gold['kind']} usual"] += claim.get("measure") == usual
        if claim.get("measure") != usual:
            strays.append(Miss(f"measure of a {gold['kind']}", usual, claim.get("measure"), gold))
    return counts, strays


def show_fields(score: FieldScore, questions: Mapping[str, str], console: Console) -> list[Miss]:
    """Print one line a field, and return what is not as the corpus has it."""
    precision, recall, counts, strays = measure_scores(score.pairs, questions)
    table = Table("field", "accuracy", "precision", "recall", title=f"fields of {len(score.pairs)} matched claims")
    table.add_row("measure (B³)", "", f"{precision:.3f}", f"{recall:.3f}")
    for kind in ("quantity", "stance"):
        if counts[f"{kind} all"]:
            share = f"{counts[f'{kind} usual']} of {counts[f'{kind} all']}"
            table.add_row(f"measure as its question ({kind})", share, "", "")
    for name in (*FIELDS, *_WAYS_OF_PLACE):
        if score.counts[name, "all"]:
            table.add_row(name, *_rates(score.counts, name))
    console.print(table)
    return strays + score.misses


def _rates(counts: Counter[tuple[str, str]], name: str) -> tuple[str, str, str]:
    accuracy = f"{counts[name, 'equal'] / counts[name, 'all']:.3f}"
    if not counts[name, "expected"]:
        return accuracy, "", ""
    named = counts[name, "equal and named"]
    return (
        accuracy,
        f"{named / max(counts[name, 'found'], 1):.3f}",
        f"{named / max(counts[name, 'expected'], 1):.3f}",
    )
