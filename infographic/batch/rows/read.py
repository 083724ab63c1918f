"""A table of editions, from anything a desk has: by what it is, and not by its name."""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path

from infographic.batch.rows import Rows
from infographic.batch.rows.options import AS_FOUND, RowOptions
from infographic.batch.stores.urls import is_url
from infographic.foundation import limits
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.files import is_a_file, is_folder
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say
from infographic.loading.reading.source import bytes_of, read_standard_input
from infographic.loading.tables.files import NOT_OF_JSON, OLE, ZIP, read_grid, unused

STDIN = "-"
LINES = (".jsonl", ".ndjson", ".jsonlines")
HEAD = 1_000
"""Lines of a file that are none of its rows."""
SQLITE = b"SQLite format 3\0"
_SQLITE_URL = "sqlite:///"
_POSTGRES_URLS = ("postgresql://", "postgres://")


def read_rows(source: str, options: RowOptions = AS_FOUND) -> Rows:
    """The editions of a file (CSV, TSV, XLSX, ODS, JSON, JSON lines, SQLite), of “-” (JSON lines on
    standard input), of `sqlite:///file.db` or `postgresql://…` by a query, or of a URL of a store.

    Raises `SpecError` with what is wrong in them, `CallError` for options that do not go with them,
    and `MachineError` where a server or store does not answer.
    """
    if source.startswith(_POSTGRES_URLS):
        # Late, an extra: most tables of editions are files.
        from infographic.batch.rows.postgres import postgres_rows

        return postgres_rows(source, options)
    if source.startswith(_SQLITE_URL):
        path = Path(source.removeprefix(_SQLITE_URL))
        return _of_sqlite(path, options, path.as_posix())
    if is_url(source):
        from infographic.batch.stores.inputs import fetched, named

        copy = fetched(source)
        return _of_file(copy, options, named(str(copy)))
    if source == STDIN:
        return _of_bytes(read_standard_input(_most()), "stdin", None, options)
    return _of_file(Path(source), options, Path(source).as_posix())


def _most() -> int:
    """As many bytes as are read of a file: one more than may be, to know that there are more."""
    return max(limits.most("batch-bytes"), limits.most("data-bytes")) + 1


def _of_file(path: Path, options: RowOptions, name: str) -> Rows:
    """The editions of a file; `name` is what messages call it."""
    if is_folder(path):
        raise _refused(say("rows-folder", folder=path), name)
    if is_a_file(path) and bytes_of(path, len(SQLITE)) == SQLITE:
        return _of_sqlite(path, options, name)
    return _of_bytes(bytes_of(path, _most()), name, path, options)


def _of_sqlite(path: Path, options: RowOptions, name: str) -> Rows:
    from infographic.batch.rows.sqlite import sqlite_rows

    return sqlite_rows(path, options, name)


def _of_bytes(data: bytes, name: str, path: Path | None, options: RowOptions) -> Rows:
    if options.query:
        raise CallError([Diagnostic(say("rows-query/of-file", file=name), CALL)])
    if len(data) > (most := max(limits.most("batch-bytes"), limits.most("data-bytes"))):
        saying = say("rows-large/bytes", most=most / 1e6, limit="batch-bytes")
        raise _refused(saying, name)
    whole = Origin(Source(name, "", path.parent.as_posix() if path else ".", path))
    is_said = name.lower().endswith((*LINES, ".json"))
    # What pours in may be cut off in its last line, which then ends as no JSON does.
    is_stream = path is None and _begins_an_object(data)
    if (
        not data.startswith((ZIP, OLE))
        and (is_said or is_stream or _is_json(data))
        and data.strip()
    ):
        return _of_json(data, whole, options)
    return _of_grid(data if path is None else path, whole, options)


def _is_json(data: bytes) -> bool:
    """Whether a text begins and ends as JSON does; a CSV may begin with a bracket."""
    bare = data.removeprefix(BOM_UTF8).strip()
    return bare[:1] in (b"{", b"[") and bare[-1:] in (b"}", b"]")


def _begins_an_object(data: bytes) -> bool:
    """Whether a text begins with a brace and a quote, or with an empty object; a heading of CSV may
    begin with the brace alone."""
    bare = data.removeprefix(BOM_UTF8).lstrip()
    return bare[:1] == b"{" and bare[1:].lstrip()[:1] in (b'"', b"}")


def _of_json(data: bytes, whole: Origin, options: RowOptions) -> Rows:
    from infographic.batch.rows.of_json import are_lines, json_rows, line_rows
    from infographic.loading.tables.reading.encodings import decoded

    name = whole.file
    text, said = decoded(data, whole, options.encoding, whole)
    source = Source(name, text, whole.source.folder, whole.source.path)
    # A program that writes lines may write only one.
    is_stream = whole.source.path is None and text.lstrip()[:1] == "{"
    if name.lower().endswith(LINES) or is_stream or are_lines(text):
        rows = line_rows(source, options)
    else:
        with limits.reading_with(_as_tables()):
            rows = json_rows(source, options)
    return replaced(
        rows, said=(*said, *unused(options.of_tables(), NOT_OF_JSON, whole), *rows.said)
    )


def _of_grid(file: Path | bytes, whole: Origin, options: RowOptions) -> Rows:
    from infographic.batch.rows.of_table import table_rows

    try:
        with limits.reading_with(_as_tables()):
            grid = read_grid(file, options.of_tables(), name=whole.file, at=whole)
            rows = table_rows(grid, options)
    except SpecError as error:
        raise SpecError(map(_of_editions, error.diagnostics)) from error
    if len(rows.rows) > (most := limits.most("batch-rows")):
        raise _refused(say("rows-large", most=most, limit="batch-rows"), whole.file)
    return rows


def _of_editions(fault: Diagnostic) -> Diagnostic:
    """What is said of a chart's data that are too large, said of a table of editions."""
    match fault.saying.key:
        case "data-large/rows":
            saying = say("rows-large", most=limits.most("batch-rows"), limit="batch-rows")
        case "data-large/cells":
            saying = say("rows-large/cells", most=limits.most("batch-cells"), limit="batch-cells")
        case "data-large/bytes" | "data-large/unpacked":
            most = limits.most("batch-bytes")
            saying = say("rows-large/bytes", most=most / 1e6, limit="batch-bytes")
        case _:
            return fault
    return replaced(fault, saying=saying)


def _as_tables() -> dict[str, int]:
    """The limits of tables, where those of editions are wider."""
    rows, cells, size = map(limits.most, ("batch-rows", "batch-cells", "batch-bytes"))
    return {
        "data-rows": rows + HEAD,
        "lines": rows + HEAD,
        "data-cells": cells,
        "values": cells + rows,
        "data-bytes": size,
        "data-unpacked": size,
    }


def _refused(saying: Saying, name: str) -> SpecError:
    return SpecError([Diagnostic(saying, Origin(Source(name)))])
