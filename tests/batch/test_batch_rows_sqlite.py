"""Editions of SQLite: read, and never changed."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from infographic.batch.digests import digest_of
from infographic.batch.rows import Rows
from infographic.batch.rows.options import RowOptions
from infographic.batch.rows.read import read_rows
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.limits import using_limits


@cache
def content() -> bytes:
    """The bytes of a database: made in memory, and once, since a disk takes its time."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        "CREATE TABLE counties (id TEXT, name TEXT, gdp REAL, people INT, picture BLOB);"
        "INSERT INTO counties VALUES ('000123', '榆树', 367.2, 7, NULL);"
        "INSERT INTO counties VALUES ('000124', NULL, 301.4, 'many', x'0102');"
    )
    try:
        return connection.serialize()
    finally:
        connection.close()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "pre ss?.db"
    path.write_bytes(content())
    return path


def asked(path: Path, query: str, **options: object) -> Rows:
    return read_rows(f"sqlite:///{path}", RowOptions(query=query, **options))  # type: ignore[arg-type]


def test_each_row_of_an_answer_is_an_edition_of_its_own_types(database: Path) -> None:
    rows = asked(database, "SELECT * FROM counties ORDER BY id")
    assert [{n: one.value for n, one in row.cells.items()} for row in rows.rows] == [
        {"id": "000123", "name": "榆树", "gdp": 367.2, "people": 7, "picture": None},
        {"id": "000124", "name": None, "gdp": 301.4, "people": "many", "picture": None},
    ]
    kinds = {one.name: one.kind for one in rows.columns}
    assert (kinds["id"], kinds["gdp"], kinds["people"]) == ("text", "number", "mixed")
    assert rows.files == (database,)


def test_a_blob_is_wrong_in_its_row_and_column(database: Path) -> None:
    ((name, wrong),) = asked(database, "SELECT * FROM counties ORDER BY id").wrong
    assert (name, wrong.saying.key) == ("picture", "rows-cell/bytes")
    assert wrong.origin.pointer == "/2/picture"
    rows = asked(database, "SELECT hex(picture) AS p, 1e999 AS n FROM counties")
    assert [(name, one.saying.key) for name, one in rows.wrong] == [("n", "rows-cell/number")] * 2


def test_a_file_is_known_by_its_content(database: Path) -> None:
    other = database.with_name("rows.csv")
    database.rename(other)
    rows = read_rows(str(other), RowOptions(query="SELECT people FROM counties", texts=("people",)))
    assert [row.cells["people"].value for row in rows.rows] == ["7", "many"]


CHANGES = {
    "insert": "INSERT INTO counties (id) VALUES ('x')",
    "insert, with an answer": "INSERT INTO counties (id) VALUES ('x') RETURNING id",
    "update": "UPDATE counties SET id = 'x'",
    "drop": "DROP TABLE counties",
    "attach": "ATTACH DATABASE '{folder}/other.db' AS other",
    "vacuum into": "VACUUM INTO '{folder}/copy.db'",
    "vacuum": "VACUUM",
    "pragma": "PRAGMA journal_mode = WAL",
    "pragma that lets writing": "PRAGMA query_only = OFF",
    "pragma with an answer": "PRAGMA database_list",
    "pragma in a select": "SELECT * FROM pragma_journal_mode('wal')",
    "extension": "SELECT load_extension('{folder}/x.so')",
    "transaction": "BEGIN IMMEDIATE",
    "temporary table": "CREATE TEMP TABLE t (a)",
    "several": "SELECT 1 AS a; DROP TABLE counties",
    "several behind a comment": "SELECT 1 AS a /* ; */; -- x\nDELETE FROM counties",
}


@pytest.mark.parametrize("case", CHANGES)
def test_a_query_changes_nothing(case: str, database: Path) -> None:
    before = digest_of(database.read_bytes())
    with pytest.raises(SpecError) as error:
        asked(database, CHANGES[case].replace("{folder}", str(database.parent)))
    assert error.value.diagnostics[0].code == "rows-query"
    assert digest_of(database.read_bytes()) == before
    assert [one.name for one in database.parent.iterdir()] == [database.name]


def test_a_query_without_an_end_is_stopped(database: Path) -> None:
    endless = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT {} FROM r"
    with using_limits({"query-steps": 100_000}), pytest.raises(SpecError) as error:
        asked(database, endless.format("sum(n)"))
    assert error.value.diagnostics[0].limit == "query-steps"
    with using_limits({"batch-rows": 50}), pytest.raises(SpecError) as error:
        asked(database, endless.format("n"))
    assert error.value.diagnostics[0].limit == "batch-rows"
    assert len(asked(database, endless.format("n"), limit=5).rows) == 5


def test_a_recursive_query_with_an_end_is_answered(database: Path) -> None:
    query = (
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r WHERE n<3) SELECT n FROM r"
    )
    assert [row.cells["n"].value for row in asked(database, query).rows] == [1, 2, 3]


WRONG = {
    "SELECT nothing FROM counties": "rows-query",
    "SELECT id, name AS id FROM counties": "rows-query/columns",
    "SELECT id FROM counties WHERE id = 'x'": "rows-query/empty",
    "SELEC 1": "rows-query",
}


@pytest.mark.parametrize("query", WRONG)
def test_what_is_wrong_with_a_query_is_said(query: str, database: Path) -> None:
    with pytest.raises(SpecError) as error:
        asked(database, query)
    assert error.value.diagnostics[0].saying.key == WRONG[query]
    assert error.value.diagnostics[0].origin.file == "--query"


def test_who_names_no_query_is_told_the_tables(database: Path) -> None:
    with pytest.raises(SpecError) as error:
        asked(database, "  ")
    assert "“counties”" in error.value.diagnostics[0].hint or "counties" in str(error.value)


def test_options_of_files_are_refused(database: Path) -> None:
    with pytest.raises(SpecError, match="sheet"):
        asked(database, "SELECT 1 AS a", sheet="表1")


def test_a_database_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_text("no database")
    with pytest.raises(SpecError) as error:
        asked(path, "SELECT 1")
    assert error.value.diagnostics[0].saying.key == "rows-query/of-file"
    path.write_bytes(b"SQLite format 3\0" + b"x" * 200)
    with pytest.raises(SpecError) as error:
        asked(path, "SELECT * FROM t")
    assert error.value.diagnostics[0].code == "rows-query"


def test_a_decimal_of_a_database_keeps_its_digits_as_words() -> None:
    from infographic.batch.rows.nodes import as_words
    from infographic.foundation.datum import BUILT_IN, Node

    assert as_words(Node(Decimal("7.50"), BUILT_IN)).value == "7.50"
    assert as_words(Node(True, BUILT_IN)).value is True
