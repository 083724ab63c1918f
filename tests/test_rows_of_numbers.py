"""Rows of numbers on the shipped pages, measured from outside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from pages import PAIRS, ROOT, page_or_faults, told

from infographic import compose
from infographic.display.items import Group, Placed, TextLine, walk
from infographic.display.page import Page
from infographic.pipeline import ComposedPage

NOT_AT_START = "，、。．；：！？）》〉」』】〕”’…"
PAGES = [(layout, story) for layout, story in PAIRS] + [("two-pages", "data")]


def pages_of(layout: str, story: str) -> list[Page]:
    if layout == "two-pages":
        made = compose(told(story), str(ROOT / "examples/two-pages/layout.json"))
        return [one.page for one in made.pages]
    page = page_or_faults(layout, story)
    if not isinstance(page, ComposedPage):
        pytest.skip("the story does not fit")
    return [page.page]


def rows_of(page: Page) -> Iterator[list[Placed]]:
    """The cells of every set of numbers, row by row."""
    for placed in page.walk():
        if isinstance(placed.item, Group) and placed.item.name == "stats":
            rows = defaultdict(list)
            for cell in walk(placed.item.items, placed.at):
                if isinstance(cell.item, Group) and cell.item.name == "stat" and cell.item.role:
                    rows[round(cell.at.y, 1)].append(cell)
            yield from ([c for c in row if c.item.role == "LI"] for row in rows.values())


def first_number(cell: Placed) -> float | None:
    """The baseline of its first line with a digit that is about as large as its largest."""
    assert isinstance(cell.item, Group)
    runs = [
        (placed.at.y, run.size, "".join(run.texts))
        for placed in walk(cell.item.items, cell.at)
        if isinstance(placed.item, TextLine)
        for _, run in placed.item.runs
    ]
    digits = [(y, size) for y, size, text in runs if any(c.isdigit() for c in text)]
    largest = max((size for _, size in digits), default=0.0)
    return next((y for y, size in digits if size > 0.6 * largest), None)


@pytest.mark.parametrize(("layout", "story"), PAGES)
def test_numbers_of_a_row_stand_on_one_baseline(layout: str, story: str) -> None:
    for page in pages_of(layout, story):
        for row in rows_of(page):
            found = [y for cell in row if (y := first_number(cell)) is not None]
            assert max(found, default=0) - min(found, default=0) < 0.5, found


@pytest.mark.parametrize(("layout", "story"), PAGES)
def test_no_line_begins_with_a_mark_that_follows_words(layout: str, story: str) -> None:
    for page in pages_of(layout, story):
        for placed in page.walk():
            if isinstance(placed.item, TextLine):
                assert placed.item.text[:1] not in (*NOT_AT_START,), placed.item.text


@pytest.mark.parametrize("layout", ["modern/panel", "modern/tabloid", "modern/broadsheet"])
def test_large_numbers_begin_where_the_words_about_them_do(layout: str) -> None:
    found: list[tuple[float, float]] = []
    for page in pages_of(layout, "twelve-stats"):
        for row in rows_of(page):
            for cell in row:
                assert isinstance(cell.item, Group)
                for placed in walk(cell.item.items, cell.at):
                    if not isinstance(placed.item, TextLine) or placed.at.x - cell.at.x > 4:
                        continue
                    x, run = placed.item.runs[0]
                    bearing = run.xs[0] + run.face.box_of(run.glyphs[0]).left
                    at = placed.at.x + x + bearing * run.size - cell.at.x
                    found.append((at, run.size))
    assert len(found) > 6
    # Words begin with their own side bearings.
    assert all(-0.01 < at < (0.13 * size if size < 18 else 1) for at, size in found), found
