"""A change: where a number was, an arrow, where it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal, NamedTuple

from infographic.display.items import Frame, Group, Placed, Role, TextLine, walk
from infographic.foundation.color import Color
from infographic.foundation.geometry import Point, Size
from infographic.foundation.marks import Length, Range
from infographic.layout.block import SmallestType
from infographic.layout.copyfit import press_factor
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


SMALLEST_ACROSS, SMALLEST_DOWN = 0.6, 0.5
"""The smallest share of its size a change's number shrinks to, side by side and one below the
other."""


class SetSize(NamedTuple):
    """What the stats of one set share."""

    factor: float
    """Scales their numbers."""
    across: bool = True
    """The two states of each change stand side by side."""


def change_size(
    changes: Sequence[tuple[Stat, float]], style: TextStyle, value_style: TextStyle, look: Arrow,
    press: SmallestType,
) -> SetSize:  # fmt: skip
    """The size at which every change fits its width; side by side where all of them can be."""
    copies = [states_of(stat) for stat, _ in changes]
    earlier = scaled(value_style, look.earlier)
    least = max(
        press_factor(_numbers([one for one, _ in copies]), earlier, press),
        press_factor(_numbers([one for _, one in copies]), value_style, press),
    )
    if look.direction == "across":
        between = look.length + 2 * look.gap + 3 * TOLERANCE
        # Words keep their size: only the numbers are multiplied.
        states = [
            (_widths(before, style, earlier), _widths(after, style, value_style))
            for before, after in copies
        ]

        def abreast(factor: float) -> bool:
            return all(
                sum(max(words, factor * number) for words, number in pair) + between <= width
                for pair, (_, width) in zip(states, changes, strict=True)
            )

        factor = largest(abreast, max(SMALLEST_ACROSS, least))
        if abreast(factor):
            return SetSize(factor, across=True)
    shaft = look.length + look.gap

    def fits(factor: float) -> bool:
        later = scaled(value_style, factor)
        lines = replace(style, parts=later.parts)
        head = min(shaft, later.of(Part.DIGITS).size * 0.6 + look.gap)
        return all(
            set_paragraph(state, lines, room).overrun <= TOLERANCE
            for (before, after), (_, width) in zip(copies, changes, strict=True)
            for state, room in ((before, width), (after, width - head))
        )

    return SetSize(largest(fits, max(SMALLEST_DOWN, least)), across=False)


def lay_out_change(
    stat: Stat, style: TextStyle, value_style: TextStyle, gap: float, look: Arrow, width: float,
    size: SetSize,
) -> Frame:  # fmt: skip
    """From and to, side by side on one baseline, or one above the other."""
    before, after = states_of(stat)
    frames = []
    if stat.label is not None:
        frames.append(set_copy(stat.label, style, width, name="label"))
    color = look.color or value_style.of(Part.DIGITS).color
    between = look.length + 2 * look.gap
    later = scaled(value_style, size.factor)
    earlier = scaled(later, look.earlier)
    if size.across:
        left, right = _width(before, style, earlier), _width(after, style, later)
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
    before, after = states_of(stat)
    shaft = min(look.length, later.of(Part.DIGITS).size * 0.6)
    lines = replace(style, parts=later.parts)
    first = set_copy(before, lines, width, name="state")
    second = set_copy(after, lines, width - shaft - look.gap, name="state")
    digits = later.of(Part.DIGITS)
    cap = digits.fonts.figures[0].metrics.cap_height * digits.size
    # The number stands in the last line, whatever of its words went into one before.
    head = arrow(Point(0, _last_baseline(second) - cap / 2), shaft, look.weight, color, stat.origin)
    drawn = Placed(Point(0, 0), Group((head,), role=Role.ARTIFACT, name="arrow"), stat.origin)
    moved = (drawn, *second.placed(Point(shaft + look.gap, 0)))
    return [first, replace(second, size=Size(width, second.size.height), items=moved)]


def states_of(stat: Stat) -> tuple[Copy, Copy]:
    assert stat.from_ is not None
    assert stat.to is not None
    return stat.from_, stat.to


def _numbers(copies: Sequence[Copy]) -> list[Copy]:
    """What of them is set as a number."""
    return [Copy(tuple(s for s in one.spans if s.part is not Part.PLAIN)) for one in copies]


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
