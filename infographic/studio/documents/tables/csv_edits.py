"""Edits of a table that is a CSV file: the cells that are touched, and no other character.

An edit is a dict as JSON has them; rows and columns are counted from 0, as `cells()` gives them:

- {"op": "cells", "cells": [{"row": 3, "column": 1, "text": "2300", "was": "2200"}]}
- {"op": "paste", "row": 3, "column": 1, "rows": [["2300", "2400"]]}: a block; the table grows
- {"op": "insert_rows", "at": 3, "count": 2}, or "rows": [["榆树", "367"]] in place of “count”
- {"op": "delete_rows", "at": 3, "count": 2}
- {"op": "insert_columns", "at": 1, "count": 1}
- {"op": "delete_columns", "at": 1, "count": 1}

“was” is the text that was seen; where the cell has another by now, the edit is refused:
`edit-overtaken`. Of rows that are deleted, “was” is a list of rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from infographic.foundation import limits
from infographic.foundation.datum import letters_of
from infographic.foundation.limits import OverLimitError
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.studio.documents.asked import asked_text, asked_whole, refused
from infographic.studio.documents.same import shown
from infographic.studio.documents.splices import Splice, Splices, in_a_row
from infographic.studio.documents.tables.csv_text import CsvText

Edit = Mapping[str, Any]
Cells = dict[tuple[int, int], str]
"""By row and column, what is to stand there."""


class EditedTable(NamedTuple):
    """What an edit comes to."""

    splices: Splices
    cells: tuple[tuple[int, int], ...]
    """Row and column of each cell that has another text now, or is new."""
    place: tuple[int, int]
    """Row and column of the first."""


def edited_csv(found: CsvText, edit: Edit) -> EditedTable:
    """The changes of a text that an edit asks for. Raises `SpecError`."""
    makers = {"cells": _cells, "paste": _paste, "insert_rows": _insert_rows,
              "delete_rows": _delete_rows, "insert_columns": _insert_columns,
              "delete_columns": _delete_columns}  # fmt: skip
    kind = asked_text(edit, "op")
    if kind not in makers:
        refused(say("edit-form/kind", kind=kind))
    return makers[kind](found, edit)


def cell_name(row: int, column: int) -> str:
    """As spreadsheets call it.

    >>> cell_name(6, 1)
    'B7'
    """
    return f"{letters_of(column + 1)}{row + 1}"


# Cells


def _cells(found: CsvText, edit: Edit) -> EditedTable:
    return _put(found, wanted_cells(edit, found.cell, len(found.lines)))


def wanted_cells(edit: Edit, now: Any, rows: int) -> Cells:
    """What an edit of cells asks for. `now(row, column)` is what stands there, of `rows` rows.

    Raises `SpecError` for a cell that was overtaken.
    """
    wanted: Cells = {}
    cells = edit.get("cells")
    if not isinstance(cells, list) or not all(isinstance(one, dict) for one in cells):
        refused(say("edit-form/field", field="cells", wanted=say("phrase/list")))
    for one in cells:
        row, column = asked_whole(one, "row"), asked_whole(one, "column")
        text = now(row, column) if row < rows else ""
        if "was" in one and _bare(str(one["was"])) != _bare(text):
            saying = say(
                "edit-overtaken/value",
                pointer=cell_name(row, column), now=shown(text), was=shown(one["was"]),
            )  # fmt: skip
            refused(saying)
        wanted[row, column] = asked_text(one, "text")
    return wanted


def _bare(text: str) -> str:
    """A cell as a grid shows it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def block_of(edit: Edit) -> Cells:
    """The cells of a block that is pasted. Raises `SpecError`."""
    top, left = asked_whole(edit, "row"), asked_whole(edit, "column")
    return {
        (top + row, left + column): text
        for row, texts in enumerate(asked_rows(edit))
        for column, text in enumerate(texts)
    }


def asked_rows(edit: Edit) -> list[list[str]]:
    """Rows of texts. Raises `SpecError` for what is none."""
    rows = edit.get("rows")
    if not isinstance(rows, list) or not all(
        isinstance(row, list) and all(isinstance(text, str) for text in row) for row in rows
    ):
        refused(say("edit-form/field", field="rows", wanted=say("phrase/list")))
    return rows


def _paste(found: CsvText, edit: Edit) -> EditedTable:
    return _put(found, block_of(edit))


def must_be_small(cells: Cells) -> None:
    """Raise `SpecError` where a table would grow over its limits: before it is made."""
    rows = max((row for row, _ in cells), default=-1) + 1
    columns = max((column for _, column in cells), default=-1) + 1
    for count, name in ((rows, "data-rows"), (columns, "data-columns")):
        if count > limits.most(name):
            refused(OverLimitError(name).saying)


def _put(found: CsvText, wanted: Cells) -> EditedTable:
    must_be_small(wanted)
    rows: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(wanted.items()):
        rows.setdefault(row, {})[column] = text
    splices: list[Splice] = []
    changed: list[tuple[int, int]] = []
    for row, texts in rows.items():
        if row < len(found.lines):
            splices += _in_row(found, row, texts, changed)
    splices += _below(found, {row: texts for row, texts in rows.items()
                              if row >= len(found.lines)}, changed)  # fmt: skip
    return EditedTable(in_a_row(splices), tuple(changed), min(wanted, default=(0, 0)))


def _in_row(
    found: CsvText, row: int, texts: dict[int, str], changed: list[tuple[int, int]]
) -> list[Splice]:
    """What puts texts into a row that is there; it grows to the right as needed."""
    line = found.lines[row]
    splices = []
    width = len(line.cells)
    for column, text in texts.items():
        if column < width and text != found.cell(row, column):
            start, end = line.cells[column]
            words = found.written(text, row, column)
            splices.append(Splice(start, found.text[start:end], words))
            changed.append((row, column))
    # Nothing put beyond the end is nothing.
    more = {column: text for column, text in texts.items() if column >= width and text}
    if more:
        columns = range(width, max(more) + 1)
        added = [found.written(more[one], row, one) if one in more else "" for one in columns]
        joined = found.delimiter.join(added)
        splices.append(Splice(line.end, "", (found.delimiter if width else "") + joined))
        changed += [(row, one) for one in more]
    return splices


def _below(
    found: CsvText, rows: dict[int, dict[int, str]], changed: list[tuple[int, int]]
) -> list[Splice]:
    """What puts rows behind the last."""
    filled = [row for row, texts in rows.items() if any(texts.values())]
    if not filled:
        return []
    lines = []
    widest = max(column for row in filled for column, text in rows[row].items() if text) + 1
    width = max(found.width, widest)
    for row in range(len(found.lines), max(filled) + 1):
        texts = rows.get(row, {})
        lines.append(_line(found, row, [texts.get(one, "") for one in range(width)]))
        changed += [(row, one) for one in texts]
    return [_at_end(found, lines)]


def _line(found: CsvText, row: int, texts: Sequence[str]) -> str:
    """A row as it is written, without its end."""
    words = [found.written(text, row, column) if text else "" for column, text in enumerate(texts)]
    # A line without a character would be no row.
    return found.delimiter.join(words) or '""'


def _at_end(found: CsvText, lines: Sequence[str]) -> Splice:
    text, newline = found.text, found.newline
    if found.ends_with_newline:
        return Splice(len(text), "", "".join(f"{line}{newline}" for line in lines))
    return Splice(len(text), "", "".join(f"{newline}{line}" for line in lines))


# Rows


def _insert_rows(found: CsvText, edit: Edit) -> EditedTable:
    at = asked_whole(edit, "at", len(found.lines))
    if "rows" in edit:
        rows = asked_rows(edit)
        width = 0
    else:
        rows = [[] for _ in range(_count(edit, "data-rows"))]
        width = len(found.lines[min(at, len(found.lines) - 1)].cells) if found.lines else 1
    if at > len(found.lines):
        refused(say("edit-place/index", index=at, count=len(found.lines)))
    lines = [_line(found, at, [*row, *[""] * (width - len(row))]) for row in rows]
    if not lines:
        return EditedTable((), (), (at, 0))
    if at == len(found.lines):
        splice = _at_end(found, lines)
    else:
        ended = "".join(f"{line}{found.newline}" for line in lines)
        splice = Splice(found.lines[at].start, "", ended)
    cells = [(at + row, one) for row, texts in enumerate(rows) for one in range(len(texts))]
    return EditedTable((splice,), tuple(cells), (at, 0))


def _count(edit: Edit, limit: str) -> int:
    count = asked_whole(edit, "count", 1)
    if count > limits.most(limit):
        refused(OverLimitError(limit).saying)
    return count


def _delete_rows(found: CsvText, edit: Edit) -> EditedTable:
    at, count = asked_whole(edit, "at"), asked_whole(edit, "count", 1)
    rows = range(at, at + count)
    if at + count > len(found.lines):
        refused(say("edit-place/index", index=at + count - 1, count=len(found.lines)))
    if "was" in edit:
        now = [[_bare(text) for text in found.row(row)] for row in rows]
        if [[_bare(str(text)) for text in row] for row in asked_rows({"rows": edit["was"]})] != now:
            pointer, was = cell_name(at, 0), shown(edit["was"])
            refused(say("edit-overtaken/value", pointer=pointer, now=shown(now), was=was))
    if not count:
        return EditedTable((), (), (at, 0))
    first, last = found.lines[at], found.lines[at + count - 1]
    low = first.start
    if last.stop == last.end and at:
        # The last line has no end: the one before it loses its own instead.
        low = found.lines[at - 1].end
    splice = Splice(low, found.text[low : last.stop], "")
    return EditedTable((splice,), (), (max(min(at, len(found.lines) - count - 1), 0), 0))


# Columns


def _insert_columns(found: CsvText, edit: Edit) -> EditedTable:
    at, count = asked_whole(edit, "at"), _count(edit, "data-columns")
    if at > found.width:
        refused(say("edit-place/index", index=at, count=found.width))
    splices, cells = [], []
    for row, line in enumerate(found.lines):
        # Words above a table, in rows of their own, have no such column.
        if not line.cells or at > len(line.cells) or not count:
            continue
        word = '""' if all(found.is_quoted(row, one) for one in range(len(line.cells))) else ""
        if at < len(line.cells):
            splices.append(Splice(line.cells[at][0], "", f"{word}{found.delimiter}" * count))
        else:
            splices.append(Splice(line.end, "", f"{found.delimiter}{word}" * count))
        cells += [(row, at + one) for one in range(count)]
    return EditedTable(in_a_row(splices), tuple(cells), (0, at))


def _delete_columns(found: CsvText, edit: Edit) -> EditedTable:
    at, count = asked_whole(edit, "at"), asked_whole(edit, "count", 1)
    if at + count > found.width:
        refused(say("edit-place/index", index=at + count - 1, count=found.width))
    if count == found.width:
        refused(say("edit-place/columns"))
    splices = []
    for line in found.lines:
        cells = line.cells[at : at + count]
        if not cells:
            continue
        low, high = cells[0][0], cells[-1][1]
        if at + count < len(line.cells):
            high = line.cells[at + count][0]
        elif at:
            low = line.cells[at - 1][1]
        if high > low:
            splices.append(Splice(low, found.text[low:high], ""))
    return EditedTable(in_a_row(splices), (), (0, max(at - 1, 0)))


def in_one_row(found: CsvText, row: int, column: int, text: str | None) -> Splices:
    """A cell put into one row alone, or taken out of it where `text` is None: what an editor did
    to a line."""
    line = found.lines[row]
    mark = found.delimiter
    if text is None:
        start, end = line.cells[column]
        if column + 1 < len(line.cells):
            end = line.cells[column + 1][0]
        elif column:
            start = line.cells[column - 1][1]
        return (Splice(start, found.text[start:end], ""),)
    words = found.written(text, row, column)
    if column < len(line.cells):
        return (Splice(line.cells[column][0], "", f"{words}{mark}"),)
    return (Splice(line.end, "", f"{mark}{words}" if line.cells else words),)
