"""One act of saying: who says something, and which words that covers."""

from __future__ import annotations

from dataclasses import dataclass, field

from extraction.speech.cast import Speaker
from extraction.words.subjects import Subject


@dataclass(slots=True)
class Saying:
    """One act of saying: its verb's tokens, the speaker (None: the publisher), and the tokens it covers."""

    verb: int
    verb_end: int
    kind: str
    speaker: Speaker | None
    subject: Subject
    covers: list[tuple[int, int]] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The first token of the act: its subject or its verb."""
        return min(self.verb, self.subject.first)

    @property
    def last(self) -> int:
        """Just after the act's last token."""
        return max(self.verb_end, self.subject.last, self.subject.apposition_last)
