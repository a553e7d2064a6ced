"""What would end a finding, in words."""

from __future__ import annotations

from collections.abc import Mapping

ENDS_WITHOUT, HOLDS_WITHOUT = "ends without ", "holds without any one source"


def what_it_rests_on(finding: Mapping[str, object]) -> tuple[str, str] | None:
    """Say in a word or two what alone carries a finding, and what follows: `Reuters`, without which nothing is left."""
    names = str(finding.get("rests_on") or "")
    if names:
        left_out = ["it", "either", "any of them"][min(names.count(", "), 2)]
        return names.replace(", ", " and "), f"without {left_out} no dispute is left"
    if not finding.get("holds_without_echoes"):
        return "echoes", "no dispute is left where each voice and text counts once"
    if not finding.get("holds_when_doubled"):
        return "narrow figures", "no dispute would be left if each were read twice as wide"
    return None


def firmness_sentence(robustness: str) -> str:
    """Say as a sentence what would end a finding, from its row: Without Reuters no dispute is left."""
    if robustness.startswith(ENDS_WITHOUT):
        named = robustness.removeprefix(ENDS_WITHOUT).split(", ")
        return f"Without {' or without '.join(named)} no dispute is left."
    if robustness.startswith(HOLDS_WITHOUT):
        widened = robustness.removeprefix(HOLDS_WITHOUT)
        wide = " The same holds with every interval twice as wide." if widened else ""
        return f"No single source carries this: leave any one out and figures still stand apart, perhaps others.{wide}"
    return f"This finding {robustness}."
