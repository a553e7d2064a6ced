"""How sure it is that the two ends of a finding are two answers to one question, in the words of a reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analytics.enumeration import enumerated

Row = Mapping[str, Any]

SURE_FROM, PROBABLE_FROM = 0.7, 0.4
"""Chances that two ends speak of one thing, from which on a finding is told without a doubt, or as probable."""


def surety_words(row: Row) -> str:
    """Say how sure it is that a finding's two ends speak of one thing, with what speaks against it.

    An empty string where it is sure.
    """
    surety, doubts = row.get("surety"), row.get("doubts")
    if surety is None or surety >= SURE_FROM:
        return ""
    both = "figures" if row.get("low_value") is not None else "statements"
    against = enumerated(str(doubts).split("; ")) if doubts else ""
    if surety >= PROBABLE_FROM:
        return f"The two {both} probably answer the same question{against and f', though {against}'}."
    return f"The two {both} may answer different questions{against and f': {against}'}."


def unsure_words(count: int) -> str:
    """Say of how many findings of a list the two ends may be of two things."""
    return f"{count:,} of them may compare two different things."
