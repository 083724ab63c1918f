"""The drawing that line and area share: a field, its axes, lines through points, words at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.blocks.devices.device import Drawn, Room
from infographic.blocks.devices.time.aids import (
    LevelWords,
    level_marks,
    level_words,
)  # fmt: skip
from infographic.blocks.devices.time.ends import (
    figure_of,
    placed_names,
)  # fmt: skip
from infographic.blocks.devices.time.measured import (
    Manner,
    Sheet,
    clearance,
    dot_radius,
    height_of,
    sheet_of,
)
from infographic.blocks.devices.time.points import (
    Fixed,
    Words,
    figures_at,
    notes_at,
    segments,
)  # fmt: skip
from infographic.blocks.devices.time.upright import Upright
from infographic.display.frame import Frame
from infographic.display.items import Placed, Stroke
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics import outlines
from infographic.graphics.lettering import lettered
from infographic.graphics.lines.thinned import thinned
from infographic.graphics.look import Look
from infographic.graphics.marks import LineLook, dot, filled, line, ring
from infographic.graphics.placing.crossings import Line, Obstacles
from infographic.graphics.subject import Subject
from infographic.graphics.words import word

DENSE = 2.0
"""Points a stroke's width: closer ones are drawn thinner, as thin as register allows."""


def draw_lines(subject: Subject, look: Look, room: Room, manner: Manner) -> Drawn:
    """Lines in room; what has no place among their words is among the frame's faults."""
    sheet = sheet_of(subject, look, room.width, manner)
    height = height_of(sheet, room.height)
    field = Rect(sheet.left, sheet.head, sheet.width, height)
    return _Drawing(sheet, field, room.width).drawn()


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
        floor = field.bottom + sheet.air
        lean = [thinned(one) for one in points]
        lines = [part for one in lean for part in segments(thinned(one, within=1.0))]
        lines += [(Point(x, 0), Point(x, floor)) for one in sheet.shades.shades
                  for x in (one.start, one.end)]  # fmt: skip
        if upright.has_base:
            # Grid lines part round words; a base line is whole.
            lines.append((Point(0, upright.foot), Point(field.right, upright.foot)))
        words, said = self._words(upright, points, lines)
        boxes = words.boxes
        items: list[Placed] = [*sheet.shades.under(look, sheet.shades.head, floor)]
        items += upright.items(sheet.subject, look, field.right, boxes)
        if sheet.manner.is_filled:
            items += self._area(points[0], upright.foot)
        items += level_marks(sheet.levels, upright, look, field.x, field.right, boxes)
        items += upright.base(sheet.subject, look, field.x, field.right, boxes)
        items += self._lines(points, lean)
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

    def _lines(
        self, points: list[list[Point | None]], all_lean: list[list[Point | None]]
    ) -> Iterator[Placed]:
        """Each open where times or values are missing, with dashes across. `all_lean` are the
        points of those that no time is missing of."""
        sheet = self.sheet
        for at in self._order:
            stroke = self._stroke(at)
            bridge = replaced(sheet.look.leader, color=sheet.look.ink,
                             dash=(sheet.look.of(1.5, 5), sheet.look.of(1.5, 5)))  # fmt: skip
            look = LineLook(stroke, stroke.width * 1.1, bridge)
            lean, ahead = all_lean[at], None
            if sheet.course.gaps or sheet.course.ahead is not None:
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
        stroke = look.data_line if series in self.sheet.claimed else look.context_line
        if len(self.sheet.course.rows) * stroke.width > self.sheet.width * DENSE:
            return replaced(stroke, width=min(stroke.width, look.of(1.5, 3)))
        return stroke

    def _area(self, points: list[Point | None], foot: float) -> Iterator[Placed]:
        sheet = self.sheet
        tint = sheet.look.tint(sheet.look.accent, 0.35)
        origin = sheet.subject.at(sheet.course.rows[0])
        opened, _ = self._opened(
            self._points(sheet.upright.moved(self.field.y, self.field.bottom))[0]
        )
        # What is flatter than a press prints is its line alone.
        least = sheet.look.thinnest
        runs = outlines.runs(thinned(opened))
        tall = [run for run in runs if max(abs(foot - point.y) for point in run) >= least]
        tops = [point for run in tall for point in (*run, None)]
        yield from filled(outlines.area(tops, foot), tint, origin)

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
            frame, lines, boxes, look, only_above=sheet.manner.is_filled,
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
        return figures_at([Fixed(last, figure, clearance(look))], frame, lines, (), look,
                          only_above=sheet.manner.is_filled)  # fmt: skip

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
