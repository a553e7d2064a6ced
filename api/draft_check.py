"""Checking a draft: each of its figures beside what the corpus says on the same question."""

from dataclasses import asdict
from functools import cache
from pathlib import Path

from analytics.draft import DRAFT, Draft, DraftAnswer, compare_draft
from analytics.list_views import QUESTIONS
from analytics.reading import Row, Snapshot, UnknownRowError
from api.draft_sentences import check_sentence
from api.payloads import Payload, row_by_id
from extraction.claim_json import claim_to_row
from extraction.model import Document
from extraction.rules import RuleExtractor
from extraction.words.lexicon import load_lexicon

SHIPPED_LEXICON = Path(__file__).resolve().parent.parent / "data" / "lexicon"


def check_payload(
    snapshot: Snapshot, text: str, published_at: str | None = None, lexicon: Path | None = None
) -> Payload:
    """Return each figure of a draft with its question, the claims that it meets there, and one sentence.

    Where it meets none that it can be held against, `perhaps` names the questions that come nearest. Raises as
    `compare_draft` does.

    `published_at` is the day that "yesterday" is counted from, ISO 8601; without it such words date nothing.
    """
    document = Document(DRAFT, "Your draft", text, published_at=published_at)
    claims = [claim_to_row(claim) for claim in _extractor(lexicon).extract([document])]
    row: dict[str, object] = {name: getattr(document, name) for name in Document.__dataclass_fields__}
    answers = compare_draft(snapshot, Draft(row, claims, lexicon or SHIPPED_LEXICON))
    return {"data": [_entry(snapshot, answer) for answer in answers], "meta": {"build_id": snapshot.build_id}}


@cache
def _extractor(lexicon: Path | None) -> RuleExtractor:
    return RuleExtractor(load_lexicon(lexicon))


def _entry(snapshot: Snapshot, answer: DraftAnswer) -> Payload:
    return {
        "char_start": answer.claim["char_start"],
        "char_end": answer.claim["char_end"],
        "figure": answer.claim["figure"],
        "quote": answer.claim["quote"],
        "measure": answer.claim["measure"],
        "question": _question(snapshot, answer.question_id),
        "against": answer.against,
        "perhaps": [asdict(neighbour) for neighbour in answer.perhaps],
        "sentence": check_sentence(answer),
    }


def _question(snapshot: Snapshot, question_id: str | None) -> Row | None:
    if question_id is None:
        return None
    try:
        return row_by_id(snapshot, QUESTIONS, question_id)
    except UnknownRowError:
        return None
