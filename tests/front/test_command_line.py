"""The command line over a published file: help, --db, findings, sql, pipes."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import orjson
import pytest

from analytics.reading import PublishedFile
from rashomon.command_line import COMMANDS
from rashomon.printing import PROSE_WIDTH
from tests.front.conftest import COMMAND, Run, assert_refused, own_environment


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "Example:" in done.stdout
    assert f"  rashomon {command}" in done.stdout


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    asked, bare = run("--help"), run()
    assert (asked.returncode, bare.returncode) == (0, 2)
    for command in COMMANDS:
        assert f"  {command} " in asked.stdout
    assert bare.stderr == asked.stdout


def test_a_command_that_there_is_not_names_those_that_there_are(run: Run) -> None:
    done = run("show")
    assert done.returncode != 0
    assert "findings, events, question, sql" in done.stderr
    assert_refused(run("biuld"), "No such command 'biuld': did you mean build? See rashomon --help")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("serve", "--port", "abc"), "'abc' is not a valid whole number; see"),
        (("chart", "nosuch", "-o", "x.png"), "Invalid value for NAME: 'nosuch' is not one of 'findings-by-spread'"),
        (("build", "--document", "x"), "did you mean --documents? See"),
        (("serve", "--prot", "1"), "did you mean --port or --host? See"),
    ],
    ids=["no number", "no such chart", "no such option", "no such option, two near"],
)
def test_a_slip_in_the_command_is_told_in_plain_words(run: Run, arguments: tuple[str, ...], told: str) -> None:
    assert_refused(run(*arguments), told)


def test_a_file_that_is_named_without_its_option_gets_the_option(
    run: Run, sample_database: Path, articles: Path, tmp_path: Path
) -> None:
    claims = tmp_path / "claims.csv"
    claims.touch()
    assert_refused(run("findings", sample_database), f"name it as --db {sample_database};")
    assert_refused(run("build", articles), f"name it as --documents {articles};")
    assert_refused(run("build", claims), f"name it as --claims {claims};")
    assert "name it as" not in run("build", tmp_path / "nowhere").stderr


@pytest.mark.parametrize(
    ("before", "after", "settings"),
    [(True, False, {}), (False, True, {}), (False, False, {"RASHOMON_DB": "{}"})],
    ids=["before the command", "after the command", "in the environment"],
)
def test_the_published_file_may_be_named_in_three_places(
    run: Run, sample_database: Path, before: bool, after: bool, settings: dict[str, str]
) -> None:
    option = ["--db", sample_database]
    environment = {name: value.format(sample_database) for name, value in settings.items()}
    done = run(*(option if before else []), "findings", *(option if after else []), **environment)
    assert done.returncode == 0, done.stderr
    assert "verdict" in done.stdout


@pytest.mark.parametrize("command", [["findings"], ["sql", "from finding"]], ids=["findings", "sql"])
def test_a_file_that_is_not_there_names_those_beside_it(run: Run, tmp_path: Path, command: list[str]) -> None:
    assert_refused(run(*command), "rashomon.duckdb does not exist: make it with")
    (tmp_path / "news.duckdb").touch()
    assert_refused(run(*command), "rashomon.duckdb does not exist; beside it is news.duckdb: name the file with --db")


def test_the_later_of_two_names_counts(run: Run, sample_database: Path) -> None:
    assert run("--db", "nowhere.duckdb", "findings", "--db", sample_database).returncode == 0


def test_findings_as_json_and_csv_are_the_same_rows(run: Run, sample_database: Path) -> None:
    as_json = orjson.loads(run("--db", sample_database, "findings", "--format", "json").stdout)
    as_csv = list(csv.DictReader(io.StringIO(run("--db", sample_database, "findings", "--format", "csv").stdout)))
    assert len(as_json) > 1
    assert [row["finding_id"] for row in as_json] == [row["finding_id"] for row in as_csv]
    assert [row["rank"] for row in as_json] == sorted(row["rank"] for row in as_json)


def test_findings_are_as_many_as_asked_for(run: Run, sample_database: Path) -> None:
    done = run("--db", sample_database, "findings", "--format", "json", "--limit", 1)
    assert len(orjson.loads(done.stdout)) == 1


def test_events_are_printed_and_written_with_what_is_first_in_dispute(run: Run, sample_database: Path) -> None:
    rows = orjson.loads(run("--db", sample_database, "events", "--format", "json").stdout)
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    disputed = run("--db", sample_database, "events", "--disputed", "--format", "csv").stdout
    assert len(list(csv.DictReader(io.StringIO(disputed)))) == sum(row["finding_count"] > 0 for row in rows)
    done = run("--db", sample_database, "events", "--limit", 1)
    told = " ".join(done.stdout.split())
    assert rows[0]["event_id"] in told
    assert "Kursk, Russia" in told
    assert "Ukraine says 4,500" in told
    assert f"{len(rows) - 1} more are left off" in done.stderr


def test_a_question_is_printed_by_its_number_and_by_its_id(run: Run, sample_database: Path) -> None:
    [first] = orjson.loads(run("--db", sample_database, "findings", "--format", "json", "--limit", 1).stdout)
    assert first["question_id"] in run("--db", sample_database, "findings", "--limit", 1).stdout
    by_number = run("--db", sample_database, "question", 1)
    assert by_number.returncode == 0, by_number.stderr
    assert by_number.stdout == run("--db", sample_database, "question", first["question_id"]).stdout
    told = " ".join(by_number.stdout.split())
    for words in (first["asks"], first["sentence"], first["high_figure"], f"/questions/{first['question_id']}"):
        assert words in told
    claims = list(csv.DictReader(io.StringIO(run("--db", sample_database, "question", 1, "--format", "csv").stdout)))
    assert {first["low_claim_id"], first["high_claim_id"]} <= {claim["claim_id"] for claim in claims}
    assert {claim["question_id"] for claim in claims} == {first["question_id"]}
    assert_refused(run("--db", sample_database, "question", "nowhere"), "nowhere", "rashomon findings")


def test_a_figure_is_printed_with_what_its_voice_does_with_it(run: Run, sample_database: Path) -> None:
    said = run("question", "1", "--db", sample_database, COLUMNS="400").stdout
    assert "10,900 expected" in said
    assert "neither confirmed nor denied: “a few thousand”" in said
    assert re.findall("denied: “(barefaced lies|rejected the accounts)”", said) == [
        "barefaced lies",
        "rejected the accounts",
    ]


def test_a_question_is_printed_by_how_its_id_begins(run: Run, sample_database: Path) -> None:
    with duckdb.connect(sample_database, read_only=True) as connection:
        ids = [row[0] for row in connection.execute("select question_id from question order by 1").fetchall()]
    begun = run("--db", sample_database, "question", ids[0][:8])
    assert begun.stdout == run("--db", sample_database, "question", ids[0]).stdout != ""
    assert_refused(run("--db", sample_database, "question", "zzzz"), "rashomon findings", "select question_id")


def test_sql_prints_a_table(run: Run, sample_database: Path) -> None:
    values = "4.2e9 as large, 0.1::double + 0.2 as small, 1234567 as figure, '[draft]' as word, null as nothing"
    done = run("--db", sample_database, "sql", f"select {values}")
    assert done.returncode == 0, done.stderr
    for words in ("figure", "1234567", "4200000000", " 0.3 ", "[draft]", "null"):
        assert words in done.stdout


@pytest.mark.parametrize(("room", "begins"), [({}, "row 1"), ({"COLUMNS": "60"}, "row 1"), ({"COLUMNS": "3000"}, "")])
def test_rows_that_have_no_room_beside_each_other_are_printed_value_by_value(
    run: Run, sample_database: Path, room: dict[str, str], begins: str
) -> None:
    done = run("--db", sample_database, "sql", "select * from finding order by rank limit 2", **room)
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    assert (lines[0] == "row 1") is (begins == "row 1")
    if begins:
        assert [line.split()[1] for line in lines if line.startswith("rank ")] == ["1", "2"]
        assert max(map(len, lines)) <= int(room.get("COLUMNS", "1000"))


def test_sql_keeps_two_columns_of_one_name(run: Run, sample_database: Path) -> None:
    done = run("--db", sample_database, "sql", "--format", "csv", "select 1 as x, 2 as x")
    assert done.stdout.splitlines() == ["x,x", "1,2"]


def test_sql_reads_a_query_from_a_pipe(run: Run, sample_database: Path) -> None:
    done = run("--db", sample_database, "sql", "--format", "csv", stdin="select 42 as answer;\n")
    assert done.stdout.splitlines() == ["answer", "42"]


def test_sql_ends_a_pipe_where_a_shell_would_end(run: Run, sample_database: Path) -> None:
    for ending in (".quit", ".exit"):
        typed = f"select 41 + 1 as sum;\n{ending}\nselect nothing;\n"
        done = run("sql", "--db", sample_database, "--format", "csv", stdin=typed)
        assert (done.returncode, done.stdout) == (0, "sum\n42\n")
    assert run("sql", "--db", sample_database, stdin=".quit\n").returncode == 0
    assert run("sql", "--db", sample_database, stdin="").returncode != 0


def test_sql_runs_the_statements_of_a_pipe_one_after_the_other(run: Run, sample_database: Path) -> None:
    piped = "select ';' as first; -- a remark;\nselect 2 as second;\n"
    done = run("--db", sample_database, "sql", "--format", "csv", stdin=piped)
    assert done.stdout.splitlines() == ["first", ";", "second", "2"]
    stopped = run("--db", sample_database, "sql", "--format", "csv", stdin="select 1 as one; from nowhere; select 3")
    assert stopped.stdout.splitlines() == ["one", "1"]
    assert_refused(stopped, "nowhere")


@pytest.mark.parametrize(
    ("content", "named"), [("prot = 1", "prot is no setting; did you mean port?"), (None, "cannot read the settings")]
)
@pytest.mark.parametrize("command", [["findings"], ["sql", "select 1"]])
def test_a_settings_file_that_cannot_be_taken_is_refused_even_where_the_database_is_named(
    run: Run, sample_database: Path, tmp_path: Path, command: list[str], content: str | None, named: str
) -> None:
    if content is not None:
        (tmp_path / "own.toml").write_text(content)
    assert_refused(run("--config", "own.toml", *command, "--db", sample_database), "own.toml", named)


def test_a_reader_that_has_enough_ends_the_command_quietly(sample_database: Path) -> None:
    command = [*COMMAND, "--db", str(sample_database), "sql", "--format", "csv", "from range(3000000)"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=own_environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "range\n"
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=30) != 0


def test_extract_writes_claims_as_ndjson(run: Run, articles: Path, tmp_path: Path) -> None:
    to_terminal = run("extract", articles)
    assert run("extract", articles, "-o", "-").stdout == to_terminal.stdout
    assert to_terminal.returncode == 0, to_terminal.stderr
    claims = [orjson.loads(line) for line in to_terminal.stdout.splitlines()]
    assert {claim["value"] for claim in claims} == {1200, 3000}
    assert run("extract", articles, "-o", "claims.ndjson").stdout == ""
    assert (tmp_path / "claims.ndjson").read_text() == to_terminal.stdout


def test_extract_explains_what_each_step_saw(run: Run, articles: Path) -> None:
    done = run("extract", articles, "--explain")
    assert done.returncode == 0, done.stderr
    for words in ("harbour-1:", "coast-1:", "1,200", "claim"):
        assert words in done.stdout


def test_extract_writes_every_quantity_and_why_it_gave_no_claim(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fair.txt").write_text("Nora Lind, 34, sold about 60 kites at the fair on 4 May 2021.")
    done = run("extract", "fair.txt", "--quantities")
    assert done.returncode == 0, done.stderr
    rows = [orjson.loads(line) for line in done.stdout.splitlines()]
    read = [(row["value"], row["why_no_claim"]) for row in rows]
    assert read == [(34, "age"), (60, None), (4, "date"), (2021, "date")]
    assert (rows[1]["hedge"], rows[1]["low"], rows[1]["high"]) == ("about", 54, 66)


def test_two_outputs_of_extract_at_once_are_refused(run: Run, articles: Path) -> None:
    assert_refused(run("extract", articles, "--explain", "--quantities"), "give one of them")


def test_an_extraction_that_fails_leaves_no_file(run: Run, articles: Path, tmp_path: Path) -> None:
    assert run("extract", articles, "nowhere.txt", "-o", "claims.ndjson").returncode != 0
    assert [path for path in tmp_path.iterdir() if path.name.startswith("claims")] == []


@pytest.mark.parametrize(("ending", "beginning"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("json", b"{")])
def test_a_chart_is_drawn_as_what_the_file_is_called(
    run: Run, sample_database: Path, tmp_path: Path, ending: str, beginning: bytes
) -> None:
    done = run("chart", "claim-intervals", "--db", sample_database, "-o", f"chart.{ending}")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / f"chart.{ending}").read_bytes().startswith(beginning)
    assert done.stdout == ""
    assert done.stderr.startswith(f"chart.{ending}: ")


def test_a_question_is_drawn_by_its_number(run: Run, sample_database: Path, tmp_path: Path) -> None:
    with PublishedFile(sample_database).snapshot() as snapshot:
        ((question_id,),) = (row.values() for row in snapshot.rows("select question_id from finding where rank = 2"))
    for named in ("2", question_id):
        done = run("--db", sample_database, "chart", "claim-intervals", "--question", named, "-o", f"{named}.json")
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "2.json").read_bytes() == (tmp_path / f"{question_id}.json").read_bytes()


def test_the_result_of_a_query_is_drawn(run: Run, sample_database: Path, tmp_path: Path) -> None:
    query = "select source, count(*) as claims from claim group by all"
    drawn = ("chart", "query-result", "--db", sample_database, "-o", "chart.json")
    assert run(*drawn, "--query", query).returncode == 0
    spec = json.loads((tmp_path / "chart.json").read_text(encoding="utf-8"))
    with duckdb.connect(sample_database, read_only=True) as connection:
        counts = dict(connection.execute(query).fetchall())
    assert {row["source"]: row["claims"] for row in spec["data"]["values"]} == counts
    assert "--query" in run(*drawn).stderr
    nowhere = ("chart", "query-result", "--db", "nowhere.duckdb", "-o", "chart.json", "--query", query)
    assert_refused(run(*nowhere), "nowhere.duckdb", "rashomon build")


def test_the_figures_of_a_few_short_articles_meet(run: Run, tmp_path: Path) -> None:
    texts = {
        "Harbour Post": "Floods killed 40 people in the town of Marlow, officials said.",
        "Coast Daily": "The death toll in Marlow has reached 62, the Red Cross said.",
        "Kent Mail": "More than 90 people died in the floods at Marlow, the mayor said.",
    }
    rows = [
        {"document_id": source, "source": source, "published_at": "2024-05-07", "text": text}
        for source, text in texts.items()
    ]
    (tmp_path / "short.ndjson").write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in rows))
    assert run("build", "--documents", "short.ndjson", "-o", "out.duckdb").returncode == 0
    done = run("--db", "out.duckdb", "sql", "--format", "csv", "select max(claim_count) from question")
    assert done.stdout.splitlines()[-1] == "3", done.stdout


def test_a_draft_is_held_against_the_sources(run: Run, articles: Path, tmp_path: Path) -> None:
    assert run("build", "--documents", articles, "-o", "out.duckdb").returncode == 0
    (tmp_path / "draft.txt").write_text("Some 2,000 people were evacuated from Dover on Monday after the storm.")
    done = run("--db", "out.duckdb", "check", "draft.txt", "--published", "2024-05-07")
    assert done.returncode == 0, done.stderr
    for words in ("2,000", "1,200", "3,000", "contradicts:"):
        assert words in done.stdout
    assert "contradicts: The figures exclude each other" in done.stderr
    assert max(map(len, done.stdout.splitlines())) <= PROSE_WIDTH
    typed = (tmp_path / "draft.txt").read_text()
    assert run("--db", "out.duckdb", "check", "-", "--published", "2024-05-07", stdin=typed).stdout == done.stdout


def test_a_draft_without_figures_says_so(run: Run, sample_database: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("Nothing was said.")
    assert "no figure" in run("--db", sample_database, "check", "draft.txt").stdout


def test_check_install_says_what_works(run: Run) -> None:
    done = run("check-install")
    assert done.returncode == 0, done.stdout + done.stderr
    assert " no " not in done.stdout


def test_python_m_rashomon_is_the_command(run_process: Run) -> None:
    script = Path(sys.executable).with_name("rashomon")
    shown = subprocess.run([script, "--version"], capture_output=True, text=True, check=True, env=own_environment())
    assert shown.stdout == run_process("--version").stdout


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (("extract", "articles.ndjson"), {}),
        (("sql", "--db", "{sample}", "--format", "json"), {"stdin": "select 'É' as letter; select 2 as second;"}),
        (("findings", "--db", "{sample}"), {"COLUMNS": "90"}),
        (("findings", "--db", "nowhere.duckdb"), {}),
        (("build", "--document", "x"), {}),
        (("extract", "articles.ndjson"), {"RASHOMON_LEXICON": "no-lexicon"}),
    ],
    ids=["bytes", "pipe", "width", "refusal", "slip", "setting"],
)
def test_a_process_prints_and_ends_as_the_command_does_within_the_tests(
    run: Run, run_process: Run, articles: Path, sample_database: Path, arguments: tuple[str, ...], given: dict[str, str]
) -> None:
    articles.with_name("no-lexicon").mkdir()
    words = [word.format(sample=sample_database) for word in arguments]
    ends = [command(*words, **given) for command in (run_process, run)]
    apart, within = ((done.returncode, done.stdout, done.stderr) for done in ends)
    assert apart == within


@pytest.mark.parametrize("command", ["extract", "build", "findings", "question", "sql"])
def test_what_draws_nothing_does_not_wait_for_charts_to_load(command: str) -> None:
    loads = f"import sys, rashomon.commands.{command}; sys.exit('altair' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loads], check=False).returncode == 0
