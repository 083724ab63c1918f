"""A table that stands in a story, edited cell by cell as one in a file is.

The first row is the header, whatever the form: columns and rows, a list of objects, an object of
lists, a list of rows. Edits are those of `csv_edits`, with the pointer of the data; they come to
edits of the story's JSON, and each row stays on its line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from infographic.foundation.datum import ASIDE
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.loading.reading.pointer import escaped
from infographic.studio.documents.asked import asked_text, asked_whole, refused
from infographic.studio.documents.tables.csv_edits import (
    Cells,
    Edit,
    asked_rows,
    block_of,
    must_be_small,
    wanted_cells,
)
from infographic.studio.documents.written import Written

_NUMBER = late(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
"""What JSON writes as a number, and is one for sure: 007 is a code."""
OPS = ("cells", "paste", "insert_rows", "delete_rows", "insert_columns", "delete_columns")


def inline_cells(found: Written, pointer: str) -> list[list[str]]:
    """The rows of a table at a pointer, as texts; the first is the header.

    Raises `SpecError` where there is none.
    """
    return _Table(found, pointer).texts()


def inline_edits(found: Written, edit: Edit) -> list[dict[str, Any]]:
    """The edits of a story's JSON that an edit of its table comes to, in order.

    `edit` is one of `csv_edits` with a “pointer”. Raises `SpecError` where it cannot be made, or
    was overtaken.
    """
    table = _Table(found, asked_text(edit, "pointer"))
    kind = asked_text(edit, "op")
    makers: dict[str, Callable[[Edit], list[dict[str, Any]]]] = {
        "cells": table.cells, "paste": table.paste, "insert_rows": table.insert_rows,
        "delete_rows": table.delete_rows, "insert_columns": table.insert_columns,
        "delete_columns": table.delete_columns,
    }  # fmt: skip
    if kind not in makers:
        refused(say("edit-form/kind", kind=kind))
    return makers[kind](edit)


class _Table:
    """A table of JSON. `rows` are those below the header."""

    def __init__(self, found: Written, pointer: str) -> None:
        self.found, self.at = found, pointer
        node = found.node(pointer)
        value: Any = node.plain()
        self.known: dict[int, bool] = {}
        """Of columns, whether their values are numbers."""
        self.header_at = ""
        self.columns: list[str] = []
        self.form = ""
        if isinstance(value, dict):
            fields = {key: one for key, one in value.items() if not key.startswith(ASIDE)}
            if isinstance(fields.get("rows"), list) and isinstance(fields.get("columns"), list):
                self.form, self.rows = "rows", fields["rows"]
                self.at, self.header_at = f"{pointer}/rows", f"{pointer}/columns"
                self.columns = [str(name) for name in fields["columns"]]
                if self.rows and all(isinstance(row, dict) for row in self.rows):
                    self.form = ""
            elif fields and all(isinstance(one, list) for one in fields.values()):
                self.form, self.columns = "lists", list(fields)
                count = max(map(len, fields.values()))
                self.rows = [[one[row] if row < len(one) else None for one in fields.values()]
                             for row in range(count)]  # fmt: skip
        elif isinstance(value, list) and value and all(isinstance(row, dict) for row in value):
            self.form = "objects"
            self.columns = list(dict.fromkeys(
                key for row in value for key in row if not key.startswith(ASIDE)))  # fmt: skip
            self.rows = value
        elif isinstance(value, list) and value and all(isinstance(row, list) for row in value):
            self.form, self.rows = "bare", value[1:]
            self.columns = [str(name) for name in value[0]]
            self.header_at = f"{pointer}/0"
        if not self.form:
            refused(say("table-form", pointer=pointer, kind=node.kind), node.origin)

    # As it is

    def texts(self) -> list[list[str]]:
        width = len(self.columns)
        return [self.columns, *(
            [self.text(row, one) for one in range(max(width, self.length(row)))]
            for row in range(len(self.rows))
        )]  # fmt: skip

    def length(self, row: int) -> int:
        return len(self.columns) if self.form == "objects" else len(self.rows[row])

    def pointer(self, row: int, column: int) -> str:
        """Where a cell below the header stands, or would."""
        match self.form:
            case "objects":
                return f"{self.at}/{row}/{escaped(self.columns[column])}"
            case "lists":
                return f"{self.at}/{escaped(self.columns[column])}/{row}"
            case "bare":
                return f"{self.at}/{row + 1}/{column}"
            case _:
                return f"{self.at}/{row}/{column}"

    def is_there(self, row: int, column: int) -> bool:
        held = self.rows[row]
        if isinstance(held, dict):
            return column < len(self.columns) and self.columns[column] in held
        return column < len(held)

    def text(self, row: int, column: int) -> str:
        """A cell below the header as it is written, a text without its quotes."""
        if not self.is_there(row, column):
            return ""
        pointer = self.pointer(row, column)
        value = self.found.node(pointer).plain()
        if isinstance(value, str):
            return value
        return "" if value is None else self.found.at(pointer)

    def now(self, row: int, column: int) -> str:
        """The same, the header counted."""
        if row == 0:
            return self.columns[column] if column < len(self.columns) else ""
        return self.text(row - 1, column)

    # Cells

    def cells(self, edit: Edit) -> list[dict[str, Any]]:
        return self.put(wanted_cells(edit, self.now, len(self.rows) + 1))

    def paste(self, edit: Edit) -> list[dict[str, Any]]:
        return self.put(block_of(edit))

    def put(self, wanted: Cells) -> list[dict[str, Any]]:
        must_be_small(wanted)
        wanted = {place: text for place, text in wanted.items() if text != self.now_or_none(place)}
        width = max([len(self.columns), *(column + 1 for _, column in wanted)])
        edits: list[dict[str, Any]] = []
        for column in range(len(self.columns), width):
            name = wanted.pop((0, column), "") or self.free_name()
            edits += self.new_column(column, name)
        edits += self.named({column: text for (row, column), text in wanted.items() if row == 0})
        below: dict[int, dict[int, str]] = {}
        for (row, column), text in sorted(wanted.items()):
            if 0 < row <= len(self.rows):
                edits += self.given(row - 1, column, text)
            elif row:
                below.setdefault(row - 1, {})[column] = text
        rows = [
            [below.get(row, {}).get(one, "") for one in range(width)]
            for row in range(len(self.rows), max(below, default=-1) + 1)
        ]
        return edits + self.new_rows(len(self.rows), rows)

    def now_or_none(self, place: tuple[int, int]) -> str | None:
        row, column = place
        is_inside = row <= len(self.rows) and column < len(self.columns)
        return self.now(row, column) if is_inside else None

    def named(self, names: dict[int, str]) -> list[dict[str, Any]]:
        """Other names for columns."""
        if names and not self.header_at:
            refused(say("table-form/keys"), self.found.node(self.at).origin)
        return [
            {"op": "set", "pointer": f"{self.header_at}/{column}", "value": text}
            for column, text in names.items()
        ]

    def given(self, row: int, column: int, text: str) -> list[dict[str, Any]]:
        """Another value for a cell below the header."""
        pointer = self.pointer(row, column)
        if self.is_there(row, column):
            # The column's other cells say whether it is a number.
            return [{"op": "set", "pointer": pointer, **self.value(text, column)}]
        if self.form == "objects":
            return [{"op": "create", "pointer": pointer, **self.value(text, column)}]
        # A row that is too short grows.
        holder = pointer.rpartition("/")[0]
        there = self.length(row) if self.form != "lists" else len(self.rows)
        gap = [{"op": "insert", "pointer": holder, "value": None} for _ in range(there, column)]
        return [*gap, {"op": "insert", "pointer": holder, **self.value(text, column)}]

    def value(self, text: str, column: int) -> dict[str, Any]:
        """What an edit says of a cell: a number where it is one and the column has some."""
        if text == "":
            return {"value": None}
        if _NUMBER.fullmatch(text) and self.has_numbers(column):
            return {"number": text}
        return {"value": text}

    def has_numbers(self, column: int) -> bool:
        """Whether a column's values are numbers; so of one without any."""
        if column in self.known:
            return self.known[column]
        found = [
            value
            for value in (self.plain(one, column) for one in range(len(self.rows)))
            if value is not None
        ]
        self.known[column] = not any(isinstance(value, str | bool) for value in found)
        return self.known[column]

    def plain(self, row: int, column: int) -> Any:
        held = self.rows[row]
        if isinstance(held, dict):
            return held.get(self.columns[column]) if column < len(self.columns) else None
        return held[column] if column < len(held) else None

    # Rows

    def insert_rows(self, edit: Edit) -> list[dict[str, Any]]:
        at = asked_whole(edit, "at", len(self.rows) + 1)
        if not 0 < at <= len(self.rows) + 1:
            refused(say("edit-place/index", index=at, count=len(self.rows) + 1))
        given = asked_rows(edit) if "rows" in edit else None
        count = asked_whole(edit, "count", 1) if given is None else len(given)
        must_be_small({(len(self.rows) + count, 0): ""})
        rows = [[]] * count if given is None else given
        width = len(self.columns)
        return self.new_rows(at - 1, [[*row, *[""] * (width - len(row))] for row in rows])

    def new_rows(self, at: int, rows: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
        """Rows before number `at` of those below the header."""
        if not rows:
            return []
        values = [[self.exact(text, column) for column, text in enumerate(row)] for row in rows]
        if self.form == "lists":
            return [
                {"op": "insert", "pointer": f"{self.at}/{escaped(name)}", "index": at,
                 "values": [row[column] for row in values]}
                for column, name in enumerate(self.columns)
            ]  # fmt: skip
        index = at + (self.form == "bare")
        listed: list[Any] = values
        if self.form == "objects":
            listed = [
                {name: one for name, one in zip(self.columns, row, strict=False) if one is not None}
                for row in values
            ]
        return [{"op": "insert", "pointer": self.at, "index": index, "values": listed}]

    def exact(self, text: str, column: int) -> Any:
        """A cell's value, a number with all its digits."""
        given = self.value(text, column)
        return Decimal(given["number"]) if "number" in given else given["value"]

    def delete_rows(self, edit: Edit) -> list[dict[str, Any]]:
        at, count = asked_whole(edit, "at"), asked_whole(edit, "count", 1)
        if not 0 < at <= at + count - 1 <= len(self.rows):
            refused(say("edit-place/index", index=at, count=len(self.rows) + 1))
        if "was" in edit and asked_rows({"rows": edit["was"]}) != self.texts()[at : at + count]:
            refused(say("edit-overtaken/rows", row=at + 1))
        found: list[dict[str, Any]] = []
        for row in reversed(range(at - 1, at - 1 + count)):
            if self.form == "lists":
                found += [{"op": "delete", "pointer": self.pointer(row, column)}
                          for column in range(len(self.columns))]  # fmt: skip
            else:
                index = row + (self.form == "bare")
                found.append({"op": "delete", "pointer": f"{self.at}/{index}"})
        return found

    # Columns

    def insert_columns(self, edit: Edit) -> list[dict[str, Any]]:
        at = asked_whole(edit, "at", len(self.columns))
        if at > len(self.columns):
            refused(say("edit-place/index", index=at, count=len(self.columns)))
        count = asked_whole(edit, "count", 1)
        must_be_small({(0, len(self.columns) + count - 1): ""})
        found: list[dict[str, Any]] = []
        for number in range(count):
            found += self.new_column(at + number, self.free_name())
        return found

    def free_name(self) -> str:
        """A name for a new column that no other has."""
        number = len(self.columns) + 1
        while f"#{number}" in self.columns:
            number += 1
        return f"#{number}"

    def new_column(self, column: int, name: str) -> list[dict[str, Any]]:
        """A column before number `column`, its cells empty; of objects and lists it is the last."""
        is_last = column == len(self.columns)
        self.columns.insert(column, name)
        if self.form == "lists":
            for held in self.rows:
                held.append(None)
            return [{"op": "create", "pointer": f"{self.at}/{escaped(name)}",
                     "value": [None] * len(self.rows)}]  # fmt: skip
        if self.form == "objects":
            # It is there with its first cell.
            self.rows[0][name] = None
            return [{"op": "create", "pointer": f"{self.at}/0/{escaped(name)}", "value": None}]
        found = [{"op": "insert", "pointer": self.header_at, "index": column, "value": name}]
        for row, held in enumerate(self.rows):
            if len(held) >= column and not (is_last and len(held) > column):
                held.insert(column, None)
                pointer = self.pointer(row, 0).rpartition("/")[0]
                found.append({"op": "insert", "pointer": pointer, "index": column, "value": None})
        return found

    def delete_columns(self, edit: Edit) -> list[dict[str, Any]]:
        at, count = asked_whole(edit, "at"), asked_whole(edit, "count", 1)
        if at + count > len(self.columns):
            refused(say("edit-place/index", index=at + count - 1, count=len(self.columns)))
        if count == len(self.columns):
            refused(say("edit-place/columns"))
        found: list[dict[str, Any]] = []
        for column in reversed(range(at, at + count)):
            if self.form == "lists":
                pointer = f"{self.at}/{escaped(self.columns[column])}"
                found.append({"op": "delete", "pointer": pointer})
                continue
            if self.header_at:
                found.append({"op": "delete", "pointer": f"{self.header_at}/{column}"})
            found += [
                {"op": "delete", "pointer": self.pointer(row, column)}
                for row in range(len(self.rows))
                if self.is_there(row, column)
            ]
        return found
