"""Articles that try to break a page: markup, right-to-left text, endless words, emoji, odd names."""

from __future__ import annotations

SCRIPT = "<script>document.title='taken'</script>"
ENDLESS = "Donaudampfschifffahrt" * 480
RIGHT_TO_LEFT = "قال المتحدث إن العدد كبير"


def hostile_articles() -> list[dict[str, str]]:
    """Give articles on one event whose figures differ, with hostile text in every field."""
    lead = "The interior ministry said 41 people died in the flood in Lima on Tuesday."
    return [
        _article("a/../b?c#d", f"Gazette {SCRIPT}", f"{SCRIPT} {lead} {SCRIPT}", f"Flood {SCRIPT}"),
        _article("two", "Wire \"quoted\" & 'torn'", f"{lead} {ENDLESS} said nothing."),
        _article(
            "three", "Bulletin", f"The mayor of Lima, José {ENDLESS[:90]}, said 80 people died in the flood in Lima."
        ),
        _article(
            "four 🦊",
            "Courier 🦊👨‍👩‍👧",
            f"{RIGHT_TO_LEFT}. Hospitals in Lima said at least 120 people died in the flood. 🦊",
        ),
        _article("five", ENDLESS, "Rescuers said dozens of people died in the flood in Lima.", ENDLESS),
    ]


def hostile_claims() -> list[dict[str, object]]:
    """Give two claims that disagree, whose claimant and source are names of ten thousand letters."""
    said: dict[str, object] = {"kind": "quantity", "measure": "evacuations", "unit": "person", "place": "Lima"}
    said |= {"as_of": "2025-03-04", "reported_at": "2025-03-04"}
    return [
        {**said, "claimant": f"Odd {ENDLESS}", "source": f"Daily {ENDLESS}", "quote": "9,000 left", "value": 9000},
        {**said, "claimant": "Civil defence", "source": f"Weekly {ENDLESS}", "quote": "2,000 left", "value": 2000},
    ]


def _article(document_id: str, source: str, text: str, title: str = "Flood in Lima") -> dict[str, str]:
    published = "2025-03-04T10:00:00Z"
    return {"document_id": document_id, "source": source, "text": text, "title": title, "published_at": published}
