"""The marks of a chart as items of the page: bars, lines with gaps, areas, sectors, signs, leaders.

All in points, y down, placed where the caller's scales say; every mark carries the origin of its
datum. What has no extent (a bar of 0) is no mark: a printer's device would draw a hairline for it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from infographic.display.items import Join, Path, Placed, Stroke
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point
from infographic.foundation.record import record, replaced
from infographic.graphics import outlines
from infographic.graphics.outlines import Outline, runs

HERE = Point(0, 0)
DASHES = (3.0, 2.0)
"""On and off of a forecast or a gap that is bridged, in times the line's width."""

Span = tuple[float, float]
"""Two places along one direction."""


def filled(outline: Outline, fill: Color, origin: Origin) -> tuple[Placed, ...]:
    """An outline filled; nothing for one without segments."""
    return (Placed(HERE, Path(outline, fill=fill), origin),) if outline else ()


def drawn(outline: Outline, stroke: Stroke, origin: Origin) -> tuple[Placed, ...]:
    """An outline as a line; nothing for one without segments."""
    return (Placed(HERE, Path(outline, stroke=stroke), origin),) if outline else ()


def bar(
    along: Span, across: Span, fill: Color, origin: Origin, *, upright: bool = False
) -> tuple[Placed, ...]:
    """A bar between two places of a scale, and between the edges of its band.

    `upright` for a column, whose values run along y. Nothing where it has no length or thickness.
    """
    (start, end), (near, far) = sorted(along), sorted(across)
    if start == end or near == far:
        return ()
    left, right, top, bottom = (near, far, start, end) if upright else (start, end, near, far)
    outline = outlines.box(0, 0, right - left, bottom - top)
    return (Placed(Point(left, top), Path(outline, fill=fill), origin),)


def framed(
    along: Span, across: Span, stroke: Stroke, origin: Origin, *, upright: bool = False
) -> tuple[Placed, ...]:
    """The frame of a bar, drawn wholly inside it, so that the bar's length stays what it is."""
    (start, end), (near, far) = sorted(along), sorted(across)
    half = stroke.width / 2
    # Thinner than its own frame: the frame is as thin as the bar.
    half = min(half, (end - start) / 2, (far - near) / 2)
    if half <= 0:
        return ()
    left, right, top, bottom = (near, far, start, end) if upright else (start, end, near, far)
    outline = outlines.box(left + half, top + half, right - half, bottom - half)
    return drawn(outline, replaced(stroke, width=2 * half), origin)


@record
class LineLook:
    """How a line over points is drawn. Lengths are in points."""

    stroke: Stroke
    lone_radius: float
    """Of the dot for a value alone between two gaps."""
    bridge: Stroke | None = None
    """Drawn over a gap from the value before to the value after; None leaves the gap open."""
    forecast: Stroke | None = None
    """For the part that is not measured yet; None for the line's own stroke in dashes."""


def dashed(stroke: Stroke) -> Stroke:
    """The same stroke in dashes that suit its width."""
    return replaced(stroke, dash=tuple(part * stroke.width for part in DASHES))


def line(
    points: Sequence[Point | None],
    look: LineLook,
    origin: Origin,
    *,
    forecast_from: int | None = None,
) -> tuple[Placed, ...]:
    """A line through points, open where one is None.

    From the point `forecast_from` on it is a forecast: the part that leads to that point is dashed,
    too. The whole line is one path for each stroke, however many gaps it has.
    """
    known, ahead = points, list[Point | None]()
    if forecast_from is not None:
        known, ahead = points[:forecast_from], [*points[max(forecast_from - 1, 0) :]]
    # A mitre would reach past the highest value by up to five widths of the line.
    stroke = replaced(look.stroke, join=Join.ROUND)
    found: list[Placed] = []
    if look.bridge is not None:
        found += drawn(_bridges(points), look.bridge, origin)
    found += drawn(_lines(known), stroke, origin)
    found += drawn(_lines(ahead), look.forecast or dashed(stroke), origin)
    for run in runs(points):
        if len(run) == 1:
            found += dot(run[0], look.lone_radius, look.stroke.color, origin)
    return tuple(found)


def _lines(points: Sequence[Point | None]) -> Outline:
    return tuple(
        segment for run in runs(points) if len(run) > 1 for segment in outlines.open_line(run)
    )


def _bridges(points: Sequence[Point | None]) -> Outline:
    rows = runs(points)
    return tuple(
        segment
        for before, after in pairwise(rows)
        for segment in outlines.open_line((before[-1], after[0]))
    )


def dot(center: Point, radius: float, fill: Color, origin: Origin) -> tuple[Placed, ...]:
    """A solid dot."""
    return filled(outlines.disc(center, radius), fill, origin) if radius > 0 else ()


def ring(
    center: Point, radius: float, stroke: Stroke, ground: Color | None, origin: Origin
) -> tuple[Placed, ...]:
    """A hollow dot: as large as a solid one of this radius, its stroke inside.

    Filled with the ground, so that the line on which it stands does not show in it.
    """
    width = min(stroke.width, radius)
    if width <= 0:
        return ()
    outline = outlines.disc(center, radius - width / 2)
    return (Placed(HERE, Path(outline, ground, replaced(stroke, width=width)), origin),)


def straight(start: Point, end: Point, stroke: Stroke, origin: Origin) -> tuple[Placed, ...]:
    """A rule, a tick, a plain leader: a line between two points."""
    return drawn(outlines.open_line((start, end)), stroke, origin) if start != end else ()


def tick(
    at: float, base: float, length: float, stroke: Stroke, origin: Origin, *, upright: bool = False
) -> tuple[Placed, ...]:
    """A tick at x = `at` that hangs `length` below y = `base` (or stands above it: negative).

    Upright, on an axis that runs down the page: at y = `at`, from x = `base` to the right.
    """
    one, other = Point(at, base), Point(at, base + length)
    if upright:
        one, other = Point(one.y, one.x), Point(other.y, other.x)
    return straight(one, other, stroke, origin)


def leader(
    mark: Point, clear: float, label: Point, stroke: Stroke, origin: Origin, *, elbow: bool = False
) -> tuple[Placed, ...]:
    """A line from a mark's edge, `clear` away from its middle, to a label.

    With an elbow it leaves the mark level or upright, whichever is farther, and turns once. Nothing
    where the label is no farther than the mark's edge.
    """
    dx, dy = label.x - mark.x, label.y - mark.y
    turn = label
    if elbow and dx and dy:
        turn = Point(label.x, mark.y) if abs(dx) >= abs(dy) else Point(mark.x, label.y)
    reach = math.dist(mark, turn)
    if reach <= clear:
        return ()
    start = mark.moved((turn.x - mark.x) / reach * clear, (turn.y - mark.y) / reach * clear)
    points = (start, turn, label) if turn != label else (start, label)
    return drawn(outlines.open_line(points), stroke, origin)
