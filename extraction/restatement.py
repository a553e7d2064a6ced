"""One article that states a thing twice: the shorter mention points to the fuller one and takes its voice.

Lead and body, or a sentence and its summary, are one claim told twice; counted twice they would look like support.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from extraction.model import Claim

_TELLING: Final = 20
"""Figures from here on are told twice by intent; smaller ones meet by chance, and need the same noun as well."""

_BARE: Final = 2
"""Words of a speaker that is no more than the body itself: "the US", "Ukraine"."""


def link_restatements(claims: Sequence[Claim], vague: Set[str]) -> None:
    """Set `restates` on each claim that another one of the same article states more fully, and hand on its voice.

    `vague` are nouns for many without a name, for whom a lead speaks before the body says who it was: "officials".
    """
    by_figure: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.kind == "quantity" and claim.relative_to is None and claim.value is not None:
            by_figure.setdefault(_figure(claim), []).append(claim)
    for group in by_figure.values():
        if len(group) > 1:
            for claim, fuller in _linked(group, vague):
                _hand_on_voice(claims, claim, fuller)


def _figure(claim: Claim) -> tuple[object, ...]:
    small = abs(claim.value or 0) < _TELLING
    exact = (claim.counted or "").lower().rsplit(" ", 1)[-1] if small else ""
    return (claim.measure, claim.unit, claim.value, claim.low, claim.high, claim.polarity, claim.trend, exact)


def _linked(group: list[Claim], vague: Set[str]) -> list[tuple[Claim, Claim]]:
    """Point each mention of a figure at the fullest, where both may be one; give these pairs."""
    fullest = max(group, key=lambda claim: _fulness(claim, vague))
    others = [claim for claim in group if claim is not fullest and claim.quote != fullest.quote]
    linked = [(claim, fullest) for claim in others if _may_be_one(claim, fullest, vague)]
    for claim, fuller in linked:
        claim.restates = fuller.claim_id
    return linked


def _hand_on_voice(claims: Sequence[Claim], claim: Claim, fuller: Claim) -> None:
    """Give a mention to the speaker of the fuller one, and with one figure of "a charity" all that it says."""
    told = [one for one in claims if one.claimant == claim.claimant] if _is_introduced(claim) else [claim]
    for one in told:
        one.claimant = fuller.claimant
        one.claimant_affiliation = fuller.claimant_affiliation
        one.said_through = fuller.said_through


def _fulness(claim: Claim, vague: Set[str]) -> tuple[bool, bool, bool, int]:
    """Rank mentions: those with a speaker first, then a speaker who is more than the body itself, then one by name."""
    own_name = claim.claimant is not None and claim.claimant != claim.claimant_affiliation
    return (claim.claimant is not None, own_name, not _is_told_later(claim, vague), len(claim.quote))


def _is_introduced(claim: Claim) -> bool:
    """Whether the speaker is only brought up: "A charity says", which a lead does with whom the body names."""
    return claim.claimant is not None and claim.claimant.startswith(("A ", "An "))


def _is_told_later(claim: Claim, vague: Set[str]) -> bool:
    """Whether a lead has a speaker without a name, whom the body may name: "A charity", "officials and witnesses"."""
    words = (claim.claimant or "").split()
    many = not vague.isdisjoint(word.lower() for word in (*words[:1], *words[-1:]))
    return _is_introduced(claim) or many


def _may_be_one(claim: Claim, fuller: Claim, vague: Set[str]) -> bool:
    """Whether two mentions of a figure have one voice: none and somebody, the same, or a body and its official."""
    told_later = _is_told_later(claim, vague) and not _is_told_later(fuller, vague)
    named_below = told_later and claim.char_start < fuller.char_start
    if claim.claimant is None or claim.claimant == fuller.claimant or named_below:
        return _same_scene(claim, fuller)
    same_side = claim.claimant_affiliation is not None and claim.claimant_affiliation == fuller.claimant_affiliation
    words = claim.claimant.split()
    person = len(words) > 1 and words[-1][0].isupper() and words[0] not in ("the", "The")
    bare = len(words) <= _BARE and (not person or claim.claimant == claim.claimant_affiliation)
    return same_side and bare and _same_scene(claim, fuller)


def _same_scene(claim: Claim, fuller: Claim) -> bool:
    """Whether actor, place and day do not tell the two apart."""
    if claim.as_of_basis == fuller.as_of_basis == "text" and not _same_time(claim.as_of or "", fuller.as_of or ""):
        return False
    actors = claim.actor is None or fuller.actor is None or claim.actor == fuller.actor
    if claim.place is None or fuller.place is None:
        return actors
    nested = claim.place.endswith(fuller.place) or fuller.place.endswith(claim.place)
    return actors and nested


def _same_time(one: str, other: str) -> bool:
    """Whether two dates, each as coarse as it is known, may be one: "2024-07" and "2024-07-12"."""
    return one.startswith(other) or other.startswith(one)
