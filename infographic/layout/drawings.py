"""Drawings (SVG files) on a page: their colours named by the layout's, and they at their size."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from infographic.display.items import DrawingFile, Group, Path, Placed
from infographic.display.vectors.colors import CURRENT, REST, key_of
from infographic.display.vectors.drawing import placed_drawing
from infographic.foundation.color import Color, color_of
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.sayings import say
from infographic.story.model import ColorName
from infographic.text.keeping import count_work

ALL = Rect(0, 0, 1, 1)
SHOWN = 12
"""Of a drawing's colours that a message names."""


def set_drawing(
    drawing: DrawingFile,
    at: Point,
    size: Size,
    colors: Mapping[str, Color],
    origin: Origin,
    window: Rect = ALL,
) -> Placed:
    """The part `window` of a drawing filling `size` at a place, its colours mapped; uncut.

    Raises `SpecError` where all that a layout draws comes to too much.
    """
    count_work("drawn-segments", _segments_of(drawing), origin)
    items = placed_drawing(drawing, window, size, colors)
    return Placed(at, Group(items, name="drawing"), origin)


@lru_cache(maxsize=64)
def _segments_of(drawing: DrawingFile) -> int:
    """Lines and curves of a drawing, and its parts, which cost as much."""
    count, waiting = 0, [*drawing.items]
    while waiting:
        item = waiting.pop().item
        count += 1 + (len(item.segments) if isinstance(item, Path) else 0)
        if isinstance(item, Group):
            waiting += item.items
    return count


def named_colors(
    drawing: DrawingFile,
    named: Mapping[str, Color | ColorName],
    tokens: Mapping[str, Color],
    current: Color | None,
    origin: Origin,
) -> tuple[Mapping[str, Color], list[Diagnostic]]:
    """What each of a drawing's colours becomes, by its name, and what is wrong with what was said.

    `named` are colours of the layout, or their names in `tokens`; `current` is what the drawing
    calls currentColor. `origin` is the place of the whole mapping.
    """
    made: dict[str, Color] = {} if current is None else {CURRENT: current}
    wrong: list[Diagnostic] = []
    known = {color.name for color in drawing.colors}
    for key, value in named.items():
        name = key_of(key)
        at = value.origin if isinstance(value, ColorName) else origin / key
        if name is None:
            wrong.append(Diagnostic(say("svg-color/key", key=key), at))
            continue
        found = color_of(tokens, value.text, at) if isinstance(value, ColorName) else value
        if isinstance(found, Diagnostic):
            wrong.append(found)
            continue
        made[name] = found
        if name != REST and name not in known:
            has = tuple(color.name for color in drawing.colors)[:SHOWN]
            saying = say("svg-color/unused", key=key, name=drawing.path.name, has=has)
            wrong.append(Diagnostic(saying, at, severity=Severity.WARNING))
    return made, wrong
