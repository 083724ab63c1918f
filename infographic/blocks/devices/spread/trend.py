"""A straight line through dots, and which dots lie farthest off."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from infographic.foundation.geometry import Point
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.subject import Subject
from infographic.graphics.values import EXACT

MOST_FAR = 6
FAR_OFF = 2.5
"""Times the usual distance from the middle of all dots."""


class Trend(NamedTuple):
    """The line of the least sum of squared distances, up and down, over the dots' extent."""

    slope: Decimal
    start: tuple[Decimal, Decimal]
    end: tuple[Decimal, Decimal]

    def clipped(
        self, low: Decimal, high: Decimal
    ) -> tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]] | None:
        """The part of it between two values of the upright axis."""
        (x, y), (x2, y2) = self.start, self.end
        if max(y, y2) < low or min(y, y2) > high:
            return None

        def at(value: Decimal, x: Decimal, y: Decimal) -> tuple[Decimal, Decimal]:
            bound = min(max(value, low), high)
            if bound == value or not self.slope:
                return (x, bound)
            return (EXACT.add(x, EXACT.divide(EXACT.subtract(bound, value), self.slope)), bound)

        return at(y, x, y), at(y2, x2, y2)


def trend_of(subject: Subject, rows: Sequence[int]) -> Trend | None:
    """The line through the rows' values; None where all stand above one another."""
    first, second = (one.values for one in subject.series)
    pairs = [(x, y) for row in rows
             if (x := first[row]) is not None and (y := second[row]) is not None]  # fmt: skip
    count = len(pairs)
    mean_x = EXACT.divide(sum((x for x, _ in pairs), Decimal()), Decimal(count))
    mean_y = EXACT.divide(sum((y for _, y in pairs), Decimal()), Decimal(count))
    spread = sum(((x - mean_x) ** 2 for x, _ in pairs), Decimal())
    if not spread:
        return None
    both = sum(((x - mean_x) * (y - mean_y) for x, y in pairs), Decimal())
    slope = EXACT.divide(both, spread)
    ends = (min(x for x, _ in pairs), max(x for x, _ in pairs))
    start, end = ((x, EXACT.add(mean_y, EXACT.multiply(slope, x - mean_x))) for x in ends)
    return Trend(slope, start, end)


def far_off(places: Sequence[Point], rows: Sequence[int]) -> list[int]:
    """The rows whose dots lie farthest from the middle of all, the farthest first: those over
    two and a half times the median distance, six at most."""
    if not places:
        return []
    middle = Point(_middle([at.x for at in places]), _middle([at.y for at in places]))
    # Each direction by its own usual distance: the field is wider than high.
    wide = _middle([abs(at.x - middle.x) for at in places]) or 1.0
    high = _middle([abs(at.y - middle.y) for at in places]) or 1.0
    found = [
        (max(abs(at.x - middle.x) / wide, abs(at.y - middle.y) / high), row)
        for at, row in zip(places, rows, strict=True)
    ]
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return [row for far, row in found[:MOST_FAR] if far > FAR_OFF]


def _middle(values: Sequence[float]) -> float:
    ranked = sorted(values)
    half = len(ranked) // 2
    return ranked[half] if len(ranked) % 2 else (ranked[half - 1] + ranked[half]) / 2
