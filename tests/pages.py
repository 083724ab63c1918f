"""The shipped layouts and stories, and every pair of them composed once in a test run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from infographic.composed import ComposedPage
from infographic.display.items import GlyphRun, Group, Placed, TextLine, walk
from infographic.display.page import Page
from infographic.foundation.datum import BUILT_IN, Node
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.font import Box
from infographic.foundation.geometry import Point
from infographic.loading.binding.bind import bind
from infographic.loading.binding.needs import missing_needs
from infographic.loading.sheet.layouts import all_layouts, read_layout
from infographic.options import read_story
from infographic.pipeline import compose, settled_layout
from infographic.text.markup import read_markup
from infographic.text.style import Part

ROOT = Path(__file__).resolve().parents[1]
STORIES = {
    path.parent.name if path.name == "story.json" else "data": path
    for path in (ROOT / "data.json", *sorted(ROOT.glob("examples/*/story.json")))
}
SETS = tuple(name for name in all_layouts() if settled_layout(read_layout(name)).depends_on_story)
"""Those that make more or fewer pages of a story (test_sets_of_cards.py)."""
LAYOUTS = tuple(name for name in all_layouts() if name not in SETS)
PAIRS = [(layout, story) for layout in LAYOUTS for story in STORIES]
SAMPLE = 4
"""The suite takes every so many stories in a layout; the others have the mark `full`."""


def swept(pairs: Iterable[tuple[str, str]]) -> list[Any]:
    """Pairs of layout and story as parameters: those of data.json and every fourth of the others,
    each layout from another story on; the rest with the mark `full`."""
    order = {pair: sum(map(PAIRS_AT.__getitem__, pair)) for pair in pairs}
    return [
        pytest.param(
            *pair,
            id=":".join(pair),
            marks=() if pair[1] == "data" or number % SAMPLE == 0 else pytest.mark.full,
        )
        for pair, number in order.items()
    ]


PAIRS_AT = {name: n for names in (LAYOUTS, STORIES) for n, name in enumerate(names)}
NUMBER = re.compile(r"[0-9.,:/+−~–-]+")


def without_repeats() -> dict[str, Any]:
    """data.json without its sentences that a page may repeat: every word stands once."""
    text = STORIES["data"].read_text(encoding="utf-8")
    story: dict[str, Any] = json.loads(text.replace("{!", "").replace("!}", ""))
    return story


@cache
def told(story: str) -> Node:
    return read_story(STORIES[story])


@cache
def meets_needs(layout: str, story: str) -> bool:
    """Whether the story has what the layout states that it needs."""
    needs = settled_layout(read_layout(layout)).needs
    return needs is None or not missing_needs(needs, told(story))


# Tests of a page run one after the other (conftest); more pages would only be heap, which the
# collector looks through for every test after.
@lru_cache(16)
def page_or_faults(layout: str, story: str) -> ComposedPage | tuple[Diagnostic, ...]:
    try:
        return compose(told(story), layout)
    except SpecError as error:
        return error.diagnostics


@cache
def used(layout: str, story: str) -> frozenset[str]:
    """Pointers of everything the layout takes from the story."""
    pages = settled_layout(read_layout(layout)).pages
    return frozenset().union(*(bind(page.body, told(story)).used for page in pages))


@cache
def in_grids(layout: str, story: str) -> frozenset[str]:
    """Pointers of the stats that the page sets in a grid of numbers, and of those that found no
    room in it. A grid tells a stat in its own form: the number large, the news first."""
    page = page_or_faults(layout, story)
    assert isinstance(page, ComposedPage)
    blocks = [one for top in page.page.blocks for one in top.walk()]
    grids = [one for one in blocks if one.kind == "numbers"]
    told_in = {one.origin.pointer for grid in grids for one in grid.walk() if one.kind == "stat"}
    if any(one.code == "numbers-left-out" for one in page.diagnostics):
        standing = {one.origin.pointer for one in blocks}
        stats = (one for one in used(layout, story) if re.fullmatch(r"/panels/\d+/stats/\d+", one))
        told_in |= {one for one in stats if one not in standing}
    return frozenset(told_in)


class Ink(NamedTuple):
    """The ink of a run on the page, and the line and datum it belongs to."""

    left: float
    top: float
    right: float
    bottom: float
    line: int
    pointer: str
    run: GlyphRun

    @property
    def words(self) -> str:
        return "".join(self.run.texts)

    def overlaps(self, other: tuple[float, float, float, float], by: float = 0.05) -> bool:
        left, top, right, bottom = other
        across = min(self.right, right) - max(self.left, left)
        down = min(self.bottom, bottom) - max(self.top, top)
        return across > by and down > by


@cache
def inks(layout: str, story: str) -> tuple[Ink, ...]:
    """Every run's ink box, from its glyphs' own boxes."""
    page = page_or_faults(layout, story)
    assert isinstance(page, ComposedPage)
    return tuple(inks_of(page.page))


def inks_of(page: Page) -> Iterator[Ink]:
    for number, placed in enumerate(page.walk()):
        if not isinstance(placed.item, TextLine):
            continue
        for x, run in placed.item.runs:
            rises = run.ys or (0.0,) * len(run.glyphs)
            boxes = [
                _inked(run.face.box_of(glyph), at, rise, placed.item.vertical, run.rotated)
                for glyph, at, rise in zip(run.glyphs, run.xs, rises, strict=True)
                if run.face.box_of(glyph).right > run.face.box_of(glyph).left
            ]
            if boxes:
                left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
                right, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
                # What is across in a line is down in a column.
                start = placed.at.moved(0, x) if placed.item.vertical else placed.at.moved(x, 0)
                yield Ink(
                    start.x + left * run.size,
                    start.y + top * run.size,
                    start.x + right * run.size,
                    start.y + bottom * run.size,
                    number,
                    placed.origin.pointer,
                    run,
                )


def _inked(
    box: Box, at: float, rise: float, vertical: bool, rotated: bool
) -> tuple[float, float, float, float]:
    """A glyph's ink from its run's start, in em: left, top, right, bottom."""
    if not vertical:
        return at + box.left, -rise - box.top, at + box.right, -rise - box.bottom
    if rotated:
        return rise + box.bottom, at + box.left, rise + box.top, at + box.right
    return rise + box.left, at - box.top, rise + box.right, at - box.bottom


@cache
def numeral_faces(layout: str) -> frozenset[str]:
    """The faces that set emphasised numbers."""
    styles = settled_layout(read_layout(layout)).sheet.styles
    return frozenset(
        styles[name].of(Part.DIGITS).fonts.figures[0].name
        for name in ("statement", "value", "news")
        if name in styles
    )


def numbers(layout: str, story: str) -> list[Ink]:
    """The emphasised numbers of the panels."""
    return [
        ink
        for ink in inks(layout, story)
        if ink.pointer.startswith("/panels")
        and NUMBER.fullmatch(ink.words.strip())
        and ink.run.face.name in numeral_faces(layout)
    ]


DRAWN = ("/charts", "/tables", "/events", "/places")
"""Lists of the story that are drawn: what of them are words is their device's to say."""
NOT_WORDS = {
    "image", "alt", "aspect", "as", "unit", "qualifier", "value", "language", "number",
    "better", "icon", "when", "priority",
}  # fmt: skip


def read_once(page: Page) -> Iterator[Placed]:
    """All that stands on a page, but what a pull-quote repeats."""
    repeated = {
        line.item for quote in page.walk()
        if isinstance(quote.item, Group) and quote.item.name == "pull_quote"
        for line in walk(quote.item.items, Point(0, 0)) if isinstance(line.item, TextLine)
    }  # fmt: skip
    return (
        placed for placed in page.walk()
        if not isinstance(placed.item, TextLine) or placed.item not in repeated
    )  # fmt: skip


def squeezed(text: str) -> str:
    """Without spaces: where a line ends, one may be left out."""
    return "".join(text.split())


def copies(node: Node, pointer: str, key: str = "") -> dict[str, str]:
    """Every text of a part of the story that is to be read on the page, by its pointer."""
    if isinstance(node.value, dict):
        parts: Any = node.value.items()
    elif isinstance(node.value, tuple):
        parts = enumerate(node.value)
    elif isinstance(node.value, str) and key not in NOT_WORDS and node.value:
        return {pointer: squeezed(read_markup(node.value, BUILT_IN)[0].text)}
    else:
        return {}
    found: dict[str, str] = {}
    for step, part in parts:
        found |= copies(part, f"{pointer}/{step}", str(step))
    return found


def on_covers(page: ComposedPage) -> set[str]:
    """The pointers of the figures that covers show."""
    return {
        placed.origin.pointer
        for top in page.page.blocks
        for block in top.walk()
        if block.kind == "cover"
        for placed in block.own()
        if isinstance(placed.item, Group) and placed.item.name == "picture"
    }
