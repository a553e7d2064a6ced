"""The reports of one storm, from which the cost of a corpus of one story is measured."""

import orjson

from bench.story import measure, write_reports


def test_the_same_count_gives_the_same_reports_each_with_words_of_its_own(tmp_path):
    for name in ("once", "again"):
        write_reports(tmp_path / name, 40)
    assert (tmp_path / "once").read_bytes() == (tmp_path / "again").read_bytes()
    reports = [orjson.loads(line) for line in (tmp_path / "once").read_bytes().splitlines()]
    assert len({report["text"] for report in reports}) == len(reports) == 40
    assert all("storm Orla" in report["text"] for report in reports)


def test_a_build_of_the_reports_finds_claims_and_tells_its_dearest_steps(capsys):
    assert measure(12) > 0
    told = capsys.readouterr().out
    assert told.startswith("12 reports, ")
    assert " 0 claims" not in told
    assert "dearest: " in told
