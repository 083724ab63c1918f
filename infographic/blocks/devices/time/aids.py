"""Lines to compare with and shaded spans behind a course, and their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from infographic.blocks.devices.time.course import Course
from infographic.blocks.devices.time.upright import Upright, level_parts, stroke_of_aid
from infographic.display.items import Placed
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.graphics.lettering import NOTHING, Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import bar, straight
from infographic.graphics.placing.crossings import Obstacles
from infographic.graphics.placing.pushing import pushed_apart
from infographic.graphics.subject import Subject, figure
from infographic.graphics.values import number_of
from infographic.graphics.words import word
from infographic.story.chart import Key, ReferenceLine, ShadedSpan
from infographic.text.copy import Copy, Span


class SpanWords(NamedTuple):
    """The words of a shaded stretch of time, over the field."""

    lettering: Lettering
    x: float
    baseline: float


class Shade(NamedTuple):
    """A shaded stretch of the axis of times."""

    start: float
    end: float
    origin: Origin


class Shades(NamedTuple):
    """All of them, and the head that their words take."""

    shades: tuple[Shade, ...] = ()
    words: tuple[SpanWords, ...] = ()
    head: float = 0.0
    faults: tuple[Diagnostic, ...] = ()

    def under(self, look: Look, top: float, bottom: float) -> Iterator[Placed]:
        """A pale wash does not print on newsprint: thin lines bound it."""
        for shade in self.shades:
            yield from bar((shade.start, shade.end), (top, bottom), look.shade, shade.origin)
            for x in (shade.start, shade.end):
                yield from straight(Point(x, top), Point(x, bottom), look.leader, shade.origin)

    def over(self) -> Iterator[Placed]:
        for one in self.words:
            yield from one.lettering.at(one.x, one.baseline)


Ends = Callable[[Key, Key], tuple[float, float] | None]
"""From where the time of one key begins to where that of another ends, in points."""


def shades_of(subject: Subject, look: Look, ends_at: Ends, width: float) -> Shades:
    """The chart's spans of times; those of values are `levels_of`'s."""
    found: list[tuple[Shade, Lettering]] = []
    faults: list[Diagnostic] = []
    for span in subject.chart.spans:
        ends = ends_at(span.from_, span.to)
        if ends is not None:
            words = lettered(span.label or "", look.tick, span.origin)
            if words.width > width:
                saying = say("graphic-words-left-out", words=span.label.text if span.label else "")
                faults.append(Diagnostic(saying, span.origin, severity=Severity.WARNING))
                words = NOTHING
            found.append((Shade(*ends, span.origin), words))
        elif not is_of_values(span):
            saying = say("graphic-no-such-time", key=str(span.from_), other=str(span.to))
            faults.append(Diagnostic(saying, span.origin, severity=Severity.WARNING))
    worded = [(shade, words) for shade, words in found if words.line is not None]
    sizes = [words.width for _, words in worded]
    wishes = [
        min(max((shade.start + shade.end) / 2, words.width / 2), width - words.width / 2)
        for shade, words in worded
    ]
    middles = pushed_apart(wishes, sizes, 0, width, look.em * 0.6)
    leading = look.tick.leading
    rows = 1 if middles is not None else len(worded)
    placed = tuple(
        SpanWords(
            words,
            (middles[at] if middles is not None else wishes[at]) - words.width / 2,
            words.rise + (0 if middles is not None else at * leading),
        )
        for at, (_, words) in enumerate(worded)
    )
    head = rows * leading + look.of(1, 4) if worded else 0.0
    faults += [fault for _, words in found for fault in words.faults]
    return Shades(tuple(shade for shade, _ in found), placed, head, tuple(faults))


def is_of_values(span: ShadedSpan) -> bool:
    """Whether both its ends are values and not times."""
    return number_of(span.from_) is not None and number_of(span.to) is not None


class Level(NamedTuple):
    """A line or a band across the field, at one value or between two."""

    low: Decimal
    high: Decimal
    words: Lettering
    origin: Origin


def levels_of(subject: Subject, course: Course, look: Look) -> tuple[Level, ...]:
    """The chart's lines to compare with, and its spans of values."""
    found = [
        Level(one.value, one.value, lettered(_named(subject, one), look.tick, one.origin),
              one.origin)
        for one in subject.chart.references
    ]  # fmt: skip
    for span in subject.chart.spans:
        low, high = number_of(span.from_), number_of(span.to)
        if low is not None and high is not None and course.span(
            subject, span.from_, span.to, 0, 1
        ) is None:  # fmt: skip
            low, high = sorted((low, high))
            found.append(Level(low, high, lettered(span.label or "", look.tick), span.origin))
    return tuple(found)


def _named(subject: Subject, one: ReferenceLine) -> Copy:
    column = subject.series[0].column
    digits = figure(one.value, column, -1, "", one.label.origin if one.label else subject.origin)
    if one.label is None:
        return digits
    return Copy((*one.label.spans, Span(" "), *digits.spans), one.label.origin)


class LevelWords(NamedTuple):
    """Where the words of levels stand, and what has no place and is said below the chart."""

    placed: tuple[tuple[Lettering, Point], ...]
    boxes: tuple[Rect, ...]
    said: tuple[str, ...]


def level_words(
    levels: Sequence[Level], upright: Upright, look: Look, field: Rect, way: Obstacles,
    language: str,
) -> LevelWords:  # fmt: skip
    """Each on its line where nothing is in the way: from the right, above before below."""
    placed: list[tuple[Lettering, Point]] = []
    boxes: list[Rect] = []
    said: list[str] = []
    gap = look.of(2, 6)
    for level in levels:
        if level.words.line is None:
            continue
        box = _free_place(level, upright, look, field, way)
        if box is None:
            said.append(word("line-is", language, label=level.words.line.text.text.strip()))
            continue
        way.add_box(box.grown(gap))
        boxes.append(box)
        placed.append((level.words, Point(box.x, box.y + level.words.rise)))
    return LevelWords(tuple(placed), tuple(boxes), tuple(said))


def _free_place(
    level: Level, upright: Upright, look: Look, field: Rect, way: Obstacles
) -> Rect | None:
    words, gap = level.words, look.of(2, 6)
    y, top = upright.level(level.low), upright.level(level.high)
    tops = [y - gap - words.height, y + gap] if y == top else [top + gap, y - gap - words.height]
    for corner in tops:
        x = field.right - words.width
        while x >= field.x:
            box = Rect(x, corner, words.width, words.height)
            if field.holds(box, 0.01) and not way.meets(box.grown(look.of(2, 6))):
                return box
            x -= look.em
    return None


def level_marks(
    levels: Sequence[Level], upright: Upright, look: Look, left: float, right: float,
    words: Sequence[Rect],
) -> Iterator[Placed]:  # fmt: skip
    """The lines, which part round words, and the bands."""
    for level in levels:
        ends = (upright.level(level.low), upright.level(level.high))
        if ends[0] != ends[1]:
            yield from bar(ends, (left, right), look.shade, level.origin, upright=True)
        for y in dict.fromkeys(ends):
            stroke = stroke_of_aid(look) if ends[0] == ends[1] else look.leader
            for one, other in level_parts(y, left, right, words, look.of(1.5, 5)):
                yield from straight(Point(one, y), Point(other, y), stroke, level.origin)
