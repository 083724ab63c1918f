"""Outlines moved, turned, and made to fill a place: what SVG and icons become paths by."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.display.items import Path, Segment
from infographic.display.vectors.path_data import segments_of
from infographic.foundation.color import Color
from infographic.foundation.geometry import Rect, Size
from infographic.foundation.matrix import Matrix


def mapped(segments: Sequence[Segment], matrix: Matrix) -> tuple[Segment, ...]:
    """An outline after a matrix: its points are moved, its curves stay curves.

    >>> mapped((("M", (1, 2)), ("Z", ())), (2, 0, 0, 2, 10, 0))
    (('M', (12, 4)), ('Z', ()))
    """
    a, b, c, d, e, f = matrix
    made: list[Segment] = []
    for kind, values in segments:
        points: list[float] = []
        for i in range(0, len(values), 2):
            x, y = values[i], values[i + 1]
            points += (a * x + c * y + e, b * x + d * y + f)
        made.append((kind, tuple(points)))
    return tuple(made)


def fitted(view: Rect, size: Size) -> Matrix:
    """What brings a view into the middle of a place, as large as it has room, in its own form.

    >>> fitted(Rect(0, 0, 100, 50), Size(20, 20))
    (0.2, 0.0, 0.0, 0.2, 0.0, 5.0)
    """
    scale = min(size.width / view.width, size.height / view.height)
    left = (size.width - view.width * scale) / 2 - view.x * scale
    top = (size.height - view.height * scale) / 2 - view.y * scale
    return (scale, 0.0, 0.0, scale, left, top)


def vector_of(data: str, view: Rect, size: Size, fill: Color, *, even_odd: bool = False) -> Path:
    """SVG's path data as one filled path: a sign of one colour.

    `view` is the drawing's view box, in its own units, none of whose sides is 0; it is brought
    into the middle of `size`, in points from the path's place. Raises `PathDataError` where the
    data are wrong.

    >>> from infographic.foundation.color import BLACK
    >>> vector_of("M0 0H8V8z", Rect(0, 0, 8, 8), Size(4, 4), BLACK).segments[1]
    ('L', (4.0, 0.0))
    """
    return Path(mapped(segments_of(data), fitted(view, size)), fill, even_odd=even_odd)
