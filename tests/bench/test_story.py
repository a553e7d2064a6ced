"""The reports of one storm or of many, from which the cost of large stories is measured."""

import shutil

import orjson
import pytest
from click.testing import CliRunner

from bench.story import became, command, measure, reports, write_corpus, write_reports
from rashomon.building import Corpus, build_corpus
from rashomon.corpus import SHIPPED_DATA
from rashomon.settings import Settings


def test_the_same_count_gives_the_same_reports_each_with_words_of_its_own(tmp_path):
    for name in ("once", "again"):
        write_reports(tmp_path / name, 40)
    assert (tmp_path / "once").read_bytes() == (tmp_path / "again").read_bytes()
    rows = [orjson.loads(line) for line in (tmp_path / "once").read_bytes().splitlines()]
    assert len({row["text"] for row in rows}) == len(rows) == 40
    assert all("storm Orla" in row["text"] for row in rows)


def test_each_storm_has_a_name_of_its_own(tmp_path):
    titles = {row["title"].split()[1] for row in reports(2, 50)}
    assert len(titles) == 50


def test_a_build_of_the_reports_tells_what_became_of_them_and_its_dearest_steps(capsys):
    assert measure(12) > 0
    told = capsys.readouterr().out
    assert told.startswith("12 documents, ")
    assert " 0 claims" not in told
    assert "stories: 1, in 1 events; of each at least 100.0% in one; events that hold two stories: 0" in told
    assert "dearest: " in told


def test_more_reports_are_held_against_fewer():
    told = CliRunner().invoke(command, ["--reports", "6", "--times", "2", "--others", "0"]).output
    assert "2 times the reports cost " in told


@pytest.fixture
def strict_lexicon(tmp_path):
    """The shipped tables, but for limits so low that they bear on a story of a hundred reports."""
    lexicon = shutil.copytree(SHIPPED_DATA / "lexicon", tmp_path / "lexicon")
    settings = lexicon / "settings.csv"
    limits = {
        "word_document_limit": 20,
        "document_partners": 40,
        "crowd_documents": 20,
        "crowd_sample": 15,
        "shingle_claims": 5,
    }
    rows = settings.read_text(encoding="utf-8").splitlines()
    changed = [f"{name},{limits[name]}," if (name := row.split(",")[0]) in limits else row for row in rows]
    settings.write_text("\n".join(changed) + "\n", encoding="utf-8")
    return lexicon


def test_a_story_whose_every_word_is_over_the_limit_stays_one(tmp_path, strict_lexicon):
    paths = write_corpus(tmp_path, 120, stories=1, others=60)
    build_corpus(Corpus(paths), tmp_path / "built", Settings(lexicon=strict_lexicon), lambda *_: None)
    assert became(tmp_path / "built").events == 1


def test_two_stories_of_one_week_that_are_over_the_limit_are_not_mixed(tmp_path, strict_lexicon):
    paths = write_corpus(tmp_path, 60, stories=2, others=60)
    build_corpus(Corpus(paths), tmp_path / "built", Settings(lexicon=strict_lexicon), lambda *_: None)
    outcome = became(tmp_path / "built")
    assert outcome.share > 0.95
    assert outcome.mixed == 0
