"""Points, sizes and rectangles on the page.

The origin is the top-left corner of the trim; y grows downwards. All in points.
"""

from __future__ import annotations

from infographic.foundation.record.tuples import NamedTuple


class Point(NamedTuple):
    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Point:
        return Point(self.x + dx, self.y + dy)


class Size(NamedTuple):
    width: float
    height: float


class Insets(NamedTuple):
    """Space kept free inside an edge, clockwise from the top as in CSS."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0

    @property
    def across(self) -> float:
        return self.left + self.right

    @property
    def down(self) -> float:
        return self.top + self.bottom


class Rect(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def corner(self) -> Point:
        return Point(self.x, self.y)

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    def inset(self, by: Insets) -> Rect:
        """The rectangle left inside the insets.

        >>> Rect(0, 0, 100, 50).inset(Insets(1, 2, 3, 4))
        Rect(x=4, y=1, width=94, height=46)
        """
        return Rect(
            self.x + by.left, self.y + by.top, self.width - by.across, self.height - by.down
        )

    def meets(self, other: Rect, by: float = 0.0) -> bool:
        """Whether they share more than `by` across and down."""
        return (
            self.x < other.right - by and other.x < self.right - by
            and self.y < other.bottom - by and other.y < self.bottom - by
        )  # fmt: skip

    def holds(self, inner: Rect, by: float = 0.0) -> bool:
        """Whether another lies in it, or stands out by no more than `by`."""
        return (
            self.x - by <= inner.x and self.y - by <= inner.y
            and inner.right <= self.right + by and inner.bottom <= self.bottom + by
        )  # fmt: skip

    def grown(self, by: float) -> Rect:
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)
