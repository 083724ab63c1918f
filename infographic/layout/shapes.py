"""Rules, tints and other plain shapes as path items."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from infographic.display.items import Path, Placed, Segment, Stroke, TextLine
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect

CornerKind = Literal["square", "cut", "stepped"]


def filled_box(rect: Rect, color: Color, origin: Origin) -> Placed:
    w, h = rect.width, rect.height
    outline: tuple[Segment, ...] = (
        ("M", (0, 0)), ("L", (w, 0)), ("L", (w, h)), ("L", (0, h)), ("Z", ()),
    )  # fmt: skip
    return Placed(rect.corner, Path(outline, fill=color), origin)


def framed_box(
    rect: Rect, kind: CornerKind, corner: float, origin: Origin,
    fill: Color | None = None, stroke: Stroke | None = None,
) -> Placed:  # fmt: skip
    """A box whose corners are square, cut off aslant or stepped in; a stroke runs on its edge.

    `corner` is how far from each corner of `rect` the cut begins, in points; at most half of its
    shorter side.
    """
    w, h = rect.width, rect.height
    c = 0.0 if kind == "square" else min(corner, w / 2, h / 2)
    if c <= 0:
        points = [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)]
    elif kind == "cut":
        points = [(c, 0), (w - c, 0), (w, c), (w, h - c), (w - c, h), (c, h), (0, h - c), (0, c)]
    else:
        points = [
            (c, 0), (w - c, 0), (w - c, c), (w, c), (w, h - c), (w - c, h - c),
            (w - c, h), (c, h), (c, h - c), (0, h - c), (0, c), (c, c),
        ]  # fmt: skip
    outline = tuple(("L" if number else "M", at) for number, at in enumerate(points))
    return Placed(rect.corner, Path((*outline, ("Z", ())), fill=fill, stroke=stroke), origin)


def polygon(corners: Sequence[Point], color: Color, origin: Origin) -> Placed:
    outline = tuple(("L" if number else "M", tuple(at)) for number, at in enumerate(corners))
    return Placed(Point(0, 0), Path((*outline, ("Z", ())), fill=color), origin)


def outlined(rect: Rect, stroke: Stroke, origin: Origin) -> Placed:
    """A rectangle's outline, drawn wholly inside it."""
    half = stroke.width / 2
    w, h = rect.width - half, rect.height - half
    outline: tuple[Segment, ...] = (
        ("M", (half, half)), ("L", (w, half)), ("L", (w, h)), ("L", (half, h)), ("Z", ()),
    )  # fmt: skip
    return Placed(rect.corner, Path(outline, stroke=stroke), origin)


def line(start: Point, end: Point, stroke: Stroke, origin: Origin) -> Placed:
    segments: tuple[Segment, ...] = (
        ("M", (0, 0)),
        ("L", (end.x - start.x, end.y - start.y)),
    )
    return Placed(start, Path(segments, stroke=stroke), origin)


def circle(
    center: Point, radius: float, origin: Origin, fill: Color | None = None,
    stroke: Stroke | None = None,
) -> Placed:  # fmt: skip
    """A circle of four cubic arcs (off by 0.03 % of the radius at the most)."""
    k = radius * 4 / 3 * math.tan(math.pi / 8)
    r = radius
    segments: tuple[Segment, ...] = (
        ("M", (r, 0)),
        ("C", (r, k, k, r, 0, r)),
        ("C", (-k, r, -r, k, -r, 0)),
        ("C", (-r, -k, -k, -r, 0, -r)),
        ("C", (k, -r, r, -k, r, 0)),
        ("Z", ()),
    )
    return Placed(center, Path(segments, fill=fill, stroke=stroke), origin)


def arrow(start: Point, length: float, thickness: float, color: Color, origin: Origin) -> Placed:
    """An arrow to the right, filled: a shaft and an open head as one drawn stroke."""
    head = thickness * 3.4
    stroke = Stroke(color, thickness)
    segments: tuple[Segment, ...] = (
        ("M", (0, 0)),
        ("L", (length - thickness * 0.7, 0)),
        ("M", (length - head, -head)),
        ("L", (length - thickness * 0.7, 0)),
        ("L", (length - head, head)),
    )
    return Placed(start, Path(segments, stroke=stroke), origin)


def drawn(text: TextLine, at: Point, origin: Origin) -> list[Placed]:
    """A line of type as shapes, standing on its baseline at `at`: ink that says no words.

    For what must never be copied out of a PDF: the number and size in a placeholder.
    """
    return [Placed(at.moved(x, 0), path, origin) for x, path in _outlines(text)]


# The same file's name and size stand in its placeholder on every page.
@lru_cache(maxsize=256)
def _outlines(text: TextLine) -> tuple[tuple[float, Path], ...]:
    """Each run's start, and its glyphs as one path."""
    shapes = []
    for x, run in text.runs:
        segments: list[Segment] = []
        for glyph, left in zip(run.glyphs, run.xs, strict=True):
            for kind, numbers in run.face.outline_of(glyph):
                moved = [
                    -value * run.size if i % 2 else (value + left) * run.size
                    for i, value in enumerate(numbers)
                ]
                segments.append((kind, tuple(moved)))
        shapes.append((x, Path(tuple(segments), fill=run.color)))
    return tuple(shapes)
