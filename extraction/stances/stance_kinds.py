"""The kinds of words that tell a stance, and what each kind asks for."""

from __future__ import annotations

from typing import Final

from extraction.model import Polarity
from extraction.stances.admissions import BY_DOER
from extraction.words.article import DENIALS

POLARITIES: Final[dict[str, Polarity]] = {
    "denied": "denied",
    "denied_claim": "denied",
    "denied_fact": "denied",
    "denied_name": "denied",
    "disagreed": "denied",
    "not_accepted": "denied",
    "ruled_out": "denied",
    "unconfirmed": "unconfirmed",
    "no_comment": "unconfirmed",
    "answer": "unconfirmed",
    "silence": "unconfirmed",
    "telling": "unconfirmed",
    "verification": "unconfirmed",
    "asserted": "asserted",
    "blamed": "asserted",
    "insisted": "asserted",
    "admitted": "asserted",
    "pleaded": "asserted",
    "pleaded_not": "denied",
    "taken": "asserted",
    "held": "asserted",
    "finding": "asserted",
    "not_believed": "denied",
    "threatened": "expected",
}
ANSWERS: Final = frozenset(("answer", "silence", "telling", "verification"))
"""Kinds of verbs that are a stance only where they are refused or negated."""
REFUSABLE: Final = ANSWERS | DENIALS | {"ruled_out"}
"""Kinds of verbs whose negation leaves the matter open: "would not deny", "has not ruled out"."""
NEGATABLE: Final = frozenset(("insisted", "asserted"))
"""Kinds of verbs that deny where what they say is negated: "insisted that no shot was fired"."""
ANSWERS_FIGURES: Final = frozenset(
    ("denied", "denied_claim", "denied_fact", "denied_name", "not_accepted", "ruled_out", "verification", "telling")
)
"""Kinds of verbs whose object may be a figure that is answered: "would not confirm the 18"."""
OF_CLAIMS: Final = frozenset(("denied_claim", "not_accepted"))
"""Kinds of verbs that answer a claim only: who rejects workers or accepts no bid denies nothing."""
OF_WHO_SAYS: Final = frozenset(("denied_fact",))
"""Kinds of words that tell what is not so of their subject, and no words of his: they are of who says that."""
INSIDE: Final = frozenset(("label", "responsible", "committed", "part", "verdict", "cause", "wrong"))
"""Kinds of words that make no stance by themselves but tell what one says: "is a lie", "was behind the attack"."""
OF_SUBJECTS: Final = frozenset(("ruled_out", "verification"))
"""Kinds of verbs whose passive is about its subject: "arson has been ruled out"."""
OBJECT_REACH: Final = 8
BY_SOMEBODY: Final = ANSWERS - {"verification"} | {"threatened", "held", "finding"} | BY_DOER
"""Kinds of verbs that are a stance only of somebody who is known: a storm threatens nothing."""
BY_THOSE_WHO_SPEAK: Final = frozenset(
    (
        "denied",
        "denied_claim",
        "disagreed",
        "not_accepted",
        "answer",
        "silence",
        "no_comment",
        "admitted",
        "pleaded",
        "pleaded_not",
        "blamed",
    )
)
"""Kinds of verbs that nothing but a person or a body does, so that any subject is one: "the dairy denied"."""
