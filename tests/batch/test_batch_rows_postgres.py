"""Editions of PostgreSQL: of a server that runs for these tests."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from infographic.batch.rows import Rows, postgres
from infographic.batch.rows.options import RowOptions
from infographic.batch.rows.postgres_url import address_of
from infographic.batch.rows.read import read_rows
from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import MachineError, SpecError
from infographic.foundation.limits import using_limits
from tests.batch import postgres_server as servers

NOWHERE = f"postgresql://desk:{servers.PASSWORD}@127.0.0.1:1/press"


def asked(url: str, query: str, **options: object) -> Rows:
    return read_rows(url, RowOptions(query=query, **options))  # type: ignore[arg-type]


def told(error: BaseException) -> str:
    """All that is shown of an exception, and what it carries with it."""
    chain = [error]
    while (one := chain[-1].__cause__ or chain[-1].__context__) is not None:
        chain.append(one)
    return "".join(traceback.format_exception(error)) + "".join(map(repr, chain))


def test_a_server_that_is_not_there_is_said_without_the_password() -> None:
    with pytest.raises(MachineError, match="does not let us in") as error:
        asked(NOWHERE, "SELECT 1")
    assert servers.PASSWORD not in told(error.value)


def test_without_the_driver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "adbc_driver_postgresql", None)
    with pytest.raises(MachineError, match=r"infographic\[postgres\]"):
        asked(NOWHERE, "SELECT 1")


@pytest.mark.parametrize("mark", "@/?#")
def test_a_password_that_a_driver_would_cut_is_refused(mark: str) -> None:
    words = f"{servers.PASSWORD}{mark}more"
    with pytest.raises(CallError) as error:
        asked(f"postgresql://desk:{words}@127.0.0.1:1/press", "SELECT 1")
    assert servers.PASSWORD not in told(error.value)


def test_a_url_is_shown_without_its_passwords() -> None:
    address = address_of("postgres://desk:a%40b@db:5432/press?sslmode=require&sslpassword=hidden")
    assert address.shown == "postgres://desk:***@db:5432/press?sslmode=require&sslpassword=***"
    assert address.without_secrets("a%40b, a@b, hidden") == "***, ***, ***"
    assert address_of("postgresql:///press?service=desk").shown.endswith("/press?service=desk")
    assert address_of("postgresql://desk@db/press").shown == "postgresql://desk@db/press"


def test_a_query_that_cannot_be_one_is_refused_before_anybody_is_asked() -> None:
    for query in ("DROP TABLE counties", "-- x\nINSERT INTO a VALUES (1)", "SHOW all"):
        with pytest.raises(SpecError) as error:
            asked(NOWHERE, query)
        assert error.value.diagnostics[0].saying.key == "rows-query/no-select"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    if servers.programs() is None:
        pytest.skip("no PostgreSQL server here: apt-get install postgresql")
    with servers.server() as port:
        servers.tell(
            port,
            "CREATE TABLE counties (id text, name text, gdp numeric(12,2), day date, at timestamp,"
            " ok bool, n int, j jsonb, a int[], b bytea, f float8, infographic text)",
        )
        servers.tell(
            port,
            "INSERT INTO counties VALUES ('000123', '榆树', 367.20, '2026-11-30',"
            " '2026-11-30 12:00', true, 7, '{\"k\": [1, 2.50]}', '{1,2}', '\\xdead', 'NaN', 'i')",
        )
        servers.tell(port, "INSERT INTO counties (id) VALUES ('000124')")
        yield f"postgresql://{servers.USER}:{servers.PASSWORD}@127.0.0.1:{port}/postgres"


@pytest.mark.full
def test_values_keep_their_types(url: str) -> None:
    rows = asked(url, "SELECT * FROM counties ORDER BY id; -- all of them")
    first, second = ({n: one.plain() for n, one in row.cells.items()} for row in rows.rows)
    assert first == {
        "id": "000123", "name": "榆树", "gdp": Decimal("367.20"), "day": "2026-11-30",
        "at": "2026-11-30 12:00:00", "ok": True, "n": 7, "j": {"k": [1, Decimal("2.50")]},
        "a": [1, 2], "b": None, "f": None, "infographic": "i",
    }  # fmt: skip
    assert {*second.values()} == {"000124", None}
    kinds = {one.name: one.kind for one in rows.columns}
    assert (kinds["day"], kinds["at"], kinds["gdp"]) == ("date", "date", "number")
    assert {(name, one.saying.key) for name, one in rows.wrong} == {
        ("b", "rows-cell/bytes"), ("f", "rows-cell/number"),
    }  # fmt: skip
    assert servers.PASSWORD not in rows.name
    assert servers.PASSWORD not in repr(rows.rows[0])


REFUSED = {
    "SELECT 1 AS a; DROP TABLE counties": "rows-query/several",
    "SELECT 1) AS x; COMMIT; DROP TABLE counties; SELECT (1": "rows-query",
    "SELECT 1 AS a) AS x, (DELETE FROM counties RETURNING 1": "rows-query",
    "WITH x AS (DELETE FROM counties RETURNING id) SELECT * FROM x": "rows-query/not-allowed",
    "SELECT set_config('transaction_read_only', 'off', false)": "rows-query/not-allowed",
    "SELECT id, id FROM counties": "rows-query/columns",
    "SELECT id FROM counties WHERE id = 'x'": "rows-query/empty",
    "SELECT 1 / (n - 5) AS x FROM generate_series(1, 10) AS n": "rows-query",
    "SELECT nothing FROM counties": "rows-query",
    "SELECT pg_sleep(30)::text AS x": "rows-query/slow",
    "WITH RECURSIVE r AS (SELECT 1 n UNION ALL SELECT n+1 FROM r) SELECT sum(n) FROM r":
        "rows-query/slow",
}  # fmt: skip


@pytest.mark.full
@pytest.mark.parametrize("query", REFUSED)
def test_a_query_changes_nothing_and_ends(
    query: str, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "SECONDS", 1)
    with pytest.raises(SpecError) as error:
        asked(url, query)
    assert error.value.diagnostics[0].saying.key == REFUSED[query]
    assert servers.PASSWORD not in told(error.value)
    monkeypatch.undo()
    assert len(asked(url, "SELECT id FROM counties").rows) == 2


@pytest.mark.full
def test_an_answer_without_an_end_is_cut_off(url: str) -> None:
    many = "SELECT generate_series(1, 1000000000) AS n, 'x' AS b"
    assert len(asked(url, many, limit=5).rows) == 5
    with using_limits({"batch-rows": 5000}), pytest.raises(SpecError) as error:
        asked(url, many)
    assert error.value.diagnostics[0].limit == "batch-rows"


@pytest.mark.full
def test_a_password_comes_from_where_libpq_looks_for_it(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = url.replace(f":{servers.PASSWORD}", "")
    with pytest.raises(MachineError):
        asked(bare, "SELECT 1 AS a")
    words = tmp_path / "pgpass"
    words.write_text(f"*:*:*:{servers.USER}:{servers.PASSWORD}\n")
    words.chmod(0o600)
    with monkeypatch.context() as patch:
        patch.setitem(os.environ, "PGPASSFILE", str(words))
        assert asked(bare, "SELECT 1 AS a").rows[0].cells["a"].value == 1
    port = bare.rpartition(":")[2].partition("/")[0]
    service = tmp_path / "services"
    service.write_text(f"[desk]\nhost=127.0.0.1\nport={port}\nuser={servers.USER}\n"
                       f"password={servers.PASSWORD}\ndbname=postgres\n")  # fmt: skip
    with monkeypatch.context() as patch:
        patch.setitem(os.environ, "PGSERVICEFILE", str(service))
        rows = asked("postgresql://?service=desk", "SELECT 2 AS a")
        assert (rows.rows[0].cells["a"].value, rows.name) == (2, "postgresql://?service=desk")


@pytest.mark.full
def test_a_wrong_password_is_not_told(url: str) -> None:
    other = f"{servers.PASSWORD}-more"
    with pytest.raises(MachineError, match="authentication") as error:
        asked(url.replace(servers.PASSWORD, other), "SELECT 1 AS a")
    assert other not in told(error.value)
