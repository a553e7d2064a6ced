"""Checking a draft: each of its figures beside what the corpus says on the same question."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from analytics.deadline import Deadline
from analytics.draft import DRAFT, DeniedStatement, Draft, DraftAnswer, Neighbour, compare_draft
from analytics.reading import Row, Snapshot
from api.draft_sentences import check_sentence, statement_sentence
from api.payloads import Payload
from extraction.claim_json import claim_to_row
from extraction.documents import ISO_8601, is_iso_8601
from extraction.model import Document
from extraction.rules import rule_extractor
from extraction.words.lexicon import LEXICON_FOLDER

_QUESTIONS = "select * from question where question_id in (select unnest($ids::text[]))"

# Claims of a question that a figure may answer.
MOST_SHOWN = 20
WITHOUT_END = Deadline()
READING = ("actor", "place", "as_of", "claimant", "low", "high", "hedge", "polarity")
"""What a figure was taken for beside its measure, by the names of a claim's columns."""


def read_draft(text: str, published_at: str | None = None, lexicon: Path | None = None) -> Draft:
    """Return a draft with its claims, read with a folder of lexicon tables (None for the shipped ones).

    `published_at` is the day that "yesterday" is counted from, ISO 8601; without it such words date nothing.
    """
    document = Document(DRAFT, "Your draft", text, published_at=published_at)
    extractor = rule_extractor(lexicon)
    claims = [claim_to_row(claim) for claim in extractor.extract([document])]
    row: dict[str, object] = {name: getattr(document, name) for name in Document.__dataclass_fields__}
    return Draft(row, claims, lexicon or LEXICON_FOLDER, extractor.sentences(text))


def date_complaint(published_at: str | None) -> str:
    """Say what is amiss with a draft's date; nothing where there is none or it is one."""
    if not published_at or is_iso_8601(published_at):
        return ""
    return f"“{published_at[:40]}” must be {ISO_8601}."


def check_payload(snapshot: Snapshot, draft: Draft, deadline: Deadline = WITHOUT_END) -> Payload:
    """Return each figure of a draft with its question, the claims that it meets there, and one sentence.

    `perhaps` names the questions that it may answer too or, where it surely answers none, instead; `denials` who denies
    in other questions what it says. A sentence without a figure has an entry where somebody denies it. Raises as
    `compare_draft` does.
    """
    compared = compare_draft(snapshot, draft, deadline)
    questions = _questions(snapshot, compared.answers)
    entries = [_entry(answer, questions) for answer in compared.answers]
    entries += [_denied_entry(statement, draft.text) for statement in compared.denied]
    entries.sort(key=lambda entry: entry["char_start"])
    return {"data": entries, "meta": {"build_id": snapshot.build_id}}


def _questions(snapshot: Snapshot, answers: Sequence[DraftAnswer]) -> dict[str, Row]:
    """Return the questions that the answers name, by their ids."""
    ids = sorted({answer.question_id for answer in answers if answer.question_id})
    if not ids:
        return {}
    return {str(row["question_id"]): row for row in snapshot.rows(_QUESTIONS, {"ids": ids})}


def _entry(answer: DraftAnswer, questions: Mapping[str, Row]) -> Payload:
    fit = answer.fit
    return {
        "char_start": answer.claim["char_start"],
        "char_end": answer.claim["char_end"],
        "figure": answer.claim["figure"],
        "quote": answer.claim["quote"],
        "measure": answer.claim["measure"],
        "reading": {name: answer.claim.get(name) for name in READING},
        "question": questions.get(answer.question_id or ""),
        "surety": fit.surety if fit else None,
        "shared": list(fit.shared) if fit else [],
        "parting": list(fit.parting) if fit else [],
        "against": answer.against,
        "perhaps": [_perhaps(neighbour) for neighbour in answer.perhaps],
        "denials": answer.denials,
        "sentence": check_sentence(answer),
    }


def _denied_entry(statement: DeniedStatement, text: str) -> Payload:
    """Return the entry of a sentence that holds no figure: in the form of one that answers no question."""
    quote = text[statement.char_start : statement.char_end]
    return {
        "char_start": statement.char_start,
        "char_end": statement.char_end,
        "figure": None,
        "quote": quote,
        "measure": None,
        "reading": dict.fromkeys(READING),
        "question": None,
        "surety": None,
        "shared": [],
        "parting": [],
        "against": [],
        "perhaps": [],
        "denials": statement.denials,
        "sentence": statement_sentence(quote, statement.denials),
    }


def _perhaps(neighbour: Neighbour) -> Payload:
    fit, claims = neighbour.fit, neighbour.claims[:MOST_SHOWN]
    shown = {"shared": list(fit.shared), "parting": list(fit.parting), "claims": claims}
    return {"question_id": fit.question_id, "title": fit.title, "surety": fit.surety, **shown}
