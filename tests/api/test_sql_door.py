"""The SQL door: what it answers, and that nothing that is sent through it does harm."""

import csv
import gc
import io
import json
import math
import os
import re
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import duckdb
import pytest
import requests
from flask import Flask

import api
from analytics.reading import PublishedFile
from analytics.saved_queries import saved_queries
from analytics.sql_door import SqlDoor, SqlStoppedError
from analytics.sql_worker import ROOM_BESIDE_DUCKDB, address_space, open_closed_off, selected
from analytics.sql_workers import SqlLimits
from api.registration import SQL_DOOR
from api.settings import ApiSettings
from tests.api.conftest import Client, served
from tests.api.contract import findings, publish

# Only what is stopped for its time is asked of a quick door: the other answers come on a busy machine too.
QUICK = SqlLimits(seconds=0.7)
PATIENT = SqlLimits(seconds=20, wait_seconds=20)


@pytest.fixture(scope="module")
def door(small_file: Path) -> Any:
    with served(small_file, ApiSettings(sql_limits=PATIENT)) as client:
        yield client


@pytest.fixture(scope="module")
def quick_door(small_file: Path) -> Any:
    with served(small_file, ApiSettings(sql_limits=QUICK)) as client:
        yield client


def ask(client: Client, q: str, **more: Any) -> requests.Response:
    return client.post("/api/v1/sql", json={"q": q, **more})


def test_a_query_gives_rows_columns_and_its_build(door: Client) -> None:
    answer = ask(door, "select verdict, count(*) as findings from finding group by all order by all").json()
    assert answer["data"] == [{"verdict": "contradicts", "findings": 20}, {"verdict": "differs", "findings": 20}]
    assert answer["columns"] == [{"name": "verdict", "type": "VARCHAR"}, {"name": "findings", "type": "BIGINT"}]
    assert answer["truncated"] is False
    assert answer["meta"]["build_id"] == "b1"


def test_an_address_keeps_a_query_and_its_parameters(door: Client) -> None:
    arguments = {"q": "select title from finding where rank = $rank", "params": json.dumps({"rank": 3})}
    assert door.get("/api/v1/sql?" + urlencode(arguments)).json()["data"] == [{"title": "How many of kind 0?"}]


def test_rows_come_in_other_formats(door: Client) -> None:
    as_csv = ask(door, "select rank, ratio from finding order by rank limit 4", format="csv").text
    assert list(csv.reader(io.StringIO(as_csv)))[0::4] == [["rank", "ratio"], ["4", ""]]
    as_lines = ask(door, "select rank from finding order by rank limit 2", format="ndjson").text
    assert [json.loads(line) for line in as_lines.splitlines()] == [{"rank": 1}, {"rank": 2}]


def test_rows_beyond_the_limit_are_left_off_and_marked(door: Client) -> None:
    answer = ask(door, "select * from range(5000)").json()
    assert len(answer["data"]) == 1000
    assert answer["truncated"] is True


@pytest.mark.parametrize("form", ["json", "csv", "ndjson"])
def test_every_format_says_whether_rows_were_left_off(door: Client, form: str) -> None:
    said = [ask(door, f"from range({rows})", format=form).headers["X-Truncated"] for rows in (1000, 1001)]
    assert said == ["false", "true"]


def test_repeated_names_are_numbered_and_odd_values_come_as_text(door: Client) -> None:
    values = "1 as a, 2 as a, 170141183460469231731687303715884105727::hugeint as h, 'x'::blob as b, 'nan'::double as n"
    (row,) = ask(door, f"select {values}").json()["data"]
    assert row == {"a": 1, "a_2": 2, "h": "170141183460469231731687303715884105727", "b": "78", "n": "nan"}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("interval 1 month", "1 month"),
        ("timestamp 'infinity'", "infinity"),
        ("date '-infinity'", "-infinity"),
        ("date '2026-03-02'", "2026-03-02"),
        ("timestamp '2026-03-02 10:00:00'", "2026-03-02 10:00:00"),
        ("timestamp_ns '2026-03-02 10:00:00.123456789'", "2026-03-02 10:00:00.123456789"),
        ("time '10:00'", "10:00:00"),
        ("[interval 13 months]", ["1 year 1 month"]),
        ("{'date': [date 'infinity'], 'b': 1.5}", {"date": ["infinity"], "b": 1.5}),
        ("map {'a': date 'infinity'}", {"a": "infinity"}),
        ("1.25", 1.25),
        ("1e20::decimal(30, 1)", "100000000000000000000.0"),
        ("'-inf'::double", "-inf"),
        ("['nan'::float, 1]", ["nan", 1.0]),
    ],
)
def test_values_that_json_or_python_would_alter_come_as_text(door: Client, written: str, told: object) -> None:
    assert ask(door, f"select {written} as v -- so").json()["data"] == [{"v": told}]
    assert ask(door, f"select {written} as v order by 1;", format="ndjson").json() == {"v": told}


def test_a_query_with_parameters_keeps_its_order_and_its_types_where_days_are_written(door: Client) -> None:
    query = "select date '2026-03-01' + i::int as day, i from range($most) t(i) order by day desc"
    answer = ask(door, query, params={"most": 3}).json()
    assert [tuple(row.values()) for row in answer["data"]] == [("2026-03-03", 2), ("2026-03-02", 1), ("2026-03-01", 0)]
    assert [column["type"] for column in answer["columns"]] == ["DATE", "BIGINT"]


def test_thousands_of_columns_of_one_name_are_numbered_without_delay(client: Client) -> None:
    (row,) = ask(client, "select " + ",".join(["1"] * 3_000)).json()["data"]
    assert len(row) == 3_000
    assert "1_3000" in row


REFUSED = [
    "attach 'other.db'",
    "copy finding to 'out.csv'",
    "copy (select 1) to '/tmp/out.csv'",
    "export database 'out'",
    "install fts",
    "load fts",
    "set threads = 8",
    "reset threads",
    "pragma database_list",
    "call pragma_version()",
    "explain select 1",
    "select 1; select 2",
    "/* select 1 */",
    "",
    "insert into finding(rank) values (1)",
    "delete from finding",
    "drop table finding",
    "create temp table kept as select 1",
    "create macro twice(x) as x * 2",
    "prepare p as select 1",
    "with gone as (delete from finding returning *) select * from gone",
    "select * from read_text('/etc/passwd')",
    "select * from read_csv('/etc/passwd')",
    "select * from read_blob('/proc/self/environ')",
    "select * from '/etc/passwd'",
    "select * from glob('/*')",
    "select * from read_parquet('http://127.0.0.1:1/x.parquet')",
    "select getenv('HOME')",
    "select * from duckdb_databases()",
    "select * from DUCKDB_SETTINGS()",
    'select * from "duckdb_databases"()',
    "select current_setting('temp_directory')",
    "select * from query('select path from duckdb_' || 'databases()')",
    "select * from pg_catalog.pg_settings",
    "from json_execute_serialized_sql(json_serialize_sql('from duckdb_' || 'settings()'))",
    'from "json_execute_serialized_sql"(\'{"statements": []}\')',
    "select * from duckdb_settings/* as is */()",
    "select * from duckdb_settings--\n()",
    "select * from (from duckdb_databases)",
    "select * from (from pg_settings)",
    "select name from (from duckdb_databases), finding",
    "from duckdb_extensions()",
    "from duckdb_secrets()",
    "from duckdb_logs()",
    "from duckdb_temporary_files()",
    "from pragma_database_list",
    "from pragma_database_size()",
    "from pragma_storage_info('finding')",
    "select current_query_id()",
    "select current_connection_id()",
    "select txid_current()",
    "select sleep_ms(1)",
    "select pg_sleep(0.001)",
    "from checkpoint()",
    'from "force_checkpoint" ()',
    "from truncate_duckdb_logs()",
    "select write_log('kept')",
    "from register_external_resource('file', 'kept', map {}, 'kept', 'kept', 'kept')",
    "update extensions",
    "select which_secret('/', 's3')",
    "select * from query\u200b/* as is */('select 1')",
    "from json_execute_serialized_sql\u00a0('{}')",
    "ｓｅｌｅｃｔ 1",
    "select\u00a01\u200b;\u200bselect 2",
    "select " + "(" * 9000 + "1" + ")" * 9000,
    "select " + "not " * 4000 + "true",
    "pivot finding on verdict using count(*)",
    "select $missing",
    "select colour from finding",
]


@pytest.mark.parametrize(
    ("q", "told"),
    [
        ("install httpfs", "this is INSTALL."),
        ("load icu", "this is LOAD."),
        ("checkpoint", "this is CHECKPOINT."),
        ("with a as (select 1) insert into a from a", "this is INSERT."),
        ("from finding pivot", "syntax error"),
        ("pivot finding on verdict using count(*)", "this PIVOT is more than one. It needs its values listed"),
        ("", "Needed: one SELECT, such as `from finding limit 5`."),
        ("-- later", "Needed: one SELECT, such as `from finding limit 5`."),
        ("select 1; select 2", "this text holds 2."),
        ("select 4 % 0", "Use TRY(...) to return NULL for this expression."),
    ],
)
def test_a_refusal_speaks_of_what_was_written(door: Client, q: str, told: str) -> None:
    answer = ask(door, q)
    assert answer.status_code == 422
    assert told in answer.json()["detail"]
    assert "SET " not in answer.json()["detail"]


@pytest.mark.parametrize("q", REFUSED)
def test_what_is_no_plain_select_on_the_views_is_refused(door: Client, q: str, small_file: Path) -> None:
    answer = ask(door, q)
    assert answer.status_code in {413, 422}
    assert answer.json()["type"] in {"/api/v1/problems/sql-refused", "/api/v1/problems/sql-memory"}
    assert str(small_file.parent) not in answer.text


@pytest.mark.parametrize("q", ["select st_point(1, 2)", "from pg_clas", "select * from read_xlsx('a')"])
def test_what_is_not_there_is_no_remedy(door: Client, q: str) -> None:
    told = ask(door, q).json()["detail"]
    assert not re.search("extension|install|load|pg_class", told, re.IGNORECASE), told


ENDLESS = [
    "with recursive r as (select 1 as n union all select n + 1 from r) select max(n) from r",
    "select count(*) from range(1000000000000)",
    "select count(*) from range(1000000) a, range(1000000) b, range(1000000) c",
    "select levenshtein(repeat('ab', 500000), repeat('ba', 500000))",
]
GROWING = [
    "select length(string_agg(a.range::text || b.range, ',')) from range(100000) a, range(100000) b",
    "select * from range(300000000) order by hash(range)",
]


def kind_of(answer: requests.Response) -> str:
    return answer.json()["type"].removeprefix("/api/v1/problems/")  # type: ignore[no-any-return]


@pytest.mark.parametrize("q", ENDLESS)
def test_what_does_not_end_is_stopped_and_told_the_limit_with_its_figure(quick_door: Client, q: str) -> None:
    answer = ask(quick_door, q)
    assert (answer.status_code, kind_of(answer)) == (408, "sql-time")
    assert "0.7 seconds (`sql_seconds`)" in answer.json()["detail"]


@pytest.mark.parametrize("q", GROWING)
def test_what_grows_is_stopped_by_whichever_limit_comes_first(quick_door: Client, q: str) -> None:
    answer = ask(quick_door, q)
    assert (answer.status_code, kind_of(answer)) in {(408, "sql-time"), (413, "sql-memory")}


TOLD = [
    ("select repeat('x', 2000000000)", "sql-memory", "256 MB (`sql_memory_mb`)"),
    ("select repeat('x', 10000) from range(1000)", "sql-too-large", "2,000,000 bytes (`sql_result_bytes`)"),
    ("select repeat('y', 20000) from range(500)", "sql-too-large", "a smaller `limit` of SQL's"),
    ("select '" + "x" * 20_000 + "'", "sql-refused", "20,000 bytes (`sql_text_bytes`)"),
]


@pytest.mark.parametrize(("q", "kind", "told"), TOLD)
def test_a_stopped_query_is_told_the_limit_with_its_figure(door: Client, q: str, kind: str, told: str) -> None:
    answer = ask(door, q)
    assert kind_of(answer) == kind
    assert told in answer.json()["detail"]
    assert ask(door, "select 1 as one").json()["data"] == [{"one": 1}]


def test_what_is_locked_is_no_remedy(door: Client) -> None:
    detail = ask(door, "select " + "(" * 3000 + "1" + ")" * 3000).json()["detail"]
    assert detail.endswith("limit of 250 exceeded.")


def test_plain_queries_leave_a_worker_its_room(small_file: Path) -> None:
    door = SqlDoor(small_file, SqlLimits(workers=1))
    room = []
    for q in ("select 1", *(f"from {view} limit 5" for view in ("finding", "question", "claim", "pair"))):
        door.run(q)
        (worker,) = door._idle
        room.append(address_space(worker.process))
    door.close()
    assert max(room) - min(room) < ROOM_BESIDE_DUCKDB / 10


def test_a_worker_that_a_query_has_worn_is_exchanged(small_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analytics.sql_workers.ROOM_BESIDE_DUCKDB", 50_000_000)
    door = SqlDoor(small_file, SqlLimits(workers=1, seconds=20, result_bytes=20_000_000))
    door.run("select 1")
    (fresh,) = door._idle
    door.run("select " + ",".join(["1"] * 9_000))
    assert fresh not in door._idle
    assert json.loads(door.run("from finding limit 5").data)
    door.close()


def test_a_worker_takes_what_others_leave_unless_they_leave_it_nothing(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = SqlDoor(small_file, SqlLimits(workers=1))
    for patience, policy in ((20.0, os.SCHED_IDLE), (0.0, os.SCHED_OTHER)):
        monkeypatch.setattr("analytics.sql_workers.PATIENCE_SECONDS", patience)
        monkeypatch.setattr("analytics.sql_workers.LEAST_PROCESSOR_SECONDS", math.inf)
        assert json.loads(door.run("select 1 as n").data) == [{"n": 1}]
        (worker,) = door._idle
        assert os.sched_getscheduler(worker.process) == policy
    door.close()


def test_an_answer_at_an_address_is_told_by_its_content(door: Client) -> None:
    address = "/api/v1/sql?" + urlencode({"q": "select count(*) as n from finding"})
    etag = door.get(address).headers["ETag"]
    again = door.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)
    assert door.get(address + "&format=csv", headers={"If-None-Match": etag}).status_code == 200
    drawn = "/api/v1/sql?" + urlencode({"q": "select random() as drawn"})
    assert door.get(drawn, headers={"If-None-Match": door.get(drawn).headers["ETag"]}).status_code == 200
    assert "ETag" not in ask(door, "select 1").headers


def test_a_worker_starts_without_the_server_and_ends_with_it(small_file: Path) -> None:
    door = SqlDoor(small_file, SqlLimits(workers=1))
    door.run("select 1")
    (worker,) = door._idle
    parent = int(Path(f"/proc/{worker.process}/stat").read_text().rpartition(")")[2].split()[1])
    assert parent not in {os.getpid(), 1}
    door.close()
    deadline = time.monotonic() + 60
    while any(Path(f"/proc/{each}").exists() for each in (parent, worker.process)):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_worker_goes_on_where_the_process_that_started_it_is_gone(small_file: Path) -> None:
    door = SqlDoor(small_file, SqlLimits(workers=1))
    door.run("select 1")
    (worker,) = door._idle
    os.kill(int(Path(f"/proc/{worker.process}/stat").read_text().rpartition(")")[2].split()[1]), signal.SIGKILL)
    assert json.loads(door.run("select 2 as n").data) == [{"n": 2}]
    assert door._idle == [worker]
    door.close()
    assert worker._is_gone


def test_a_process_that_starts_workers_is_replaced_where_it_is_gone(small_file: Path) -> None:
    door = SqlDoor(small_file, SqlLimits(workers=1))
    door.run("select 1")
    (worker,) = door._idle
    nursery = int(Path(f"/proc/{worker.process}/stat").read_text().rpartition(")")[2].split()[1])
    os.kill(nursery, signal.SIGKILL)
    worker.kill()
    with pytest.raises(SqlStoppedError):
        door.run("select 1")
    assert json.loads(door.run("select 2 as n").data) == [{"n": 2}]
    door.close()


def test_a_door_that_is_closed_while_a_worker_is_replaced_leaves_nothing_behind(small_file: Path) -> None:
    for _ in range(5):
        door = SqlDoor(small_file, SqlLimits(workers=1, seconds=0.1))
        with pytest.raises(SqlStoppedError):
            door.run("select levenshtein(repeat('ab', 500000), repeat('ba', 500000))")
        door.close()
        assert not [thread.name for thread in door._aside if thread.is_alive()]
        with pytest.raises(SqlStoppedError):
            door.run("select 1")
        del door
    gc.collect()  # a socket that nobody has closed warns here, and a warning fails


@pytest.fixture
def is_never_starved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a patient worker wait for its share of a busy machine however long it takes."""
    monkeypatch.setattr("analytics.sql_workers.PATIENCE_SECONDS", 60)


def settle(door: SqlDoor) -> None:
    """Wait until the workers that are being started and ended are."""
    for thread in list(door._aside):
        thread.join()


def test_a_server_has_a_worker_before_it_takes_requests(small_file: Path) -> None:
    app, published = Flask("rashomon"), PublishedFile(small_file)
    api.register(app, published)
    api.prepare(app)
    assert app.extensions[SQL_DOOR]._idle
    api.close(app)
    published.close()


def test_a_query_takes_an_idle_worker_of_either_kind_before_it_waits_for_another(small_file: Path) -> None:
    with closing(SqlDoor(small_file, SqlLimits(seconds=20))) as door:
        worker = door._new_worker(is_patient=False)
        door._put_back(worker)
        assert json.loads(door.run("select 1 as n").data) == [{"n": 1}]
        assert door._idle == [worker]


@pytest.mark.usefixtures("is_never_starved")
def test_a_prepared_door_has_a_worker_of_each_kind_and_refusals_wear_none(small_file: Path) -> None:
    with closing(SqlDoor(small_file)) as door:
        door.prepare()
        assert [worker.is_patient for worker in door._idle][:1] == [False]
        settle(door)
        fresh = list(door._idle)
        assert sorted(worker.is_patient for worker in fresh) == [False, True]
        for contended_until in (0.0, math.inf):
            door._contended_until = contended_until
            for q in ("pragma database_list", "select colour from finding", "from duckdb_logs()") * 20:
                with pytest.raises(SqlStoppedError, match=r"PRAGMA|colour|duckdb_logs"):
                    door.run(q)
        assert set(door._idle) == set(fresh)


@pytest.mark.usefixtures("is_never_starved")
def test_no_more_workers_are_kept_than_may_run(small_file: Path) -> None:
    with closing(SqlDoor(small_file, SqlLimits(workers=1))) as door:
        workers = [door._new_worker(is_patient=True) for _ in range(3)]
        for worker in workers:
            door._put_back(worker)
        assert door._idle == workers[:1]
    assert all(worker._is_gone for worker in workers)


@pytest.mark.usefixtures("is_never_starved")
def test_idle_workers_let_go_of_a_build_that_is_no_longer_the_newest(tmp_path: Path) -> None:
    with closing(SqlDoor(publish(tmp_path / "here.duckdb", "b1", {"finding": findings(1)}))) as door:
        door.prepare()
        settle(door)
        old = list(door._idle)
        publish(door.path, "b2", {"finding": findings(2)})
        assert door.run("select 1").build_id == "b2"
        settle(door)
        assert [worker.build_id for worker in door._idle] == ["b2", "b2"]
        assert all(worker._is_gone for worker in old)


def test_nothing_is_kept_between_queries(door: Client) -> None:
    assert ask(door, "create temp table kept as select 1").status_code == 422
    assert ask(door, "select * from kept").status_code == 422
    drawn = set()
    for _ in range(3):
        ask(door, "select setseed(0.5)")
        drawn.add(ask(door, "select random() as drawn").json()["data"][0]["drawn"])
    assert len(drawn) == 3


def test_the_machine_s_paths_are_in_no_answer(door: Client, small_file: Path) -> None:
    for q in ("from duckdb_tables()", "from duckdb_views()", "from information_schema.schemata"):
        answer = ask(door, q)
        assert answer.status_code == 200
        assert str(small_file.parent) not in answer.text


def test_a_worker_knows_no_folder_of_the_machine_but_the_file_s(small_file: Path) -> None:
    """Whatever names one is refused by its name; this holds where a later DuckDB tells of them under another."""
    limits = {"memory_bytes": 256_000_000, "seconds": 60}
    told = []
    with open_closed_off(str(small_file), limits) as connection:
        functions = connection.execute(
            "select distinct function_name from duckdb_functions() where function_type = 'table' order by all"
        ).fetchall()
        for (name,) in functions:
            try:
                told.append(str(connection.execute(f"from {name}()").fetchall()))
            except duckdb.Error as problem:
                told.append(str(problem))
    assert len(told) > 50
    assert not [each for each in told if str(Path.home()) in each]


ROOMY = {"rows": 1000, "result_bytes": 2_000_000, "memory_bytes": 256_000_000}
OFFERED_TABLE_FUNCTIONS = {
    *(f"duckdb_{name}" for name in ("columns", "constraints", "functions", "indexes", "keywords", "schemas")),
    *(f"duckdb_{name}" for name in ("sequences", "tables", "types", "views")),
    *(f"pragma_{name}" for name in ("collations", "version")),
    *("icu_calendar_names", "pg_timezone_names", "test_all_types"),
}


def test_no_table_function_but_those_of_a_list_answers_by_its_name_alone(small_file: Path) -> None:
    """A later DuckDB may bring some that tell of the machine, or do something."""
    limits = {"memory_bytes": 256_000_000, "seconds": 60}
    answers = set()
    with open_closed_off(str(small_file), limits) as connection:
        for (name,) in connection.execute("select distinct function_name from duckdb_functions()").fetchall():
            try:
                selected(connection, {"sql": f'from "{name}"()', "parameters": {}, "form": "json"}, ROOMY)
            except (duckdb.Error, ValueError):
                continue
            answers.add(name)
    assert answers == OFFERED_TABLE_FUNCTIONS


# Of the clock, of DuckDB's version and of the file's own name they tell, and of no user or address but DuckDB's.
TELLING_SCALAR_FUNCTIONS = {
    *("current_catalog", "current_database", "current_schema", "current_query", "version"),
    *("current_date", "current_localtime", "current_localtimestamp", "get_current_time", "get_current_timestamp"),
    *("now", "today", "transaction_timestamp", "pg_conf_load_time", "pg_postmaster_start_time"),
    *("current_role", "current_user", "session_user", "user", "pg_my_temp_schema"),
    *(f"inet_{side}_{part}" for side in ("client", "server") for part in ("addr", "port")),
    *("gen_random_uuid", "random", "uuid", "uuidv4", "uuidv7", "pi"),
}
MAKING_EMPTY_LISTS = {
    *("+", "add", "array_cat", "array_concat", "json_array", "json_object", "list_cat", "list_concat", "list_pack"),
    *("list_value", "map", "row", "struct_pack", "unpivot_list", "count", "count_star"),
}


def test_no_scalar_function_but_those_of_a_list_answers_by_its_name_alone(small_file: Path) -> None:
    limits = {"memory_bytes": 256_000_000, "seconds": 60}
    answers = set()
    with open_closed_off(str(small_file), limits) as connection:
        for (name,) in connection.execute("select distinct function_name from duckdb_functions()").fetchall():
            try:
                selected(connection, {"sql": f'select "{name}"()', "parameters": {}, "form": "json"}, ROOMY)
            except (duckdb.Error, ValueError):
                continue
            answers.add(name)
    assert answers == TELLING_SCALAR_FUNCTIONS | MAKING_EMPTY_LISTS


def test_moments_with_a_zone_are_told_in_utc_whatever_the_machine_s_is(small_file: Path) -> None:
    with open_closed_off(str(small_file), {"memory_bytes": 256_000_000, "seconds": 60}) as connection:
        assert connection.execute("select current_setting('TimeZone')").fetchone() == ("UTC",)
        asked = "select (timestamptz '2026-03-02 10:00:00+03')::text"
        assert connection.execute(asked).fetchone() == ("2026-03-02 07:00:00+00",)


@pytest.mark.parametrize(
    "q",
    [
        "select checkpoint from (select 3 as checkpoint)",
        "select 1 as query",
        "select query from (select 2 as query)",
        "select table_name from duckdb_tables() limit 1",
        "select column_name from duckdb_columns() limit 1",
        "select name from pragma_table_info('finding') limit 1",
    ],
)
def test_words_that_only_look_like_it_are_taken(door: Client, q: str) -> None:
    assert ask(door, q).status_code == 200


def test_too_many_at_once_are_told_to_come_back_and_others_are_served(quick_door: Client) -> None:
    endless = "select count(*) from range(1000000000000)"

    def send(_: int) -> tuple[int, str | None]:
        with Client(quick_door.port) as own:
            answer = ask(own, endless)
            return answer.status_code, answer.headers.get("Retry-After")

    seen_meanwhile: list[int] = []
    is_over = threading.Event()

    def look_on() -> None:
        with Client(quick_door.port) as own:
            while not is_over.is_set():
                seen_meanwhile.append(own.get("/healthz").status_code)

    onlooker = threading.Thread(target=look_on)
    onlooker.start()
    with ThreadPoolExecutor(24) as senders:
        outcomes = list(senders.map(send, range(48)))
    is_over.set()
    onlooker.join()
    assert {status for status, _ in outcomes} == {408, 429}
    assert all(retry == "1" for status, retry in outcomes if status == 429)
    assert set(seen_meanwhile) == {200}


def test_a_new_build_is_seen_through_the_door(tmp_path: Path) -> None:
    path = publish(tmp_path / "here.duckdb", "b1", {"finding": findings(1)})
    with served(path) as client:
        assert ask(client, "select count(*) as n from finding").json()["data"] == [{"n": 1}]
        publish(path, "b2", {"finding": findings(2)})
        after = ask(client, "select count(*) as n from finding").json()
        assert (after["data"], after["meta"]["build_id"]) == ([{"n": 2}], "b2")


@pytest.mark.parametrize(("content", "said"), [(b"not a database", "is no file that"), (None, "does not exist")])
def test_what_is_no_build_at_the_published_path_is_said_and_does_not_last(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = publish(tmp_path / "here.duckdb", "b1", {"finding": findings(1)})
    with served(path) as client:
        path.unlink()
        if content:
            path.write_bytes(content)
        for _ in range(2):
            answer = ask(client, "select 1")
            assert (answer.status_code, answer.json()["type"]) == (503, "/api/v1/problems/unpublished")
            assert f"here.duckdb {said}" in answer.json()["detail"]
        publish(path, "b2", {"finding": findings(2)})
        assert ask(client, "select count(*) as n from finding").json()["data"] == [{"n": 2}]


def test_a_file_that_is_no_build_leaves_the_one_before_to_the_workers_that_have_it(tmp_path: Path) -> None:
    path = publish(tmp_path / "here.duckdb", "b1", {"finding": findings(1)})
    with served(path) as client:
        ask(client, "select 1")
        (tmp_path / "other").write_bytes(b"not a database")
        (tmp_path / "other").replace(path)
        for _ in range(2):
            assert ask(client, "select 1").json()["meta"]["build_id"] == "b1"
        publish(path, "b2", {"finding": findings(2)})
        assert ask(client, "select 1").json()["meta"]["build_id"] == "b2"


def test_the_door_can_be_shut(small_file: Path) -> None:
    with served(small_file, ApiSettings(sql=False)) as client:
        answer = ask(client, "select 1")
        assert (answer.status_code, answer.json()["type"]) == (403, "/api/v1/problems/sql-off")


@pytest.mark.parametrize("name", saved_queries())
def test_every_saved_query_runs_with_its_parameters(door: Client, name: str) -> None:
    entry = next(each for each in door.get("/api/v1/queries").json()["data"] if each["name"] == name)
    assert entry["title"]
    given = dict.fromkeys(entry["parameters"], "q0001")
    for asked in (given, {"params": json.dumps(given)}):
        answer = door.get(f"/api/v1/queries/{name}?" + urlencode(asked))
        assert answer.status_code == 200, answer.text


def test_a_saved_query_says_what_it_takes(door: Client) -> None:
    def refusal(query: str) -> list[dict[str, str]]:
        answer = door.get(f"/api/v1/queries/{query}")
        assert answer.status_code == 422, answer.text
        return answer.json()["errors"]

    needed = {"path": "query.day", "message": "Needed: a day as YYYY-MM-DD."}
    of_another = {"path": "query.source", "message": "Not a parameter of claims_of_a_day, which takes day."}
    assert refusal("claims_of_a_day") == [needed]
    assert refusal("claims_of_a_day?source=x") == [of_another, needed]
    assert refusal('claims_of_a_day?params={"source": 1}') == [of_another, needed]
    assert "Needed" in refusal("voices_of_a_question?params={}")[0]["message"]
    assert refusal("voices_of_a_question?question=q0001")[0]["message"] == "Unknown: did you mean `question_id`?"
    unknown = door.get("/api/v1/queries/nowhere")
    assert unknown.status_code == 404
    assert "claims_of_a_day" in unknown.json()["detail"]


@pytest.mark.parametrize("path", ["/sql{}?q=select+1+as+a", "/queries/voices_of_a_question{}?question_id=q0001"])
def test_rows_come_in_the_form_that_the_ending_or_accept_names(door: Client, path: str) -> None:
    plain = "/api/v1" + path.format("")
    as_csv = door.get(f"{plain}&format=csv").text
    assert door.get("/api/v1" + path.format(".csv")).text == as_csv
    assert door.get(plain, headers={"Accept": "text/csv"}).text == as_csv
    assert door.get("/api/v1" + path.format(".ndjson")).headers["Content-Type"] == "application/x-ndjson"
    assert door.get(plain, headers={"Accept": "*/*"}).headers["Content-Type"] == "application/json"
    assert door.get(plain).headers["Vary"].startswith("Accept")


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({}, "json.q"),
        ({"q": 1}, "json.q"),
        ({"q": "select 1", "x": 1}, "json.x"),
        ({"q": "select 1", "params": []}, "json.params"),
    ],
)
def test_a_body_that_does_not_fit_is_named_by_its_path(door: Client, body: object, path: str) -> None:
    answer = door.post("/api/v1/sql", json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["path"] == path


def test_a_body_that_is_no_json_is_a_problem(door: Client) -> None:
    answer = door.post("/api/v1/sql", data="select 1", headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"


UNREADABLE = [
    ('{"q": "select $a a", "params": {"a": 99999999999999999999999}}', "the integer 99999999999999999999999 has"),
    ('{"q": "select 1", "params": {"a": ' + "9" * 5_000 + "}}", "column 35"),
    ('{"q": "select 1", "params": {"a": 1e999}}', "column 35"),
    ('{"q": "select \'\\ud800\'"}', "column 16"),
    ('{"q": "select 1", "params": {"\\ud800": 1}}', "column 31"),
    ('{"q": "select $a", "params": {"a": "\\ud800"}}', "column 37"),
    ('{"q": "select 1", "\\ud800": 1}', "column 20"),
    ("[" * 100_000, "depth"),
    ('{"q": ' + "[" * 1_000 + "]" * 1_000 + "}", "too deep"),
]


@pytest.mark.parametrize(("body", "place"), UNREADABLE)
def test_json_that_duckdb_could_not_take_is_refused_with_its_place(client: Client, body: str, place: str) -> None:
    for path in ("/api/v1/sql", "/api/v1/check"):
        answer = client.post(path, data=body, headers={"Content-Type": "application/json"})
        (error,) = answer.json()["errors"]
        assert (answer.status_code, error["path"]) == (400, "json")
        assert place in error["message"]


@pytest.mark.parametrize("value", ["99999999999999999999999", "9" * 5_000, '"\\ud800"', "[" * 50_000, "NaN"])
def test_parameters_in_an_address_that_duckdb_could_not_take_are_refused(client: Client, value: str) -> None:
    answer = client.get("/api/v1/sql?" + urlencode({"q": "select $a a", "params": f'{{"a": {value}}}'}))
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, "application/problem+json")
    assert answer.json()["errors"][0]["path"] == "query.params"


def test_a_parameter_may_be_a_list(client: Client) -> None:
    q = "select range as n from range(9) where range in $wanted order by n"
    assert ask(client, q, params={"wanted": [7, 2, 40]}).json()["data"] == [{"n": 2}, {"n": 7}]
    address = urlencode({"q": q, "params": '{"wanted": [3]}'})
    assert client.get(f"/api/v1/sql?{address}").json()["data"] == [{"n": 3}]
    nested = ask(client, q, params={"wanted": [[1]]})
    assert (nested.status_code, nested.json()["errors"][0]["path"]) == (422, "json.params.wanted")


def test_a_parameter_that_is_missing_or_too_many_is_named(client: Client) -> None:
    told = ask(client, "select $a, $b", params={"b": 1, "c": 2}).json()["detail"]
    assert told == "The statement takes these parameters: $a, $b. Not given: $a. Not among them: $c."


def test_the_largest_integers_go_through(client: Client) -> None:
    ends = {"most": 2**63 - 1, "least": -(2**63)}
    assert ask(client, "select $most as most, $least as least", params=ends).json()["data"] == [ends]


def test_a_worker_that_failed_in_an_unforeseen_way_is_not_asked_again(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = SqlDoor(small_file, SqlLimits(workers=1))
    door.run("select 1")
    (failing,) = door._idle
    monkeypatch.setattr(failing, "ask", lambda *_: {}["nothing"])
    with pytest.raises(KeyError):
        door.run("select 1")
    assert json.loads(door.run("select 2 as n").data) == [{"n": 2}]
    assert failing not in door._idle
    door.close()


def test_the_schema_lists_views_with_comments_and_counts(door: Client) -> None:
    views = {view["name"]: view for view in door.get("/api/v1/schema").json()["data"]}
    assert views["finding"]["row_count"] == 40
    assert views["finding"]["is_stable"] is True
    assert views["finding"]["comment"] == "One row per question whose sources part."
    assert views["question"]["comment"] == ""
    assert {name for name, view in views.items() if view["row_count"] is None} == {"pair"}
    assert {name for name, view in views.items() if view["uncounted"]} == {"pair"}
    ratio = next(column for column in views["finding"]["columns"] if column["name"] == "ratio")
    assert ratio == {"name": "ratio", "type": "DOUBLE", "comment": "The larger figure divided by the smaller."}
