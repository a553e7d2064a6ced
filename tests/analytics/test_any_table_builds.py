"""Whatever figures and statements a table holds, its build passes every check and is published."""

from random import Random

from analytics.build import BuildInputs, build
from tests.analytics.conftest import LEXICON
from tests.analytics.generated_questions import Claim, some_question

GIVEN = ["source", "kind", "measure", "reported_at", "value", "low", "high", "hedge", "unit", "polarity", "denies"]


def row_of(number: int, place: int, claim: Claim) -> dict[str, object]:
    """Return a generated claim as a row of a table; claims without text meet by measure, actor, place and day."""
    said = {name: claim[name] for name in GIVEN if claim[name] is not None}
    return said | {
        "claim_id": f"{number}-{place}",
        "actor": f"Town{number}",
        "as_of": "2025-03-04",
        "claimant": claim["voice"],
    }


def costs(*figures: tuple[int, str]) -> list[dict[str, object]]:
    """Return what each of several papers says that one thing cost: figure and currency."""
    told = {"measure": "cost", "actor": "Harbour", "as_of": "2025-03-04"}
    return [
        {**told, "claim_id": f"cost-{place}", "source": f"Paper {place}", "value": value, "unit": unit}
        for place, (value, unit) in enumerate(figures)
    ]


def vague_denials(*ranges: tuple[int, int]) -> list[dict[str, object]]:
    """Return a denial, by one woman through several papers, of each vague word that allows such a range."""
    told = {"measure": "boats", "actor": "Harbour", "as_of": "2025-03-04", "claimant": "Ines Roca", "hedge": "vague"}
    return [
        {**told, "claim_id": f"denial-{low}", "source": f"Paper {low}", "polarity": "denied", "low": low, "high": high}
        for low, high in ranges
    ]


def test_a_table_of_any_claims_is_published_with_all_of_them(write_lines, target, ask):
    random = Random(0)  # noqa: S311 - draws test cases, guards nothing
    drawn = [row_of(number, place, claim) for number in range(200) for place, claim in enumerate(some_question(random))]
    sums = costs((100, "USD"), (300, "EUR"), (900, "EUR"), (100, "USD"))
    rows = [*drawn, *sums, *vague_denials((24, 99), (2000, 9999))]
    target.parent.mkdir()
    inputs = BuildInputs(lexicon=LEXICON, claims=[write_lines("claims.ndjson", *rows)])
    counts = build(inputs, target, full_checks=True).counts
    assert counts["claim"] + counts["rejected_claim"] == len(rows)
    assert counts["finding"] > 30
    assert ask("select unit, low_value, high_value from finding where actor = 'Harbour'") == [("EUR", 300, 900)]
    assert ask("select reason from pair where a_claim_id = 'denial-2000' or b_claim_id = 'denial-2000'") == []
