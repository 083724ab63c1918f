"""A line as small as a word, for a table's cell: its course, and its last value as a dot."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.display.items import Placed, Stroke
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect
from infographic.graphics.lines.thinned import thinned
from infographic.graphics.marks import LineLook, dot, line
from infographic.graphics.scale import Scale
from infographic.graphics.values import Value, as_decimal, present


def sparkline(
    values: Sequence[Value | None],
    box: Rect,
    stroke: Stroke,
    origins: Sequence[Origin],
    *,
    places: Sequence[float] = (),
    extent: tuple[Value, Value] | None = None,
    dot_color: Color | None = None,
    dot_radius: float = 0.0,
) -> tuple[Placed, ...]:
    """The course of values in a box, all ink inside it; open at gaps, a lone value a dot.

    `places` are the values' times as shares of the width (0…1, rising); without them they stand
    evenly. `extent` is what the box's foot and head stand for, so that several lines can share a
    scale; without one the line's own least and greatest. The last value has a dot in `dot_color`
    (the stroke's where it is None) with its own origin; the line carries the first origin. Nothing
    where all are missing. Lengths in points.
    """
    known = present(values)
    if not known:
        return ()
    radius = dot_radius or stroke.width * 1.4
    low, high = extent if extent is not None else (min(known), max(known))
    inset = max(radius, stroke.width / 2)
    inset = min(inset, box.width / 2, box.height / 2)
    scale = Scale(as_decimal(low), as_decimal(high), box.bottom - inset, box.y + inset)
    last = len(values) - 1
    shares = list(places) or [at / last if last else 0.5 for at in range(len(values))]
    left, width = box.x + inset, box.width - 2 * inset
    points = [
        None if y is None else Point(left + width * share, y)
        for share, y in zip(shares, scale.places(values), strict=True)
    ]
    found = list(line(thinned(points), LineLook(stroke, radius), origins[0]))
    end = max(at for at, point in enumerate(points) if point is not None)
    point = points[end]
    assert point is not None
    found += dot(point, radius, dot_color or stroke.color, origins[end])
    return tuple(found)
