"""One open CSV or TSV file: its encoding, marks, quotes and line ends are kept."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.sayings import say
from infographic.loading.reading.foreign import kind_of_bytes
from infographic.loading.tables.reading.encodings import codec_of, decoded
from infographic.studio.documents.asked import edit_list, refusal, refused
from infographic.studio.documents.merging import Clash, Merge, Row
from infographic.studio.documents.splices import Splice, Splices, applied
from infographic.studio.documents.tables.csv_edits import Edit, cell_name, edited_csv, in_one_row
from infographic.studio.documents.tables.csv_text import CsvText, read_csv
from infographic.studio.documents.text_document import (
    MARK,
    Change,
    DiskChange,
    TextDocument,
)

_ENDIAN = {"utf-16": (codecs.BOM_UTF16_BE, "utf-16"), "utf-32": (codecs.BOM_UTF32_BE, "utf-32")}


class CsvDocument(TextDocument):
    """A table in a text file that is open. One thread at a time.

    Rows and columns are counted from 0, as in `cells()`; a first line “sep=;” is none of them.
    """

    most_bytes = "data-bytes"

    def __init__(
        self,
        path: Path,
        *,
        encoding: str = "",
        delimiter: str = "",
        name: str = "",
        data: bytes | None = None,
    ) -> None:
        """As `TextDocument`. `encoding` and `delimiter`: what the story says of the file, else they
        are found. A file whose quotes do not match is opened: `faults()` says what is wrong."""
        self._asked, self._delimiter = encoding, delimiter
        self.codec, self.encoding = "utf-8", "UTF-8"
        """How Python calls it, and how people do."""
        super().__init__(path, name=name, data=data)

    @classmethod
    def open(
        cls, path: Path, *, encoding: str = "", delimiter: str = "", name: str = ""
    ) -> CsvDocument:
        """Open a file in reach. Raises `SpecError`, also where it is no text: a workbook."""
        return cls(path, encoding=encoding, delimiter=delimiter, name=name)

    # As it is now

    def cells(self) -> list[list[str]]:
        """All rows of texts exactly as they stand in the file, of whatever lengths, without the
        quotes; [] of an empty line. [] while the file is broken."""
        return [self._table.row(row) for row in range(len(self._table.lines))]

    def faults(self) -> tuple[Diagnostic, ...]:
        return self._table.faults

    @property
    def delimiter(self) -> str:
        return self._table.delimiter

    def called(self, pointer: str) -> str:
        steps = [int(step) for step in pointer.split("/")[1:]]
        if not steps:
            return self.path.name
        return f"{self.path.name} {cell_name(steps[0], steps[1] if len(steps) > 1 else 0)}"

    # Changes

    def apply(self, edits: Edit | Sequence[Edit]) -> Change:
        """Make one edit (`csv_edits`), or several as one change: all of them or none.

        Raises `SpecError` for what cannot be done, was overtaken, is too large, or has a character
        that the file's encoding has not; then nothing has changed.
        """
        listed = edit_list(edits)
        table = self._whole()
        splices: list[Splice] = []
        cells: list[tuple[int, int]] = []
        place = (0, 0)
        for edit in listed:
            made = edited_csv(table, edit)
            table = self._after(table, made.splices)
            splices += made.splices
            cells += made.cells
            place = made.place
        kind, pointer = str(listed[0].get("op")), f"/{place[0]}/{place[1]}"
        change = Change(tuple(splices), kind, pointer, tuple(dict.fromkeys(cells)))
        if splices:
            self._take(table.text, change.splices, table)
        return change

    def to_utf8(self) -> None:
        """Write it in UTF-8 from now on, with the mark by which spreadsheet programs know it.

        A story that names another encoding for the file is to be changed, too. Not undone by
        `History`. Raises `SpecError` where the story named the encoding when it was opened.
        """
        if self._asked:
            refused(say("csv-character/asked", encoding=self.encoding), self.disk.origin)
        self.codec, self.encoding, self.mark = "utf-8", "UTF-8", MARK
        self.version += 1

    @property
    def saved(self) -> bool:
        return super().saved and self._on_disk == self._encoded(self.body)

    def _whole(self) -> CsvText:
        """The table. Raises `SpecError` while it cannot be read, or would not be written as it
        is."""
        if self._table.faults:
            raise refusal(self._table.faults[0].saying, self._table.faults[0].origin)
        if not self._is_exact:
            refused(say("csv-inexact/encoding", encoding=self.encoding), self.disk.origin)
        return self._table

    def _after(self, table: CsvText, splices: Splices) -> CsvText:
        """The table after an edit. Raises `SpecError` where it cannot be."""
        if not splices:
            return table
        for one in splices:
            self._must_be_written(one.new)
        made = read_csv(
            self._origin(applied(table.text, splices)), self._delimiter, table.delimiter
        )
        if made.faults:
            raise refusal(made.faults[0].saying, made.faults[0].origin)
        return made

    def _must_be_written(self, words: str) -> None:
        try:
            words.encode(self.codec)
        except UnicodeEncodeError as error:
            mark = words[error.start]
            code = f"U+{ord(mark):04X}"
            shown = "" if "\ud800" <= mark <= "\udfff" else mark
            saying = say("csv-character", mark=shown, code=code, encoding=self.encoding)
            raise refusal(saying, self.disk.origin) from None

    # What `TextDocument` asks for

    def _decoded(self, data: bytes) -> tuple[str, str]:
        origin = self.disk.origin
        kind = kind_of_bytes(data)
        if kind is not None:
            raise refusal(say("data-format", kind=kind), origin)
        codec, self.encoding = codec_of(data, origin, self._asked, origin)
        self.codec = _explicit(codec, data)
        try:
            text = data.decode(self.codec)
        except UnicodeDecodeError:
            # Says where, and what it may be.
            text = decoded(data, origin, self._asked, origin)[0]
        self._is_exact = text.encode(self.codec, "replace") == data
        return (MARK, text[1:]) if text.startswith(MARK) else ("", text)

    def _encoded(self, body: str) -> bytes:
        return (self.mark + body).encode(self.codec)

    def _read(self, body: str) -> CsvText:
        return read_csv(self._origin(body), self._delimiter)

    def _read_again(self, body: str) -> CsvText:
        return read_csv(self._origin(body), self._delimiter, self._table.delimiter)

    def disk_changed(self) -> DiskChange:
        before = self.codec, self.encoding, self._is_exact
        change = super().disk_changed()
        if change.kind == "broken":
            # What is here is what it was.
            self.codec, self.encoding, self._is_exact = before
        return change

    def _take_reading(self, reading: CsvText) -> None:
        self._table = reading

    def _faults_of(self, reading: CsvText) -> tuple[Diagnostic, ...]:
        return reading.faults

    def _merged(self, base: CsvText, ours: CsvText, theirs: CsvText) -> tuple[str, list[Clash]]:
        merge = Merge(*(_rows(one) for one in (base, ours, theirs)))
        table = theirs
        waiting: list[dict[str, Any]] = []
        for edit in merge.edits:
            if edit["op"] == "set" and edit["pointer"].count("/") == 2:
                waiting.append(edit)
                continue
            table = self._after(self._set(table, waiting), self._splices_of(table, edit))
            waiting = []
        return self._set(table, waiting).text, merge.clashes

    def _set(self, table: CsvText, edits: Sequence[dict[str, Any]]) -> CsvText:
        """Cells that stand already, set at once."""
        cells = []
        for edit in edits:
            row, column = map(int, edit["pointer"].split("/")[1:])
            cells.append({"row": row, "column": column, "text": edit["value"]})
        return self._after(table, edited_csv(table, {"op": "cells", "cells": cells}).splices)

    def _splices_of(self, table: CsvText, edit: dict[str, Any]) -> Splices:
        """A row or a cell of a row put in or taken out."""
        steps = [int(step) for step in edit["pointer"].split("/")[1:]]
        if edit["op"] == "insert" and not steps:
            rows = {"op": "insert_rows", "at": edit["index"], "rows": [edit["value"]]}
            return edited_csv(table, rows).splices
        if edit["op"] == "insert":
            return in_one_row(table, steps[0], edit["index"], edit["value"])
        if len(steps) == 2:
            return in_one_row(table, steps[0], steps[1], None)
        return edited_csv(table, {"op": "delete_rows", "at": steps[0]}).splices

    def _start_of(self, pointer: str) -> int:
        row, column = [*map(int, pointer.split("/")[1:]), 0][:2]
        line = self._table.lines[row]
        return line.cells[column][0] if column < len(line.cells) else line.start

    def _pointer_at(self, at: int, depth: int) -> str | None:
        for row, line in enumerate(self._table.lines):
            if line.start <= at < max(line.stop, line.start + 1) or at == line.start:
                if depth == 1:
                    return f"/{row}" if at == self._start_of(f"/{row}") else None
                for column, (start, _) in enumerate(line.cells):
                    if start == at:
                        return f"/{row}/{column}"
                return None
        return None

    def _settled(self, pointer: str, value: Any, *, delete: bool) -> Change:
        steps = [int(step) for step in pointer.split("/")[1:]]
        if len(steps) == 1:
            return self.apply({"op": "delete_rows", "at": steps[0]})
        cell = {"row": steps[0], "column": steps[1], "text": "" if delete else value}
        return self.apply({"op": "cells", "cells": [cell]})


def _rows(table: CsvText) -> list[Row]:
    return [Row(table.row(row)) for row in range(len(table.lines))]


def _explicit(codec: str, data: bytes) -> str:
    """A codec that leaves the byte order mark where it is, and puts none before what it writes."""
    if codec == "utf-8-sig":
        return "utf-8"
    if codec in _ENDIAN:
        mark, name = _ENDIAN[codec]
        return f"{name}-be" if data.startswith(mark) else f"{name}-le"
    return codec
