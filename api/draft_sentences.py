"""The sentence for a figure of a draft, such as “You say 8,000; Lloyd Austin said about 10,000, Ukraine 4,500”."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.draft import COMPETING, IN_LINE, DraftAnswer, Neighbour
from analytics.enumeration import enumerated
from analytics.reading import Row
from api.draft_voices import (
    DENIED_FIGURES,
    STANCES,
    figure_of,
    is_plural,
    one_a_voice,
    standing,
    told_apart,
    told_figure,
    undenied,
    voice_of,
)

VOICES_IN_A_SENTENCE = 4
DENIALS_IN_A_SENTENCE = 2


def check_sentence(answer: DraftAnswer) -> str:
    """Return what the draft says and what the other voices say, those that it parts from first.

    Where none of them parts from it, the sentence says what it was not compared with: it vouches for no more. Where
    nothing surely answers its question, the sentence names the one that comes nearest.
    """
    return _own(answer.claim) + "; " + (_held(answer) if answer.fit else _unheld(answer))


def statement_sentence(quote: str, denials: Sequence[Row]) -> str:
    """Return what a sentence of the draft without a figure says, and who denies it."""
    return f"You write: “{quote.strip().rstrip('.')}”; {_denied(denials)}."


def _held(answer: DraftAnswer) -> str:
    denials = told_apart(answer.denials, answer.against)
    voices = standing(undenied(answer.against, denials))
    competing = [row for row in voices if _is_apart(row, answer.claim)]
    in_line = [row for row in voices if row["verdict"] in IN_LINE]
    earlier = [row for row in voices if row["verdict"] == "update" and row not in competing]
    parts = []
    if competing:
        parts.append(f"{_told_in_part(sorted(competing, key=_is_of_another))}.")
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
    stated = _stated(answer, of_own_question=bool(competing))
    return " ".join([parts[0], *(_capital(part) for part in (*parts[1:], stated, _further(answer.perhaps)) if part)])


def _is_apart(row: Row, claim: Row) -> bool:
    """Return whether a voice stands against the draft; also the one that it quotes, with another figure and no date."""
    is_undated = claim.get("as_of_basis") != "text"
    return row["verdict"] in COMPETING or (row["verdict"] == "update" and is_undated and not _is_of_another(row))


def _is_of_another(row: Row) -> bool:
    return not row["is_own_voice"]


def _other(of_other_scope: Sequence[Row], rest: Sequence[Row]) -> str:
    told = _told_first(one_a_voice(of_other_scope or rest))
    if not told:
        return "nobody else says so or otherwise."
    return f"{told}, of a part or of something else." if of_other_scope else f"{told}, as a forecast or of another day."


def _left_out(answer: DraftAnswer) -> str:
    """Return what the rest of its question says, which the figure could not be held against."""
    met = {voice_of(row) for row in answer.against}
    others = [row for row in one_a_voice(undenied(answer.rest)) if voice_of(row) not in met]
    return f"Not compared: {_told_first(others)}." if others and answer.against else ""


def _stated(answer: DraftAnswer, *, of_own_question: bool) -> str:
    """Return who states the very figure in the same event, though it could not be held against the draft's.

    Those of the draft's own question have been told already unless others part from it.
    """
    voices = one_a_voice([row for row in answer.stated if of_own_question or row["question_id"] != answer.question_id])
    own = [row for row in voices if row["question_id"] == answer.question_id]
    others = [row for row in voices if row["question_id"] != answer.question_id]
    of_first = [row for row in others if row["question_id"] == others[0]["question_id"]]
    told = [f"The same figure, as of another day: {_told_first(own)}."] if own else []
    told += [f"The same figure stands under “{others[0]['title']}”: {_told_first(of_first)}."] if others else []
    return " ".join(told)


def _further(perhaps: Sequence[Neighbour]) -> str:
    titles = "”, “".join(each.fit.title for each in perhaps)
    return f"It may also answer “{titles}”." if titles else ""


def _unheld(answer: DraftAnswer) -> str:
    """Return who denies what the draft says and, of a figure that surely answers no question, what comes nearest."""
    perhaps = [replace(near, claims=undenied(near.claims)) for near in answer.perhaps]
    shown = {row["claim_id"] for near in perhaps[:1] for row in near.claims}
    elsewhere = replace(answer, stated=[row for row in answer.stated if row["claim_id"] not in shown])
    stated = _stated(elsewhere, of_own_question=True)
    told = f"{_unsure(perhaps)} {stated}".rstrip()
    return f"{_denied(answer.denials)}. {_capital(told)}" if answer.denials else told


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
    figure, claimant = figure_of(claim), _within_a_sentence(str(claim["claimant"] or ""))
    if figure in STANCES:
        holds = STANCES[figure][is_plural(claim)]
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
    figures = [row for row in rows if figure_of(row) not in STANCES and not figure_of(row).startswith(DENIED_FIGURES)]
    denied = [row for row in rows if figure_of(row).startswith(DENIED_FIGURES)]
    parts = []
    if figures:
        others = [f"{_name(row)} {told_figure(row)}" for row in figures[1:]]
        parts.append(f"{_name(figures[0])} said {', '.join([told_figure(figures[0]), *others])}")
    parts += [f"{_name(row)} said that it is {told_figure(row)}" for row in denied]
    return "; ".join([*parts, *_stances(rows)])


def _stances(rows: Sequence[Row]) -> list[str]:
    """Return who takes a side without a figure, those who say the same and nothing else with one verb."""
    told = []
    for stance, verbs in STANCES.items():
        holders = [row for row in rows if figure_of(row) == stance]
        for whole in dict.fromkeys(map(told_figure, holders)):
            alike = [row for row in holders if told_figure(row) == whole]
            verb = verbs[len(alike) > 1 or is_plural(alike[0])]
            told.append(f"{enumerated([_name(row) for row in alike])} {verb}{whole.removeprefix(stance)}")
    return told


def _name(row: Row) -> str:
    name, affiliation = voice_in_text(row), row["voice_affiliation"]
    return f"{name} ({affiliation})" if affiliation and affiliation != voice_of(row) else name


def voice_in_text(row: Row) -> str:
    """Return who stands behind a claim as a sentence names them; a publisher's name keeps its capital."""
    name = voice_of(row)
    return name if row["voice"] == row["source"] else _within_a_sentence(name)


def _within_a_sentence(name: str) -> str:
    """Return a name without the capital that only the beginning of its sentence gave its article."""
    return name[0].lower() + name[1:] if name.startswith(("The ", "A ", "An ")) else name
