"""Rows of numbers on the shipped pages, measured from outside."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

import pytest
from pages import PAIRS, ROOT, page_or_faults, swept, told

from infographic import compose
from infographic.display.items import Group, Placed, TextLine, walk
from infographic.display.page import Page
from infographic.pipeline import ComposedPage

NOT_AT_START = "，、。．；：！？）》〉」』】〕”’…"
PAGES = [*swept(PAIRS), ("two-pages", "data")]


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
        if isinstance(placed.item, Group) and placed.item.name in ("stats", "numbers"):
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


@pytest.mark.parametrize("layout", ["panel", "tabloid", "broadsheet"])
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


@pytest.mark.parametrize("layout", ["link-preview", "modern/link-preview", "square", "story"])
def test_a_headline_yields_before_the_words_of_numbers_are_too_small_to_read(layout: str) -> None:
    """18 px: the smallest type of the screens' profile (press/profiles/screen.json)."""
    label = "规模以上高新技术制造业企业研发费用加计扣除金额（不含软件业）"
    changes = [{"label": label, "from": "从**100.89**万", "to": "到**170.98**万"}] * 3
    told = json.loads((ROOT / "data.json").read_text(encoding="utf-8"))
    told["headline"] = "第六届职业篮球联赛总决赛浙江稠州险胜北京首钢"
    told["panels"][0]["stats"] = changes
    page = compose(told, layout).page
    words = [
        run.size / 72 * page.ppi
        for placed in page.walk()
        if isinstance(placed.item, TextLine) and placed.origin.pointer.startswith("/panels/0/stats")
        for _, run in placed.item.runs
    ]
    assert min(words) >= 18 - 0.01
