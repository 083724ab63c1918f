"""Where words stand on a picture, and what of it they leave to be seen."""

from __future__ import annotations

from typing import Literal

from infographic.display.extents import extent
from infographic.display.frame import Frame
from infographic.display.items import TextLine, walk
from infographic.foundation.color import Color
from infographic.foundation.diagnostics import errors
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.photographs.calm import Calm

End = Literal["bottom", "top", "left", "right"]


class Try(NamedTuple):
    """One way to set the cover. Rectangles are from its corner, in points."""

    end: End
    on_picture: bool
    zone: Rect
    words: Frame
    picture: Rect
    window: Rect
    """In shares of the picture's file."""
    calm: Calm
    is_clear: bool
    """Neither the focus nor most of what is salient lies under the words."""

    @property
    def is_faulty(self) -> bool:
        """Whether its words do not fit."""
        return bool(errors(self.words.faults))

    @property
    def kept(self) -> float:
        """The share of the file that is shown."""
        return self.window.width * self.window.height


LEAST_PICTURE = 0.3
"""Of a cover's height or width: less beside a band is no picture."""


def leaves_a_picture(zone: Rect, size: Size) -> bool:
    """Whether enough of a cover's height or width lies beside a band."""
    rest = max(1 - zone.width / size.width, 1 - zone.height / size.height)
    return rest >= LEAST_PICTURE


def beside(zone: Rect, end: End, size: Size) -> Rect:
    """What of a cover lies outside the words' zone."""
    match end:
        case "bottom":
            return Rect(0, 0, size.width, size.height - zone.height)
        case "top":
            return Rect(0, zone.height, size.width, size.height - zone.height)
        case "left":
            return Rect(zone.width, 0, size.width - zone.width, size.height)
        case "right":
            return Rect(0, 0, size.width - zone.width, size.height)


def shares_of(part: Rect, whole: Rect) -> Rect:
    """A rectangle in shares of another, no more than all of it."""
    left, right = ((x - whole.x) / whole.width for x in (part.x, part.right))
    top, bottom = ((y - whole.y) / whole.height for y in (part.y, part.bottom))
    left, top = min(max(left, 0.0), 1.0), min(max(top, 0.0), 1.0)
    return Rect(left, top, max(min(right, 1.0) - left, 0.0), max(min(bottom, 1.0) - top, 0.0))


def part_of(shares: Rect, window: Rect) -> Rect:
    """A part of a window, in shares of what the window is a part of."""
    return Rect(
        window.x + shares.x * window.width, window.y + shares.y * window.height,
        shares.width * window.width, shares.height * window.height,
    )  # fmt: skip


def holds(rect: Rect, point: tuple[float, float]) -> bool:
    return rect.x <= point[0] <= rect.right and rect.y <= point[1] <= rect.bottom


def boxes_of(words: Frame, at: Point) -> list[Rect]:
    """What the type of a frame at a place covers, line by line."""
    lines = (placed for placed in walk(words.items, at) if isinstance(placed.item, TextLine))
    return [box for box in map(extent, lines) if box is not None]


def colors_of(words: Frame) -> list[Color]:
    """The colours of all type in a frame."""
    lines = (placed.item for placed in walk(words.items, Point(0, 0)))
    found = {run.color for line in lines if isinstance(line, TextLine) for _, run in line.runs}
    return sorted(found, key=lambda color: color.name)
