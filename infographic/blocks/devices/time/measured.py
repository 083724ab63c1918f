"""Lines measured across: what stands at their sides, over and under them, before heights are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.blocks.devices.time.aids import (
    Level,
    Shades,
    levels_of,
    shades_of,
)  # fmt: skip
from infographic.blocks.devices.time.course import Course, course_of
from infographic.blocks.devices.time.ends import (
    Ends,
    ends_of,
    names_height,
)  # fmt: skip
from infographic.blocks.devices.time.foot import Foot, foot_of
from infographic.blocks.devices.time.points import (
    Note,
    notes_of,
    spike_note,
    spike_of,
)  # fmt: skip
from infographic.blocks.devices.time.upright import GRID_FROM, Upright, upright_of
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lines.logarithmic import LogScale
from infographic.graphics.look import Look
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject
from infographic.story.chart import Key
from infographic.text.style import TextStyle

RATIO = 16 / 9, 2.0
"""Width over height of a field: no taller than the first; a wide one by itself as the second."""
ON_CARDS = 4 / 3
"""Likewise on a screen, in the room of a card, where a flat field would leave a hole."""
LOW = 0.2
"""Of the field's height: a value so near to its foot has no room under it."""
WIDE = (240, 700)
"""From here on a field is wide."""


class Manner(NamedTuple):
    """How the lines are drawn."""

    is_filled: bool = False
    """An area from 0 under the one line."""
    held: tuple[Decimal, ...] = ()
    """Values that the scale must hold besides: those of other fields on the same scale."""
    end: TextStyle | None = None
    """Of the last figure, where it is not the grammar's."""
    is_beside: bool | None = None
    """Whether that figure stands right of its dot; None: where it has room there."""
    is_from_zero: bool = False
    """Though it is no area: one of several fields of different units."""
    margins: tuple[float, float] = (0.0, 0.0)
    """Left and right of the field, at least: so that fields over each other align."""
    is_field: bool = False
    """One of several small fields: no figure at the start, no notes."""


class Sheet(NamedTuple):
    """All that is known before heights are."""

    subject: Subject
    look: Look
    course: Course
    claimed: frozenset[int]
    manner: Manner
    upright: Upright
    levels: tuple[Level, ...]
    ends: Ends
    foot: Foot
    shades: Shades
    notes: tuple[Note, ...]
    faults: tuple[Diagnostic, ...]
    left: float
    right: float
    places: tuple[float, ...]
    head: float
    """Over the field."""

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def air(self) -> float:
        """Under the field, where the lowest value is no zero: lines do not end on the times."""
        scale, look = self.upright.scale, self.look
        is_based = isinstance(scale, Scale) and scale.low >= 0
        values = self.subject.series[0].values
        first = next((values[row] for row in self.course.rows if values[row] is not None), None)
        is_single = len(self.subject.series) == 1 and not self.manner.is_field
        if not is_single or isinstance(scale, LogScale) or not scale.low or first is None:
            return 0.0 if is_based else look.of(6, 18)
        # A first value near the foot has its figure below it.
        if scale.at(first) > 1 - LOW:
            return look.start.size + clearance(look)
        return 0.0 if is_based else look.of(6, 18)

    @property
    def beyond(self) -> float:
        """All height but the field's."""
        return self.head + self.air + self.foot.height


def sheet_of(subject: Subject, look: Look, width: float, manner: Manner) -> Sheet:
    """The chart measured across."""
    course = course_of(subject)
    claimed = subject.claimed or frozenset({0})
    levels = levels_of(subject, course, look)
    values = [value for one in subject.series for value in one.present]
    held = [*values, *manner.held, *(end for one in levels for end in (one.low, one.high))]
    upright = upright_of(subject, look, held, is_from_zero=manner.is_filled or manner.is_from_zero,
                         has_grid=len(course.rows) >= GRID_FROM)  # fmt: skip
    ends = ends_of(subject, course, look, width, claimed, manner.end)
    if manner.is_beside is not None:
        ends = ends._replace(is_beside=manner.is_beside)
    radius = dot_radius(look)
    left = upright.room + look.of(5, 14) if upright.labels else radius
    left = max(left, manner.margins[0])
    right = width - max(ends.room, radius, manner.margins[1])
    places = course.places(left, right)
    notes, faults = ((), ()) if manner.is_field else notes_of(subject, course)
    notes = (*_spikes(subject, course, notes, manner), *notes)[:3]
    wanted = [*(row for row in ends.rows if row >= 0), *(note.row for note in notes),
              *(row for row in subject.highlighted if row in course.rows)]  # fmt: skip
    foot = foot_of(subject, course, places, look, width, wanted)

    def ends_at(one: Key, other: Key) -> tuple[float, float] | None:
        return course.span(subject, one, other, left, right)

    shades = shades_of(subject, look, ends_at, width)
    head = shades.head + _over(subject, look, upright, ends, manner)
    return Sheet(
        subject, look, course, claimed, manner, upright, levels, ends, foot, shades, notes,
        (*faults, *shades.faults), left, right, places, head,
    )  # fmt: skip


def _spikes(
    subject: Subject, course: Course, notes: Sequence[Note], manner: Manner
) -> Iterator[Note]:
    if manner.is_field or len(subject.series) != 1:
        return
    row = spike_of(subject)
    if row is not None and row in course.rows[1:-1] and all(note.row != row for note in notes):
        yield spike_note(subject, row)


def _over(subject: Subject, look: Look, upright: Upright, ends: Ends, manner: Manner) -> float:
    """The room over the highest point: for the figures that stand above theirs."""
    tick = max((label.rise for label in upright.labels), default=0.0) + look.of(2, 6)
    if len(subject.series) > 1:
        return max(tick, dot_radius(look), look.label.leading / 2)
    above = [ends.figure.height / 2 if ends.is_beside else ends.figure.height + clearance(look)]
    if not manner.is_field:
        above.append(look.start.size + clearance(look))
    return max(*above, tick) + look.of(2, 6)


def dot_radius(look: Look) -> float:
    return look.of(3.2, 9)


def clearance(look: Look) -> float:
    """From a point to words at it."""
    return dot_radius(look) + look.of(3, 8)


def height_of(sheet: Sheet, room: float | None) -> float:
    """Of the field: 16 : 9 to 2 : 1 by itself; flatter where there is less height."""
    tallest = tallest_field(sheet.width, sheet.look, room)
    least = max(least_field(sheet.look), names_height(sheet.ends, sheet.look))
    if room is None:
        own = tallest if sheet.width < sheet.look.of(*WIDE) else sheet.width / RATIO[1]
        return max(own, least)
    return max(min(room - sheet.beyond, max(tallest, least)), 1.0)


def tallest_field(width: float, look: Look, room: float | None) -> float:
    """The height that a field of a width has at the most."""
    return width / (RATIO[0] if look.is_print or room is None else ON_CARDS)


def least_field(look: Look) -> float:
    """The height of a field below which no course is seen."""
    return look.of(40, 120)
