"""Which figures without a text meet, and how a question keeps its id."""

import pytest

SAYS = "North Korea has 8,000 soldiers in Russia, Kyiv said."
PROSE = {
    "document_id": "d1",
    "source": "Coast Post",
    "claim_id": "prose",
    "quote": SAYS,
    "char_start": 16,
    "char_end": 21,
    "measure": "troops",
    "actor": "North Korea",
    "predicate": "deployed",
    "place": "Russia",
    "value": 8000,
    "as_of": "2024-10-29",
    "reported_at": "2024-10-30",
}
TABLE = {
    "source": "Agency",
    "claim_id": "table",
    "measure": "troops",
    "actor": "North Korea",
    "value": 10000,
    "as_of": "2024-10-30",
}


@pytest.fixture
def prose(write_lines):
    document = {"document_id": "d1", "source": "Coast Post", "text": SAYS, "published_at": "2024-10-30"}
    return {"documents": [write_lines("d.ndjson", document)], "extracted": [write_lines("x.ndjson", PROSE)]}


@pytest.mark.parametrize(
    ("fields", "is_one_question"),
    [
        ({}, True),
        ({"predicate": "sent"}, True),
        ({"place": "Kursk < Russia"}, True),
        ({"predicate": "killed"}, False),
        ({"actor": "South Korea"}, False),
        ({"place": "Ukraine"}, False),
        ({"as_of": "2024-12-30"}, False),
        ({"as_of": None}, False),
        ({"unit": "percent"}, False),
        ({"trend": "rise"}, False),
    ],
)
def test_a_figure_of_a_table_joins_the_question_of_a_text(build_from, ask, write_lines, prose, fields, is_one_question):
    build_from(**prose, claims=[write_lines("table.ndjson", TABLE | fields)])
    assert ask("select count(distinct question_id) from claim") == [(1 if is_one_question else 2,)]


@pytest.mark.parametrize("field", ["measure", "actor", "predicate", "place", "as_of", "unit", "trend"])
def test_figures_of_tables_meet_where_every_key_is_equal(build_from, ask, write_lines, field):
    row = TABLE | {"place": "Russia", "predicate": "sent"}
    other = {"as_of": "2024-10-31", "unit": "tonne", "trend": "fall"}.get(field, "another")
    rows = [row, row | {"claim_id": "same", "source": "B"}, row | {"claim_id": "other", field: other}]
    build_from(claims=[write_lines("table.ndjson", *rows)])
    found = dict(ask("select claim_id, question_id from claim"))
    assert found["table"] == found["same"]
    assert found["table"] != found["other"]


@pytest.mark.parametrize(("fields", "verdict"), [({}, [("contradicts", "denied")]), ({"actor": "South Korea"}, [])])
def test_a_denial_in_a_table_speaks_against_the_figures_of_its_keys(build_from, ask, write_lines, fields, verdict):
    denial = {name: TABLE[name] for name in ("measure", "actor", "as_of")} | fields
    rows = [TABLE | {"unit": "tonne"}, denial | {"claim_id": "denial", "source": "Embassy", "polarity": "denied"}]
    build_from(claims=[write_lines("table.ndjson", *rows)])
    assert ask("select verdict, reason from pair") == verdict


def test_a_question_keeps_its_id_when_an_article_of_an_earlier_day_arrives(
    build_from, ask, write_lines, documents, extracted
):
    build_from(documents=[documents], extracted=[extracted])
    before = dict(ask("select claim_id, question_id from claim"))
    text = "The mayor said 35 boats sank."
    early = write_lines(
        "early.ndjson", {"document_id": "d0", "source": "Gull", "text": text, "published_at": "2025-03-01"}
    )
    boats = write_lines(
        "more.ndjson",
        {"claim_id": "early", "document_id": "d0", "source": "Gull", "quote": text, "char_start": 15, "char_end": 17}
        | {"measure": "boats", "predicate": "sunk", "value": 35, "reported_at": "2025-03-01", "claimant": "the mayor"},
    )
    build_from(documents=[documents, early], extracted=[extracted, boats])
    after = dict(ask("select claim_id, question_id from claim"))
    assert {claim: after[claim] for claim in before} == before
    assert after["early"] == after["mayor"]
