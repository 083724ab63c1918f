"""Paragraphs in columns that run down, the first at the right.

A region's height is the columns' length, and its width their room. Without a height the columns
are as short as the width allows, in whole ems.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from infographic.display.frame import Frame
from infographic.display.items import Group, Placed, Role
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.setting import (
    TOLERANCE,
    beyond,
    faults_of,
    height_of,
    placed_line,
    set_within,
    shortened,
)
from infographic.layout.tally import over_in
from infographic.text.copy import Copy
from infographic.text.set_lines import SetLine
from infographic.text.style import TextStyle

SHORTEST, LONGEST = 4, 200
"""Columns of no given length, in em."""


def shortest(fits: Callable[[float], bool], size: float) -> float:
    """The shortest column that fits, in whole ems of `size`, in points."""
    low, high = SHORTEST - 1, LONGEST
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle * size):
            high = middle
        else:
            low = middle
    return high * size


def set_columns(
    copies: Sequence[Copy],
    style: TextStyle,
    region: Region,
    *,
    length: float | None = None,
    role: Role | None = Role.PARAGRAPH,
    name: str = "text",
    max_lines: int = 0,
) -> Frame:
    """Set paragraphs one after another, as long as `length` or the region's height.

    Columns that the width cannot hold are a fault that says how many, and how many characters.
    """
    copies = [copy for copy in copies if copy.text]
    if not copies:
        return Frame(Size(region.width, region.height or 0.0))
    measure = length if length is not None else region.height
    if measure is None:
        measure = shortest(
            lambda ems: _width(copies, style, ems) <= region.width + TOLERANCE, style.size
        )
    room = region.width + TOLERANCE
    right, items = region.width, []
    faults: list[Diagnostic] = []
    lines: list[SetLine] = []
    gap = style.space_before + style.space_after
    for number, copy in enumerate(copies):
        alone = region.width if len(copies) == 1 else None
        paragraph = set_within(copy, style, measure, max_lines, alone)
        faults += faults_of(paragraph, copy, style, max_lines)
        right -= gap if number else 0.0
        columns = stand_columns(paragraph.lines, copy.origin, Point(right, 0))
        items.append(Placed(Point(0, 0), Group(columns, role=role, name=name), copy.origin))
        right -= height_of(paragraph.lines)
        lines += paragraph.lines
    longest = max(line.x + line.text.width for line in lines)
    height = measure if math.isfinite(measure) else longest
    if right < -TOLERANCE:
        across = region.width if len(copies) == 1 else None
        over = over_in(copies, lambda words: _width(words, style, measure, across) <= room)
        faults.append(_overset(copies[0], over, lines, style, region.width, region.width - right))
    if region.height is not None and height > region.height + TOLERANCE:
        faults.append(_too_long(copies[0], style, height, region.height))
    return Frame(Size(region.width, height), tuple(items), tuple(faults))


def _width(
    copies: Sequence[Copy], style: TextStyle, measure: float, across: float | None = None
) -> float:
    gaps = (len(copies) - 1) * (style.space_before + style.space_after)
    made = (set_within(copy, style, measure, height=across) for copy in copies)
    return gaps + sum(height_of(one.lines) for one in made)


def stand_columns(lines: Sequence[SetLine], origin: Origin, at: Point) -> tuple[Placed, ...]:
    """Columns from `at`, their top right corner, to the left."""
    x = at.x
    items: list[Placed] = []
    for line in lines:
        x -= line.above
        items += placed_line(line, Point(x, at.y + line.x), origin)
        x -= line.below
    return tuple(items)


def _overset(
    copy: Copy, over: int, lines: Sequence[SetLine], style: TextStyle, width: float, needed: float
) -> Diagnostic:
    left = beyond(lines, width)
    return Diagnostic(
        say(
            "overset/words-in-width",
            words=shortened(copy.text),
            needed=needed,
            given=width,
            over=over,
            left=left,
            columns=len(lines),
            style=style.name,
            more=needed - width,
        ),
        copy.origin,
    )


def _too_long(copy: Copy, style: TextStyle, length: float, height: float) -> Diagnostic:
    return Diagnostic(
        say(
            "overset/columns-long",
            words=shortened(copy.text),
            length=length,
            height=height,
            over=length - height,
            style=style.name,
        ),
        copy.origin,
    )
