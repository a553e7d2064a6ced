"""What of a draft is denied by statements of the corpus, in whatever question they stand.

"Paid a ransom of 2.5 million" is held against the sums that others name; who says that no ransom was paid names none.
Such a denial is found by its words: it is told where it is of the same event and a sentence of the draft says most of
what is denied.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import groupby

from analytics.draft_questions import Fit, names_of, offset_in_quote
from analytics.draft_sql import draft_sql
from analytics.reading import Row, Snapshot

MOST_DENIALS = 20
"""Told of one sentence or figure at most."""

# Who denies the figure that another gives denies that figure, whatever the words: the figures tell where it fits.
_WORDED = """
    select claim_id, denial
    from worded_denial
    where claim_id in (select unnest($claims::text[]))
        and claim_id not in (select denial_claim_id from refuted_figure)
"""
_TEXTS = ("id", "text", "reading", "measure", "counted", "place", "unit", "trend", "polarity", "question_id")
_FORM = [
    {
        **{f"own_{name}": "VARCHAR" for name in _TEXTS},
        "own_value": "DOUBLE",
        "own_offset": "INTEGER",
        "own_names": [{"written": "VARCHAR", "is_first": "BOOLEAN"}],
    }
]


def denials_of(
    snapshot: Snapshot,
    text: str,
    claims: Sequence[Mapping[str, object]],
    fits: Mapping[str, Fit],
    sentences: Sequence[str],
    seconds: float | None = None,
) -> dict[str, list[Row]]:
    """Return who denies the matter of a draft's claims, by their ids, and of its other sentences, by their texts.

    Those of which the draft says the most come first. `fits` holds the questions that the claims surely answer, whose
    event is the draft's; `seconds` is how long it may take, None for as long as any query may.
    """
    passages = [*(_of_claim(claim, fits, text) for claim in claims), *map(_of_sentence, sentences)]
    parameters = {
        "passages": json.dumps(passages),
        "form": json.dumps(_FORM),
        "text": text,
        "most": MOST_DENIALS,
    }
    rows = snapshot.rows(draft_sql("draft_denial"), parameters, seconds) if passages else []
    return {own_id: list(found) for own_id, found in groupby(rows, lambda row: str(row.pop("own_id")))}


def _of_claim(claim: Mapping[str, object], fits: Mapping[str, Fit], text: str) -> dict[str, object]:
    """Return what is asked of a claim of the draft, in the form _FORM."""
    own_id, quote = str(claim["claim_id"]), str(claim["quote"])
    # What happened is left out: where the sentence does not say it, it is that of the measure.
    reading = str(claim["measure"] or "").replace("_", " ")
    return {
        **{f"own_{name}": claim.get(name) for name in ("measure", "counted", "place", "unit", "trend", "polarity")},
        "own_id": own_id,
        "own_text": quote,
        "own_offset": offset_in_quote(claim, text),
        "own_reading": reading,
        "own_value": next((claim[name] for name in ("value", "low", "high") if claim.get(name) is not None), None),
        "own_question_id": fits[own_id].question_id if own_id in fits else None,
        "own_names": names_of(quote),
    }


def _of_sentence(sentence: str) -> dict[str, object]:
    """Return what is asked of a sentence that holds no claim."""
    return {"own_id": sentence, "own_text": sentence, "own_reading": "", "own_names": names_of(sentence)}


def worded(snapshot: Snapshot, claim_ids: Sequence[object], seconds: float | None = None) -> dict[str, str]:
    """Return how claims deny, in words to be read behind a name, by their ids; only those that do in such words."""
    rows = snapshot.rows(_WORDED, {"claims": claim_ids}, seconds) if claim_ids else []
    return {str(row["claim_id"]): str(row["denial"]) for row in rows}
