"""Words at points of a line: figures at its start and at what is claimed, and notes on leaders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from infographic.blocks.devices.time.course import Course, row_of
from infographic.display.frame import Frame
from infographic.display.items import Placed, TextLine, walk
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.graphics.lettering import Lettering, lettered, lines_of
from infographic.graphics.lines.times import time_name
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.placing.crossings import Line
from infographic.graphics.placing.labels import SIDES, Side, Wish, placed_labels
from infographic.graphics.subject import Subject
from infographic.story.chart import PointNote
from infographic.text.copy import Copy, Span

MOST_NOTES = 3
NOTE_MEASURE = 9
"""Characters of a note's line."""
SPIKE = 4
"""A value so many times the median leads and is noted."""


class Note(NamedTuple):
    """Words at one value."""

    row: int
    series: int
    words: Copy
    side: Side | None
    origin: Origin


def notes_of(subject: Subject, course: Course) -> tuple[tuple[Note, ...], tuple[Diagnostic, ...]]:
    """The first three of the chart's notes that are at a value, and what is said of the others."""
    found: list[Note] = []
    faults: list[Diagnostic] = []
    for one in subject.chart.notes:
        row = row_of(subject, one.at)
        series = _series_of(subject, one)
        if row is None or row not in course.rows or subject.series[series].values[row] is None:
            saying = say("graphic-note/no-value", at=str(one.at), words=one.text.text)
        elif len(found) == MOST_NOTES:
            saying = say("graphic-note/too-many", most=MOST_NOTES, words=one.text.text)
        else:
            side: Side | None = one.side or None
            found.append(Note(row, series, one.text, side, one.origin))
            continue
        faults.append(Diagnostic(saying, one.origin, severity=Severity.WARNING))
    return tuple(found), tuple(faults)


def _series_of(subject: Subject, note: PointNote) -> int:
    names = [(one.name, one.column.name) for one in subject.series]
    return next((at for at, pair in enumerate(names) if note.series in pair), 0)


def spike_of(subject: Subject, series: int = 0) -> int | None:
    """The row of a value more than four times the median of all, which leads."""
    from infographic.graphics.bins import median

    one = subject.series[series]
    present = one.present
    if len(present) < 4:
        return None
    middle, most = median(present), max(present)
    if middle <= 0 or most <= SPIKE * middle:
        return None
    return one.values.index(most)


def spike_note(subject: Subject, row: int) -> Note:
    """The words of a spike: when, and how much."""
    said = subject.said(row)
    period = subject.periods[row] if subject.periods else None
    when = time_name(subject.names[row], period, subject.language, with_year=False)
    words = Copy((Span(f"{when} "), *said.spans), said.origin)
    return Note(row, 0, words, None, subject.at(row))


FAR = 2.5
"""A figure over its line that stands so many times its usual distance off has a leader."""


class Fixed(NamedTuple):
    """A figure that stands above or below its point wherever it can."""

    at: Point
    lettering: Lettering
    clear: float


class Words(NamedTuple):
    """What came of placing all words."""

    items: tuple[Placed, ...]
    boxes: tuple[Rect, ...]
    faults: tuple[Diagnostic, ...]


def figures_at(
    figures: Sequence[Fixed], frame: Rect, lines: Sequence[Line], boxes: Sequence[Rect],
    look: Look, *, only_above: bool = False,
) -> Words:  # fmt: skip
    """Figures beside their points; one that has no place stands over the line, else gives way."""
    if not figures:
        return Words((), (), ())
    sides: tuple[Side, ...] = ("above", "below", "above right", "above left", "below right",
                               "below left")  # fmt: skip
    if only_above:
        sides = tuple(side for side in sides if "above" in side)
    wishes = [
        Wish(one.at, Size(one.lettering.width, one.lettering.height), one.clear, sides)
        for one in figures
    ]
    boxes = _with_air(boxes, look)
    labelling = placed_labels(wishes, frame, boxes=boxes, lines=lines, gap=look.of(2, 6),
                              reaches=())  # fmt: skip
    items: list[Placed] = []
    found: list[Rect] = []
    faults: list[Diagnostic] = []
    for one, placement in zip(figures, labelling.placements, strict=True):
        box = placement.box if placement else _over_line(one, frame, lines)
        if box is None or (
            placement is None and any(box.meets(other, 0.01) for other in [*boxes, *found])
        ):
            text = one.lettering.line.text.text if one.lettering.line else ""
            saying = say("graphic-words-left-out", words=text)
            faults.append(Diagnostic(saying, one.lettering.origin, severity=Severity.NOTE))
            continue
        items += one.lettering.at(box.x, box.y + one.lettering.rise)
        found.append(box)
        if one.at.y - box.bottom > FAR * one.clear:
            # Without a leader it would be read as the value below it.
            start = Point(min(max(one.at.x, box.x), box.right), box.bottom + look.of(1, 3))
            end = one.at.moved(0, -one.clear * 0.6)
            items += straight(start, end, look.leader, one.lettering.origin)
    return Words(tuple(items), tuple(found), tuple(faults))


def _with_air(boxes: Sequence[Rect], look: Look) -> list[Rect]:
    """Words that stand already: round letters are taller than their boxes."""
    return [box.grown(look.of(0.75, 2)) for box in boxes]


def _over_line(one: Fixed, frame: Rect, lines: Sequence[Line]) -> Rect | None:
    """Above all of the line that its width covers; None where that is outside the frame."""
    size = one.lettering
    x = min(max(one.at.x - size.width / 2, frame.x), frame.right - size.width)
    within = Rect(x, 0, size.width, 1)
    heights = [one.at.y - one.clear]
    for (x1, y1), (x2, y2) in lines:
        if x1 == x2 or min(x1, x2) > within.right or max(x1, x2) < within.x:
            continue
        for edge in (within.x, within.right):
            if x1 != x2 and min(x1, x2) <= edge <= max(x1, x2):
                heights.append(y1 + (y2 - y1) * (edge - x1) / (x2 - x1))
        heights += [y for at, y in ((x1, y1), (x2, y2)) if within.x <= at <= within.right]
    box = Rect(x, min(heights) - one.clear - size.height, size.width, size.height)
    return box if frame.holds(box, 0.01) else None


def notes_at(
    notes: Sequence[Note], points: Mapping[tuple[int, int], Point], frame: Rect,
    lines: Sequence[Line], boxes: Sequence[Rect], look: Look, clear: float,
) -> Words:  # fmt: skip
    """Notes beside their points or on leaders; those without a place give way and are said."""
    if not notes:
        return Words((), (), ())
    frames = [tight(note.words, look, frame.width) for note in notes]
    wishes = [
        Wish(points[note.row, note.series], block.size, clear, _sides(note.side))
        for note, block in zip(notes, frames, strict=True)
    ]
    step = look.of(1, 3)
    labelling = placed_labels(
        wishes, frame, boxes=_with_air(boxes, look), lines=lines, gap=look.of(3, 9),
        reaches=[reach * step for reach in (8, 14, 22, 32, 44, 60)],
    )  # fmt: skip
    items: list[Placed] = []
    found: list[Rect] = []
    faults: list[Diagnostic] = []
    for note, block, placement in zip(notes, frames, labelling.placements, strict=True):
        if placement is None:
            saying = say("graphic-words-left-out", words=note.words.text)
            faults.append(Diagnostic(saying, note.origin, severity=Severity.WARNING))
            continue
        items += block.moved(placement.box.x, placement.box.y).items
        faults += block.faults
        found.append(placement.box)
        if placement.leader is not None:
            items += straight(*placement.leader, look.leader, note.origin)
    return Words(tuple(items), tuple(found), tuple(faults))


def _sides(side: Side | None) -> tuple[Side, ...]:
    if side is None:
        return ("above", "below", *(one for one in SIDES if one not in ("above", "below")))
    wanted = [one for one in SIDES if side in one]
    wanted.sort(key=lambda one: one != side)
    return tuple(wanted)


def tight(words: Copy, look: Look, width: float, measure: float = NOTE_MEASURE) -> Frame:
    """Words in lines of about one length, as a frame no wider than its longest line."""
    one = lettered(words, look.label)
    most = min(measure * look.em, width)
    lines = max(round(one.width / most + 0.4), 1)
    block = lines_of(words, look.label, min(one.width / lines + look.em, width) if lines > 1
                     else max(one.width + 0.01, 1.0))  # fmt: skip
    return narrowed(block)


def narrowed(block: Frame) -> Frame:
    """A frame of words no wider than its longest line."""
    widest = max(
        (at.x + item.width for at, item, _ in walk(block.items, Point(0, 0))
         if isinstance(item, TextLine)), default=0.0,
    )  # fmt: skip
    return Frame(Size(widest, block.size.height), block.items, block.faults, block.baseline)


def segments(points: Sequence[Point | None]) -> Iterator[Line]:
    """The straight parts of a line without its gaps."""
    before: Point | None = None
    for point in points:
        if point is not None and before is not None:
            yield before, point
        before = point
