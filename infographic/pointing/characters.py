"""The characters of a line of type: what each says, and where it stands along its line."""

from __future__ import annotations

from infographic.display.extents import ABOVE, BELOW
from infographic.display.items import TextLine
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record.tuples import NamedTuple


class Character(NamedTuple):
    """A character as it is read. Places are from the line's start, along it, in points."""

    text: str
    start: float
    end: float
    size: float
    """Of its type."""


def characters_of(line: TextLine) -> list[Character]:
    """A line's characters in their order; a ligature's share its width, and what the setting added
    (a hyphen at the line's end) is none."""
    glyphs: list[tuple[float, str, float]] = []
    for start, run in line.runs:
        for x, text in zip(run.xs, run.texts, strict=True):
            if text:
                glyphs.append((start + x * run.size, text, run.nominal_size))
    # By their places: a run may begin before the one before it ends, as raised figures do.
    starts = [start for start, _, _ in glyphs]
    ends = [*starts[1:], max(line.width, starts[-1])] if starts else []
    found = []
    for (start, text, size), behind in zip(glyphs, ends, strict=True):
        end = max(behind, start)
        each = (end - start) / len(text)
        for number, sign in enumerate(text):
            low = start + each * number
            found.append(Character(sign, low, low + each, size))
    return found


def line_box(line: TextLine, at: Point) -> Rect:
    """The em box of a line that stands at a place."""
    size = size_of(line)
    if line.vertical:
        return Rect(at.x - size / 2, at.y, size, line.width)
    return Rect(at.x, at.y - size * ABOVE, line.width, size * (ABOVE + BELOW))


def size_of(line: TextLine) -> float:
    """The largest size on a line."""
    return max((run.nominal_size for _, run in line.runs), default=0.0)


def stretch_of(line: TextLine, at: Point, start: float, end: float) -> Rect:
    """The part of a line's em box between two places along it."""
    box = line_box(line, at)
    if line.vertical:
        return Rect(box.x, at.y + start, box.width, end - start)
    return Rect(at.x + start, box.y, end - start, box.height)
