"""Small published files with the public views, written straight, so that a test can publish many of them quickly."""

from pathlib import Path

import duckdb

from analytics.model_order import SQL_FOLDER

VIEWS = {
    "document": "document_id text, source text, title text, published_at text, url text, text text, language text, "
    "event_id text, retrieved_at text, claim_count bigint",
    "claim": "claim_id text, document_id text, source text, claimant text, claimant_affiliation text, kind text, "
    "quote text, char_start integer, char_end integer, measure text, counted text, actor text, predicate text, "
    "place text, as_of text, as_of_basis text, reported_at text, value double, low double, high double, hedge text, "
    "unit text, trend text, relative_to text, restates text, polarity text, extractor text, confidence double, "
    "question_id text, voice_id text, voice text, voice_affiliation text, origin_id text, class text, over_time text, "
    "figure text, event_id text",
    "question": "question_id text, title text, asks text, measure text, actor text, place text, unit text, "
    "event_id text, first_as_of text, last_as_of text, claim_count bigint, source_count bigint, voice_count bigint, "
    "confidence double, verdict text",
    "pair": "question_id text, a_claim_id text, b_claim_id text, verdict text, ratio double, gap double, reason text, "
    "scope_note text, same_voice boolean",
    "finding": "finding_id text, question_id text, rank bigint, title text, asks text, sentence text, verdict text, "
    "severity double, ratio double, gap double, confidence double, event_id text, "
    "measure text, actor text, place text, unit text, low_claim_id text, "
    "low_voice text, low_affiliation text, low_source text, low_figure text, low_value double, high_claim_id text, "
    "high_voice text, high_affiliation text, high_source text, high_figure text, high_value double, sources text, "
    "denied_by text, "
    "claim_count bigint, source_count bigint, voice_count bigint, independent_voices bigint, low_voice_count bigint, "
    "high_voice_count bigint, opened_at text, moved_at text, robustness text, rests_on text, "
    "holds_when_doubled boolean, holds_without_echoes boolean",
    "consensus": "question_id text, value double, low double, high double, method text, voice_count bigint",
    "origin": "origin_id text, question_id text, measure text, first_source text, first_claim_id text, figure text, "
    "quote text, first_reported_at text, last_reported_at text, claim_count bigint, document_count bigint, "
    "source_count bigint, sources text",
    "measure": "measure text, title text, over_time text, tolerance double",
    "voice": "voice_id text, name text, spelling text",
    "event": "event_id text, rank bigint, title text, place text, first_published_at text, last_published_at text, "
    "document_count bigint, source_count bigint, sources text, claim_count bigint, voice_count bigint, "
    "question_count bigint, finding_count bigint, unsure_finding_count bigint, moving_count bigint, "
    "agreeing_count bigint, verdict text, widest_ratio double",
    "source": "source text, document_count bigint, claim_count bigint, finding_count bigint",
    "house_effect": "source text, measure text, question_count bigint, deviation double, low double, high double",
    "near_question": "question_id text, title text, near_question_id text, near_title text, claim_id text, "
    "near_claim_id text, score double, features text",
    "change": "change_id text, build_id text, built_at timestamp, change text, finding_id text, question_id text, "
    "title text, detail text",
    "build": "build_id text, built_at timestamp, document_count bigint, claim_count bigint, "
    "rejected_claim_count bigint, question_count bigint, finding_count bigint, extractor text, is_current boolean",
}

# What else the API reads is made of these as a build makes it.
MODELS = (
    "2_claims/id_hash",
    "3_discrepancies/search_words",
    "3_discrepancies/search_term",
    "3_discrepancies/question_page",
)


def publish(path: Path, build_id: str, rows: dict[str, list[dict[str, object]]]) -> Path:
    """Write a file with these rows (columns not named are null) and put it in the place of the one before."""
    partial = path.with_name(f"{path.name}.{build_id}.building")
    partial.unlink(missing_ok=True)
    with duckdb.connect(str(partial)) as connection:
        connection.begin()
        for view, columns in VIEWS.items():
            connection.execute(f"create table {view}({columns})")  # written above
            _insert(connection, view, rows.get(view, []))
        current = {"build_id": build_id, "built_at": "2026-01-02 03:04:05", "is_current": True}
        _insert(connection, "build", [current])
        for model in MODELS:
            connection.execute((SQL_FOLDER / f"{model}.sql").read_text(encoding="utf-8"))
        connection.commit()
        connection.execute("comment on column finding.ratio is 'The larger figure divided by the smaller.'")
        connection.execute("comment on column finding.sources is 'By name. Several stand between semicolons.'")
        connection.execute("comment on table finding is 'One row per question whose sources part.'")
    return partial.replace(path)


def _insert(connection: duckdb.DuckDBPyConnection, view: str, rows: list[dict[str, object]]) -> None:
    for row in rows:
        marks = ", ".join("?" * len(row))
        connection.execute(f"insert into {view}({', '.join(row)}) values ({marks})", list(row.values()))


def findings(count: int, **more: object) -> list[dict[str, object]]:
    """Return findings in order of rank, with ties and nulls in every column that they are sorted by."""
    return [
        {
            "finding_id": f"f{number:04}",
            "question_id": f"q{number:04}",
            "rank": number,
            "title": f"How many of kind {number % 3}?",
            "verdict": "contradicts" if number % 2 else "differs",
            "measure": ("troops", "deaths", None)[number % 3],
            "ratio": None if number % 4 == 0 else 1 + (number % 5) / 4,
            "severity": (number % 7) / 7,
            "opened_at": f"2024-10-{number % 28 + 1:02}",
            **more,
        }
        for number in range(1, count + 1)
    ]


def small_corpus() -> dict[str, list[dict[str, object]]]:
    """Return one question with two claims that differ, in one document, and forty findings."""
    text = "Officials counted 8,000 soldiers. Others said about 10,000."
    built = {"built_at": "2026-01-02 03:04:05"}
    ends = {"low_claim_id": "c1", "high_claim_id": "c2", "unit": "person"}
    event = {"event_id": "e1", "rank": 1, "title": "Soldiers", "document_count": 1, "finding_count": 1}
    of_event, source = {"event_id": "e1"}, {"source": "The Ledger"}
    claim = {**of_event, **source, "document_id": "d1", "question_id": "q0001", "kind": "quantity"}
    return {
        "document": [
            {**of_event, **source, "document_id": "d1", "title": "Soldiers", "text": text, "claim_count": 2},
            {"document_id": "folder/d2", "source": "AP/Local", "title": None, "text": "Nothing.", "claim_count": 0},
        ],
        "claim": [
            {**claim, "claim_id": "c1", "quote": text[:33], "char_start": 18, "char_end": 23, "value": 8000.0},
            {**claim, "claim_id": "c2", "quote": text[34:], "char_start": 52, "char_end": 58, "value": 10000.0},
        ],
        "event": [event],
        "question": [
            {**of_event, **{name: each[name] for name in ("question_id", "title", "measure")}, "verdict": "differs"}
            for each in findings(40)
        ],
        "pair": [
            {"question_id": "q0001", "a_claim_id": "c1", "b_claim_id": "c2", "verdict": "differs", "ratio": 1.25},
            {"question_id": "q0001", "a_claim_id": "c1", "b_claim_id": "c3", "verdict": "agrees", "ratio": 1.0},
        ],
        "finding": [{**of_event, **each, **(ends if each["rank"] == 1 else {})} for each in findings(40)],
        "consensus": [{"question_id": "q0001", "value": 9000.0, "method": "median of voices", "voice_count": 2}],
        "voice": [
            {"voice_id": "v1", "name": "Lidia Brandt", "spelling": spelling} for spelling in ("Brandt", "Lidia Brandt")
        ],
        "source": [{"source": "The Ledger", "claim_count": 2}, {"source": "AP/Local", "claim_count": 0}],
        "origin": [{"origin_id": "o1", "question_id": "q0001", "source_count": 2, "claim_count": 2}],
        "measure": [{"measure": "troops", "title": "troops", "over_time": "level", "tolerance": 0.0}],
        "house_effect": [{"source": "The Ledger", "measure": "troops", "question_count": 3, "deviation": 0.1}],
        "near_question": [
            {
                "question_id": "q0001",
                "near_question_id": "q0002",
                "claim_id": "c1",
                "near_claim_id": "c3",
                "score": -1.0,
            }
        ],
        "change": [{"change_id": "ch1", "build_id": "b1", "change": "opened", "question_id": "q0001", **built}],
    }
