"""The sentence for a figure of a draft, such as “You say 8,000; Lloyd Austin said about 10,000, Ukraine 4,500”."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.draft import COMPETING, DraftAnswer, Neighbour
from analytics.enumeration import enumerated
from analytics.reading import Row

VOICES_IN_A_SENTENCE = 4
DENIALS_IN_A_SENTENCE = 2
_IN_LINE = ("agrees", "compatible", "echo")
_SAME_WORD = ("agrees", "echo")
_HELD = (*COMPETING, *_IN_LINE)
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

    Where none of them parts from it, the sentence says what it was not compared with: it vouches for no more. Where
    nothing surely answers its question, the sentence names the one that comes nearest.
    """
    return _own(answer.claim) + "; " + (_held(answer) if answer.fit else _unheld(answer))


def statement_sentence(quote: str, denials: Sequence[Row]) -> str:
    """Return what a sentence of the draft without a figure says, and who denies it."""
    return f"You write: “{quote.strip().rstrip('.')}”; {_denied(denials)}."


def standing(against: Sequence[Row]) -> list[Row]:
    """Return one row a voice, what it said last: of the figures that can be held against the draft's, else of all."""
    told: dict[str, Row] = {}
    for row in against:
        former = told.setdefault(_voice(row), row)
        if _precedence(row) > _precedence(former):
            told[_voice(row)] = row
    return list(told.values())


def undenied(rows: Sequence[Row], denials: Sequence[Row] = ()) -> list[Row]:
    """Return the rows but those that deny in words of their own, and what repeats the denials that are told.

    What a statement denies in words of its own is told where they fit the draft's, or where the draft denies the same;
    a bare “denies it” says no more than such words by the same voice.
    """
    told, voices = {row["claim_id"] for row in denials}, {_voice(row) for row in denials}
    return [
        row
        for row in rows
        if (not row["denial"] or row.get("verdict") in _SAME_WORD)
        and row["claim_id"] not in told
        and not (row["figure"] == "denied" and _voice(row) in voices)
    ]


def bare_denials(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that deny the draft's figure in no words of their own, with what each does as its `denial`.

    Who denies a figure of the corpus keeps that figure instead: “not 60,000” says it already.
    """
    denying = [row for row in rows if row["verdict"] == "contradicts" and _is_denial(row)]
    return [{**row, "denial": _stance_verb("denied", row) if _figure(row) == "denied" else None} for row in denying]


def _is_denial(row: Row) -> bool:
    return _figure(row) == "denied" or _figure(row).startswith(_DENIED_FIGURE)


def _stance_verb(stance: str, row: Row) -> str:
    return _STANCES[stance][_is_plural(row)]


def _precedence(row: Row) -> tuple[bool, str, str]:
    return row["verdict"] in _HELD, str(row["as_of"] or ""), str(row["reported_at"] or "")


def _held(answer: DraftAnswer) -> str:
    denials = answer.denials
    voices = standing(undenied(answer.against, denials))
    competing = [row for row in voices if row["verdict"] in COMPETING]
    in_line = [_with_newer(row, answer.against) for row in voices if row["verdict"] in _IN_LINE]
    earlier = [row for row in voices if row["verdict"] == "update"]
    parts = []
    if competing:
        parts.append(f"{_told_in_part(competing)}.")
    if denials:
        parts.append(f"{_denied(denials)}.")
    if in_line:
        parts.append(f"in line with it{':' if parts else ','} {_told_in_part(in_line)}.")
    if earlier:
        parts.append(f"at another time{':' if parts else ''} {_told_in_part(earlier)}.")
    if not competing and not in_line and not earlier and (voices or not denials):
        parts.append(_other(voices, undenied(answer.rest)))
    if not competing:
        parts.append(_left_out(answer))
    return " ".join([parts[0], *(_capital(part) for part in (*parts[1:], _also(answer.perhaps)) if part)])


def _with_newer(row: Row, against: Sequence[Row]) -> Row:
    """Return a row that the draft is in line with, with the figure that its voice has given since."""
    newer = [each for each in against if each["verdict"] == "update" and _voice(each) == _voice(row)]
    last = max(newer, key=_precedence, default=row)
    if _precedence(last)[1:] <= _precedence(row)[1:] or _figure(row) in _STANCES:
        return row
    return {**row, "figure": f"{_figure(row)} and since then {_figure(last)}"}


def _other(of_other_scope: Sequence[Row], rest: Sequence[Row]) -> str:
    told = _told_first(one_a_voice(of_other_scope or rest))
    if not told:
        return "nobody else says so or otherwise."
    return f"{told}, of a part or of something else." if of_other_scope else f"{told}, as a forecast or of another day."


def _left_out(answer: DraftAnswer) -> str:
    """Return what the rest of its question says, which the figure could not be held against."""
    met = {_voice(row) for row in answer.against}
    others = [row for row in one_a_voice(undenied(answer.rest)) if _voice(row) not in met]
    return f"Not compared: {_told_first(others)}." if others and answer.against else ""


def _also(perhaps: Sequence[Neighbour]) -> str:
    titles = "”, “".join(each.fit.title for each in perhaps)
    return f"It may also answer “{titles}”." if titles else ""


def _unheld(answer: DraftAnswer) -> str:
    """Return who denies what the draft says and, of a figure that surely answers no question, what comes nearest."""
    perhaps = [replace(near, claims=undenied(near.claims)) for near in answer.perhaps]
    return f"{_denied(answer.denials)}. {_capital(_unsure(perhaps))}" if answer.denials else _unsure(perhaps)


def _denied(denials: Sequence[Row]) -> str:
    """Return who denies what the draft says, the first voices in the words of their articles."""
    voices = one_a_voice(denials)
    told = [_denial(row) for row in voices[:DENIALS_IN_A_SENTENCE]]
    count = len(voices) - DENIALS_IN_A_SENTENCE
    more = [f"{count:,} other voice{'s deny' if count > 1 else ' denies'} it too"] if count > 0 else []
    return "; ".join((*told, *more))


def _denial(row: Row) -> str:
    return f"{_name(row)} {row['denial']}" if row["denial"] else _told([row])


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def _unsure(perhaps: Sequence[Neighbour]) -> str:
    """Return what is said on the nearest question, and the titles of the others."""
    if not perhaps:
        return "nothing in the corpus answers the same question."
    nearest, others = perhaps[0], [each.fit.title for each in perhaps[1:]]
    told = f", where {_told_first(one_a_voice(nearest.claims))}" if nearest.claims else ""
    doubt = f" (though {' and '.join(nearest.fit.parting)})" if nearest.fit.parting else ""
    more = f" Or “{'”, “'.join(others)}”." if others else ""
    return f"perhaps the same question as “{nearest.fit.title}”{doubt}{told}.{more}"


def _own(claim: Row) -> str:
    """Return the draft's own word: “You quote police with 8,000”, “You write that Norland denies it”."""
    figure, claimant = _figure(claim), _within_a_sentence(str(claim["claimant"] or ""))
    if figure in _STANCES:
        holds = _STANCES[figure][_is_plural(claim)]
        return f"You write that {claimant} {holds}" if claimant else f"You write that it is {figure}"
    if claim.get("kind") == "stance":
        return f"You quote {claimant}: “{figure}”" if claimant else f"You write: “{figure}”"
    # "Eleven people died" begins with a capital that only its place gave it.
    told = figure[0].lower() + figure[1:] if figure[1:].islower() else figure
    return f"You quote {claimant} with {told}" if claimant else f"You say {told}"


def _told_in_part(rows: Sequence[Row]) -> str:
    """Return what voices say that come farthest first: of many the farthest, the nearest and how many stand between."""
    if len(rows) <= VOICES_IN_A_SENTENCE:
        return _told(rows)
    farthest, nearest = VOICES_IN_A_SENTENCE // 2, VOICES_IN_A_SENTENCE - VOICES_IN_A_SENTENCE // 2
    return _told([*rows[:farthest], *rows[-nearest:]]) + _others(rows)


def _told_first(rows: Sequence[Row]) -> str:
    """Return what the first voices say, and how many others there are."""
    return _told(rows[:VOICES_IN_A_SENTENCE]) + _others(rows)


def _others(rows: Sequence[Row]) -> str:
    """Return how many voices have no room in a sentence; nothing where all have."""
    count = len(rows) - VOICES_IN_A_SENTENCE
    return f", and {count:,} other voice{'s' if count > 1 else ''}" if count > 0 else ""


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
        holders = [row for row in rows if _figure(row) == stance]
        if holders:
            is_one = len(holders) == 1 and not _is_plural(holders[0])
            parts.append(f"{enumerated([_name(row) for row in holders])} {one if is_one else several}")
    return "; ".join(parts)


def one_a_voice(rows: Sequence[Row]) -> list[Row]:
    """Return the first row of each voice."""
    return list({_voice(row): row for row in reversed(rows)}.values())[::-1]


def _voice(row: Row) -> str:
    return str(row["voice"] or row["source"])


def _is_plural(row: Row) -> bool:
    """Return whether a row's voice is said of several, such as survivors; a claim that was not judged has none."""
    return bool(row.get("voice_is_plural"))


def _name(row: Row) -> str:
    name, affiliation = _voice(row), row["voice_affiliation"]
    shown = f"{name} ({affiliation})" if affiliation and affiliation != name else name
    return shown if row["voice"] == row["source"] else _within_a_sentence(shown)


def _within_a_sentence(name: str) -> str:
    """Return a name without the capital that only the beginning of its sentence gave its article."""
    return name[0].lower() + name[1:] if name.startswith(("The ", "A ", "An ")) else name


def _figure(row: Row) -> str:
    return str(row["figure"] or row["quote"])
