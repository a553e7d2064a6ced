"""Building twice changes nothing; building anew says what changed and keeps what was."""

import hashlib
import json

import duckdb

from analytics.build import known_extractions

TABLES = ["claim", "question", "pair", "finding", "consensus", "build", "change", "rejected_claim"]


def everything(ask):
    return {table: sorted(ask(f"from {table}"), key=str) for table in TABLES}


def test_the_same_inputs_change_nothing(build_from, ask, documents, extracted):
    first = build_from(documents=[documents], extracted=[extracted], extractor="rules/1")
    before = everything(ask)
    second = build_from(documents=[documents], extracted=[extracted], extractor="rules/1")
    assert (first.is_new, second.is_new) == (True, False)
    assert second.build_id == first.build_id
    assert everything(ask) == before


def test_the_order_of_the_rows_makes_no_other_build(build_from, documents, extracted):
    first = build_from(documents=[documents], extracted=[extracted])
    extracted.write_text("".join(reversed(extracted.read_text().splitlines(keepends=True))))
    assert build_from(documents=[documents], extracted=[extracted]).build_id == first.build_id


def test_one_file_named_twice_counts_once(build_from, ask, write_lines):
    claims = write_lines("claims.ndjson", {"source": "A", "measure": "boats", "value": 3})
    build_from(claims=[claims, claims])
    assert ask("select count(*) from claim") == [(1,)]
    assert ask("select count(*) from rejected_claim") == [(0,)]


def test_ids_follow_from_the_words_and_not_from_the_order(build_from, ask, write_lines):
    rows = [{"source": "A", "measure": "boats", "value": value} for value in (3, 4)]
    build_from(claims=[write_lines("claims.ndjson", *rows)])
    before = ask("select claim_id, value from claim order by all")
    build_from(claims=[write_lines("claims.ndjson", *reversed(rows), rows[0] | {"value": 5})])
    assert set(before) < set(ask("select claim_id, value from claim order by all"))


def test_each_new_build_is_one_row_more(build_from, ask, documents, extracted):
    build_from(documents=[documents], extracted=[extracted])
    build_from(documents=[documents])
    assert ask("select claim_count, is_current from build order by claim_count desc") == [(3, False), (0, True)]


def test_content_that_comes_back_is_another_build_of_its_own(build_from, ask, documents, extracted):
    def build(*claims):
        return build_from(documents=[documents], extracted=claims, extractor="rules/1")

    with_claims, without, again = build(extracted), build(), build(extracted)
    assert len({with_claims.build_id, without.build_id, again.build_id}) == 3
    assert again.is_new
    assert ask("select count(*), count(distinct build_id), count(*) filter (is_current) from build") == [(3, 3, 1)]
    opened = ask("select build_id from change where change = 'opened' order by built_at, build_id")
    assert sorted(opened) == sorted([(with_claims.build_id,), (again.build_id,)])
    assert ask("select build_id from change where change = 'closed'") == [(without.build_id,)]
    repeated = build(extracted)
    assert (repeated.build_id, repeated.is_new) == (again.build_id, False)
    assert build().build_id != without.build_id


def test_findings_are_opened_and_closed(build_from, ask, documents, extracted):
    build_from(documents=[documents], extracted=[extracted])
    opened = ask("select finding_id from finding")
    assert opened
    assert ask("select finding_id from change where change = 'opened'") == opened
    build_from(documents=[documents])
    assert ask("select finding_id from change where change = 'closed'") == opened


def test_a_finding_keeps_its_id_when_an_earlier_article_arrives(build_from, ask, documents, extracted, write_lines):
    build_from(documents=[documents], extracted=[extracted])
    before = ask("select finding_id, question_id from finding")
    text = "The coast guard said 95 boats sank. Fishermen feared for a quarter of the fleet."
    earlier = write_lines(
        "earlier.ndjson",
        {"document_id": "d0", "source": "Cape Times", "text": text, "published_at": "2025-03-03"},
    )
    quote = "The coast guard said 95 boats sank."
    claim = {"document_id": "d0", "source": "Cape Times", "quote": quote, "char_start": 21, "char_end": 23}
    boats = {
        "measure": "boats",
        "predicate": "sunk",
        "reported_at": "2025-03-03",
        "value": 95,
        "claim_id": "cape",
        "claimant": "the coast guard",
    }
    added = write_lines("added.ndjson", claim | boats)
    build_from(documents=[documents, earlier], extracted=[extracted, added])
    assert ask("select question_id from claim where claim_id = 'cape'") == [(before[0][1],)]
    assert ask("select finding_id, question_id from finding") == before
    assert ask("select change from change inner join build using (build_id) where is_current") == [("widened",)]


def test_claims_of_unchanged_documents_are_taken_over(build_from, ask, documents, extracted, target):
    build_from(documents=[documents], extracted=[extracted], extractor="rules/1")
    before = everything(ask)
    known = known_extractions(target, "rules/1")
    assert sorted(known) == ["d1", "d2"]
    again = build_from(documents=[documents], reused_document_ids=list(known), extractor="rules/1")
    assert not again.is_new
    assert everything(ask) == before


def test_a_fingerprint_is_the_digest_of_what_extraction_reads(build_from, documents, extracted, target):
    build_from(documents=[documents], extracted=[extracted], extractor="rules/1")
    read = [json.loads(line) for line in documents.read_text().splitlines()]
    fields = ("source", "title", "published_at", "language", "text")
    assert known_extractions(target, "rules/1") == {
        row["document_id"]: hashlib.sha256(
            "\x1f".join({"language": "en", **row}.get(field) or "" for field in fields).encode()
        ).hexdigest()
        for row in read
    }


def test_another_extractor_or_no_file_has_nothing_to_take_over(build_from, documents, extracted, target):
    assert known_extractions(target, "rules/1") == {}
    build_from(documents=[documents], extracted=[extracted], extractor="rules/1")
    assert known_extractions(target, "rules/2") == {}
    target.write_text("no database")
    assert known_extractions(target, "rules/1") == {}


def test_people_can_read_the_file_while_it_is_replaced(build_from, documents, extracted, target):
    build_from(documents=[documents])
    with duckdb.connect(target, read_only=True) as reader:
        build_from(documents=[documents], extracted=[extracted])
        assert reader.execute("select count(*) from claim").fetchall() == [(0,)]
    with duckdb.connect(target, read_only=True) as reader:
        assert reader.execute("select count(*) from claim").fetchall() == [(3,)]
