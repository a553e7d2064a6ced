"""What a reader corrects wins over what the model finds: which claims are of one question, and whose name is whose."""

import json

import pytest

CSV_HEADS = {
    "overrides.csv": "a_claim_id,b_claim_id,decision,note",
    "names.csv": "spelling,name,kind,note",
}


@pytest.fixture
def corrections(tmp_path):
    """Write the lines of one corrections file beside an empty other one; give their folder."""

    def write(name, *lines):
        folder = tmp_path / "corrections"
        folder.mkdir(exist_ok=True)
        for file, head in CSV_HEADS.items():
            rows = lines if file == name else ()
            (folder / file).write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        return folder

    return write


def questions(ask):
    return dict(ask("select claim_id, question_id from claim"))


def test_claims_that_a_reader_parts_answer_two_questions(build_from, ask, documents, extracted, corrections):
    inputs = {"documents": [documents], "extracted": [extracted]}
    build_from(**inputs)
    before = questions(ask)
    assert before["mayor"] == before["fishermen"]
    build_from(**inputs, corrections=corrections("overrides.csv", "mayor,fishermen,not same,other boats"))
    after = questions(ask)
    assert after["mayor"] != after["fishermen"]
    ((score, features),) = ask("select score, features from question_link where features like '%declared_apart%'")
    assert score < -900
    assert features.startswith("declared_apart -1000")


def test_claims_that_a_reader_joins_answer_one_question(
    build_from, ask, documents, extracted, write_lines, corrections
):
    rows = [json.loads(line) for line in extracted.read_text().splitlines()]
    other = [row | {"measure": "nets", "value": 900} if row["claim_id"] == "bay" else row for row in rows]
    inputs = {"documents": [documents], "extracted": [write_lines("other.ndjson", *other)]}
    build_from(**inputs)
    before = questions(ask)
    assert before["mayor"] != before["bay"]
    build_from(**inputs, corrections=corrections("overrides.csv", "bay,mayor,same,one storm"))
    after = questions(ask)
    assert after["mayor"] == after["bay"]


@pytest.mark.parametrize("decision", ["perhaps", ""])
def test_another_decision_changes_nothing(build_from, ask, documents, extracted, corrections, decision):
    inputs = {"documents": [documents], "extracted": [extracted]}
    build_from(**inputs)
    before = questions(ask)
    build_from(**inputs, corrections=corrections("overrides.csv", f"mayor,fishermen,{decision},"))
    assert questions(ask) == before


@pytest.mark.parametrize(
    "given",
    [
        ("mayor,fishermen,perhaps", "write same or not same"),
        ("mayor,fishwives,same", "name two claims that there are"),
        ("mayor,ledger,same", "a claim without a text answers the question of its keys, change these"),
    ],
)
def test_an_override_that_changes_nothing_is_told(build_from, documents, extracted, write_lines, corrections, given):
    row, remedy = given
    ledger = {"claim_id": "ledger", "source": "Port Ledger", "measure": "boats", "value": 31}
    folder = corrections("overrides.csv", f"{row},", "mayor,fishermen,not same,")
    inputs = {"documents": [documents], "extracted": [extracted], "claims": [write_lines("ledger.ndjson", ledger)]}
    (notice,) = build_from(**inputs, corrections=folder).notices
    assert "1 does not" in notice
    assert f"“{row}” of overrides.csv: {remedy}." in notice


def test_a_name_of_nothing_known_is_told(build_from, documents, extracted, corrections):
    folder = corrections("names.csv", "Coast Post,The Coast Post,paper,")
    (notice,) = build_from(documents=[documents], extracted=[extracted], corrections=folder).notices
    assert "“Coast Post” of names.csv: write voice or source into its kind." in notice


def test_two_voices_with_one_name_are_one_voice(build_from, ask, write_lines, corrections):
    sunk = {"measure": "boats", "actor": "Malta", "as_of": "2025-03-04", "value": 40}
    rows = [sunk | {"source": source, "claimant": name} for source, name in (("A", "J. Borg"), ("B", "Joe Borg Vella"))]
    claims = write_lines("claims.ndjson", *rows)
    build_from(claims=[claims])
    assert ask("select count(distinct voice_id) from claim") == [(2,)]
    folder = corrections("names.csv", "J. Borg,Joseph Borg,voice,", "Joe Borg Vella,Joseph Borg,voice,")
    build_from(claims=[claims], corrections=folder)
    assert ask("select count(distinct voice_id), min(voice), max(voice) from claim") == [
        (1, "Joseph Borg", "Joseph Borg")
    ]
    assert ask("select distinct verdict from pair") == [("echo",)]


def test_two_sources_with_one_name_are_one_voice(build_from, ask, write_lines, corrections):
    sunk = {"measure": "boats", "actor": "Malta", "as_of": "2025-03-04"}
    rows = [sunk | {"source": "Coast Post", "value": 40}, sunk | {"source": "coastpost.example", "value": 60}]
    claims = write_lines("claims.ndjson", *rows)
    build_from(claims=[claims])
    assert ask("select count(distinct voice_id) from claim") == [(2,)]
    build_from(claims=[claims], corrections=corrections("names.csv", "coastpost.example,Coast Post,source,"))
    assert ask("select count(distinct voice_id), min(voice), max(voice) from claim") == [
        (1, "Coast Post", "Coast Post")
    ]
