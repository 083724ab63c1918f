"""How far an item of the page reaches."""

from __future__ import annotations

from typing import assert_never

from infographic.display.items import Group, Path, Picture, Placed, TextLine
from infographic.display.painted import bounds_of, common, outline_box
from infographic.foundation.geometry import Rect

ABOVE, BELOW = 0.88, 0.12
"""How an em box stands on its baseline, in em."""


def extent(placed: Placed) -> Rect | None:
    """The box round all that a group holds; of a line, its em box.

    None where there is nothing to hold.
    """
    at, item = placed.at, placed.item
    match item:
        case Group():
            inside = [
                extent(Placed(inner.at.moved(*at), inner.item, inner.origin))
                for inner in item.items
            ]
            found = around([box for box in inside if box is not None])
            if item.clip is not None and found is not None:
                found = common(found, Rect(*at, *item.clip))
            if item.outline is not None and found is not None:
                found = common(found, outline_box(item.outline, at))
            return found
        case TextLine():
            return _em_box(at.x, at.y, item)
        case Path() | Picture():
            return bounds_of(placed)
        case unknown:
            assert_never(unknown)


def _em_box(x: float, y: float, line: TextLine) -> Rect | None:
    size = max((run.size for _, run in line.runs), default=0.0)
    if not size:
        return None
    if line.vertical:
        return Rect(x - size / 2, y, size, line.width)
    return Rect(x, y - size * ABOVE, line.width, size * (ABOVE + BELOW))


def around(boxes: list[Rect]) -> Rect | None:
    """The least box that holds them all.

    >>> around([Rect(0, 0, 2, 2), Rect(5, 1, 1, 4)])
    Rect(x=0, y=0, width=6, height=5)
    """
    if not boxes:
        return None
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Rect(x, y, right - x, bottom - y)
