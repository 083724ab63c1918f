"""Pages with one graphic in the square font, and the marks on them by the datum they stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from small_pages import composed

from infographic.composed import ComposedPage
from infographic.display.items import Path as Outline
from infographic.display.items import Placed, TextLine, walk
from infographic.display.page import Page
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.table import Table
from infographic.loading.reading.values import node_of
from infographic.loading.tables.data import table_at

Rows = Sequence[Sequence[object]]


def drawn(
    columns: Sequence[str], rows: Rows, *, kind: str = "auto", width: float = 300,
    height: float | None = None, block: Mapping[str, Any] | None = None, **chart: Any,
) -> ComposedPage:  # fmt: skip
    """A page of one graphic, as wide as the page; `chart_kind` is the story's own kind."""
    if "chart_kind" in chart:
        chart["kind"] = chart.pop("chart_kind")
    data = {"columns": list(columns), "rows": [list(row) for row in rows]}
    story = {"headline": "大事", "charts": [{"data": data, **chart}]}
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}, "kind": kind, **(block or {})}
    return composed(body, width, height, story=story)


def table_of(columns: Sequence[str], rows: Rows) -> Table:
    """A table as a story has it inline."""
    data = {"columns": list(columns), "rows": [list(row) for row in rows]}
    return table_at(node_of(data, "test"))


class Mark(NamedTuple):
    """A path on the page, and the pointer of the datum that it stands for."""

    box: Rect
    pointer: str
    path: Outline


def marks_on(page: Page) -> list[Mark]:
    """Every filled or stroked path, with the box of its outline, in the order they are painted."""
    found = []
    for at, item, origin in walk(page.items, Point(0, 0)):
        if isinstance(item, Outline):
            flat = [value for _, numbers in item.segments for value in numbers]
            xs, ys = flat[::2], flat[1::2]
            box = Rect(at.x + min(xs), at.y + min(ys), max(xs) - min(xs), max(ys) - min(ys))
            found.append(Mark(box, origin.pointer, item))
    return found


def words_on(page: Page) -> list[Placed]:
    """Every line of type."""
    return [one for one in walk(page.items, Point(0, 0)) if isinstance(one.item, TextLine)]
