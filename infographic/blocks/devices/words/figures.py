"""Plain figures: what every device gives way to in the end. It refuses nothing.

All in one size, as large as the room allows, in rows of as many as it holds, the words below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.blocks.cell import aligned
from infographic.blocks.change import SetSize
from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.stat import StatLook, lay_out_stat, set_size, widths_of
from infographic.display.frame import Frame, bare, together
from infographic.display.items import Group, Placed
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.look import Look, in_accent
from infographic.graphics.marks import straight
from infographic.graphics.subject import Subject, ordered
from infographic.graphics.words import word
from infographic.layout.scaling import with_digits_of
from infographic.story.model import Stat
from infographic.text.copy import Copy, Span
from infographic.text.style import Part, TextStyle

MOST_ACROSS = 4
"""Figures side by side."""
LEAST_CELL = 6.0
"""Em of the labels: narrower, every label would be a column of its own."""
SLACK = 0.01
MOST = 120
"""Figures in all: what has more is for another device, or for a table. Those that the title is
about stay, and the first; that there are more is said."""


def refuses(subject: Subject) -> Saying | None:
    return None


class _Entry(NamedTuple):
    """A figure and its words, and whether the title is about it."""

    stat: Stat
    is_claimed: bool


def _entries(subject: Subject) -> tuple[list[_Entry], int]:
    """The figures that are shown, and how many are left out."""
    stats = subject.given.stats
    if stats:
        claimed = [stat.lead and len(stats) > 1 for stat in stats]
        kept = _kept(claimed)
        entries = [_Entry(replaced(stats[at], icon=""), claimed[at]) for at in kept]
        return entries, len(stats) - len(kept)
    rows, across = ordered(subject, "file"), len(subject.series)
    claimed = [row in subject.highlighted for row in rows for _ in range(across)]
    kept = _kept(claimed)
    # A table has thousands of values: words are made of those alone that are shown.
    entries = [
        _Entry(_stat(subject, rows[at // across], at % across), claimed[at]) for at in kept
    ]  # fmt: skip
    return entries, len(claimed) - len(kept)


def _stat(subject: Subject, row: int, series: int) -> Stat:
    """A value of a table as a stat; a mark behind it goes to its label, as a note's mark may."""
    said = subject.said(row, series)
    digits = "".join(span.text for span in said.spans if not span.script)
    marks = tuple(span for span in said.spans if span.script)
    names = [subject.names[row]]
    if len(subject.series) > 1 or not names[0]:
        names.append(subject.series[series].name)
    named = "·".join(name for name in names if name)
    label = Copy((Span(named), *marks), subject.name_at(row)) if named else None
    return Stat(value=digits, label=label, origin=said.origin, value_origin=said.origin)


class _Set(NamedTuple):
    """All figures at one size in so many columns."""

    rows: tuple[tuple[Frame, ...], ...]
    columns: int
    cell: float
    heights: tuple[float, ...]
    gap: float
    """From row to row."""

    @property
    def height(self) -> float:
        return sum(self.heights) + self.gap * max(len(self.heights) - 1, 0)


def _sizes(look: Look) -> list[float]:
    """Of the digits: a main figure, one at a line's end, at its start, at a mark."""
    return [one.of(Part.DIGITS).size for one in (look.main, look.end, look.start, look.figure)]


def _column_gap(look: Look) -> float:
    return look.of(14, 44)


def _stat_look(look: Look, value: TextStyle) -> StatLook:
    least = look.figure.of(Part.DIGITS).size / value.of(Part.DIGITS).size
    return StatLook(
        style=look.label, value_style=value, note_style=look.tick, form="stacked",
        gap=look.em * 0.3, smallest=min(least, 1.0), icon="none",
    )  # fmt: skip


def _widest(entries: Sequence[_Entry], look: Look) -> float:
    """The width that the widest figure wants at the smallest size."""
    least = _stat_look(look, look.figure)
    wants = [one.number_at(1.0) for entry in entries for one in widths_of(entry.stat, least)]
    return max(wants, default=0.0)


def _columns(count: int, look: Look, width: float, widest: float) -> list[int]:
    """How many stand side by side, the best first: many, and few empty places in the last row."""
    gap, cell = _column_gap(look), max(widest, look.em * LEAST_CELL)
    most = max(min(int((width + gap + SLACK) // (cell + gap)), MOST_ACROSS, count), 1)
    likely = range(most, max(most // 2, 1) - 1, -1)
    return sorted(likely, key=lambda n: ((-count % n) / n > 0.5, -(-count // n), -count % n))


def _set(entries: Sequence[_Entry], look: Look, size: float, columns: int, width: float) -> _Set:
    gap = _column_gap(look)
    cell = (width - gap * (columns - 1)) / columns
    plain = _stat_look(look, with_digits_of(look.main, size))
    assert plain.value_style is not None
    claimed = replaced(plain, value_style=in_accent(plain.value_style, look))
    common: SetSize = set_size([(entry.stat, cell) for entry in entries], plain)
    rows = []
    for start in range(0, len(entries), columns):
        row = entries[start : start + columns]
        rows.append(tuple(aligned([
            lay_out_stat(one.stat, claimed if one.is_claimed else plain, cell, common)
            for one in row
        ])))  # fmt: skip
    heights = tuple(max(frame.size.height for frame in row) for row in rows)
    return _Set(tuple(rows), columns, cell, heights, look.of(16, 48))


def _sets(
    entries: Sequence[_Entry], look: Look, width: float, height: float | None
) -> Iterator[_Set]:
    """From the most wished for to what takes the least height."""
    widest = _widest(entries, look)
    sizes = _sizes(look)
    if height is None:
        yield _free(entries, look, width, widest)
        return
    gap = look.of(16, 48)
    for size in sizes:
        for columns in _columns(len(entries), look, width, widest * size / sizes[-1]):
            # What is too tall by its gaps alone is not set to know it.
            if (-(-len(entries) // columns) - 1) * gap <= height + SLACK:
                yield _set(entries, look, size, columns, width)
    # At last the rows close up.
    for columns in _columns(len(entries), look, width, widest):
        dense = _set(entries, look, sizes[-1], columns, width)
        yield dense._replace(gap=look.of(6, 20))


MANY = 4
"""So many figures stand in one column only where two are too wide even smaller."""


def _free(entries: Sequence[_Entry], look: Look, width: float, widest: float) -> _Set:
    """As tall as it likes: main figures, a little smaller where that fills the width."""
    main, smallest = _sizes(look)[0], _sizes(look)[-1]
    sizes = [main, 0.8 * main, 0.65 * main]
    best = [_columns(len(entries), look, width, widest * size / smallest)[0] for size in sizes]
    wanted = 2 if len(entries) >= MANY else 1
    at = next((at for at, columns in enumerate(best) if columns >= wanted), 0)
    return _set(entries, look, sizes[at], best[at], width)


def least(subject: Subject, look: Look) -> Size:
    entries, _ = _entries(subject)
    if not entries:
        return Size(0.0, 0.0)
    width = max(_widest(entries, look), look.em * LEAST_CELL)
    dense = _set(entries, look, _sizes(look)[-1], 1, width)._replace(gap=look.of(6, 20))
    return Size(width, dense.height)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    if not (subject.count and subject.series):
        # Late: few data have no number.
        from infographic.blocks.devices.story import plain

        return plain.draw(subject, look, room)
    kept, left_out = _entries(subject)
    if not kept:
        return Drawn(Frame(Size(room.width, 0.0)))
    tried: list[_Set] = []
    for one in _sets(kept, look, room.width, room.height):
        tried.append(one)
        if room.height is None or one.height <= room.height + SLACK:
            break
    else:
        one = min(tried, key=lambda one: one.height)
    frame = _drawn(subject, look, room, one)
    if not left_out:
        return Drawn(frame)
    saying = say("graphic-left-out/many-figures", count=left_out, most=MOST)
    fault = Diagnostic(saying, subject.origin, severity=Severity.WARNING)
    said = word("rest-left-out", subject.language, count=left_out)
    return Drawn(replaced(frame, faults=(*frame.faults, fault)), (said,))


def _kept(claimed: Sequence[bool]) -> list[int]:
    """The numbers of those that are shown, in their order; of each is said if it is claimed."""
    room, kept = MOST - min(sum(claimed), MOST), list[int]()
    for number, is_claimed in enumerate(claimed):
        room -= not is_claimed
        if (is_claimed or room >= 0) and len(kept) < MOST:
            kept.append(number)
    return kept


def _drawn(subject: Subject, look: Look, room: Room, one: _Set) -> Frame:
    parts: list[tuple[Point, Frame]] = []
    y, between, gap = 0.0, one.gap, _column_gap(look)
    if room.height is not None and len(one.rows) > 1:
        spare = (room.height - one.height) / (len(one.rows) - 1)
        between += min(max(spare, 0.0), one.gap)
    for number, (row, height) in enumerate(zip(one.rows, one.heights, strict=True)):
        if number:
            rule = y - between / 2
            line = straight(Point(0, rule), Point(room.width, rule), look.gridline, subject.origin)
            parts.append((Point(0, 0), bare(line)))
        for column, frame in enumerate(row):
            x = column * (one.cell + gap)
            parts.append((Point(x, y), frame))
            if column:
                upright = straight(Point(x - gap / 2, y), Point(x - gap / 2, y + height),
                                   look.gridline, subject.origin)  # fmt: skip
                parts.append((Point(0, 0), bare(upright)))
        y += height + between
    made = together(Size(room.width, y - between), parts)
    return replaced(made, items=_without_roles(made.items))


def _without_roles(items: Sequence[Placed]) -> tuple[Placed, ...]:
    """A figure is one thing to who hears it: its words are in its text."""
    return tuple(
        placed._replace(item=replaced(
            placed.item, role=None, items=_without_roles(placed.item.items)
        )) if isinstance(placed.item, Group) else placed
        for placed in items
    )  # fmt: skip


DEVICE = Device("figures", refuses, least, draw, (), says_unit=True)
