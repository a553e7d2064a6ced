"""What would end a finding, in words."""

from __future__ import annotations

from collections.abc import Mapping

ENDS_WITHOUT, HOLDS_WITHOUT = "ends without ", "holds without any one source"


def what_it_rests_on(finding: Mapping[str, object]) -> tuple[str, str] | None:
    """Say in a word or two what alone carries a finding, and what follows: `Reuters`, `no finding without it`."""
    names = str(finding.get("rests_on") or "")
    if names:
        left_out = ["it", "either", "any of them"][min(names.count(", "), 2)]
        return names.replace(", ", " and "), f"no finding without {left_out}"
    if not finding.get("holds_without_echoes"):
        return "echoes", "no finding when each is counted once"
    if not finding.get("holds_when_doubled"):
        return "narrow figures", "no finding if each were twice as wide"
    return None


def firmness_sentence(robustness: str) -> str:
    """Say as a sentence what would end a finding, from its row: Without Reuters this finding ends."""
    if robustness.startswith(ENDS_WITHOUT):
        named = robustness.removeprefix(ENDS_WITHOUT).split(", ")
        return f"Without {' or without '.join(named)} this finding ends."
    if robustness.startswith(HOLDS_WITHOUT):
        widened = robustness.removeprefix(HOLDS_WITHOUT)
        wide = " The same holds with every interval twice as wide." if widened else ""
        return f"No single source carries this: leave any one out and figures still stand apart, perhaps others.{wide}"
    return f"This finding {robustness}."
