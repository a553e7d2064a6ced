"""The filter by how surely claims were read: one parameter for the lists, the pages and the charts of a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote, urlencode

from analytics.list_views import CLAIMS
from analytics.reading import Snapshot
from api.list_arguments import list_arguments
from api.payloads import option_counts

LEAST_CONFIDENCE = "confidence__gte"
CONFIDENCE_CHOICES = {"0.8": "0.8 or more", "0.9": "0.9 or more", "1": "1, nothing left open"}
"""What confidence may be asked for; docs/extraction.md says how many of the claims at each step are right."""
ANY = ""


@dataclass(frozen=True, slots=True)
class ConfidenceStep:
    """One choice of a question's page: how many claims it leaves, its address, and whether it is the one chosen."""

    words: str
    count: int
    address: str
    is_chosen: bool


def least_confidence(snapshot: Snapshot, asked: Mapping[str, str]) -> float:
    """Read from which confidence on claims are asked for, 0 for all; raises ValidationError as the API's lists do."""
    given = {name: value for name, value in asked.items() if name == LEAST_CONFIDENCE}
    loaded = list_arguments(CLAIMS, snapshot.columns(CLAIMS.view))().load(given)
    return float(loaded.get(LEAST_CONFIDENCE, 0.0))


def confidence_steps(snapshot: Snapshot, question_id: str, chosen: float) -> list[ConfidenceStep]:
    """Give the choices of a question's page; none where all of its claims were read without a doubt."""
    of_question = {"question_id": question_id, "restates__isnull": "true"}
    values = (ANY, *CONFIDENCE_CHOICES)
    options = [("confidence", {LEAST_CONFIDENCE: value} if value else {}) for value in values]
    counts = option_counts(snapshot, CLAIMS.name, of_question, options)
    if counts[0] == counts[-1]:
        return []
    steps = [_step(question_id, value, count, chosen) for value, count in zip(values, counts, strict=True)]
    narrower = [step for before, step in pairwise(steps) if 0 < step.count < before.count or step.is_chosen]
    return [steps[0], *narrower]


def _step(question_id: str, value: str, count: int, chosen: float) -> ConfidenceStep:
    asked = f"?{urlencode({LEAST_CONFIDENCE: value})}" if value else ""
    words = CONFIDENCE_CHOICES.get(value, "any")
    return ConfidenceStep(words, count, f"/questions/{quote(question_id, safe='')}{asked}", float(value or 0) == chosen)
