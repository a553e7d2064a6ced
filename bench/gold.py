"""`python -m bench gold DIR`: how well extracted claims match an annotated corpus, and where they do not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bench.claimant_forms import Row, Spellings, one_name, one_voice, plain, spellings_of
from bench.fields import FieldScore, show_fields
from bench.phenomena import Case, Phenomena, groups_of, show_phenomena
from extraction.claim_json import claim_to_row
from extraction.documents import RejectedDocument, read_documents
from extraction.rules import RuleExtractor

_TOLERANCE = 1e-4


@dataclass
class Score:
    """Counts of one corpus; the rates are worked out from them on demand."""

    expected: int = 0
    found: int = 0
    matched: int = 0
    strict: int = 0
    phenomena: Phenomena = field(default_factory=Phenomena)
    """The same by hedge class and by what is special about a claim."""
    fields: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(field, "all" | "equal") over matched pairs."""
    stances_expected: int = 0
    stances_found: int = 0
    stances_matched: int = 0
    distractors: int = 0
    distractors_taken: int = 0
    about: FieldScore = field(default_factory=FieldScore)
    """What the matched claims are of, whose, where and when."""
    texts: dict[str, str] = field(default_factory=dict)
    """The text of each document."""
    spellings: Spellings = field(default_factory=dict)
    """How each document spells its voices."""
    failures: list[tuple[str, str, str]] = field(default_factory=list)
    """Of fields and stances: (what went amiss, expected and found, the sentence)."""


def f1(matched: int, expected: int, found: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing was expected or found."""
    return 2 * matched / (expected + found) if expected + found else 0.0


def read_rows(path: Path) -> list[Row]:
    """Read an NDJSON file, one object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def close(first: object, second: object) -> bool:
    """Whether two figures are the same number, or both unknown."""
    if not isinstance(first, int | float) or not isinstance(second, int | float):
        return first is None and second is None
    return abs(first - second) <= _TOLERANCE * max(1.0, abs(first), abs(second))


def overlap(first: Row, second: Row) -> bool:
    """Whether two spans of one document share a character."""
    return int(str(first["char_start"])) < int(str(second["char_end"])) and int(str(second["char_start"])) < int(
        str(first["char_end"])
    )


def score(documents: list[Row], gold: list[Row], claims: list[Row], distractors: list[Row]) -> Score:
    """Compare claims with the gold, document by document."""
    result = Score(spellings=spellings_of(gold))
    for document in documents:
        key = document["document_id"]
        mine, theirs, false_friends = (
            [row for row in rows if row["document_id"] == key] for rows in (claims, gold, distractors)
        )
        text = result.texts[str(key)] = str(document["text"])
        _score_quantities(result, text, _of_kind(theirs, "quantity"), _of_kind(mine, "quantity"), false_friends)
        _score_stances(result, text, _of_kind(theirs, "stance"), _of_kind(mine, "stance"))
    return result


def _of_kind(rows: Iterable[Row], kind: str) -> list[Row]:
    return [row for row in rows if row["kind"] == kind]


def _pairs(gold: list[Row], claims: list[Row], fits: Callable[[Row, Row], bool]) -> list[tuple[Row, Row]]:
    """Pair each gold row with at most one claim, in the order of the text."""
    left = sorted(claims, key=lambda row: int(str(row["char_start"])))
    pairs = []
    for row in sorted(gold, key=lambda row: int(str(row["char_start"]))):
        partner = next((claim for claim in left if fits(row, claim)), None)
        if partner is not None:
            left.remove(partner)
            pairs.append((row, partner))
    return pairs


def _score_quantities(result: Score, text: str, gold: list[Row], claims: list[Row], distractors: list[Row]) -> None:
    pairs = _pairs(gold, claims, lambda row, claim: overlap(row, claim) and close(row["value"], claim.get("value")))
    result.expected, result.found = result.expected + len(gold), result.found + len(claims)
    for row, claim in pairs:
        _score_pair(result, text, row, claim)
    _score_groups(result, text, gold, claims, pairs)
    _note_unpaired(result, text, gold, claims, pairs)
    result.distractors += len(distractors)
    result.distractors_taken += sum(any(overlap(row, claim) for claim in claims) for row in distractors)


def _score_pair(result: Score, text: str, row: Row, claim: Row) -> None:
    result.matched += 1
    result.about.add(row, claim, plain)
    if is_strict(row, claim):
        result.strict += 1
    else:
        _note_case(result, text, row, _bounds(row), _bounds(claim))
    for name in ("claimant", "unit", "polarity"):
        result.fields[name, "all"] += 1
        if plain(row[name]) == plain(claim.get(name)):
            result.fields[name, "equal"] += 1
            result.fields["named claimant", "equal"] += name == "claimant" and row[name] is not None
        else:
            _note(result, text, row, name, row[name], claim.get(name))
    _score_claimant_form(result, row, claim)
    if row["claimant"] is not None:
        _score_affiliation(result, text, row, claim)


def is_strict(row: Row, claim: Row) -> bool:
    """Whether a claim has the hedge class and the interval of the gold row that it is matched to."""
    return row.get("hedge") == claim.get("hedge") and all(
        close(row.get(end), claim.get(end)) for end in ("low", "high")
    )


def _score_groups(result: Score, text: str, gold: list[Row], claims: list[Row], pairs: list[tuple[Row, Row]]) -> None:
    """Count each claim of either side in its hedge class and under every phenomenon that it shows."""
    strict = {id(each): is_strict(*pair) for pair in pairs for each in pair}  # of whatever is paired
    for row in gold:
        result.phenomena.add_expected(row, _written(row, text), id(row) in strict, strict.get(id(row), False))
    for claim in claims:
        result.phenomena.add_found(claim, _written(claim, text), id(claim) in strict, strict.get(id(claim), False))


def _written(row: Row, text: str) -> str:
    return text[int(str(row["char_start"])) : int(str(row["char_end"]))]


def _score_claimant_form(result: Score, row: Row, claim: Row) -> None:
    """Count whom a claim names beside the strict comparison: in whatever form, and with or without an office."""
    result.fields["claimant, one voice", "all"] += 1
    result.fields["claimant, one voice", "equal"] += one_voice(row, claim.get("claimant"), result.spellings)
    if row["claimant"] is not None:
        result.fields["named claimant", "all"] += 1
        result.fields["named claimant, offices aside", "all"] += 1
        result.fields["named claimant, offices aside", "equal"] += one_name(row["claimant"], claim.get("claimant"))


def _score_affiliation(result: Score, text: str, row: Row, claim: Row) -> None:
    """Compare whom a named claimant speaks for, apart where the gold has somebody and where it has nobody."""
    name = (
        "affiliation, where there is one" if row.get("claimant_affiliation") is not None else "affiliation, where none"
    )
    result.fields[name, "all"] += 1
    if plain(row.get("claimant_affiliation")) == plain(claim.get("claimant_affiliation")):
        result.fields[name, "equal"] += 1
    elif plain(row["claimant"]) == plain(claim.get("claimant")):
        _note(result, text, row, "affiliation", row.get("claimant_affiliation"), claim.get("claimant_affiliation"))


def _note_unpaired(result: Score, text: str, gold: list[Row], claims: list[Row], pairs: list[tuple[Row, Row]]) -> None:
    paired = {id(row) for pair in pairs for row in pair}
    for row in gold:
        if id(row) not in paired:
            instead = [_bounds(claim) for claim in claims if overlap(row, claim)]
            _note_case(result, text, row, _bounds(row), instead or "nothing")
    for claim in claims:
        if id(claim) not in paired and not any(overlap(claim, row) for row in gold):
            _note_case(result, text, claim, "nothing", _bounds(claim))


def _score_stances(result: Score, text: str, gold: list[Row], claims: list[Row]) -> None:
    pairs = _pairs(gold, claims, overlap)
    result.stances_expected += len(gold)
    result.stances_found += len(claims)
    result.stances_matched += len(pairs)
    _score_groups(result, text, gold, claims, pairs)
    _note_unpaired(result, text, gold, claims, pairs)
    for row, claim in pairs:
        result.about.add(row, claim, plain)
        for name in ("claimant", "polarity"):
            result.fields[f"stance {name}", "all"] += 1
            result.fields[f"stance {name}", "equal"] += plain(row[name]) == plain(claim.get(name))


def _bounds(row: Row) -> str:
    if row["kind"] == "stance":
        return f"a stance, {row['polarity']}"
    return f"{row.get('hedge')} {row.get('value')} [{row.get('low')}, {row.get('high')}]"


def _note(result: Score, text: str, row: Row, what: str, expected: object, found: object) -> None:
    result.failures.append((what, f"expected {expected}, found {found}", _sentence_of(row, text)))


def _note_case(result: Score, text: str, row: Row, expected: object, found: object) -> None:
    case = Case(groups_of(row, _written(row, text)), f"expected {expected}, found {found}", _sentence_of(row, text))
    result.phenomena.cases.append(case)


def _sentence_of(row: Row, text: str) -> str:
    """Give the document and the sentence of a row, with its figure or stance in brackets."""
    start, end, quote = int(str(row["char_start"])), int(str(row["char_end"])), str(row.get("quote") or "")
    first = text.find(quote, max(0, end - len(quote)))
    last = max(end, first + len(quote))
    marked = f"{text[min(first, start) : start]}⟦{text[start:end]}⟧{text[end:last]}"
    return f"{row['document_id']}: {' '.join(marked.split())}"


def show(result: Score, console: Console, worst: int, questions: Mapping[str, str]) -> None:
    """Print the rates, in all and by group, and up to `worst` cases of each sort; `questions` by gold id."""
    summary = Table("what", "precision", "recall", "F1", title=f"{result.expected} gold claims, {result.found} found")
    for name, matched in (("claims", result.matched), ("strict", result.strict)):
        summary.add_row(name, *_rates(matched, result.expected, result.found))
    summary.add_row("stances", *_rates(result.stances_matched, result.stances_expected, result.stances_found))
    console.print(summary)
    for name in sorted({name for name, _ in result.fields}):
        equal, every = result.fields[name, "equal"], result.fields[name, "all"]
        console.print(f"{name}: {equal} of {every} ({equal / max(every, 1):.3f})")
    console.print(f"distractors taken for claims: {result.distractors_taken} of {result.distractors}")
    for miss in show_fields(result.about, questions, console):
        _note(result, result.texts[str(miss.claim["document_id"])], miss.claim, *miss[:3])
    show_phenomena(result.phenomena, console, worst)
    _show_failures(result, console, worst)


def _rates(matched: int, expected: int, found: int) -> tuple[str, str, str]:
    return f"{matched / max(found, 1):.3f}", f"{matched / max(expected, 1):.3f}", f"{f1(matched, expected, found):.3f}"


def _show_failures(result: Score, console: Console, worst: int) -> None:
    for what, count in Counter(failure[0] for failure in result.failures).most_common():
        console.print(f"\n{what}: {count}", style="bold")
        for _, detail, place in [failure for failure in result.failures if failure[0] == what][:worst]:
            console.print(f"  {detail}\n    {place}", highlight=False, markup=False)


def extracted_rows(folder: Path) -> list[Row]:
    """Extract the claims of `folder`/documents.ndjson with the shipped rules."""
    documents = [d for d in read_documents([folder / "documents.ndjson"]) if not isinstance(d, RejectedDocument)]
    return [claim_to_row(claim) for claim in RuleExtractor().extract(documents)]


def read_questions(folder: Path) -> dict[str, str]:
    """Map the gold claims that answer a question of the corpus to it."""
    path = folder / "questions.ndjson"
    rows = read_rows(path) if path.exists() else []
    return {str(key): str(row["question_id"]) for row in rows for key in row["gold_ids"]}  # type: ignore[attr-defined]


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--claims", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Claims as NDJSON.")
@click.option("--worst", default=8, show_default=True, help="How many failures of each sort to list.")
def command(folder: Path, claims: Path | None, worst: int) -> None:
    """Score extracted claims against the annotated corpus in FOLDER (documents, claims, distractors as NDJSON).

    Prints precision, recall and F1 in all, by hedge class and by phenomenon, and the worst cases with their sentences.
    """
    found = read_rows(claims) if claims else extracted_rows(folder)
    gold, distractors = read_rows(folder / "claims.ndjson"), folder / "distractors.ndjson"
    false_friends = read_rows(distractors) if distractors.exists() else []
    result = score(read_rows(folder / "documents.ndjson"), gold, found, false_friends)
    show(result, Console(), worst, read_questions(folder))
