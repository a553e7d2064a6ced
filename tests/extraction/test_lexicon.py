"""The lexicon is read from tables that a user may edit; a broken table is named."""

import shutil
from pathlib import Path

import pytest

from extraction.numbers.figures import find_figures
from extraction.words.lexicon import LEXICON_FOLDER, LexiconError, load_lexicon, read_table
from extraction.words.sentences import split_sentences
from extraction.words.tokens import tokenize

TABLES = [path for path in LEXICON_FOLDER.glob("*.csv") if path.stat().st_size < 500_000]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for table in TABLES:
        shutil.copy(table, tmp_path)
    return tmp_path


def hedge_of(text: str, folder: Path) -> str:
    lexicon = load_lexicon(folder)
    tokens = tokenize(text)
    return find_figures(text, tokens, split_sentences(text, tokens, lexicon), lexicon)[0].hedge


def test_a_user_adds_a_hedge_without_touching_code(folder: Path) -> None:
    with (folder / "hedge_wordings.csv").open("a", encoding="utf-8") as table:
        table.write("a smidgen under,nearly,before\n")
    assert hedge_of("A smidgen under 300 people came.", folder) == "nearly"


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "units.csv").unlink()
    with pytest.raises(LexiconError, match=r"units\.csv.*cannot be read"):
        load_lexicon(folder)


def test_a_vague_word_without_its_ends_is_named(folder: Path) -> None:
    (folder / "vague_words.csv").write_text("wording,low,high\nheaps,many,\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"vague_words\.csv.*needs wording, low and high"):
        load_lexicon(folder)


def test_every_hedge_wording_names_a_hedge_of_the_table() -> None:
    hedges = {row["hedge"] for row in read_table(LEXICON_FOLDER / "hedges.csv")}
    assert {row["hedge"] for row in read_table(LEXICON_FOLDER / "hedge_wordings.csv")} <= hedges


def test_what_can_happen_to_a_thing_is_what_some_wording_tells() -> None:
    """A row whose predicate no wording gives is never read; a figure's dimension stands there too."""
    tables = dict.fromkeys(("predicate_wordings", "predicate_frames", "measures"), "predicate") | {
        "field_readings": "reading"
    }
    told = {row[column] for table, column in tables.items() for row in read_table(LEXICON_FOLDER / f"{table}.csv")}
    dimensions = {row["dimension"].partition(":")[0] for row in read_table(LEXICON_FOLDER / "units.csv")}
    happens = {row["predicate"] for row in read_table(LEXICON_FOLDER / "measure_predicates.csv")}
    assert happens - told - dimensions <= {"", "percent"}


@pytest.mark.parametrize("table", ["stance_wordings", "stance_nouns", "measure_predicates"])
def test_no_row_stands_twice(table: str) -> None:
    rows = [tuple(row.items()) for row in read_table(LEXICON_FOLDER / f"{table}.csv")]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("table", ["hedge_wordings", "vague_words", "name_heads", "furniture"])
def test_no_wording_stands_twice(table: str) -> None:
    rows = read_table(LEXICON_FOLDER / f"{table}.csv")
    keys = [(row["wording"], row.get("position")) for row in rows]
    assert len(keys) == len(set(keys))
