"""Columns: amounts of one time after another, or of a few names, from 0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.ranking.anatomy import tones
from infographic.blocks.devices.time.aids import (
    Level,
    Shades,
    level_marks,
    level_words,
    levels_of,
    shades_of,
)  # fmt: skip
from infographic.blocks.devices.time.column_words import (
    clamped,
    figure_style,
    figures_of,
    names_of,
    unequal_periods,
)
from infographic.blocks.devices.time.course import Course, course_of, place_of
from infographic.blocks.devices.time.ends import figure_of
from infographic.blocks.devices.time.foot import Foot, foot_of
from infographic.blocks.devices.time.measured import RATIO, WIDE, least_field, tallest_field
from infographic.blocks.devices.time.points import Note, notes_at, notes_of
from infographic.blocks.devices.time.upright import Upright, upright_of
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.lines.gaps import is_to_scale, slots_of
from infographic.graphics.look import Look
from infographic.graphics.placing.crossings import Obstacles
from infographic.graphics.scale import BAR_SHARE, bands
from infographic.graphics.subject import Subject, ordered
from infographic.graphics.words import word
from infographic.story.chart import Key
from infographic.text.style import TextStyle

MOST_NAMES = 12
UNBROKEN = late(r"[!-~]+")
"""What of a name no line parts: a word, a number."""
LEAST_NAME = 3
"""Characters of a name's line under its column."""


def refuses(subject: Subject) -> Saying | None:
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    if not subject.series[0].present:
        return say("graphic-refuses/no-values")
    if not subject.is_over_time and subject.count > MOST_NAMES:
        return say("graphic-refuses/names", count=subject.count, most=MOST_NAMES)
    if subject.chart.scale == "log":
        return say("graphic-refuses/log")
    return None


class Manner(NamedTuple):
    """How columns are drawn where they are one of several fields."""

    held: tuple[Decimal, ...] = ()
    is_field: bool = False
    figures: tuple[TextStyle | None, bool] | None = None
    """The style of all figures, and whether with % behind them; None: as they have room."""


def least(subject: Subject, look: Look) -> Size:
    return least_of(subject, look, Manner())


def least_of(subject: Subject, look: Look, manner: Manner) -> Size:
    course = _course(subject)
    slots = _slots(course)[-1] + 1
    each = look.of(4, 12) if course.periods else _least_pitch(subject, look, course)
    width = slots * each
    longest = max(course.rows, key=lambda row: len(figure_of(subject, row).text))
    figure = lettered(figure_of(subject, longest), look.figure).width
    if course.periods:
        names = (lettered(name, look.tick).width for name in _extremes(subject, course))
        width = max(width, 2 * max(names) + look.em)
    # In less than the least width heads and names are no lower than in it.
    sheet = _sheet(subject, look, max(width, figure), manner)
    width = max(sheet.left + max(width, figure) + look.em * 0.5, look.of(60, 180))
    return Size(width, sheet.beyond + least_field(look))


def _least_pitch(subject: Subject, look: Look, course: Course) -> float:
    """For three characters of a name, or the widest of what is not broken in one."""
    pieces = (piece for row in course.rows for piece in UNBROKEN.findall(subject.names[row]))
    widths = [lettered(piece, look.strong).width for piece in pieces]
    widest = max([look.em * (LEAST_NAME + 0.2), *widths]) + 0.01
    return max(widest / BAR_SHARE, widest + look.em * 0.4)


def _extremes(subject: Subject, course: Course) -> tuple[str, str]:
    return subject.names[course.rows[0]], subject.names[course.rows[-1]]


def _course(subject: Subject) -> Course:
    course = course_of(subject)
    if course.periods:
        return course
    left_out = set(range(subject.count)) - set(course.rows) - subject.highlighted
    rows = tuple(row for row in ordered(subject, "file") if row not in left_out)
    found = course._replace(rows=rows or course.rows)
    key = subject.chart.forecast
    return found if key is None else found._replace(ahead=place_of(subject, found, key))


def slots_in(course: Course) -> int:
    """How many columns would stand if none were missing."""
    return _slots(course)[-1] + 1


def _slots(course: Course) -> tuple[int, ...]:
    return slots_of(course.periods) if course.periods else tuple(range(len(course.rows)))


class _Sheet(NamedTuple):
    """Columns measured across. Lengths in points."""

    subject: Subject
    look: Look
    course: Course
    upright: Upright
    levels: tuple[Level, ...]
    starts: tuple[float, ...]
    thick: float
    figures: tuple[Lettering, ...]
    """Over or under each column; `NOTHING` where it has none."""
    foot: Foot | None
    names: tuple[Frame, ...]
    """In place of a foot: names that are no times, in lines."""
    shades: Shades
    notes: tuple[Note, ...]
    faults: tuple[Diagnostic, ...]
    left: float
    right: float
    above: float
    """Over the field: the words of spans and the figures."""
    below: float
    """Under it: figures of what is below 0."""

    @property
    def middles(self) -> tuple[float, ...]:
        return tuple(start + self.thick / 2 for start in self.starts)

    @property
    def foot_height(self) -> float:
        if self.foot is not None:
            return self.foot.height
        names = max((frame.size.height for frame in self.names), default=0.0)
        return names + self.look.of(4, 12) if names else 0.0

    @property
    def beyond(self) -> float:
        """All height but the field's."""
        return self.above + self.below + self.foot_height


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    return draw_columns(subject, look, room, Manner())


def draw_columns(subject: Subject, look: Look, room: Room, manner: Manner) -> Drawn:
    """Columns in room; what has no place among their words is among the frame's faults."""
    sheet = _sheet(subject, look, room.width, manner)
    width = sheet.right - sheet.left
    tallest = max(tallest_field(width, look, room.height), least_field(look))
    if room.height is None:
        height = max(width / RATIO[1], least_field(look)) if width >= look.of(*WIDE) else tallest
    else:
        height = max(min(room.height - sheet.beyond, tallest), 1.0)
    return _drawn(sheet, Rect(sheet.left, sheet.above, width, height), room.width)


def _sheet(subject: Subject, look: Look, width: float, manner: Manner) -> _Sheet:
    course = _course(subject)
    slots = _slots(course)
    count = slots[-1] + 1
    levels = levels_of(subject, course, look)
    held = [*subject.series[0].present, *manner.held,
            *(end for one in levels for end in (one.low, one.high))]  # fmt: skip
    style, with_unit = manner.figures or figure_style(subject, look, course, width / count)
    upright = upright_of(subject, look, held, is_from_zero=True, has_grid=style is None)
    left = upright.room + look.of(5, 14) if upright.labels else 0.0
    row = bands(count, left, width - left)
    thick = min(row.thickness, look.of(40, 130))
    inset = (row.thickness - thick) / 2
    starts = tuple(row.starts[slot] + inset for slot in slots)
    middles = tuple(start + thick / 2 for start in starts)
    figures = figures_of(subject, look, course, middles, style, with_unit, left, width)
    wanted = [r for r in course.rows if r in subject.highlighted]
    notes, faults = ((), ()) if manner.is_field else notes_of(subject, course)
    wanted += [note.row for note in notes]
    foot: Foot | None = None
    names: tuple[Frame, ...] = ()
    if course.periods:
        foot = foot_of(subject, course, middles, look, width, wanted)
    else:
        names = names_of(
            subject,
            look,
            course,
            min(width / count - look.em * 0.4, 2 * middles[0], 2 * (width - middles[-1])),
        )

    def ends_at(one: Key, other: Key) -> tuple[float, float] | None:
        places = place_of(subject, course, one), place_of(subject, course, other)
        if places[0] is None or places[1] is None:
            return None
        first, last = sorted((places[0], places[1]))
        air = (row.pitch - row.thickness) / 2
        return max(starts[first] - air, left), min(starts[last] + thick + air, width)

    shades = shades_of(subject, look, ends_at, width)
    gap = look.of(3, 8)
    tallest = max((one.rise for one in figures), default=0.0) + gap
    tick = max((label.rise for label in upright.labels), default=0.0) + look.of(2, 6)
    values = subject.series[0].values
    # All fields of one scale have room below where one of them wants it: they are equally tall.
    has_low = any((values[row] or 0) < 0 for row in course.rows) or min(manner.held, default=0) < 0
    return _Sheet(
        subject, look, course, upright, levels, starts, thick, figures, foot, names, shades, notes,
        (*faults, *shades.faults, *unequal_periods(subject, course)), left, width,
        shades.head + max(tallest, tick), tallest if has_low else 0.0,
    )  # fmt: skip


def _drawn(sheet: _Sheet, field: Rect, whole: float) -> Drawn:
    subject, look, course = sheet.subject, sheet.look, sheet.course
    upright = sheet.upright.moved(field.y, field.bottom)
    base = upright.foot
    bars: list[Placed] = []
    boxes: list[Rect] = []
    labels: list[tuple[Lettering, Point]] = []
    gap = look.of(3, 8)
    tops: dict[tuple[int, int], Point] = {}
    for at, row in enumerate(course.rows):
        value = subject.series[0].values[row]
        end = base if value is None else upright.level(value)
        across = (sheet.starts[at], sheet.starts[at] + sheet.thick)
        bars += tones.marked(look, (base, end), across, _tone(sheet, at), subject.at(row),
                             upright=True)  # fmt: skip
        low, high = sorted((base, end))
        boxes.append(Rect(across[0], low, sheet.thick, high - low))
    for at, row in enumerate(course.rows):
        figure, x = sheet.figures[at], sheet.middles[at]
        is_low = (subject.series[0].values[row] or 0) < 0
        begin = clamped(figure, x, sheet.left, whole)
        under = Rect(begin, field.y - 1, figure.width, field.height + 2)
        covered = [box for box in boxes if box._replace(y=field.y, height=1).meets(under)]
        covered = covered or [boxes[at]]
        if is_low:
            y = max(box.bottom for box in covered) + gap + figure.rise
        else:
            y = min(box.y for box in covered) - gap
        labels.append((figure, Point(x, y)))
        tops[row, 0] = Point(x, boxes[at].bottom if is_low or not figure.line else y - figure.rise)
    words = [*_boxes(labels, sheet.left, whole)]
    items, said, faults = _words(sheet, field, upright, [*boxes, *words], tops, whole)
    marks: list[Placed] = [*sheet.shades.under(look, sheet.shades.head, field.bottom)]
    marks += upright.items(subject, look, field.right, words)
    marks += bars
    marks += level_marks(sheet.levels, upright, look, field.x, field.right, [*words, *said[1]])
    marks += upright.base(subject, look, field.x, field.right)
    for (figure, _), box in zip(labels, _boxes(labels, sheet.left, whole), strict=True):
        marks += figure.at(box.x, box.y + figure.rise)
    below = field.bottom + sheet.below
    marks += _named(sheet, below)
    height = below + sheet.foot_height
    frame = Frame(Size(whole, height), (*marks, *sheet.shades.over(), *items),
                  (*sheet.faults, *faults))  # fmt: skip
    ahead = (word("forecast-hatched", subject.language),) if course.ahead is not None else ()
    times = [one for one in subject.periods if one is not None]
    is_uneven = subject.is_over_time and not is_to_scale(sorted(times))
    apart = (word("time-even", subject.language),) if is_uneven else ()
    return Drawn(frame, (*upright.said, *said[0], *ahead, *apart))


def _boxes(labels: Sequence[tuple[Lettering, Point]], left: float, whole: float) -> list[Rect]:
    """Inside the field, so that none stands on the values of the grid."""
    return [
        Rect(clamped(one, at.x, left, whole), at.y - one.rise, one.width,
             one.rise)
        for one, at in labels
    ]  # fmt: skip


_Said = tuple[tuple[str, ...], tuple[Rect, ...]]


def _words(
    sheet: _Sheet, field: Rect, upright: Upright, boxes: list[Rect],
    tops: dict[tuple[int, int], Point], whole: float,
) -> tuple[list[Placed], _Said, tuple[Diagnostic, ...]]:  # fmt: skip
    """Notes and the words of levels; what is said below; faults."""
    look = sheet.look
    frame = Rect(0, sheet.shades.head, whole, field.bottom - sheet.shades.head)
    boxes = [*boxes, *upright.label_boxes(look)]
    notes = notes_at(sheet.notes, tops, frame, (), boxes, look, look.of(4, 12))
    items = list(notes.items)
    levels = level_words(
        sheet.levels, upright, look, frame, Obstacles(frame, [*boxes, *notes.boxes]),
        sheet.subject.language,
    )  # fmt: skip
    for one, at in levels.placed:
        items += one.at(*at)
    return items, (levels.said, (*levels.boxes, *notes.boxes)), notes.faults


def _tone(sheet: _Sheet, at: int) -> tones.Tone:
    subject, row = sheet.subject, sheet.course.rows[at]
    if sheet.course.ahead is not None and at >= sheet.course.ahead:
        return tones.hatched(sheet.look)
    return tones.of_row(sheet.look, row in subject.highlighted, bool(subject.highlighted))


def _named(sheet: _Sheet, y: float) -> Iterator[Placed]:
    if sheet.foot is not None:
        yield from sheet.foot.items(sheet.subject, sheet.look, y, ticks=False)
    for middle, frame in zip(sheet.middles, sheet.names, strict=False):
        yield from frame.moved(middle - frame.size.width / 2, y + sheet.look.of(4, 12)).items


DEVICE = Device("columns", refuses, least, draw, ("line", "bars", "figures"))
