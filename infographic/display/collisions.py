"""Lines of type that stand on one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from infographic.display.blocks import PlacedBlock, innermost
from infographic.display.items import Placed, RunInk, TextLine
from infographic.display.notes import ItemPath
from infographic.display.page import Page, whole
from infographic.display.painted import StandingLine, common, shown_on
from infographic.foundation import limits
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record.tuples import NamedTuple

HAN_ABOVE, LATIN_ABOVE, BELOW = 0.86, 0.74, 0.08
"""How far ink reaches above and below a baseline, in em; of Latin and figures the capitals."""
BESIDE = 0.43
"""How far ink reaches to either side of a vertical line's centre, in em."""
TOUCH = 0.05
"""Boxes may share so much of the smaller type's em, both ways: a blank in the cell, an overhang."""


class Collision(NamedTuple):
    """Two lines whose inks overlap, the one that begins higher on the page first."""

    first: Placed
    second: Placed
    box: Rect
    """What they share."""
    kinds: tuple[str, str] = ("", "")
    """The kinds of the blocks that they stand in."""


class Ink(NamedTuple):
    """What a run of a line covers: its sides, in points."""

    left: float
    top: float
    right: float
    bottom: float
    box: Rect
    """The same."""
    size: float
    line: StandingLine


def collisions(page: Page, inks: Sequence[Ink] | None = None) -> tuple[Collision, ...]:
    """The pairs of lines whose inks overlap, each pair once, down the page, as many as faults are
    looked for.

    `inks` are those of its lines, where they are known already.
    """
    inks = sorted(inks_of_lines(shown_on(page).lines) if inks is None else inks, key=TOP)
    found: dict[tuple[int, int], Collision] = {}
    open_: list[Ink] = []
    kinds, most, work = _Kinds(page), limits.most("faults"), limits.Budget("page-overlaps")
    for ink in inks:
        left, top, right, _, box, size, line = ink
        open_ = [other for other in open_ if other[3] > top]
        try:
            work.spend(len(open_))
        except limits.OverLimitError as error:
            raise SpecError([error.at(line.placed.origin)]) from error
        # Two loops: beside most lines of a page stand others, and under few.
        for other in [other for other in open_ if other[0] < right and left < other[2]]:
            shared = common(box, other.box)
            touch = TOUCH * min(size, other.size)
            if other.line is line or shared is None or min(shared.size) <= touch:
                continue
            key = (id(other.line), id(line))
            if key not in found:
                at = kinds.at(other.line), kinds.at(line)
                found[key] = Collision(other.line.placed, line.placed, shared, at)
                if len(found) >= most:
                    return tuple(found.values())
        open_.append(ink)
    return tuple(found.values())


TOP = itemgetter(1)


class _Kinds:
    """The kinds of blocks on a page, each looked into once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._top: PlacedBlock | None = None
        self._known: dict[int, tuple[PlacedBlock, Mapping[ItemPath, PlacedBlock]]] = {}

    def at(self, line: StandingLine) -> str:
        """The kind of the innermost block that a line stands in."""
        block = self._top = self._top or whole(self._page)
        way = tuple[int, ...]()
        for number in (*line.way, line.number):
            block, way = innermost(block, self._inner, (*way, number))
        return block.kind

    def _inner(self, block: PlacedBlock) -> Mapping[ItemPath, PlacedBlock]:
        if id(block) not in self._known:
            self._known[id(block)] = block, block.inner()
        return self._known[id(block)][1]


def inks_of_lines(lines: Sequence[StandingLine]) -> list[Ink]:
    """What each run of the lines that are read covers."""
    found = []
    for line in lines:
        (at, item, _), clip, _, _, is_read = line
        if not is_read or not isinstance(item, TextLine):
            continue
        # An empty paragraph is a line without a run: its width ends nothing.
        ends = [*(start for start, _ in item.runs[1:]), item.width]
        for ink, end in zip(item.ink, ends, strict=False):
            if ink.is_blank:
                continue
            box = common(_box(at, ink, end, item.vertical), clip)
            if box is not None:
                left, top, width, height = box
                found.append(Ink(left, top, left + width, top + height, box, ink.run.size, line))
    return found


def _box(at: Point, ink: RunInk, end: float, vertical: bool) -> Rect:
    run, start = ink.run, ink.start
    size = run.size
    if vertical:
        return Rect(at.x - size * BESIDE, at.y + start, 2 * size * BESIDE, end - start)
    above = size * (HAN_ABOVE if ink.has_han else LATIN_ABOVE)
    # A drop cap stands lines below its own line's baseline.
    rise = size * min(run.ys) if run.ys and max(run.ys) < 0 else 0.0
    return Rect(at.x + start, at.y - rise - above, end - start, above + size * BELOW)
