"""Frames become one in one way: what is noted of an item stays with it wherever it goes."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.display.frame import Frame, bare, together
from infographic.display.items import Group, Path, Placed
from infographic.display.notes import Note, every_note
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.sayings import say


@dataclass(frozen=True)
class Named(Note):
    """Of a path that begins with an "M" at (number, 0)."""

    number: int


def leaf(number: int) -> Frame:
    """An item with a note of it and a fault, all of one number."""
    path = Path((("M", (number, 0)),))
    fault = Diagnostic(say("overset/columns-begun", over=number, rows=1, count=2), BUILT_IN)
    at = Point(3, 4)
    frame = Frame(Size(9, 9), (Placed(at, path, BUILT_IN),), (fault,))
    return frame.noted(Named(number), BUILT_IN, at)


frames = st.recursive(
    st.integers(0, 99).map(leaf),
    lambda inner: st.one_of(
        inner.map(lambda frame: frame.grouped(BUILT_IN, name="group")),
        inner.map(lambda frame: frame.as_block("block", BUILT_IN)),
        inner.map(lambda frame: frame.moved(7, -2)),
        inner.map(lambda frame: frame.adorned(under=bare(leaf(0).items).items, over=leaf(1).items)),
        st.lists(st.tuples(st.builds(Point, st.integers(0, 9), st.integers(0, 9)), inner),
                 max_size=4).map(lambda parts: together(Size(50, 50), parts)),
    ),
    max_leaves=12,
)  # fmt: skip


@settings(deadline=None)
@given(frames)
def test_a_note_leads_to_its_item_and_stands_where_it_stands(frame: Frame) -> None:
    for placed in every_note(frame.notes):
        if not isinstance(placed.note, Named):
            continue
        items, at = frame.items, Point(0, 0)
        for number in placed.path:
            found = items[number]
            at = at.moved(*found.at)
            items = found.item.items if isinstance(found.item, Group) else ()
        assert isinstance(found.item, Path)
        assert found.item.segments[0][1][0] == placed.note.number
        assert placed.at == at


@settings(deadline=None)
@given(frames)
def test_every_note_has_its_fault(frame: Frame) -> None:
    notes = [one.note.number for one in every_note(frame.notes) if isinstance(one.note, Named)]
    assert [fault.saying.values["over"] for fault in frame.faults] == notes


@settings(deadline=None)
@given(frames)
def test_a_blocks_note_spans_its_items(frame: Frame) -> None:
    block = frame.as_block("whole", BUILT_IN)
    (placed,) = block.adorned(under=leaf(5).items).notes
    assert (placed.path, placed.span) == ((1,), len(frame.items))
    assert together(frame.size, [(Point(2, 3), block)]).notes[0].at == (2, 3)
