"""Rectangles round what stands on a page, and those of one column joined."""

from __future__ import annotations

from collections.abc import Iterable

from infographic.display.items import TextLine
from infographic.display.painted import bounds_of
from infographic.foundation.geometry import Rect
from infographic.pointing.characters import line_box
from infographic.pointing.standing import Standing


def box_of(one: Standing) -> Rect:
    item = one.placed.item
    return line_box(item, one.placed.at) if isinstance(item, TextLine) else bounds_of(one.placed)


APART = 1.2
"""How far two lines of one column may be apart, in their heights."""


def joined(boxes: Iterable[Rect]) -> list[Rect]:
    """Boxes in their order, those of one column or one line of columns joined.

    >>> joined([Rect(0, 0, 50, 10), Rect(0, 14, 50, 10), Rect(60, 0, 50, 10)])
    [Rect(x=0, y=0, width=50, height=24), Rect(x=60, y=0, width=50, height=10)]
    """
    found: list[Rect] = []
    last: Rect | None = None
    for box in boxes:
        if last is not None and _goes_on(last, box):
            found[-1] = around(found[-1], box)
        else:
            found.append(box)
        last = box
    return found


def _goes_on(last: Rect, box: Rect) -> bool:
    """Whether a box goes on where the one before it was: below it, or beside it."""
    small = min(max(last.width, box.width, 1), max(last.height, box.height, 1))
    reach = small * APART
    across = min(last.right, box.right) - max(last.x, box.x)
    down = min(last.bottom, box.bottom) - max(last.y, box.y)
    return (across > 0 and down > -reach) or (down > 0 and across > -reach)


def around(one: Rect, other: Rect) -> Rect:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Rect(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)
