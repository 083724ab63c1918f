"""A line of thousands of points with only those that are seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from infographic.foundation.geometry import Point

UNSEEN = 0.05
"""Points: nearer to the line than this a point may be left out; no press shows it."""


def thinned(
    points: Sequence[Point | None], keep: Collection[int] = (), within: float = UNSEEN
) -> list[Point | None]:
    """The same line, x rising, without the points that lie `within` of it, up or down.

    The ends of each run, its highest and lowest points and those at the indices `keep` stay where
    they are; gaps stay gaps, one None each. One pass: from each point that stays the next is the
    last that sees all between within the distance (Williams 1978).

    >>> [point.x for point in thinned([Point(0, 0), Point(1, 0.01), Point(2, 0), Point(3, 9)])]
    [0, 2, 3]
    """
    found: list[Point | None] = []
    start = 0
    while start < len(points):
        if points[start] is None:
            if found and found[-1] is not None:
                found.append(None)
            start += 1
            continue
        end = start
        while end < len(points) and points[end] is not None:
            end += 1
        run = [point for point in points[start:end] if point is not None]
        found += _thin_run(run, {at - start for at in keep if start <= at < end}, within)
        start = end
    return found[:-1] if found and found[-1] is None else found


def _thin_run(run: list[Point], keep: set[int], within: float) -> list[Point]:
    count = len(run)
    if count < 3:
        return run
    heights = [point.y for point in run]
    keep |= {heights.index(min(heights)), heights.index(max(heights)), count - 1}
    found = [run[0]]
    x, y = run[0]
    low, high = float("-inf"), float("inf")
    before = run[0]
    for at in range(1, count):
        point = run[at]
        there, height = point
        reach = there - x
        if reach <= 0 or not low <= (height - y) / reach <= high:
            if before is not found[-1]:
                found.append(before)
            x, y = before
            low, high = float("-inf"), float("inf")
            reach = there - x
        if at in keep:
            found.append(point)
            x, y = point
            low, high = float("-inf"), float("inf")
        elif reach > 0:
            slope, away = (height - y) / reach, within / reach
            # Not by `max` and `min`: they would be half of the time that a long line takes.
            if slope - away > low:
                low = slope - away
            if slope + away < high:
                high = slope + away
        before = point
    return found
