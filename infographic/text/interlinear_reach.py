"""How far the marks of a line reach over it and under it, and the leading at which those of one
line touch none of the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from infographic.display.items import Path
from infographic.foundation.geometry import Point
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.interlinear import EM_FOOT, EM_TOP, Ruby
from infographic.text.set_lines import SetLine

UNDER_WORDS, OVER_WORDS = 1.5, 1.6
"""Leading, in em, at which dots and lines stand clear of words, and readings (CLREQ: half the
size between lines at the least)."""
READING_TOP = 1.0
"""The highest letter of a reading, ǚ, over its baseline; in em of the reading."""


class _Side(NamedTuple):
    """How far a line reaches on one side, in points, and the leading that its marks there want at
    the least, in em; 0 without."""

    reach: float
    least: float = 0.0

    def with_mark(self, reach: float, least: float) -> _Side:
        return _Side(max(self.reach, reach), max(self.least, least))


def leading_wanted(lines: Sequence[SetLine], size: float) -> float:
    """The leading in em of `size`, rounded up to a twentieth, at which what stands between these
    lines touches no line; 0: any."""
    sides = [_sides(line, size) for line in lines]
    wanted = 0.0
    for (_, below), (above, _) in pairwise(sides):
        least = max(below.least, above.least)
        if least:
            touching = (below.reach + above.reach) / size
            wanted = max(wanted, least, ceil(touching * 20 - 1e-6) / 20)
    return wanted


def _sides(line: SetLine, size: float) -> tuple[_Side, _Side]:
    """Towards the line before and the one after: up and down from the baseline, or right and left
    of a column's middle."""
    is_column = line.text.vertical
    above = _Side((0.5 if is_column else EM_TOP) * size)
    below = _Side((0.5 if is_column else EM_FOOT) * size)
    for at, item in line.drawn:
        if isinstance(item, Ruby):
            own = max((run.size for _, run in item.reading.runs), default=0.0)
            reach = item.at.x + own / 2 if is_column else own * READING_TOP - item.at.y
            above = above.with_mark(reach, OVER_WORDS)
        elif isinstance(item, Path):
            low, high = _across(at, item, is_column=is_column)
            if is_column and low > 0:
                above = above.with_mark(high, UNDER_WORDS)
            else:
                below = below.with_mark(-low if is_column else high, UNDER_WORDS)
    return above, below


def _across(at: Point, path: Path, *, is_column: bool) -> tuple[float, float]:
    """From where to where a path reaches across its line, its stroke included."""
    own, start = (at.x, 0) if is_column else (at.y, 1)
    values = [value for _, numbers in path.segments for value in numbers[start::2]]
    half = path.stroke.width / 2 if path.stroke is not None else 0.0
    return own + min(values) - half, own + max(values) + half
