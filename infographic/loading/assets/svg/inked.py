"""Outlines with their fill and stroke, as the paths that a page is drawn with."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from infographic.display.extents import extent
from infographic.display.items import Group, Path, Placed, Segment, Stroke
from infographic.display.strokes import covered_by, tracks_of
from infographic.display.vectors.outlines import mapped
from infographic.foundation import limits
from infographic.foundation.color import Color
from infographic.foundation.diagnostics import SayingError
from infographic.foundation.geometry import Rect
from infographic.foundation.limits import OverLimitError
from infographic.foundation.matrix import Matrix, scale_of
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say
from infographic.loading.assets.svg.looks import Look

FARTHEST = 1e9
ROUND_SIDES = 32
PIECES = 24
"""Straight pieces of a curve."""


class NotDrawnError(SayingError):
    """Why a shape is not drawn."""


def inked(
    outline: Sequence[Segment], matrix: Matrix, look: Look, room: int, *, fills: bool = True
) -> list[Path]:
    """A shape's paths after a matrix, what lies below first: one, or its fill and its stroke apart
    where one of them lets something through.

    Raises `NotDrawnError`, and `OverLimitError` where it comes to more than `room` segments.
    """
    segments = mapped(outline, matrix)
    if not all(abs(value) <= FARTHEST for _, values in segments for value in values):
        raise NotDrawnError(say("svg-value/far"))
    made: list[Path] = []
    fill_opacity = look.fill_opacity * look.fill_alpha
    if fills and look.fill is not None and fill_opacity > 0:
        made.append(Path(segments, look.fill, even_odd=look.even_odd, opacity=fill_opacity))
    stroke_opacity = look.stroke_opacity * look.stroke_alpha
    if look.stroke is not None and look.width > 0 and stroke_opacity > 0:
        made.append(
            replaced(_stroked(outline, matrix, look, look.stroke, room), opacity=stroke_opacity)
        )
    if len(made) == 2 and made[0].opacity == made[1].opacity == 1 and made[1].stroke is not None:
        return [replaced(made[0], stroke=made[1].stroke)]
    return made


def _stroked(
    outline: Sequence[Segment], matrix: Matrix, look: Look, color: Color, room: int
) -> Path:
    line = look.line
    if line.dash:
        whole = sum(line.dash) * (2 if len(line.dash) % 2 else 1)
        line = line._replace(dash_phase=line.dash_phase % whole)
        reach = sum(math.dist(a, b) for track in tracks_of(outline, 2) for a, b in pairwise(track))
        most = limits.most("dashes")
        if reach / whole * len(line.dash) > most:
            raise NotDrawnError(say("svg-value/dashes", most=most, limit="dashes"))
    if _keeps_form(matrix):
        scale = scale_of(matrix)
        made = line.scaled(scale)
        stroke = Stroke(
            color, look.width * scale, made.dash, made.cap, made.join, made.miter_limit,
            made.dash_phase,
        )  # fmt: skip
        return Path(mapped(outline, matrix), stroke=stroke)
    # A pen that a matrix makes an ellipse draws an area: for each piece of a curve a polygon.
    if sum(PIECES if kind == "C" else 1 for kind, _ in outline) > room:
        raise OverLimitError("svg-segments")
    segments: list[Segment] = []
    for track in tracks_of(outline, PIECES):
        for polygon in covered_by(track, look.width, line, ROUND_SIDES):
            segments += [("L" if i else "M", point) for i, point in enumerate(polygon)]
            segments.append(("Z", ()))
            if len(segments) > room:
                raise OverLimitError("svg-segments")
    return Path(mapped(segments, matrix), color)


def _keeps_form(matrix: Matrix) -> bool:
    """Whether a matrix makes all alike larger: a circle stays a circle."""
    a, b, c, d = matrix[:4]
    size = a * a + b * b + c * c + d * d
    return abs(a * a + b * b - c * c - d * d) <= 1e-6 * size and abs(a * c + b * d) <= 1e-6 * size


def faded(items: Sequence[Placed], opacity: float) -> list[Placed] | None:
    """Items as one that lets something through; None where parts of it lie on one another, which
    would show through each other."""
    leaves = _leaves(items)
    if any(path.fill is not None and path.stroke is not None for path, _ in leaves):
        return None
    if len(leaves) > limits.most("svg-faded"):
        return None
    boxes = sorted(box for _, box in leaves if box is not None)
    for i, box in enumerate(boxes):
        for other in boxes[i + 1 :]:
            if other.x >= box.right:
                break
            if box.meets(other, 1e-6):
                return None
    return [_with(one, opacity) for one in items]


def _leaves(items: Sequence[Placed]) -> list[tuple[Path, Rect | None]]:
    found: list[tuple[Path, Rect | None]] = []
    for one in items:
        if isinstance(one.item, Group):
            found += _leaves(one.item.items)
        elif isinstance(one.item, Path):
            found.append((one.item, extent(one)))
    return found


def _with(one: Placed, opacity: float) -> Placed:
    if isinstance(one.item, Group):
        items = tuple(_with(inner, opacity) for inner in one.item.items)
        return one._replace(item=replaced(one.item, items=items))
    assert isinstance(one.item, Path)
    # Four digits: a page has few graphics states.
    return one._replace(item=replaced(one.item, opacity=round(one.item.opacity * opacity, 4)))
