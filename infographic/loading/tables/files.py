"""A file of data as a grid of cells, by what it holds and not by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from infographic.foundation import limits
from infographic.foundation.datum import BUILT_IN, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.late_pattern import late
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say
from infographic.loading.reading.source import bytes_of
from infographic.loading.tables.grid import Grid
from infographic.loading.tables.options import AS_FOUND, ReadOptions
from infographic.loading.tables.reading.bounds import too_many_cells

if TYPE_CHECKING:
    from infographic.loading.tables.reading.sheets import OpenSheet

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_STRING = late(r'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_HTML = late(r"\s*<(!doctype|html|head|body|table|meta|\?xml)\b", re.IGNORECASE)


def read_grid(
    file: Path | bytes,
    options: ReadOptions = AS_FOUND,
    *,
    name: str = "",
    at: Origin = BUILT_IN,
    real: Path | None = None,
) -> Grid:
    """Read a file, or the bytes of one, as CSV, TSV, XLSX, ODS or JSON.

    `name` is what messages call it, `at` where the story asks for it; a file is opened as `real`.
    Raises `SpecError` with what
    makes it unreadable.
    """
    path = None if isinstance(file, bytes) else file
    data = file if isinstance(file, bytes) else bytes_of(file, limits.most("data-bytes") + 1, real)
    folder = path.parent.as_posix() if path else "."
    called = name or (path.as_posix() if path else "(bytes)")
    whole = Origin(Source(called, "", folder, path), at.pointer)
    if len(data) > limits.most("data-bytes"):
        raise _refused(
            say("data-large/bytes", most=limits.most("data-bytes") / 1e6, limit="data-bytes"), whole
        )
    if not data.strip():
        raise _refused(say("data-empty"), whole)
    if data.startswith(ZIP):
        return _workbook(data, whole, options, at)
    if data.startswith(OLE):
        is_locked = "EncryptedPackage".encode("utf-16-le") in data
        raise _refused(say("data-locked") if is_locked else say("data-old-workbook"), whole)
    return _text(data, whole, options, at)


NOT_OF_JSON = ("sheet", "range", "delimiter")


def unused(options: ReadOptions, fields: Sequence[str], at: Origin) -> Iterator[Diagnostic]:
    """That these of the options, where they are said, are not of data of this kind."""
    for field in fields:
        if getattr(options, field):
            saying = say("data-option/unused", field=field)
            yield Diagnostic(saying, at, severity=Severity.WARNING)


def _refused(saying: Saying, at: Origin) -> SpecError:
    return SpecError([Diagnostic(saying, at)])


def _workbook(data: bytes, file: Origin, options: ReadOptions, at: Origin) -> Grid:
    from infographic.loading.tables.reading.sheets import grid_of, names_shown

    opened = open_workbook(data, file, options, at)
    grid = grid_of(opened.cells, opened.at, options, at, opened.said)
    return replaced(grid, sheets=names_shown(opened.sheets))


def open_workbook(data: bytes, file: Origin, options: ReadOptions, at: Origin) -> OpenSheet:
    """One sheet of a workbook with all that is hidden in it. Raises `SpecError`.

    Late imports: a story with CSV files needs no reader of workbooks.
    """
    from infographic.loading.reading.foreign import kind_of_bytes
    from infographic.loading.tables.reading.archive import Archive

    names = Archive(data, file).names
    if "content.xml" in names and b"opendocument.spreadsheet" in data[:200_000]:
        from infographic.loading.tables.reading.ods import ods_sheet

        return ods_sheet(data, file, options, at)
    if any(name.endswith("workbook.bin") for name in names):
        raise _refused(say("data-old-workbook/binary"), file)
    if "_rels/.rels" in names and any("workbook" in name for name in names):
        from infographic.loading.tables.reading.xlsx import xlsx_sheet

        return xlsx_sheet(data, file, options, at)
    kind = kind_of_bytes(data)
    raise _refused(say("data-format", kind=kind or say("phrase/office-file")), file)


def _text(data: bytes, file: Origin, options: ReadOptions, at: Origin) -> Grid:
    from infographic.loading.reading.foreign import kind_of_bytes
    from infographic.loading.tables.reading.encodings import decoded

    kind = kind_of_bytes(data)
    if kind is not None:
        raise _refused(say("data-format", kind=kind), file)
    text, said = decoded(data, file, options.encoding, at)
    bare = text.strip()
    if not bare.strip("\ufeff \t\n,;\"'"):
        raise _refused(say("data-empty"), file)
    if _HTML.match(text):
        is_sheet = "urn:schemas-microsoft-com:office:spreadsheet" in text[:4000]
        saying = say("data-old-workbook/xml") if is_sheet else say("data-old-workbook/html")
        raise _refused(saying, file)
    if file.file.lower().endswith(".json") or (bare[0] in "{[" and bare[-1] in "}]"):
        from infographic.loading.reading.source import read_json
        from infographic.loading.tables.reading.json_grid import json_grid

        source = Source(file.file, text, file.source.folder, file.source.path)
        # Each value is a node with its place: more of them than cells are not laid out at all.
        most = limits.most("data-cells") + limits.most("data-rows")
        if text.count(",") > most and _STRING.sub("", text).count(",") > most:
            too_many_cells(file)
        grid = json_grid(read_json(source, relaxed=False), at, is_file=True)
        return replaced(grid, said=(*said, *unused(options, NOT_OF_JSON, file)))
    from infographic.loading.tables.reading.delimited import delimited_grid

    grid = delimited_grid(text, file, options, at)
    return replaced(grid, said=(*said, *unused(options, ("sheet",), file), *grid.said))
