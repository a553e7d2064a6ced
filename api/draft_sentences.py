"""The sentence for a figure of a draft, such as “You say 8,000; Lloyd Austin said about 10,000, Ukraine 4,500”."""

from collections.abc import Sequence

from analytics.draft import COMPETING, DraftAnswer
from analytics.draft_neighbours import Neighbour
from analytics.reading import Row

VOICES_IN_A_SENTENCE = 4
_IN_LINE = ("agrees", "compatible", "echo")
# What the figure of a stance reads, and what its voice does.
_STANCES = {
    "denied": ("denies it", "deny it"),
    "asserted": ("says that it is so", "say that it is so"),
    "expected": ("expects it", "expect it"),
    "neither confirmed nor denied": ("neither confirms nor denies it", "neither confirm nor deny it"),
}
_DENIED_FIGURE = "not "


def check_sentence(answer: DraftAnswer) -> str:
    """Return what the draft says and what the other voices say, those that it parts from first.

    Where none of them parts from it, the sentence says how much of the question it was compared with: it vouches for
    no more. Where nothing can be held against it, the sentence names the nearest question.
    """
    own, near = _own(answer.claim), _nearest(answer.perhaps)
    voices = _one_a_voice(answer.against)
    competing = [row for row in voices if row["verdict"] in COMPETING]
    in_line = _told([row for row in voices if row["verdict"] in _IN_LINE][:VOICES_IN_A_SENTENCE])
    if competing:
        agreeing = f" In line with it: {in_line}." if in_line else ""
        return f"{own}; {_told(competing[:VOICES_IN_A_SENTENCE])}.{agreeing}{near}"
    if in_line:
        return f"{own}; in line with it, {in_line}.{_compared(answer)}{near}"
    if voices:
        other = f"{_told(voices[:VOICES_IN_A_SENTENCE])}, of something else or of another day"
        return f"{own}; {other}.{_compared(answer)}{near}"
    return f"{own}; found nothing that surely answers the same question.{near}"


def _compared(answer: DraftAnswer) -> str:
    """Return how much of the question the figure was compared with, and what the rest of it says."""
    met, rest = len(answer.against), answer.rest
    question = f"“{answer.title}”" if answer.title else "its question"
    if not rest:
        return f" Compared with {_counted(met)} of {question}."
    told = _told(_one_a_voice(rest)[:VOICES_IN_A_SENTENCE])
    return f" Compared with {met} of the {_counted(met + len(rest))} of {question}; not compared: {told}."


def _counted(claims: int) -> str:
    return f"{claims} claim" if claims == 1 else f"{claims} claims"


def _nearest(perhaps: Sequence[Neighbour]) -> str:
    """Return what is said on the nearest question, and the titles of the others."""
    if not perhaps:
        return ""
    told = _told(_one_a_voice(perhaps[0].claims)[:VOICES_IN_A_SENTENCE])
    others = f" Or “{'”, “'.join(each.title for each in perhaps[1:])}”." if perhaps[1:] else ""
    return f" Perhaps it is this: “{perhaps[0].title}”, where {told}.{others}"


def _own(claim: Row) -> str:
    """Return the draft's own word: “You quote police with 8,000”, “You write that Norland denies it”."""
    figure, claimant = _figure(claim), _within_a_sentence(str(claim["claimant"] or ""))
    if figure in _STANCES:
        return f"You write that {claimant} {_STANCES[figure][0]}" if claimant else f"You write that it is {figure}"
    return f"You quote {claimant} with {figure}" if claimant else f"You say {figure}"


def _told(rows: Sequence[Row]) -> str:
    """Return what the voices say: figures, then denied figures, then stances, each verb once."""
    figures = [row for row in rows if _figure(row) not in _STANCES and not _figure(row).startswith(_DENIED_FIGURE)]
    denied = [row for row in rows if _figure(row).startswith(_DENIED_FIGURE)]
    parts = []
    if figures:
        others = [f"{_name(row)} {_figure(row)}" for row in figures[1:]]
        parts.append(f"{_name(figures[0])} said {', '.join([_figure(figures[0]), *others])}")
    parts += [f"{_name(row)} said that it is {_figure(row)}" for row in denied]
    for stance, (one, several) in _STANCES.items():
        names = [_name(row) for row in rows if _figure(row) == stance]
        if names:
            parts.append(f"{_and(names)} {one if len(names) == 1 else several}")
    return "; ".join(parts)


def _one_a_voice(rows: Sequence[Row]) -> list[Row]:
    """Return the first row of each voice."""
    return list({str(row["voice"] or row["source"]): row for row in reversed(rows)}.values())[::-1]


def _name(row: Row) -> str:
    name = str(row["voice"] or row["source"])
    affiliation = row["voice_affiliation"]
    shown = f"{name} ({affiliation})" if affiliation and affiliation != name else name
    return shown if row["voice"] == row["source"] else _within_a_sentence(shown)


def _within_a_sentence(name: str) -> str:
    """Return a name without the capital that only the beginning of its sentence gave its article."""
    return name[0].lower() + name[1:] if name.startswith(("The ", "A ", "An ")) else name


def _figure(row: Row) -> str:
    return str(row["figure"] or row["quote"])


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
