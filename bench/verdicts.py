"""Why verdicts are right or wrong against a gold corpus: where each expected pair went, and what was taken amiss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from rich.console import Console

from bench.claimant_forms import Row

MISSING, SPLIT, NO_ROW, NOTHING = "claim missing", "split", "no row", "none expected"


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two gold claims: the verdict that the corpus expects, the one found, and the facts in which the two differ."""

    first: str
    second: str
    expected: str
    found: str
    facts: tuple[str, ...]

    @property
    def is_equal(self) -> bool:
        """Whether the verdict is the expected one."""
        return self.expected == self.found


def judge(
    expected: Mapping[frozenset[str], str],
    found: Mapping[frozenset[str], str],
    gold: Mapping[str, Row],
    partner: Mapping[str, Row],
    groups: Mapping[str, str],
) -> list[JudgedPair]:
    """List every pair that the corpus judges, and every pair of two questions that was given a verdict.

    `expected` is keyed by gold ids, `found` by claim ids; `partner` is the published claim of a gold id, `groups` its
    question in the corpus. Pairs inside a question for which the corpus has no verdict are left out: it calls them
    unclear.
    """
    pairs = []
    for first, second in combinations(gold, 2):
        key = frozenset({first, second})
        verdict = _found(partner.get(first), partner.get(second), found)
        if key in expected:
            facts = facts_amiss((gold[first], gold[second]), (partner.get(first), partner.get(second)))
            pairs.append(JudgedPair(first, second, expected[key], verdict, facts))
        elif groups[first] != groups[second] and verdict not in {MISSING, SPLIT, NO_ROW}:
            pairs.append(JudgedPair(first, second, NOTHING, verdict, ("joined",)))
    return pairs


def _found(first: Row | None, second: Row | None, found: Mapping[frozenset[str], str]) -> str:
    """Give the verdict between two published claims, or why there is none."""
    if first is None or second is None:
        return MISSING
    if first["question_id"] != second["question_id"]:
        return SPLIT
    return found.get(frozenset({str(first["claim_id"]), str(second["claim_id"])}), NO_ROW)


def facts_amiss(gold: tuple[Row, Row], found: tuple[Row | None, Row | None]) -> tuple[str, ...]:
    """Name the facts that decide a verdict and that the published pair has otherwise than the gold pair."""
    first, second = found
    if first is None or second is None:
        return ("claim missing",)
    pair = (first, second)
    checks = {
        "split": first["question_id"] != second["question_id"],
        "voice": _alike(gold, "voice") != _alike(pair, "voice_id"),
        "origin": _is_one_origin(gold, "origin") != _is_one_origin(pair, "origin_id"),
        "class": _alike(gold, "class") != _alike(pair, "class"),
        "over time": gold[0].get("over_time", "fixed") != first["over_time"] and first["kind"] == "quantity",
        "place": _alike(gold, "place") != _alike(pair, "place"),
        "date": any(mine["as_of"] != theirs["as_of"] for mine, theirs in zip(gold, pair, strict=True)),
        "polarity": any(mine["polarity"] != theirs["polarity"] for mine, theirs in zip(gold, pair, strict=True)),
        "hedge": any(mine["hedge"] != theirs["hedge"] for mine, theirs in zip(gold, pair, strict=True)),
    }
    return tuple(name for name, is_amiss in checks.items() if is_amiss)


def _alike(pair: tuple[Row, Row], field: str) -> bool:
    return pair[0].get(field) == pair[1].get(field)


def _is_one_origin(pair: tuple[Row, Row], field: str) -> bool:
    return pair[0].get(field) is not None and _alike(pair, field)


def accuracies(pairs: Iterable[JudgedPair]) -> dict[str, tuple[int, int]]:
    """Count the equal verdicts and the expected ones: over all pairs, and over those whose two claims met."""
    wanted = [pair for pair in pairs if pair.expected != NOTHING]
    met = [pair for pair in wanted if pair.found not in {MISSING, SPLIT}]
    return {
        "all expected pairs": (sum(pair.is_equal for pair in wanted), len(wanted)),
        "pairs whose claims met": (sum(pair.is_equal for pair in met), len(met)),
    }


def show_accuracies(console: Console, pairs: Iterable[JudgedPair]) -> None:
    """Print the share of the pairs judged by the corpus that were given its verdict."""
    for name, (equal, count) in accuracies(pairs).items():
        console.print(f"verdict accuracy, {name}: {equal} of {count} = {equal / max(count, 1):.3f}", highlight=False)


def show_why(console: Console, pairs: list[JudgedPair], claims: Mapping[str, Row], worst: int) -> None:
    """Print the confusion of verdicts, the facts taken amiss, and up to `worst` wrong pairs with their sentences."""
    for line in confusion(pairs):
        console.print(line, highlight=False)
    wrong = [pair for pair in pairs if not pair.is_equal]
    facts = Counter(pair.facts[0] if pair.facts else "rule" for pair in wrong)
    listed = ", ".join(f"{fact} {count}" for fact, count in facts.most_common())
    console.print(f"first fact amiss in the {len(wrong)} wrong pairs: {listed}", highlight=False)
    for pair in wrong[:worst]:
        facts_of = ", ".join(pair.facts) or "the facts agree"
        console.print(f"\n{pair.expected} → {pair.found} ({facts_of})", style="bold", markup=False)
        for key in (pair.first, pair.second):
            console.print(f"  {key}: {claims[key]['quote']}", markup=False, highlight=False)


def confusion(pairs: Iterable[JudgedPair]) -> list[str]:
    """Say for each expected verdict what was found in its place, the most frequent first."""
    found: dict[str, Counter[str]] = {}
    for pair in pairs:
        found.setdefault(pair.expected, Counter())[pair.found] += 1
    return [
        f"{expected} ({counts.total()}): " + ", ".join(f"{name} {count}" for name, count in counts.most_common())
        for expected, counts in sorted(found.items())
    ]
