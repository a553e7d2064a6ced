"""The heat map of voices and sources: whose words each source carries."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.frame import PHONE_WIDTH, Row, Spec
from dashboard.charts.heat_grid import HeatGrid, draw_heat_grid
from dashboard.charts.palette import Theme
from dashboard.charts.shapes import shortened
from dashboard.numerals import count_text

OWN_VOICE = "Own voice"
MOST_VOICES, MOST_SOURCES = 15, 14
ABREAST = 11
"""Sources that have room across, so that their names stand level; on a phone they stand upright, and more fit."""
GUTTER = 236


def draw_voices_by_source(rows: Sequence[Row], theme: Theme, width: int) -> Spec:
    """Draw a field for each voice (down) and source (across), darker the more claims; fields hold their number.

    On a phone the voices stand above their fields, so that no name is cut.
    """
    is_narrow = width < PHONE_WIDTH
    sources, voices = _axes(rows, MOST_VOICES, MOST_SOURCES if is_narrow else ABREAST)
    names = [_with_speakers(rows, voice) for voice in voices]
    grid = HeatGrid(sources, names, _fields(rows, sources, voices))
    return draw_heat_grid(grid, theme, width, 0 if is_narrow else GUTTER, describe_voices_by_source(rows))


def describe_voices_by_source(rows: Sequence[Row]) -> str:
    """Say in words whose words each source carries most."""
    sources, _ = _axes(rows, MOST_VOICES, MOST_SOURCES)
    spoken = []
    for source in sources:
        own = max((row for row in rows if row["source"] == source), key=lambda row: int(row["claims"]))
        carried = f"carries {shortened(str(own['who']), 60)}" if own["who"] else "speaks in its own voice"
        spoken.append(f"{shortened(source, 60)} {carried} most ({own['claims']})")
    return ("; ".join(spoken) or "No claims") + "."


def heard_most(rows: Sequence[Row]) -> str:
    """Say as a heading who is heard most: `Heard most: Peru, 8 claims through 2 sources`."""
    quoted = [row for row in rows if row["who"]]
    if not quoted:
        return "Each source speaks in its own voice" if rows else "No claims yet"
    claims: dict[str, int] = {}
    for row in quoted:
        claims[str(row["who"])] = claims.get(str(row["who"]), 0) + int(row["claims"])
    most = min(claims, key=lambda who: (-claims[who], who))
    sources = len({row["source"] for row in quoted if row["who"] == most})
    through = count_text(sources, "source")
    return f"Heard most: {shortened(most, 60)}, {count_text(claims[most], 'claim')} through {through}"


def _with_speakers(rows: Sequence[Row], voice: str) -> str:
    """Name a state or body with how many voices speak for it, where they are several."""
    speakers = next((int(row.get("speakers") or 1) for row in rows if _voice(row) == voice), 1)
    return f"{voice} ({speakers} voices)" if speakers > 1 else voice


def _voice(row: Row) -> str:
    return str(row["who"]) or OWN_VOICE


def _axes(rows: Sequence[Row], most_voices: int, most_sources: int) -> tuple[list[str], list[str]]:
    """Order sources by their claims and voices likewise, the sources' own voice last."""
    by_source: dict[str, int] = {}
    by_voice: dict[str, int] = {}
    for row in rows:
        by_source[str(row["source"])] = by_source.get(str(row["source"]), 0) + int(row["claims"])
        by_voice[_voice(row)] = by_voice.get(_voice(row), 0) + int(row["claims"])
    sources = sorted(by_source, key=lambda name: (-by_source[name], name))[:most_sources]
    drawn = {_voice(row) for row in rows if str(row["source"]) in sources}
    others = sorted(drawn - {OWN_VOICE}, key=lambda name: (-by_voice[name], name))
    own = [OWN_VOICE] if OWN_VOICE in drawn else []
    return sources, [*others[: most_voices - len(own)], *own]


def _fields(rows: Sequence[Row], sources: list[str], voices: list[str]) -> list[Row]:
    counts = {(_voice(row), str(row["source"])): int(row["claims"]) for row in rows}
    return [
        {
            "column": column,
            "line": line,
            "claims": counts.get((voice, source), 0),
            "voice": shortened(voice, 80),
            "source": shortened(source, 80),
        }
        for line, voice in enumerate(voices)
        for column, source in enumerate(sources)
    ]
