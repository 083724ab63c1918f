"""A stat's icon: left of its words, on the height of their capitals, or above them."""

from __future__ import annotations

from infographic.blocks.cell import StatCell
from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Placed, TextLine, walk
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.graphics.icons import icon_items

AIR = 0.08
"""Of its height, the air in a box above a disc: the disc and not its box hangs from a line."""


def with_icon_left(
    cell: StatCell, name: str, height: float, room: float, color: Color, origin: Origin
) -> StatCell:
    """The cell moved right by `room`, and the icon there; all in points."""
    baseline, capitals = first_line(cell.head)
    hung, centred = baseline - capitals - AIR * height, baseline - (capitals + height) / 2
    # Beside words it hangs from their capitals; a number as high as itself it stands beside.
    top = max(hung, centred, 0.0)
    under = bare(_sign(name, Point(0, top), height, color, origin))
    head = cell.head
    wide = Size(head.size.width + room, head.size.height)
    parts = [(HERE, under), (Point(room, 0), head)]
    head = together(wide, parts, baseline=head.baseline)
    rest = cell.rest
    if rest is not None:
        rest = replaced(rest.moved(room, 0), size=Size(rest.size.width + room, rest.size.height))
    made = replaced(cell, head=head, rest=rest)
    low = top + height - made.alone.size.height
    if low <= 0:
        return made
    return made.with_below(Frame(Size(wide.width, low)), 0.0)


def with_icon_above(
    cell: StatCell, name: str, height: float, gap: float, color: Color, origin: Origin
) -> StatCell:
    """The cell with the icon over the start of its first line; all in points."""
    sign = _sign(name, HERE, height, color, origin)
    baseline = height + gap + cell.head.baseline
    above = Frame(Size(cell.head.size.width, height), sign, baseline=baseline)
    return cell.with_above(above, gap)


def first_line(frame: Frame) -> tuple[float, float]:
    """The baseline of a frame's first line from its top, and how high its tallest capitals are."""
    for placed in walk(frame.items, HERE):
        line = placed.item
        if isinstance(line, TextLine) and line.runs:
            tall = max(run.face.metrics.cap_height * run.size for _, run in line.runs)
            return placed.at.y, tall
    return 0.0, 0.0


def _sign(name: str, at: Point, height: float, color: Color, origin: Origin) -> tuple[Placed, ...]:
    """The icon, its box's corner at a place."""
    return icon_items(name, at.moved(0, height / 2), height, color, origin)
