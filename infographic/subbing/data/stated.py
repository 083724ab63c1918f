"""A story's charts and tables as 核数 reads them: cells that state a quantity of a named thing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from infographic.foundation.datum import Node, Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.record import record
from infographic.foundation.table import Column, Table
from infographic.subbing.quantities import Quantity, StoryText, quantities

LISTS = ("charts", "tables")
ABOUT = late("[约近余多超逾左右<>＜＞≥≤]|以[上下]")


@record(eq=False)
class StatedTable:
    """One chart or table of the story, and what its own words say of it."""

    pointer: str
    table: Table
    what: str
    """What is measured, in the story's words."""
    unit: str
    period: str
    told: str
    """All its words: title, measure, note, and those of its file."""

    @property
    def heads(self) -> Column | None:
        """The column that names its rows."""
        return next((one for one in self.table.columns if one.kind != "number"), None)

    @property
    def numbers(self) -> list[tuple[int, Column]]:
        """Its columns of numbers, with their places."""
        return [(at, one) for at, one in enumerate(self.table.columns) if one.kind == "number"]

    def unit_of(self, column: Column) -> str:
        return column.unit or self.unit

    def name(self, row: int) -> str:
        return self.heads.texts[row].strip() if self.heads is not None else ""

    def at(self, row: int, column: int) -> Origin:
        return self.table.places.of(row, column)

    def rows(self) -> list[int]:
        """Those that are neither totals nor parts of others."""
        left_out = self.table.totals | self.table.parts
        return [row for row in range(self.table.count) if row not in left_out]

    def said(self, row: int, at: int) -> str:
        """A value as it stands, with its unit: “367.2万吨”."""
        column = self.table.columns[at]
        unit = self.unit_of(column)
        text = column.texts[row]
        return text if unit and text.endswith(unit) else f"{text}{unit}"

    def quantity(self, row: int, at: int) -> Quantity | None:
        """A cell as a quantity of a text; None where it is none."""
        words = self.said(row, at).replace("−", "-").replace(",", "")
        passage = StoryText(self.pointer, words, self.at(row, at))
        found = quantities(passage)
        return found[0] if len(found) == 1 and found[0].end == len(words) else None


def stated_tables(story: Node) -> Iterator[StatedTable]:
    """The charts and tables of a story that have data."""
    fields = story.value if isinstance(story.value, dict) else {}
    for name in LISTS:
        listed = fields[name].value if name in fields else ()
        for item in listed if isinstance(listed, tuple) else ():
            parts = item.value if isinstance(item.value, dict) else {}
            data = parts.get("data")
            if data is not None and isinstance(data.value, Table):
                yield _stated(item, parts, data.value)


def _stated(item: Node, parts: dict[str, Node], table: Table) -> StatedTable:
    measure = parts.get("measure")
    named = measure.value if measure is not None and isinstance(measure.value, dict) else {}
    what = _text(named.get("what")) if named else _text(measure)
    title, note = _text(parts.get("title")), _text(parts.get("note"))
    period = _text(named.get("period"))
    columns = [column.name for column in table.columns]
    told = " ".join((title, what, period, note, table.title, *table.notes, *columns))
    return StatedTable(item.origin.pointer, table, what, _text(named.get("unit")), period, told)


def _text(node: Node | None) -> str:
    return node.value if node is not None and isinstance(node.value, str) else ""


def is_rough(stated: StatedTable, at: int, rows: list[int]) -> bool:
    """Whether a cell of these is said with 约, 余 or the like."""
    return any(ABOUT.search(stated.table.columns[at].texts[row]) for row in rows)


def rounding(column: Column) -> Decimal:
    """Half the last place that a column is written to."""
    return Decimal(1).scaleb(-column.decimals) / 2


def written(value: Decimal, places: int) -> str:
    """
    >>> written(Decimal("103.20"), 2), written(Decimal("4.66667"), 1)
    ('103.2', '4.7')
    """
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
