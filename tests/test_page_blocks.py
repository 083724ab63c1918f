"""`Page.blocks`: every block on a page, whatever its kind and whatever it stands in."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from pages import LAYOUTS, page_or_faults
from small_pages import composed

from infographic.backends.overlay.draw import outlines_of
from infographic.blocks import CATALOGUE
from infographic.composed import ComposedPage
from infographic.display.blocks import PlacedBlock
from infographic.display.collisions import collisions
from infographic.display.extents import extent
from infographic.display.frame import Frame
from infographic.display.items import Group, Placed, TextLine
from infographic.display.ledger import ledger
from infographic.display.notes import RunningWords, TextFrame
from infographic.display.page import Page
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.geometry import Rect
from infographic.layout.block import Block, Region, kind_of
from infographic.layout.framed import WordFrame
from infographic.layout.setting import set_copy
from infographic.layout.stacking import in_height
from infographic.text.copy import Copy
from infographic.text.style import TextStyle

HAN = "一二三四五六七八九十"
PROBE = {"type": "headline", "text": "大事", "style": "s"}


def at(x: float, y: float, width: float, height: float, block: Any) -> dict[str, Any]:
    size = {"x": x, "y": y, "width": width, "height": height}
    return {**{side: f"{length}pt" for side, length in size.items()}, "block": block}


HOLDERS: dict[str, dict[str, Any]] = {
    "stack": {"children": [{"type": "spacer", "height": "30pt"}, PROBE], "rows": ["auto", "40pt"]},
    "grid": {"areas": [". a"], "children": {"a": PROBE}, "rows": ["40pt"]},
    "frames": {"children": [at(20, 30, 60, 40, PROBE)]},
    "panel": {"content": PROBE, "title": "题", "title_style": "s", "padding": "5pt",
              "background": "grey"},
    "alternatives": {"of": [PROBE]},
    "cover": {"band": "grey", "content": {
        "type": "grid", "areas": ["a"], "children": {"a": PROBE}, "rows": ["40pt"]}},
    "graphic": {"stats": [], "otherwise": PROBE},
    "graphics": {"charts": [{"$data": "/charts/0"}], "otherwise": PROBE},
    "section": {"content": PROBE, "color": "grey", "tab": "题", "tab_style": "s"},
    "fact_box": {"content": PROBE, "color": "grey", "title": "题", "title_style": "s"},
    "article": {"body": [HAN * 5], "style": "body", "insets": [{"block": PROBE, "at": "bottom"}]},
    "illustrated": {"text": {"type": "article", "body": [HAN], "style": "body"}, "blocks": [
        {"type": "grid", "areas": ["a"], "children": {"a": PROBE}, "rows": ["40pt"]}]},
    "thread": {"thread": "main", "insets": [{"block": PROBE, "at": "bottom"}]},
}  # fmt: skip
"""A block of each kind that holds blocks, with the probe somewhere in it."""
DATA = {"columns": ["县", "产量"], "rows": [[f"县{n}", n] for n in range(40)]}
STORY = {"charts": [{"data": DATA}]}


def page_of(kind: str) -> ComposedPage:
    holder = {"type": kind, **HOLDERS[kind]}
    if kind == "graphics":
        # Lower than the figures of its chart.
        holder = {"type": "frames", "children": [at(10, 40, 90, 40, holder)]}
    if kind == "thread":
        head = {"type": "article", "body": [HAN * 6], "style": "body", "thread": "main"}
        holder = {
            "type": "frames",
            "children": [at(0, 0, 100, 24, head), at(10, 40, 90, 90, holder)],
        }
    return composed({"type": "panel", "content": holder, "padding": "7pt"}, 114, 200, story=STORY)


def every(page: Page) -> list[PlacedBlock]:
    return [block for top in page.blocks for block in top.walk()]


def holds_blocks(hint: Any, seen: frozenset[type] = frozenset()) -> bool:
    """Whether a value of an annotation may be a block or has one in it."""
    if hint is Block:
        return True
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint not in seen:
        hints = typing.get_type_hints(hint)
        own = (hints[field.name] for field in dataclasses.fields(hint))
        return any(holds_blocks(one, seen | {hint}) for one in own)
    return any(holds_blocks(one, seen) for one in typing.get_args(hint))


def test_every_kind_that_holds_blocks_is_tried_here() -> None:
    assert {kind for kind in CATALOGUE if holds_blocks(CATALOGUE[kind])} == set(HOLDERS)


def test_a_kinds_name_is_its_classs() -> None:
    assert {name: kind_of(CATALOGUE[name]) for name in CATALOGUE} == {n: n for n in CATALOGUE}


@pytest.mark.parametrize("kind", HOLDERS)
def test_notes_bubble_up_through_every_kind_that_holds_blocks(kind: str) -> None:
    page = page_of(kind).page
    *_, holder = [block for block in every(page) if block.kind == kind]
    (probe,) = [block for block in holder.walk() if block.kind == "headline"]
    (line,) = [placed for placed in probe.own() if isinstance(placed.item, TextLine)]
    assert line.item.text == "大事"
    assert line in list(page.walk())
    (framed,) = [one for one in probe.notes if isinstance(one.note, TextFrame)]
    assert framed.at == probe.box.corner
    assert framed.note.size == probe.box.size
    assert is_inside(line, probe.box)
    assert is_inside(line, holder.box)
    # What stands in a block is no longer its holder's.
    assert line not in list(holder.own())
    assert "headline" in [entry.name for entry in ledger(page)]


def is_inside(line: Placed, box: Rect) -> bool:
    own = extent(line)
    assert own is not None
    return (
        box.x - 0.01 <= own.x and own.right <= box.right + 0.01
        and box.y <= own.y + own.height / 2 <= box.bottom
    )  # fmt: skip


def test_a_thread_among_the_words_of_another_is_filled() -> None:
    two = {"type": "article", "body": [HAN * 2], "style": "body", "thread": "two"}
    rows = {"areas": ["a", "b"], "rows": ["24pt", "24pt"],
            "children": {"a": two, "b": {"type": "thread", "thread": "two"}}}  # fmt: skip
    one = {"type": "article", "body": [HAN * 2, HAN], "style": "body", "thread": "one"}
    more = {"type": "thread", "thread": "one", "insets": [{"block": {"type": "grid", **rows}}]}
    body = {"type": "frames", "children": [at(0, 0, 50, 24, one), at(60, 0, 50, 120, more)]}
    page = composed(body, 120, 150).page
    (outer,) = [block for block in every(page) if block.kind == "thread" and block.children]
    ((first, second),) = [grid.children for grid in outer.children]
    assert [block.kind for block in (first, second)] == ["article", "thread"]
    assert [(n.note.thread, n.note.order) for n in words_of(outer)] == [("one", 1)] * 2
    assert [(n.note.thread, n.note.order) for n in words_of(first)] == [("two", 0)]
    assert [(n.note.thread, n.note.order) for n in words_of(second)] == [("two", 1)]
    told = [p.item.text for b in (first, second) for p in b.own() if isinstance(p.item, TextLine)]
    assert "".join(told) == HAN * 2
    assert [entry.name for entry in ledger(page)] == ["article", "thread", "article", "thread"]


def words_of(block: PlacedBlock) -> list[Any]:
    return [one for one in block.notes if isinstance(one.note, RunningWords)]


def test_running_words_say_which_story_stands_behind_their_lines() -> None:
    first = {"type": "article", "body": [HAN, HAN * 3], "style": "body", "thread": "main"}
    more = {"type": "thread", "thread": "main"}
    body = {"type": "frames", "children": [at(0, 0, 50, 48, first), at(60, 0, 50, 60, more)]}
    page = composed(body, 120, 100).page
    found = [one for block in every(page) for one in words_of(block)]
    said = [(one.note.thread, one.note.order, one.note.paragraph, one.note.style) for one in found]
    assert said == [("main", 0, 0, "body"), ("main", 0, 1, "body"), ("main", 1, 1, "body")]
    assert [one.origin.pointer for one in found] == [f"/body/children/0/block/body/{n}"
                                                    for n in (0, 1, 1)]  # fmt: skip
    # By its path a note leads to the lines of its paragraph, on either side of the break.
    told = ["".join(line.text for line in lines_at(block, one.path))
            for block in every(page) for one in words_of(block)]  # fmt: skip
    assert "".join(told) == HAN * 4
    assert told[0] == HAN


def lines_at(block: PlacedBlock, path: tuple[int, ...]) -> Iterator[TextLine]:
    items = block.items
    for number in path:
        group = items[number].item
        assert isinstance(group, Group)
        items = group.items
    for placed in items:
        assert isinstance(placed.item, TextLine)
        yield placed.item


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_stand_in_the_boxes_of_all_blocks_round_them(layout: str) -> None:
    made = page_or_faults(layout, "data")
    if not isinstance(made, ComposedPage):
        pytest.skip("the story does not fit")
    for one in made.pages:
        blocks = every(one.page)
        lines = [p for p in one.page.walk() if isinstance(p.item, TextLine)]
        known = [p for block in blocks for p in block.own() if isinstance(p.item, TextLine)]
        assert len(known) == len(lines)
        for block in blocks:
            for inner in block.walk():
                for placed in inner.own():
                    if isinstance(placed.item, TextLine) and placed.item.runs:
                        assert is_in_height(placed, block.box), (block.kind, inner.kind)


def is_in_height(line: Placed, box: Rect) -> bool:
    own = extent(line)
    assert own is not None
    middle = own.y + own.height / 2
    return box.y - 0.01 <= middle <= box.bottom + 0.01 and own.right > box.x


def test_the_tiles_of_a_page_have_their_blocks_where_they_stand() -> None:
    page = composed({"type": "stack", "children": [PROBE] * 10}, 100)
    for tile in page.tiles(60):
        for block in every(tile.page):
            for placed in block.own():
                assert placed in list(tile.page.walk())


# A new kind of block


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A kind that no reader of the page has heard of."""

    quote: Copy
    style: TextStyle
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        room = WordFrame.of(self.style, region)
        done = room.fitted((self.quote,), self.style, region.givens)
        frame = set_copy(done.copies[0], done.style, region.width, name="pull_quote")
        return in_height(room.finished(frame, done, self.style), region.height)


@pytest.fixture
def quoted(monkeypatch: pytest.MonkeyPatch) -> ComposedPage:
    """A page with a quotation, and a headline set upon it."""
    monkeypatch.setitem(CATALOGUE, "pull_quote", PullQuote)
    quote = {"type": "pull_quote", "quote": HAN, "style": "s"}
    children = [at(0, 20, 60, 48, quote), at(30, 20, 60, 48, PROBE)]
    return composed({"type": "frames", "children": children}, 100, 100)


def test_a_new_kind_is_among_the_pages_blocks(quoted: ComposedPage) -> None:
    kinds = {block.kind: block for block in every(quoted.page)}
    assert kinds["pull_quote"].box == Rect(0, 20, 60, 48)
    assert kinds["pull_quote"].origin.pointer == "/body/children/0/block"


def test_a_new_kind_is_in_the_overlay(quoted: ComposedPage) -> None:
    (outline,) = [one for one in outlines_of(quoted.page) if one.name == "pull_quote"]
    assert outline.label == "pull_quote /body/children/0/block/quote"
    assert outline.box == Rect(0, 20, 60, 48)


def test_a_new_kind_is_in_the_alt_text(quoted: ComposedPage) -> None:
    assert quoted.alt_text().splitlines() == [HAN, "大事"]


def test_a_new_kind_is_in_the_ledger(quoted: ComposedPage) -> None:
    (entry,) = [entry for entry in ledger(quoted.page) if entry.name == "pull_quote"]
    assert (entry.tally.characters, entry.tally.said) == (10, "欠2行")


def test_a_new_kind_is_named_where_lines_collide(quoted: ComposedPage) -> None:
    (found,) = collisions(quoted.page)
    assert set(found.kinds) == {"pull_quote", "headline"}
    (said,) = [one for one in quoted.preflight() if one.code == "text-over-text"]
    assert "(pull_quote)" in str(said)
