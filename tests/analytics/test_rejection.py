"""A row that breaks a rule is kept as it came, with the rule and the remedy, and the others load."""

import json

GOOD = {"source": "A", "measure": "boats", "value": 3, "claim_id": "good"}


def test_a_broken_row_is_kept_with_its_place_its_rule_and_what_it_held(build_from, ask, write_lines):
    broken = {"source": "A", "measure": "boats", "value": "a lot", "remark": "seen from the pier"}
    build_from(claims=[write_lines("claims.ndjson", GOOD, broken)])
    [(file, row_number, rule, message, raw)] = ask("from rejected_claim")
    assert (file, row_number, rule) == ("claims.ndjson", 2, "figures_are_numbers")
    assert message.startswith("A figure is no number (value: a lot). Write digits")
    assert json.loads(raw) == broken


def test_a_line_that_is_no_json_is_one_broken_row(build_from, ask, write_lines):
    build_from(claims=[write_lines("claims.ndjson", GOOD, "{oops", "", "[1, 2]")])
    assert ask("select row_number, rule, raw from rejected_claim") == [
        (2, "row_is_readable", "{oops"),
        (4, "row_is_readable", "[1, 2]"),
    ]


def test_csv_rows_with_too_many_or_too_few_fields_do_not_stop_the_others(build_from, ask, tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text('source,measure,value\nA,"boats\nand ships",3\nA,boats,1,2,3\nA,boats\nB,boats,4\n', "utf-8")
    build_from(claims=[path])
    assert ask("select measure, value from claim order by value") == [("boats\nand ships", 3.0), ("boats", 4.0)]
    assert ask("select row_number, rule from rejected_claim") == [
        (2, "row_is_readable"),
        (3, "figure_or_polarity_is_given"),
    ]


def test_of_two_claims_with_one_id_the_first_is_loaded(build_from, ask, write_lines):
    build_from(claims=[write_lines("claims.ndjson", GOOD, GOOD | {"value": 4})])
    assert ask("select value from claim") == [(3.0,)]
    assert ask("select row_number, rule from rejected_claim") == [(2, "claim_id_is_unique")]


def test_what_is_no_finite_number_is_no_figure(build_from, ask, write_lines):
    figures = ["NaN", "1e999", "1,000", "twelve", "-"]
    odd = [GOOD | {"claim_id": figure, "value": figure} for figure in figures]
    build_from(claims=[write_lines("claims.ndjson", GOOD, *odd)])
    refused = ask("select raw ->> 'value', rule from rejected_claim order by row_number")
    assert refused == [(figure, "figures_are_numbers") for figure in figures]


def test_iso_dates_of_every_coarseness_are_taken_as_they_are(build_from, ask, write_lines):
    moments = ["2024", "2024-02", "2024-02-29", "2024-02-29T17:00:00+05:30", "2024-02-29T17:00:00Z"]
    build_from(claims=[write_lines("claims.ndjson", *(GOOD | {"claim_id": each, "as_of": each} for each in moments))])
    assert ask("select claim_id, as_of from claim order by claim_id") == [(moment, moment) for moment in moments]


def test_other_dates_are_refused(build_from, ask, write_lines):
    moments = ["29/02/2024", "2023-02-29", "2024-13", "yesterday", "24"]
    odd = [GOOD | {"claim_id": moment, "as_of": moment} for moment in moments]
    build_from(claims=[write_lines("claims.ndjson", GOOD, *odd)])
    refused = ask("select raw ->> 'as_of', rule from rejected_claim order by row_number")
    assert refused == [(moment, "dates_are_iso") for moment in moments]


def test_a_span_is_held_against_the_text_of_its_document(build_from, ask, documents, extracted, write_lines):
    row = {"source": "Bay News", "document_id": "d2", "measure": "boats", "value": 90, "quote": "Some 90 boats sank."}
    claims = write_lines(
        "claims.ndjson",
        row | {"char_start": 5, "char_end": 7, "claim_id": "right"},
        row | {"char_start": 5, "char_end": 700},
        row | {"char_start": 5.5, "char_end": 7},
        row | {"char_end": 7},
        row | {"char_start": 5, "char_end": 7, "quote": "Some 80 boats sank."},
    )
    build_from(documents=[documents], claims=[claims])
    assert ask("select row_number, rule from rejected_claim") == [
        (2, "span_lies_in_the_text"),
        (3, "span_lies_in_the_text"),
        (4, "span_lies_in_the_text"),
        (5, "quote_stands_in_the_text"),
    ]


def test_a_claim_of_a_document_may_leave_its_span_out(build_from, ask, documents, write_lines):
    row = {"source": "Bay News", "document_id": "d2", "measure": "boats", "value": 90}
    build_from(documents=[documents], claims=[write_lines("claims.ndjson", row)])
    assert ask("select char_start, value from claim") == [(None, 90.0)]


def test_spans_count_characters_and_not_bytes(build_from, ask, write_lines):
    documents = write_lines("documents.ndjson", {"document_id": "d", "source": "A", "text": "Às 9 – 𝒳 saw 40."})
    row = {"source": "A", "document_id": "d", "measure": "boats", "value": 40, "char_start": 13, "char_end": 15}
    build_from(documents=[documents], claims=[write_lines("claims.ndjson", row | {"quote": "Às 9 – 𝒳 saw 40."})])
    written = "select text[char_start + 1:char_end] from claim inner join document using (document_id)"
    assert ask(written) == [("40",)]
