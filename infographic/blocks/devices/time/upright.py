"""The value axis of lines, areas and columns: its scale, its grid, and the values on its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from infographic.display.items import Placed, Stroke
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.table import Column
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.lines.logarithmic import LogScale, logarithmic, powers, without_logarithm
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.scale import Scale, between, from_zero
from infographic.graphics.subject import Subject, figure
from infographic.graphics.ticks import ticks
from infographic.graphics.values import Value
from infographic.graphics.words import word

GRID_FROM = 5
"""Fewer points are read from their figures."""
MOST_TICKS = 3
CLOSEST = 1.25
"""Of their size: how near to each other the values of a grid stand."""


class Upright(NamedTuple):
    """A value axis, its places still from 1 at the foot to 0 at the head of its field."""

    scale: Scale | LogScale
    values: tuple[Decimal, ...]
    """Those that have a grid line."""
    labels: tuple[Lettering, ...]
    """Of those, in their order."""
    is_cut: bool
    said: tuple[str, ...]

    @property
    def room(self) -> float:
        """The width of its widest label."""
        return max((label.width for label in self.labels), default=0.0)

    def moved(self, top: float, bottom: float) -> Upright:
        """In a field between these heights; where it is too low for all values, with fewer."""
        scale = replaced(self.scale, start=bottom, end=top)
        kept = list(zip(self.values, self.labels, strict=True))
        size = max((label.size for label in self.labels), default=0.0)
        while len(kept) > 1 and any(
            abs(scale.at(one) - scale.at(other)) < size * CLOSEST
            for (one, _), (other, _) in pairwise(kept)
        ):
            # 0, or what is nearest to the foot, stays; then every other.
            middle = next((at for at, (value, _) in enumerate(kept) if not value), 0)
            kept = kept[middle % 2 :: 2] if len(kept) > 2 else [kept[middle]]
        values, labels = tuple(one for one, _ in kept), tuple(label for _, label in kept)
        return self._replace(scale=scale, values=values, labels=labels)

    @property
    def foot(self) -> float:
        """Where its marks begin: at 0 where it has one, else at its lowest value."""
        if isinstance(self.scale, Scale) and self.scale.holds_zero:
            return self.scale.at(0)
        return self.scale.start

    def level(self, value: Value) -> float:
        return self.scale.at(value)

    def label_boxes(self, look: Look) -> list[Rect]:
        return [
            Rect(0, self.level(value) - look.of(2, 6) - label.rise, label.width, label.rise)
            for value, label in zip(self.values, self.labels, strict=True)
        ]

    def items(
        self, subject: Subject, look: Look, right: float, words: Sequence[Rect]
    ) -> Iterator[Placed]:
        """Its grid lines, which part round words, the base line, and the labels on them."""
        air = look.of(2, 6)
        for value, label in zip(self.values, self.labels, strict=True):
            y = self.level(value)
            if value or not self.has_base:
                for one, other in level_parts(y, 0, right, words, air):
                    yield from straight(Point(one, y), Point(other, y), look.gridline,
                                        subject.origin)  # fmt: skip
            yield from label.at(0, y - look.of(2, 6))

    @property
    def has_base(self) -> bool:
        """Whether its foot is 0, and a line as heavy as the data."""
        return isinstance(self.scale, Scale) and self.scale.holds_zero

    def base(
        self, subject: Subject, look: Look, left: float, right: float, words: Sequence[Rect] = ()
    ) -> Iterator[Placed]:
        """The line at 0, or at the foot of a scale that is cut: as thin as the grid."""
        stroke = look.base if self.has_base else look.gridline
        y = self.foot
        start = 0.0 if self.labels else left
        # Words keep off a line at 0, which is never broken for want of air.
        air = 0.0 if self.has_base else look.of(2, 6)
        for one, other in level_parts(y, start, right, words, air):
            yield from straight(Point(one, y), Point(other, y), stroke, subject.origin)


def level_parts(
    y: float, left: float, right: float, words: Sequence[Rect], air: float
) -> Iterator[tuple[float, float]]:
    """The parts of a level line that meet no words."""
    in_the_way = sorted(
        (box.x - air, box.right + air) for box in words if box.y - air < y < box.bottom + air
    )
    at = left
    for begin, end in in_the_way:
        if begin > at:
            yield at, min(begin, right)
        at = max(at, end)
        if at >= right:
            return
    if at < right:
        yield at, right


def upright_of(
    subject: Subject,
    look: Look,
    held: Sequence[Decimal],
    *,
    is_from_zero: bool,
    has_grid: bool,
) -> Upright:
    """The axis that holds these values; `is_from_zero` for marks that must begin there."""
    known = list(held)
    scale: Scale | LogScale
    said: tuple[str, ...] = ()
    is_cut = False
    column = subject.series[0].column
    if is_log(subject) and not is_from_zero:
        scale = logarithmic(known, 1.0, 0.0)
        said = (word("axis-log", subject.language),)
    elif is_from_zero:
        scale = from_zero(known, 1.0, 0.0)
    else:
        scale, is_cut = between(known, 1.0, 0.0)
    values: tuple[Decimal, ...] = ()
    if subject.chart.ticks:
        values = tuple(sorted({one for one in subject.chart.ticks if _holds(scale, one)}))
    elif has_grid and isinstance(scale, LogScale):
        values = powers(scale, MOST_TICKS + 1)
    elif has_grid:
        values = ticks(scale.low, scale.high, MOST_TICKS, whole=not column.decimals)
    plain = _plain(column)
    labels = tuple(lettered(_text(plain, value, subject), look.tick, subject.origin)
                   for value in values)  # fmt: skip
    if is_cut and isinstance(scale, Scale):
        end = scale.low if scale.low > 0 else scale.high
        key = "upright-from" if scale.low > 0 else "upright-to"
        said = (word(key, subject.language, value=_text(plain, end, subject)),)
    return Upright(scale, values, labels, is_cut, said)


def is_log(subject: Subject) -> bool:
    """Whether a logarithmic axis is asked for and can be had: all that stands on it above 0."""
    return subject.chart.scale == "log" and without_logarithm(subject) is None


def _holds(scale: Scale | LogScale, value: Decimal) -> bool:
    return scale.low <= value <= scale.high and (isinstance(scale, Scale) or value > 0)


def _plain(column: Column) -> Column:
    """How the column is written, without its cells: figures are asked of it again and again."""
    is_grouped = any("," in text or "，" in text for text in column.texts)
    return replaced(column, values=(), texts=("1,000",) if is_grouped else (), marks={})


def _text(column: Column, value: Decimal, subject: Subject) -> str:
    exponent = value.normalize().as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    return figure(value, replaced(column, decimals=places), -1, "", subject.origin).text


def stroke_of_aid(look: Look) -> Stroke:
    """Of a line to compare with."""
    return Stroke(look.ink, look.of(0.75, 2.5))
