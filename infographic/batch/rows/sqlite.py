"""Editions of a SQLite file, by a query that can change nothing.

The file is opened for reading; beside that every action that a statement is made of is asked for
(`_allowed`): it may read tables and call functions, and nothing else, whatever its words are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from infographic.batch.rows import Rows
from infographic.batch.rows.of_query import as_many, must_be_asked, query_rows, refused
from infographic.batch.rows.options import RowOptions
from infographic.foundation import limits
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.sayings import say
from infographic.loading.reading.source import bytes_of

HEAD = b"SQLite format 3\0"
ACTIONS = frozenset(
    (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)
)
"""What a query may do."""
FUNCTIONS = frozenset(
    ("load_extension", "fts3_tokenizer", "readfile", "writefile", "edit", "lsmode", "writecrash")
)
"""Functions that do more than reckon, in a SQLite that has them."""
STRIDE = 10_000
"""Steps of SQLite's machine from one look at the count to the next."""
LONGEST = 20_000_000
"""Bytes of one value, as many as a story's file has."""


def sqlite_rows(path: Path, options: RowOptions, name: str = "") -> Rows:
    """The rows that a query gives, each an edition. `name` is what messages call the file.

    Raises `SpecError` and `CallError`.
    """
    name = name or path.as_posix()
    if bytes_of(path, len(HEAD)) != HEAD:
        raise SpecError([Diagnostic(say("rows-query/of-file", file=name), Origin(Source(name)))])
    connection = _opened(path)
    try:
        must_be_asked(options, _tables(connection) if not options.query.strip() else ())
        connection.set_authorizer(_allowed)
        steps = _Steps()
        connection.set_progress_handler(steps.count, STRIDE)
        try:
            cursor = connection.execute(options.query)
            if cursor.description is None:
                raise refused(options.query, say("rows-query/no-select"))
            columns = [one[0] for one in cursor.description]
            return query_rows(name, path, columns, _answer(cursor, as_many(options)), options)
        except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as error:
            raise _refused(error, options, steps) from error
    finally:
        connection.close()


def _opened(path: Path) -> sqlite3.Connection:
    """The file, for reading alone."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    except sqlite3.Error as error:
        connection.close()
        saying = say("rows-query/unread", file=path, reason=str(error))
        raise SpecError([Diagnostic(saying, Origin(Source(path.as_posix())))]) from error
    return connection


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Names of tables and views, some of them, for who has named none."""
    try:
        found = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
            " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name LIMIT 8"
        )
        return [name for (name,) in found]
    except sqlite3.Error:
        return []


def _allowed(
    action: int, first: str | None, second: str | None, database: str | None, by: str | None
) -> int:
    """Whether a statement may do something."""
    if action not in ACTIONS:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in FUNCTIONS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


class _Steps:
    """The steps that a query has taken."""

    def __init__(self) -> None:
        self.left = limits.most("query-steps")

    def count(self) -> int:
        """Not 0 where it has taken too many."""
        self.left -= STRIDE
        return int(self.left < 0)


def _answer(cursor: sqlite3.Cursor, most: int) -> Iterator[tuple[Any, ...]]:
    for _ in range(most):
        row = cursor.fetchone()
        if row is None:
            return
        yield row


def _refused(error: Exception, options: RowOptions, steps: _Steps) -> SpecError:
    reason = str(error)
    if steps.left < 0:
        most = limits.most("query-steps")
        return refused(options.query, say("rows-query/steps", most=most, limit="query-steps"))
    if "one statement" in reason:
        return refused(options.query, say("rows-query/several"))
    if "not authorized" in reason or "prohibited" in reason:
        return refused(options.query, say("rows-query/not-allowed"))
    return refused(options.query, say("rows-query", reason=reason))
