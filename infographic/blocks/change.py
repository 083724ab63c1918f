"""A change: where a number was, an arrow, where it is now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Literal

from infographic.display.items import Frame, Group, Placed, Role, TextLine, walk
from infographic.foundation.color import Color
from infographic.foundation.geometry import Point, Size
from infographic.foundation.marks import Length, Range
from infographic.layout.fitting import largest, scaled
from infographic.layout.setting import TOLERANCE, set_copy, set_trimmed
from infographic.layout.shapes import arrow
from infographic.layout.stacking import pile
from infographic.story.model import Stat
from infographic.story.stat import taken_apart
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Part, TextStyle


@dataclass(frozen=True, slots=True)
class Arrow:
    """The arrow between the two states of a change."""

    color: Color | None = None
    """Its colour; without one, that of the digits."""
    length: Length = 30.0
    weight: Length = 2.0
    gap: Length = 8.0
    """Space on either side of it."""
    direction: Literal["across", "down"] = "across"
    """The states side by side where they fit, or one below the other."""
    earlier: Annotated[float, Range(gt=0, le=1)] = 1.0
    """The size of the earlier number as a share of the later one's."""


def lay_out_change(
    stat: Stat, style: TextStyle, value_style: TextStyle, gap: float, look: Arrow, width: float
) -> Frame:
    """From and to, side by side on one baseline where both fit, else one above the other."""
    before, after = stat.from_, stat.to
    assert before is not None
    assert after is not None
    frames = []
    if stat.label is not None:
        frames.append(set_copy(stat.label, style, width, name="label"))
    color = look.color or value_style.of(Part.DIGITS).color
    between = look.length + 2 * look.gap

    def widths(factor: float) -> tuple[float, float]:
        later = scaled(value_style, factor)
        return (
            _width(before, style, scaled(later, look.earlier)),
            _width(after, style, later),
        )

    across = look.direction == "across"
    factor = 1.0
    if across:
        states = (_widths(before, style, scaled(value_style, look.earlier)),
                  _widths(after, style, value_style))  # fmt: skip
        room = width - between - TOLERANCE
        factor = largest(lambda f: sum(max(words, f * n) for words, n in states) <= room, 0.6)
        across = sum(widths(factor)) + between <= width + TOLERANCE
    later = scaled(value_style, factor)
    earlier = scaled(later, look.earlier)
    if across:
        left, right = widths(factor)
        smaller, larger = (_number_height(s, v) for s, v in
                           ((before, earlier), (after, later)))  # fmt: skip
        # The smaller number stands lower, so that both labels are on one line.
        first = _state(before, style, earlier, gap + max(larger - smaller, 0.0), left)
        # What is left over widens the arrow a little, never beyond twice its length.
        spare = min(width - left - right - between, look.length)
        second = _state(after, style, later, gap, right)
        # Not every number has a unit below the baseline: frames level at the foot are not enough.
        baseline = max(_last_baseline(first), _last_baseline(second))
        tops = [baseline - _last_baseline(state) for state in (first, second)]
        height = max(tops[0] + first.size.height, tops[1] + second.size.height)
        middle = later.of(Part.DIGITS)
        cap = middle.fonts.figures[0].metrics.cap_height * middle.size
        shaft = arrow(
            Point(left + look.gap, baseline - cap * 0.45),
            look.length + spare, look.weight, color, stat.origin,
        )  # fmt: skip
        frames.append(
            Frame(
                Size(width, height),
                (
                    *first.placed(Point(0, tops[0])),
                    Placed(Point(0, 0), Group((shaft,), role=Role.ARTIFACT), stat.origin),
                    *second.placed(Point(left + between + spare, tops[1])),
                ),
                first.faults + second.faults,
                baseline=baseline,
            )
        )
    else:
        frames += _down(stat, style, later, look, color, width)
    return pile(frames, width, gap, None, stat.origin, "the change")


def _down(
    stat: Stat, style: TextStyle, later: TextStyle, look: Arrow, color: Color, width: float
) -> list[Frame]:
    """One below the other: each state a line, its words before its number, the arrow before the
    second."""
    assert stat.from_ is not None
    assert stat.to is not None
    shaft = min(look.length, later.of(Part.DIGITS).size * 0.6)
    states = ((stat.from_, width), (stat.to, width - shaft - look.gap))

    def fits(factor: float) -> bool:
        smaller = replace(style, parts=scaled(later, factor).parts)
        return all(set_paragraph(s, smaller, room).overrun <= TOLERANCE for s, room in states)

    later = scaled(later, largest(fits, 0.5))
    lines = replace(style, parts=later.parts)
    first = set_copy(stat.from_, lines, width, name="state")
    second = set_copy(stat.to, lines, width - shaft - look.gap, name="state")
    digits = later.of(Part.DIGITS)
    cap = digits.fonts.figures[0].metrics.cap_height * digits.size
    # The number stands in the last line, whatever of its words went into one before.
    head = arrow(Point(0, _last_baseline(second) - cap / 2), shaft, look.weight, color, stat.origin)
    drawn = Placed(Point(0, 0), Group((head,), role=Role.ARTIFACT, name="arrow"), stat.origin)
    moved = (drawn, *second.placed(Point(shaft + look.gap, 0)))
    return [first, replace(second, size=Size(width, second.size.height), items=moved)]


def _number_height(copy: Copy, value_style: TextStyle) -> float:
    """From the top of a state's number to its baseline."""
    return set_trimmed(_parts(copy)[1], value_style, float("inf")).baseline


def _last_baseline(frame: Frame) -> float:
    lines = (p.at.y for p in walk(frame.items, Point(0, 0)) if isinstance(p.item, TextLine))
    return max(lines, default=0.0)


def _state(copy: Copy, style: TextStyle, value_style: TextStyle, gap: float, width: float) -> Frame:
    """One state: its words above, its number below with what follows it."""
    before, value = _parts(copy)
    frames = [set_trimmed(value, value_style, width, "value")]
    if before is not None:
        frames.insert(0, set_copy(before, style, width, name="label"))
    return pile(frames, width, gap, None, copy.origin, "the state")


def _parts(copy: Copy) -> tuple[Copy | None, Copy]:
    pieces = taken_apart(copy)
    if pieces is None:
        return None, copy
    value = pieces.value
    if pieces.after is not None:
        tail = tuple(replace(s, part=Part.UNIT) for s in pieces.after.spans)
        value = Copy(value.spans + tail, value.origin)
    return pieces.before, value


def _width(copy: Copy, style: TextStyle, value_style: TextStyle) -> float:
    return max(_widths(copy, style, value_style)) + TOLERANCE


def _widths(copy: Copy, style: TextStyle, value_style: TextStyle) -> tuple[float, float]:
    """Of a state's words and of its number."""
    before, value = _parts(copy)
    width = set_paragraph(value, value_style, float("inf")).natural_width
    if before is None:
        return 0.0, width
    return set_paragraph(before, style, float("inf")).natural_width, width
