"""The names of series: at the marks of the first row, else in a key of small squares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from infographic.blocks.devices.ranking.anatomy.rows import Said
from infographic.blocks.devices.ranking.anatomy.tones import Tone, marked
from infographic.display.items import Placed
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.placing.pushing import pushed_apart
from infographic.graphics.subject import Subject

_TIMES = late(r"\d{4}|年|上期|本期|期初|期末|之?前$|之?后$|before|after|last|this", re.IGNORECASE)


def are_times(subject: Subject) -> bool:
    """Whether its series are named by times, the later last: 2020年, 2024年; 上年, 本年."""
    names = [one.column.name for one in subject.series]
    return all(_TIMES.search(name) for name in names)


def claimed_series(subject: Subject) -> frozenset[int]:
    """The series that the title is about: as the chart says, else the latest, else the first."""
    if subject.claimed:
        return subject.claimed
    return frozenset({len(subject.series) - 1 if are_times(subject) else 0})


def named_series(
    subject: Subject, look: Look, stronger: frozenset[int] | None = None
) -> tuple[Lettering, ...]:
    """The names as they are lettered; without other wish the claimed one's stands out."""
    claimed = claimed_series(subject) if stronger is None else stronger
    return tuple(
        lettered(one.name, look.strong if at in claimed else look.label, one.column.origin)
        for at, one in enumerate(subject.series)
    )


class Key(NamedTuple):
    """Names over the rows. Lengths in points."""

    items: tuple[Placed, ...]
    height: float
    boxes: tuple[Rect, ...] = ()
    """What names over marks cover, for lines that part round words."""


Sign = Callable[[int, Rect], Iterable[Placed]]
"""What stands in a key for a series, in a small square."""


def key_of(
    subject: Subject, look: Look, tones: Sequence[Tone], names: Sequence[Lettering], width: float
) -> Key:
    """A small square in each series' tone with its name behind it, in as many lines as it takes."""

    def square(at: int, box: Rect) -> Iterable[Placed]:
        along, across = (box.x, box.right), (box.y, box.bottom)
        return marked(look, along, across, tones[at], subject.series[at].column.origin)

    return key_of_signs(look, square, names, width)


def key_of_signs(look: Look, sign: Sign, names: Sequence[Lettering], width: float) -> Key:
    side, leading = look.em * 0.75, look.label.leading
    x, line = 0.0, 0
    items: list[Placed] = []
    for at, name in enumerate(names):
        whole = side + look.em * 0.35 + name.width
        if x and x + whole > width:
            x, line = 0.0, line + 1
        middle = leading * (line + 0.5)
        items += sign(at, Rect(x, middle - side / 2, side, side))
        items += name.middle(x + side + look.em * 0.35, middle)
        x += whole + look.em * 1.2
    return Key(tuple(items), leading * (line + 1) + look.em * 0.6)


def over_segments(
    look: Look, names: Sequence[Lettering], segments: Sequence[tuple[float, float]], width: float
) -> Key | None:
    """Each name over its own segment of the first row; None where one would stand over another's.

    `segments` are their starts and ends, in order; the key's height ends at the bar's top.
    """
    middles = [(start + end) / 2 for start, end in segments]
    if any(end <= start for start, end in segments):
        return None
    sizes = [name.width for name in names]
    found = pushed_apart(middles, sizes, 0, width, look.em * 0.8)
    if found is None:
        return None
    drop = look.of(3, 9)
    height = look.label.leading + drop
    items: list[Placed] = []
    boxes: list[Rect] = []
    for name, at, middle, size, (start, end) in zip(
        names, found, middles, sizes, segments, strict=True
    ):
        # The tick that leads down from a name must come from under it.
        x = min(max(middle, at - size / 2 + 1), at + size / 2 - 1)
        if not start + 1 < x < end - 1:
            return None
        said = Said(name, at - size / 2, look.label.leading - name.foot - look.of(1, 3))
        boxes.append(said.box)
        items += said.items
        items += straight(Point(x, height - drop), Point(x, height), look.leader, name.origin)
    return Key(tuple(items), height, tuple(boxes))


def over_points(
    look: Look, names: Sequence[Lettering], points: Sequence[float], width: float
) -> Key | None:
    """Each name over its own point of the first row, a leader down to it; None without room.

    The key's height ends where the leaders do.
    """
    sizes = [name.width for name in names]
    found = pushed_apart(points, sizes, 0, width, look.em * 0.8)
    if found is None:
        return None
    drop = look.of(4, 12)
    height = look.label.leading + drop
    items: list[Placed] = []
    boxes: list[Rect] = []
    for name, at, x, size in zip(names, found, points, sizes, strict=True):
        if abs(at - x) > size:
            return None
        said = Said(name, at - size / 2, look.label.leading - name.foot - look.of(1, 3))
        boxes.append(said.box)
        items += said.items
        start = min(max(x, at - size / 2 + 1), at + size / 2 - 1)
        items += straight(Point(start, height - drop), Point(x, height), look.leader, name.origin)
    return Key(tuple(items), height, tuple(boxes))
