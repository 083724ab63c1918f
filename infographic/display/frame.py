"""Frames: what came of laying out a block, and the one way in which frames become one.

A container never merges frames itself. It hands them to `together` with the places they stand at,
and draws round them by `grouped` and `adorned`: items, faults and notes then always go along.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from infographic.display.items import DataTable, Group, Placed, Role
from infographic.display.notes import BlockNote, Note, PlacedNote
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record

HERE = Point(0, 0)


@record
class Frame:
    """What came of laying out a block: its size, and what stands in it, from its top-left corner.

    Lengths are in points.
    """

    size: Size
    items: tuple[Placed, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    """What did not fit or is doubtful; a frame with an error is never written."""
    baseline: float = 0.0
    """The first baseline from the top, where the frame has one."""
    notes: tuple[PlacedNote, ...] = ()
    """What is remembered of its items, in their order."""

    def moved(self, dx: float, dy: float) -> Frame:
        """The frame with all that stands in it moved; its size and baseline are the caller's."""
        if not dx and not dy:
            return self
        items = tuple(
            [Placed(Point(at.x + dx, at.y + dy), item, origin) for at, item, origin in self.items]
        )
        notes = tuple([note.moved(dx, dy) for note in self.notes])
        return self._with(items, notes)

    # Not by `replace`: every frame of a page comes here, at every step on its way up.
    def _with(self, items: tuple[Placed, ...], notes: tuple[PlacedNote, ...]) -> Frame:
        return Frame(self.size, items, self.faults, self.baseline, notes)

    def grouped(
        self, origin: Origin, role: Role | None = None, name: str = "", *,
        alt: str = "", clip: Size | None = None, data: DataTable | None = None,
    ) -> Frame:  # fmt: skip
        """The frame with all its items in one group."""
        group = Group(self.items, role=role, alt=alt, clip=clip, name=name, data=data)
        notes = tuple([note.in_group() for note in self.notes])
        return self._with((Placed(HERE, group, origin),), notes)

    def adorned(self, *, under: Sequence[Placed] = (), over: Sequence[Placed] = ()) -> Frame:
        """The frame with more items, painted before and after those it has."""
        notes = tuple([note.behind(len(under)) for note in self.notes]) if under else self.notes
        return self._with((*under, *self.items, *over), notes)

    def noted(self, note: Note, origin: Origin, at: Point = HERE) -> Frame:
        """The frame with a note of all its items before those it has."""
        placed = PlacedNote(at, note, origin, span=len(self.items))
        return self._with(self.items, (placed, *self.notes))

    def as_block(self, kind: str, origin: Origin) -> Frame:
        """The frame as a block of a kind: what is noted in it is noted of the block."""
        block = BlockNote(kind, self.size, self.notes)
        placed = PlacedNote(HERE, block, origin, span=len(self.items))
        return self._with(self.items, (placed,))


def bare(items: Iterable[Placed]) -> Frame:
    """Items that no block stands behind, such as rules, as a frame among others."""
    return Frame(Size(0, 0), tuple(items))


def together(
    size: Size,
    parts: Iterable[tuple[Point, Frame]],
    faults: Iterable[Diagnostic] = (),
    baseline: float = 0.0,
) -> Frame:
    """One frame of several, each with its corner at a place in it, the first painted first.

    `faults` are the container's own; they come before those of its parts.
    """
    items: list[Placed] = []
    found, notes = [*faults], list[PlacedNote]()
    for at, frame in parts:
        moved = frame.moved(*at)
        before = len(items)
        notes += [note.behind(before) for note in moved.notes] if before else moved.notes
        items += moved.items
        found += moved.faults
    return Frame(size, tuple(items), tuple(found), baseline, tuple(notes))
