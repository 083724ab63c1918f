"""Editions of a PostgreSQL database, by a query that can change nothing.

By ADBC, whose driver brings libpq along. The query is asked in a transaction that only reads, as
one prepared statement, and is bounded in time. Every row of the answer comes as the JSON that the
server makes of it: numbers with all their digits, dates as ISO 8601 has them, lists and objects as
such, and nothing is needed here that understands all of PostgreSQL's types.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from contextlib import closing
from decimal import Decimal
from typing import Any

from infographic.batch.rows import Rows
from infographic.batch.rows.arrow_texts import ArrowError, columns_of, texts_in
from infographic.batch.rows.of_query import as_many, must_be_asked, query_rows, refused
from infographic.batch.rows.options import RowOptions
from infographic.batch.rows.postgres_url import Address, address_of
from infographic.foundation.diagnostics import MachineError, SpecError
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say

SECONDS = 120
"""How long a query may take at the server."""
ROW = "infographic_row"
"""What a row of the answer is called in the query that asks for it: no column of a user's."""
WAIT = 15
"""Seconds that are waited for a server that does not answer."""
DATES = ("td", "ts", "tt")
"""How the Arrow formats of days, moments and times of day begin."""
MOMENT, BYTES, FLOATS = "ts", "z", ("f", "g")
_END = late(r"\s*(?:;\s*)*(?:(?<=;)\s*--[^\n]*\s*)*\Z")
"""A query's semicolon, and a comment behind it."""
_STARTS = late(r"(?i)(?:\s|--[^\n]*\n|/\*.*?\*/|\()*(?:select|with|values|table)\b", re.DOTALL)
NOT_READING = ("read-only transaction", "data-modifying statement", "read-write mode")
"""What PostgreSQL says of a query that would change something."""


CONNECTING = "connecting"
"""In place of the state of an answer, where there is none."""


class _RefusedError(Exception):
    """What the driver said, without any password."""

    def __init__(self, said: str, state: str = "") -> None:
        super().__init__(said, state)
        self.said, self.state = said, state

    def __str__(self) -> str:
        return self.said


def postgres_rows(url: str, options: RowOptions) -> Rows:
    """The rows that a query gives, each an edition.

    Raises `SpecError` for the query, `CallError` without one, `MachineError` where the server does
    not answer or the driver is not installed.
    """
    address = address_of(url)
    must_be_asked(options)
    found: Rows | SpecError | MachineError
    try:
        found = _asked(address, options)
    except (_RefusedError, ArrowError) as error:
        found = _told(address.without_secrets(str(error)), getattr(error, "state", ""), options)
    # Raised here: no exception of the driver's, which may quote the URL, is behind it.
    if isinstance(found, Exception):
        raise found
    return found


def _asked(address: Address, options: RowOptions) -> Rows:
    if not _STARTS.match(options.query):
        raise refused(options.query, say("rows-query/no-select"))
    with _Session(address) as session:
        session.run("BEGIN READ ONLY")
        session.run(f"SET LOCAL statement_timeout = '{SECONDS}s'")
        query = _END.sub("", options.query)
        columns = session.columns(query)
        # The line's end ends a comment of the query's.
        most = as_many(options)
        whole = f"SELECT row_to_json({ROW})::text FROM (\n{query}\n) AS {ROW} LIMIT {most}"
        names = [name for name, _ in columns]
        dates = {name for name, form in columns if form.startswith(DATES)}
        # A statement is closed before its connection, with an answer that is longer than is read.
        with closing(session.texts(whole)) as texts:
            answer = (
                [_value(row.get(name), form) for name, form in columns] for row in _objects(texts)
            )
            return query_rows(address.shown, None, names, answer, options, dates)


class _Session:
    """A connection, closed at the end."""

    def __init__(self, address: Address) -> None:
        try:
            # Late, an extra.
            import adbc_driver_manager
            import adbc_driver_postgresql  # type: ignore[import-untyped]
        except ImportError as error:
            package = error.name or "adbc-driver-postgresql"
            raise MachineError(say("machine/no-postgres", package=package)) from error
        self.driver, self.address = adbc_driver_manager, address
        mark = "&" if "?" in address.url else "?"
        url = address.url
        if "connect_timeout=" not in url:
            url += f"{mark}connect_timeout={WAIT}"
        try:
            self.database = self._try(lambda: adbc_driver_postgresql.connect(url))
            try:
                self.connection = self._try(
                    lambda: adbc_driver_manager.AdbcConnection(self.database)
                )
            except _RefusedError:
                self.database.close()
                raise
        except _RefusedError as error:
            error.state = CONNECTING
            raise

    def __enter__(self) -> _Session:
        return self

    def __exit__(self, *error: object) -> None:
        self.connection.close()
        self.database.close()

    def _try(self, do: Any) -> Any:
        """What a call of the driver's gives; `_RefusedError` in place of its own exceptions."""
        said = None
        try:
            return do()
        except self.driver.Error as error:
            said = self.address.without_secrets(str(error)), getattr(error, "sqlstate", "") or ""
        raise _RefusedError(*said)

    def run(self, words: str) -> None:
        """A statement without an answer."""
        statement = self.driver.AdbcStatement(self.connection)
        try:
            statement.set_sql_query(words)
            self._try(statement.execute_update)
        finally:
            statement.close()

    def texts(self, query: str) -> Generator[str, None, None]:
        """The texts that a query of one column gives."""
        statement = self.driver.AdbcStatement(self.connection)
        try:
            statement.set_sql_query(query)
            stream, _ = self._try(statement.execute_query)
            yield from texts_in(stream)
        finally:
            statement.close()

    def columns(self, query: str) -> tuple[tuple[str, str], ...]:
        """Names and Arrow formats of the columns that a query would give; it is not run."""
        statement = self.driver.AdbcStatement(self.connection)
        try:
            statement.set_sql_query(query)
            return columns_of(self._try(statement.execute_schema))
        finally:
            statement.close()


def _objects(texts: Iterator[str]) -> Iterator[dict[str, Any]]:
    for text in texts:
        yield json.loads(text, parse_float=Decimal)


def _value(value: Any, form: str) -> Any:
    """A value of the JSON as one of its type."""
    if not isinstance(value, str):
        return value
    if form == BYTES and value.startswith("\\x"):
        return bytes.fromhex(value[2:])
    if form in FLOATS:
        # NaN and Infinity are texts in JSON.
        return Decimal(value)
    return value.replace("T", " ", 1) if form.startswith(MOMENT) else value


def _told(said: str, state: str, options: RowOptions) -> SpecError | MachineError:
    """What the driver or the server said, as an error of ours."""
    reason = _reason(said)
    if state == CONNECTING:
        return MachineError(say("machine/no-database", reason=reason))
    if state == "57014" or "statement timeout" in said:
        return refused(options.query, say("rows-query/slow", seconds=SECONDS))
    if state == "25006" or any(one in said for one in NOT_READING):
        return refused(options.query, say("rows-query/not-allowed"))
    if "multiple commands" in said:
        return refused(options.query, say("rows-query/several"))
    return refused(options.query, say("rows-query", reason=reason))


def _reason(said: str) -> str:
    """The sentence in what the driver says."""
    for line in said.splitlines():
        for before in ("ERROR: ", "Failed to connect: "):
            _, mark, rest = line.partition(before)
            if mark:
                return rest.strip()
    return said.splitlines()[0].strip() if said else ""
