"""A calendar of days: each a cell in its week, as dark as its value's step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.display.frame import Frame
from infographic.display.items import Placed, Stroke
from infographic.foundation.color import Color
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics import outlines
from infographic.graphics.arrangements.grids import (
    Day,
    calendar_cells,
    calendar_days,
    month_starts,
)
from infographic.graphics.bins import Breaks, Method, breaks
from infographic.graphics.lettering import lettered
from infographic.graphics.lines.times import MONTHS
from infographic.graphics.look import Look
from infographic.graphics.marks import drawn, filled, framed
from infographic.graphics.subject import Subject, figure
from infographic.graphics.words import word

FEWEST = 28
MOST_DAYS = 3 * 366
STEPS, FEWEST_STEPS = 5, 3
TINTS = (0.16, 0.36, 0.58, 0.8, 1.0)
"""Of the accent: apart by more than dot gain hides, in print and on screens."""
WEEKS_DOWN = 62
"""So few days are weeks one under the other, as on a wall."""


def refuses(subject: Subject) -> Saying | None:
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    days = _days_of(subject)
    if len(days) < FEWEST or len(days) != sum(period is not None for period in subject.periods):
        return say("graphic-refuses/days", count=len(days), least=FEWEST)
    extent = (max(days) - min(days)).days + 1
    if extent > MOST_DAYS:
        return say("graphic-refuses/years", count=extent, most=MOST_DAYS)
    if not subject.series[0].present:
        return say("graphic-refuses/no-values")
    return None


def _days_of(subject: Subject) -> dict[date, int]:
    """The rows that are single days; of a day that stands twice, the last."""
    return {
        period.start: row
        for row, period in enumerate(subject.periods)
        if period is not None and period.start == period.end
    }


class _Plan(NamedTuple):
    """Cells of a size, in rows of weeks over each other."""

    chunks: tuple[tuple[Day, ...], ...]
    """The days of each row of weeks; one where weeks run down."""
    weeks_down: bool
    cell: float
    gap: float
    left: float
    """Of the weekdays' names."""
    head: float
    """Over each row: months' names; or once the weekdays'."""

    @property
    def pitch(self) -> float:
        return self.cell + self.gap

    @property
    def heights(self) -> tuple[float, ...]:
        if self.weeks_down:
            weeks = max(one.week for one in self.chunks[0]) + 1
            return (self.head + weeks * self.pitch,)
        return (self.head + 7 * self.pitch,) * len(self.chunks)


def _cells(look: Look) -> tuple[float, float]:
    """The least and the greatest cell."""
    return look.of(4, 12), look.of(18, 58)


def _plan(subject: Subject, look: Look, width: float, height: float | None) -> _Plan:
    """The largest cells that the room has: as few rows of weeks as allow the least, or more where
    that makes them larger."""
    days = _days_of(subject)
    whole = calendar_days(min(days), max(days))
    gap = look.of(1, 3)
    least, most = _cells(look)
    head = look.tick.leading
    name = lettered(_weekdays(subject)[0], look.tick).width + look.of(3, 9)
    if len(whole) <= WEEKS_DOWN:
        left = lettered("00月00日", look.tick).width + look.of(3, 9)
        if not subject.language.startswith("zh"):
            left = lettered("00 Mmmm", look.tick).width + look.of(3, 9)
        cell = min((width - left + gap) / 7 - gap, most * 1.6)
        weeks = max(one.week for one in whole) + 1
        if height is not None:
            cell = min(cell, (height - head - _key_height(look)) / weeks - gap)
        return _Plan((whole,), True, max(cell, least), gap, left, head)
    best: _Plan | None = None
    for rows in range(1, 13):
        chunks = _chunks(whole, rows)
        weeks = max(one.week - chunk[0].week for chunk in chunks for one in chunk) + 1
        cell = min((width - name + gap) / weeks - gap, most)
        if height is not None:
            each = (height - _key_height(look) - (len(chunks) - 1) * look.em) / len(chunks)
            cell = min(cell, (each - head) / 7 - gap)
        plan = _Plan(chunks, False, max(cell, least), gap, name, head)
        if best is None or cell > best.cell * (
            1 if height is not None or best.cell <= least else 9
        ):
            best = plan
        if height is None and cell >= look.of(6, 20):
            return plan
    assert best is not None
    return best


def _chunks(days: Sequence[Day], rows: int) -> tuple[tuple[Day, ...], ...]:
    """The days in rows of whole months, as equal as they can be."""
    months = sorted({(one.day.year, one.day.month) for one in days})
    each = -(-len(months) // rows)
    parts = [set(months[at : at + each]) for at in range(0, len(months), each)]
    return tuple(
        tuple(one for one in days if (one.day.year, one.day.month) in part) for part in parts
    )


def _weekdays(subject: Subject) -> tuple[str, ...]:
    return tuple("一二三四五六日") if subject.language.startswith("zh") else tuple("MTWTFSS")


def _key_height(look: Look) -> float:
    return look.of(6, 18) + look.tick.leading * 2


def least(subject: Subject, look: Look) -> Size:
    cell, _ = _cells(look)
    days = _days_of(subject)
    whole = calendar_days(min(days), max(days))
    if len(whole) <= WEEKS_DOWN:
        plan = _plan(subject, look, 0.0, None)
        width = plan.left + 7 * max(plan.pitch, lettered("00", look.tick).width + plan.gap)
    else:
        weeks = max(one.week - chunk[0].week for chunk in _chunks(whole, 4) for one in chunk) + 1
        name = lettered(_weekdays(subject)[0], look.tick).width + look.of(3, 9)
        width = name + weeks * (cell + look.of(1, 3))
    width = max(width, _key_width(subject, look, _parted(subject, FEWEST_STEPS)))
    plan = _plan(subject, look, width, None)
    return Size(width, sum(plan.heights) + look.em * (len(plan.chunks) - 1) + _key_height(look))


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    steps = _steps_in(subject, look, room.width)
    plan = _plan(subject, look, room.width, room.height)
    items: list[Placed] = []
    y = 0.0
    for chunk, height in zip(plan.chunks, plan.heights, strict=True):
        items += _names(subject, look, plan, chunk, y, room.width)
        items += _days(subject, look, plan, chunk, y + plan.head, steps)
        y += height + look.em
    y += look.of(6, 18) - look.em
    items += _key(subject, look, steps, y, room.width)
    frame = Frame(Size(room.width, y + look.tick.leading * 2), tuple(items))
    method = steps.method.chinese if subject.language.startswith("zh") else steps.method.english
    said = [word("key-method", subject.language, method=method)]
    if _missing(subject):
        said.append(word("days-empty", subject.language, count=_missing(subject)))
    return Drawn(frame, tuple(said))


def _missing(subject: Subject) -> int:
    """Days without a value between the first and the last."""
    days = _days_of(subject)
    values = subject.series[0].values
    known = sum(values[row] is not None for row in days.values())
    return (max(days) - min(days)).days + 1 - known


def _colors(look: Look, steps: Breaks) -> list[Color]:
    """The tints of the steps, the darkest for the highest."""
    count = len(steps.counts)
    if count == 1:
        return [look.accent]
    last = len(TINTS) - 1
    return [look.tint(look.accent, TINTS[round(at * last / (count - 1))]) for at in range(count)]


def _days(
    subject: Subject, look: Look, plan: _Plan, chunk: Sequence[Day], top: float, steps: Breaks
) -> Iterator[Placed]:
    first = chunk[0].week
    shifted = [day._replace(week=day.week - first) for day in chunk]
    cells = calendar_cells(shifted, plan.cell, plan.gap, plan.left, top,
                           weeks_down=plan.weeks_down)  # fmt: skip
    rows, colors = _days_of(subject), _colors(look, steps)
    values = subject.series[0].values
    frame = Stroke(look.ink if look.is_print else look.grid, look.of(0.25, 2))
    for day, cell in zip(chunk, cells, strict=True):
        row = rows.get(day.day)
        value = values[row] if row is not None else None
        origin = subject.at(row) if row is not None else subject.origin
        along, across = (cell.x, cell.right), (cell.y, cell.bottom)
        if value is None:
            yield from framed(along, across, frame, origin)
        else:
            shape = outlines.box(cell.x, cell.y, cell.right, cell.bottom)
            yield from filled(shape, colors[steps.step_of(value)], origin)
        if row is not None and row in subject.highlighted:
            yield from framed(along, across, Stroke(look.ink, look.of(1.2, 4)), origin)
    if plan.weeks_down:
        return
    yield from _month_lines(look, plan, shifted, top, subject)


def _month_lines(
    look: Look, plan: _Plan, days: Sequence[Day], top: float, subject: Subject
) -> Iterator[Placed]:
    """A line between two months: round the last days of one, in the gaps of the cells."""
    for day in days:
        if day.day.day != 1 or day is days[0]:
            continue
        x = plan.left + day.week * plan.pitch - plan.gap / 2
        y = top + day.weekday * plan.pitch - plan.gap / 2
        foot = top + 7 * plan.pitch - plan.gap
        points = [Point(x, foot), Point(x, y)]
        if day.weekday and day.week == days[-1].week:
            # Nothing is right of the last week that it would be parted from.
            points.append(Point(x + plan.pitch - plan.gap / 2, y))
        elif day.weekday:
            points += [Point(x + plan.pitch, y), Point(x + plan.pitch, top)]
        else:
            points[1] = Point(x, top)
        yield from drawn(outlines.open_line(points), Stroke(look.ink, look.of(0.5, 2)),
                         subject.origin)  # fmt: skip


def _names(
    subject: Subject, look: Look, plan: _Plan, chunk: Sequence[Day], top: float, width: float
) -> Iterator[Placed]:
    names = _weekdays(subject)
    if plan.weeks_down:
        yield from _names_down(subject, look, plan, chunk, top)
        return
    for at in (0, 2, 4, 6) if plan.pitch < look.tick.size else range(7):
        middle = top + plan.head + at * plan.pitch + plan.cell / 2
        yield from lettered(names[at], look.tick).middle(0, middle)
    edge = -1.0
    shifted = [day._replace(week=day.week - chunk[0].week) for day in chunk]
    several = len({one.day.year for one in chunk}) > 1 or len(plan.chunks) > 1
    for number, (day, week) in enumerate(month_starts(shifted)):
        with_year = several and (number == 0 or day.month == 1)
        one = lettered(_month(day, subject.language, with_year=with_year), look.tick)
        x = min(plan.left + week * plan.pitch, width - one.width)
        if x >= edge:
            yield from one.at(x, top + one.rise)
            edge = x + one.width + look.em * 0.4


def _month(day: date, language: str, *, with_year: bool) -> str:
    if language.startswith("zh"):
        return f"{day.year}年{day.month}月" if with_year else f"{day.month}月"
    return f"{MONTHS[day.month - 1]} {day.year}" if with_year else MONTHS[day.month - 1]


def _names_down(
    subject: Subject, look: Look, plan: _Plan, chunk: Sequence[Day], top: float
) -> Iterator[Placed]:
    """Weekdays over the columns, and left of each week its first day."""
    for at, name in enumerate(_weekdays(subject)):
        one = lettered(name, look.tick)
        yield from one.at(plan.left + at * plan.pitch + plan.cell / 2, top + one.rise, 0.5)
    is_zh = subject.language.startswith("zh")
    said: set[int] = set()
    for day in chunk:
        if day.week in said:
            continue
        said.add(day.week)
        name = (f"{day.day.month}月{day.day.day}日" if is_zh
                else f"{day.day.day} {MONTHS[day.day.month - 1]}")  # fmt: skip
        middle = top + plan.head + day.week * plan.pitch + plan.cell / 2
        yield from lettered(name, look.tick).middle(0, middle)


# The key


def _labels(subject: Subject, steps: Breaks) -> list[tuple[str, str]]:
    """What each step holds, and how many days."""
    column = subject.series[0].column
    found = []
    ends = _ends(subject, steps)
    for count, (low, high) in zip(steps.counts, ends, strict=True):
        one, other = (figure(value, column, -1, "", subject.origin).text for value in (low, high))
        text = one if one == other else f"{one}—{other}"
        found.append((text, word("days", subject.language, count=count)))
    return found


def _ends(subject: Subject, steps: Breaks) -> list[tuple[Decimal, Decimal]]:
    """The least and the greatest value in each step."""
    held: list[list[Decimal]] = [[] for _ in steps.counts]
    for value in subject.series[0].present:
        held[steps.step_of(value)].append(value)
    return [(min(values), max(values)) for values in held]


def _key_pitch(subject: Subject, look: Look, steps: Breaks) -> float:
    widest = max(
        lettered(text, look.tick).width for pair in _labels(subject, steps) for text in pair
    )
    return widest + look.em


def _parted(subject: Subject, count: int) -> Breaks:
    return breaks(subject.series[0].present, count, Method.QUANTILE)


def _steps_in(subject: Subject, look: Look, width: float) -> Breaks:
    """Five steps, or as many as the key has room for."""
    for count in range(STEPS, FEWEST_STEPS, -1):
        steps = _parted(subject, count)
        if _key_width(subject, look, steps) <= width:
            return steps
    return _parted(subject, FEWEST_STEPS)


def _key_width(subject: Subject, look: Look, steps: Breaks) -> float:
    return _key_pitch(subject, look, steps) * len(steps.counts)


def _key(subject: Subject, look: Look, steps: Breaks, top: float, width: float) -> Iterator[Placed]:
    """A strip of the steps, the values they hold and their days below."""
    colors = _colors(look, steps)
    pitch = min(_key_pitch(subject, look, steps), width / len(colors))
    band = look.of(4, 12)
    for at, (color, (text, count)) in enumerate(zip(colors, _labels(subject, steps), strict=True)):
        x = at * pitch
        box = Rect(x, top - band, pitch - look.of(1, 3), band)
        yield from filled(outlines.box(box.x, box.y, box.right, box.bottom), color, subject.origin)
        one, other = lettered(text, look.tick), lettered(count, look.tick)
        y = top + look.of(2, 6) + one.rise
        yield from one.at(x, y)
        yield from other.at(x, y + look.tick.leading)


DEVICE = Device("calendar", refuses, least, draw, ("line", "figures"))
