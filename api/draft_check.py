"""Checking a draft: each of its figures beside what the corpus says on the same question."""

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from analytics.deadline import Deadline
from analytics.draft import DAY_LENGTH, DRAFT, DeniedStatement, Draft, DraftAnswer, Neighbour, compare_draft
from analytics.reading import Row, Snapshot
from api.draft_sentences import check_sentence, statement_sentence
from api.payloads import Payload
from extraction.claim_json import claim_to_row
from extraction.documents import ISO_8601, is_iso_8601
from extraction.model import Document
from extraction.rules import RuleExtractor, rule_extractor
from extraction.words.lexicon import LEXICON_FOLDER

_QUESTIONS = "select * from question where question_id in (select unnest($ids::text[]))"

# Claims of a question that a figure may answer.
MOST_SHOWN = 20
WITHOUT_END = Deadline()
_NAMED_DAY = re.compile("|".join(calendar.day_name))
_A_WEEK_AND_A_DAY = ("2023-06-14", "2023-06-22")
_WEEKS = (7, 14)
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
    weekdays = {} if published_at else _weekdays(extractor, document)
    return Draft(row, claims, lexicon or LEXICON_FOLDER, extractor.sentences(text), weekdays)


def _weekdays(extractor: RuleExtractor, document: Document) -> dict[str, int]:
    """Return the day of the week, from Monday 0, by which each claim of an undated text is dated, by the claim's id.

    A text that were published a week and a day later would move what it says of Monday by a week (by two, where the day
    was one), of yesterday by eight days, and of 3 May or of 1990 by none.
    """
    if not _NAMED_DAY.search(document.text):
        return {}
    earlier, later = (
        {claim.claim_id: claim.as_of for claim in extractor.extract([replace(document, published_at=day)])}
        for day in _A_WEEK_AND_A_DAY
    )
    moves = {own_id: (_day(as_of), _day(later.get(own_id))) for own_id, as_of in earlier.items()}
    return {
        own_id: day.weekday()
        for own_id, (day, moved) in moves.items()
        if day and moved and (moved - day).days in _WEEKS
    }


def _day(as_of: str | None) -> date | None:
    """Return the day of a date or moment in ISO 8601; None where it is no whole day."""
    return date.fromisoformat(as_of[:DAY_LENGTH]) if as_of and len(as_of) >= DAY_LENGTH else None


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
        "stated": answer.stated[:MOST_SHOWN],
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
        "stated": [],
        "sentence": statement_sentence(quote, statement.denials),
    }


def _perhaps(neighbour: Neighbour) -> Payload:
    fit, claims = neighbour.fit, neighbour.claims[:MOST_SHOWN]
    shown = {"shared": list(fit.shared), "parting": list(fit.parting), "claims": claims}
    return {"question_id": fit.question_id, "title": fit.title, "surety": fit.surety, **shown}
