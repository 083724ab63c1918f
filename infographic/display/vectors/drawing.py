"""A drawing on the page: at its size, cut to its window, in the layout's colours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from infographic.display.items import DrawingFile, Group, Path, Placed, Stroke
from infographic.display.vectors.colors import CURRENT, REST
from infographic.display.vectors.outlines import mapped
from infographic.foundation.color import Color
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.matrix import Matrix
from infographic.foundation.record import replaced

Colors = tuple[tuple[str, Color], ...]
"""Which of a drawing's colours, by name, becomes which."""


def placed_drawing(
    drawing: DrawingFile, window: Rect, size: Size, colors: Mapping[str, Color]
) -> tuple[Placed, ...]:
    """The part `window` of a drawing (in shares of its width and height) filling `size`.

    What lies outside the window is not cut off: who places it clips it. `colors` maps the
    drawing's colours by their names; “*” all the others.
    """
    return _placed(drawing, window, size, tuple(colors.items()))


# A page is laid out several times, and its masthead stood on the page before.
@lru_cache(maxsize=64)
def _placed(drawing: DrawingFile, window: Rect, size: Size, colors: Colors) -> tuple[Placed, ...]:
    scale = size.width / (window.width * drawing.width)
    left, top = window.x * drawing.width * scale, window.y * drawing.height * scale
    matrix = (scale, 0.0, 0.0, scale, -left, -top)
    return _scaled(drawing.items, matrix, dict(colors))


def _scaled(
    items: tuple[Placed, ...], matrix: Matrix, colors: Mapping[str, Color]
) -> tuple[Placed, ...]:
    made = []
    for at, item, origin in items:
        if isinstance(item, Path):
            made.append(Placed(at, _path(item, matrix, colors), origin))
        elif isinstance(item, Group) and item.clip is not None:
            # The viewport's edge: a rectangle from the drawing's corner.
            scale, left, top = matrix[0], matrix[4], matrix[5]
            size = Size(item.clip.width * scale, item.clip.height * scale)
            inside = _scaled(item.items, (scale, 0.0, 0.0, scale, 0.0, 0.0), colors)
            made.append(Placed(Point(left, top), replaced(item, items=inside, clip=size), origin))
        elif isinstance(item, Group):
            outline = _path(item.outline, matrix, colors) if item.outline is not None else None
            inside = _scaled(item.items, matrix, colors)
            made.append(Placed(at, replaced(item, items=inside, outline=outline), origin))
    return tuple(made)


def _path(path: Path, matrix: Matrix, colors: Mapping[str, Color]) -> Path:
    stroke = path.stroke
    if stroke is not None:
        scale = matrix[0]
        style = stroke.style.scaled(scale)
        stroke = Stroke(
            recolored(stroke.color, colors), stroke.width * scale, style.dash, style.cap,
            style.join, style.miter_limit, style.dash_phase,
        )  # fmt: skip
    fill = recolored(path.fill, colors) if path.fill is not None else None
    return replaced(path, segments=mapped(path.segments, matrix), fill=fill, stroke=stroke)


def recolored(color: Color, colors: Mapping[str, Color]) -> Color:
    """What a drawing's colour becomes: what it is mapped to, else itself."""
    if color.name == CURRENT:
        # “*” is for colours that the drawing has; this one is the layout's from the start.
        return colors.get(CURRENT, color)
    return colors.get(color.name) or colors.get(REST, color)
