"""The drawing that line and area share: a field, its axes, lines through points, words at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from infographic.blocks.devices.device import Drawn, Room
from infographic.blocks.devices.time.aids import (
    Level,
    LevelWords,
    Shades,
    level_marks,
    level_words,
    levels_of,
    shades_of,
)  # fmt: skip
from infographic.blocks.devices.time.course import Course, course_of
from infographic.blocks.devices.time.ends import (
    Ends,
    ends_of,
    figure_of,
    names_height,
    placed_names,
)  # fmt: skip
from infographic.blocks.devices.time.foot import Foot, foot_of
from infographic.blocks.devices.time.points import (
    Fixed,
    Note,
    Words,
    figures_at,
    notes_at,
    notes_of,
    segments,
    spike_note,
    spike_of,
)  # fmt: skip
from infographic.blocks.devices.time.upright import GRID_FROM, Upright, upright_of
from infographic.display.frame import Frame
from infographic.display.items import Placed, Stroke
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Rect, Size
from infographic.graphics import outlines
from infographic.graphics.lettering import lettered
from infographic.graphics.lines.thinned import thinned
from infographic.graphics.look import Look
from infographic.graphics.marks import LineLook, dot, filled, line, ring
from infographic.graphics.placing.crossings import Line, Obstacles
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject
from infographic.graphics.words import word
from infographic.story.chart import Key
from infographic.text.style import TextStyle

RATIO = 16 / 9, 2.0
"""Width over height of a field: no taller than the first; a wide one by itself as the second."""
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
        is_based = isinstance(self.upright.scale, Scale) and self.upright.scale.low >= 0
        return 0.0 if is_based else self.look.of(6, 18)

    @property
    def beyond(self) -> float:
        """All height but the field's."""
        return self.head + self.air + self.foot.height


def draw_lines(subject: Subject, look: Look, room: Room, manner: Manner) -> Drawn:
    """Lines in room; what has no place among their words is among the frame's faults."""
    sheet = sheet_of(subject, look, room.width, manner)
    height = height_of(sheet, room.height)
    field = Rect(sheet.left, sheet.head, sheet.width, height)
    return _Drawing(sheet, field, room.width).drawn()


def sheet_of(subject: Subject, look: Look, width: float, manner: Manner) -> Sheet:
    """The chart measured across."""
    course = course_of(subject)
    claimed = subject.claimed or frozenset({0})
    levels = levels_of(subject, course, look)
    values = [value for one in subject.series for value in one.present]
    held = [*values, *manner.held, *(end for one in levels for end in (one.low, one.high))]
    upright = upright_of(subject, look, held, is_from_zero=manner.is_filled,
                         has_grid=len(course.rows) >= GRID_FROM)  # fmt: skip
    ends = ends_of(subject, course, look, width, claimed, manner.end)
    radius = dot_radius(look)
    left = upright.room + look.of(5, 14) if upright.labels else radius
    right = width - max(ends.room, radius)
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
    tallest = sheet.width / RATIO[0]
    least = max(least_field(sheet.look), names_height(sheet.ends, sheet.look))
    if room is None:
        own = tallest if sheet.width < sheet.look.of(*WIDE) else sheet.width / RATIO[1]
        return max(own, least)
    return max(min(room - sheet.beyond, max(tallest, least)), 1.0)


def least_field(look: Look) -> float:
    """The height of a field below which no course is seen."""
    return look.of(40, 120)


class _Drawing(NamedTuple):
    """Lines in a field whose place is known."""

    sheet: Sheet
    field: Rect
    whole: float
    """The device's width."""

    def drawn(self) -> Drawn:
        sheet, field, look = self.sheet, self.field, self.sheet.look
        upright = sheet.upright.moved(field.y, field.bottom)
        points = self._points(upright)
        lines = [part for one in points for part in segments(thinned(one, within=1.0))]
        words, said = self._words(upright, points, lines)
        boxes = words.boxes
        floor = field.bottom + sheet.air
        items: list[Placed] = [*sheet.shades.under(look, sheet.shades.head, floor)]
        items += upright.items(sheet.subject, look, field.right, boxes)
        if sheet.manner.is_filled:
            items += self._area(points[0], upright.foot)
        items += level_marks(sheet.levels, upright, look, field.x, field.right, boxes)
        items += upright.base(sheet.subject, look, field.x, field.right, boxes)
        items += self._lines(points)
        items += self._dots(points)
        items += sheet.foot.items(sheet.subject, look, floor)
        items += [*sheet.shades.over(), *words.items]
        size = Size(self.whole, floor + sheet.foot.height)
        frame = Frame(size, tuple(items), (*sheet.faults, *words.faults))
        return Drawn(frame, (*sheet.upright.said, *said, *self._said()))

    @property
    def _order(self) -> list[int]:
        """Of painting: what is claimed lies over the rest."""
        count = len(self.sheet.subject.series)
        return sorted(range(count), key=lambda at: at in self.sheet.claimed)

    def _points(self, upright: Upright) -> list[list[Point | None]]:
        course = self.sheet.course
        found = []
        for one in self.sheet.subject.series:
            heights = upright.scale.places([one.values[row] for row in course.rows])
            found.append([
                None if y is None else Point(x, y)
                for x, y in zip(self.sheet.places, heights, strict=True)
            ])  # fmt: skip
        return found

    def _lines(self, points: list[list[Point | None]]) -> Iterator[Placed]:
        """Each open where times or values are missing, with dashes across."""
        sheet = self.sheet
        for at in self._order:
            stroke = self._stroke(at)
            bridge = replace(sheet.look.leader, color=sheet.look.ink,
                             dash=(sheet.look.of(1.5, 5), sheet.look.of(1.5, 5)))  # fmt: skip
            look = LineLook(stroke, stroke.width * 1.1, bridge)
            opened, ahead = self._opened(points[at])
            lean = thinned(opened, [] if ahead is None else [ahead, max(ahead - 1, 0)])
            if ahead is not None:
                joint = opened[ahead]
                ahead = lean.index(joint) if joint is not None and joint in lean else None
            origin = sheet.subject.at(sheet.course.rows[0], at)
            yield from line(lean, look, origin, forecast_from=ahead)

    def _opened(self, points: list[Point | None]) -> tuple[list[Point | None], int | None]:
        """The line with a gap before each time that is missing, and where its forecast begins."""
        course = self.sheet.course
        found: list[Point | None] = []
        ahead = None
        for at, point in enumerate(points):
            if at in course.gaps:
                found.append(None)
            if course.ahead is not None and at >= course.ahead and ahead is None and point:
                ahead = len(found)
            found.append(point)
        return found, ahead

    def _stroke(self, series: int) -> Stroke:
        look = self.sheet.look
        return look.data_line if series in self.sheet.claimed else look.context_line

    def _area(self, points: list[Point | None], foot: float) -> Iterator[Placed]:
        sheet = self.sheet
        tint = sheet.look.accent.tinted(0.35)
        origin = sheet.subject.at(sheet.course.rows[0])
        opened, _ = self._opened(
            self._points(sheet.upright.moved(self.field.y, self.field.bottom))[0]
        )
        yield from filled(outlines.area(thinned(opened), foot), tint, origin)

    def _dots(self, points: list[list[Point | None]]) -> Iterator[Placed]:
        """At the end of each line; at the start of a single one a hollow one; at what is noted."""
        sheet, look = self.sheet, self.sheet.look
        radius = dot_radius(look)
        for at in self._order:
            row = sheet.ends.rows[at]
            point = points[at][sheet.course.rows.index(row)] if row >= 0 else None
            if point is None:
                continue
            is_claimed = at in sheet.claimed
            color = look.accent if is_claimed else look.context
            scale = 1.0 if is_claimed else 0.7
            yield from dot(point, radius * scale, color, sheet.subject.at(row, at))
        for row in self._marked():
            point = points[0][sheet.course.rows.index(row)]
            if point is not None and row != sheet.ends.rows[0]:
                yield from ring(point, radius, Stroke(look.accent, look.of(1.5, 4)), look.paper,
                                sheet.subject.at(row))  # fmt: skip
        for note in sheet.notes:
            point = points[note.series][sheet.course.rows.index(note.row)]
            if point is not None and note.row not in (*self._marked(), *sheet.ends.rows):
                yield from dot(point, radius * 0.75, self._stroke(note.series).color,
                               sheet.subject.at(note.row, note.series))  # fmt: skip

    def _marked(self) -> list[int]:
        """The rows of a single line that have their figure: the first and those claimed."""
        sheet = self.sheet
        if sheet.manner.is_field or len(sheet.subject.series) > 1:
            return []
        values = sheet.subject.series[0].values
        first = next((row for row in sheet.course.rows if values[row] is not None), None)
        claimed = [row for row in sheet.course.rows if row in sheet.subject.highlighted]
        found = [row for row in (first, *claimed) if row is not None and values[row] is not None]
        return [row for row in dict.fromkeys(found) if row != sheet.ends.rows[0]]

    def _words(
        self, upright: Upright, points: list[list[Point | None]], lines: list[Line]
    ) -> tuple[Words, tuple[str, ...]]:
        """All words in the field, the most important first."""
        sheet, look, field = self.sheet, self.sheet.look, self.field
        frame = Rect(
            0, sheet.shades.head, field.right, field.bottom + sheet.air - sheet.shades.head
        )
        end = self._end_words(points, lines)
        boxes = [*upright.label_boxes(look), *end.boxes]
        parts = [end]
        rows = [(row, points[0][sheet.course.rows.index(row)]) for row in self._marked()]
        figures = figures_at(
            [Fixed(point, lettered(figure_of(sheet.subject, row), look.start), clearance(look))
             for row, point in rows if point is not None],
            frame, lines, boxes, look,
        )  # fmt: skip
        parts.append(figures)
        boxes += figures.boxes
        places = {
            (note.row, note.series): point
            for note in sheet.notes
            if (point := points[note.series][sheet.course.rows.index(note.row)]) is not None
        }
        parts.append(notes_at(sheet.notes, places, frame, lines, boxes, look, clearance(look)))
        boxes += parts[-1].boxes
        levels = self._level_words(upright, lines, boxes)
        parts.append(Words(
            tuple(item for one, at in levels.placed for item in one.at(*at)), levels.boxes, ()
        ))  # fmt: skip
        together = Words(
            tuple(item for one in parts for item in one.items),
            tuple(box for one in parts for box in one.boxes),
            tuple(fault for one in parts for fault in one.faults),
        )
        return together, levels.said

    def _end_words(self, points: list[list[Point | None]], lines: list[Line]) -> Words:
        sheet, look, field = self.sheet, self.sheet.look, self.field
        rows = sheet.course.rows
        lasts = [points[at][rows.index(row)] if row >= 0 else None
                 for at, row in enumerate(sheet.ends.rows)]  # fmt: skip
        if sheet.ends.names:
            bounds = Rect(field.x, sheet.shades.head, field.width,
                          field.bottom - sheet.shades.head)  # fmt: skip
            placed = placed_names(sheet.ends, lasts, look, bounds)
            faults = tuple(fault for frame in sheet.ends.names for fault in frame.faults)
            return Words(placed[0], placed[1], faults) if placed else Words((), (), faults)
        last, figure = lasts[0], sheet.ends.figure
        if last is None:
            return Words((), (), ())
        if sheet.ends.is_beside:
            top = min(max(last.y - figure.height / 2, 0.0), field.bottom - figure.height)
            box = Rect(field.right + sheet.ends.gap, top, figure.width, figure.height)
            items = figure.at(box.x, box.y + figure.rise)
            return Words(items, (box,), figure.faults)
        frame = Rect(0, 0, self.whole, field.bottom)
        return figures_at([Fixed(last, figure, clearance(look))], frame, lines, (), look)

    def _level_words(
        self, upright: Upright, lines: Sequence[Line], boxes: Sequence[Rect]
    ) -> LevelWords:
        sheet = self.sheet
        if not sheet.levels:
            return LevelWords((), (), ())
        field = Rect(self.field.x, sheet.shades.head, self.field.width,
                     self.field.bottom - sheet.shades.head)  # fmt: skip
        way = Obstacles(field, boxes, lines)
        return level_words(sheet.levels, upright, sheet.look, field, way, sheet.subject.language)

    def _said(self) -> Iterator[str]:
        sheet = self.sheet
        language = sheet.subject.language
        if sheet.course.ahead is not None:
            yield word("forecast-dashed", language)
        if self._has_bridges():
            yield word("gap-dashed", language)

    def _has_bridges(self) -> bool:
        course = self.sheet.course
        for one in self.sheet.subject.series:
            known = [at for at, row in enumerate(course.rows) if one.values[row] is not None]
            if known and (known[-1] - known[0] + 1 > len(known)):
                return True
            if any(known[0] < at <= known[-1] for at in course.gaps) if known else False:
                return True
        return False
