"""The words of an event: its date, what happened, and more of it in a line or two."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.blocks.devices.story.happenings import Happening
from infographic.display.frame import Frame, bare, together
from infographic.display.items import Placed
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.graphics.lettering import NOTHING, Lettering, lettered, lines_of
from infographic.graphics.look import Look
from infographic.layout.scaling import scaled
from infographic.story.chart import Event
from infographic.text.copy import Copy, Span
from infographic.text.numerals import half_width
from infographic.text.style import Part, TextStyle

MOST_LINES = 2
"""Of what happened, and of what is said below it, on a timeline that runs across."""


UNITS = 0.62
"""Of a day's digits: its 月 and 日, which are read and not only known as a unit is."""


class Sizes(NamedTuple):
    """The styles of a timeline's words."""

    year: TextStyle
    day: TextStyle
    what: TextStyle
    detail: TextStyle
    gap: float
    """Between the words of two events."""


def sizes_of(look: Look) -> Sizes:
    """Year 15/44, what happened 10.5/34 bold, more of it as a label."""
    year = scaled(look.figure, look.of(15, 44) / look.figure.size)
    unit = replaced(year.of(Part.UNIT), size=year.size * UNITS, rise=0.0)
    year = replaced(year, parts=(*(one for one in year.parts if one[0] is not Part.UNIT),
                                (Part.UNIT, unit)))  # fmt: skip
    what = scaled(look.strong, look.of(10.5, 34) / look.strong.size)
    return Sizes(year, look.label, replaced(what, name="graphic-event"), look.label, look.em)


class Date(NamedTuple):
    """A date as one line: its main part large, the other one small beside it."""

    small: Lettering
    """The one year of all, before the first; nothing else."""
    main: Lettering
    beside: Lettering
    gap: float

    @property
    def width(self) -> float:
        parts = [one.width for one in (self.small, self.main, self.beside) if one.line]
        return sum(parts) + self.gap * (len(parts) - 1)

    @property
    def rise(self) -> float:
        return max(self.small.rise, self.main.rise, self.beside.rise)

    @property
    def foot(self) -> float:
        return max(self.small.foot, self.main.foot, self.beside.foot)

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        return self.small.faults + self.main.faults + self.beside.faults

    def at(self, x: float, baseline: float, align: float = 0.0) -> list[Placed]:
        items: list[Placed] = []
        x -= align * self.width
        for one in (self.small, self.main, self.beside):
            if one.line:
                items += one.at(x, baseline)
                x += one.width + self.gap
        return items


class Sign(NamedTuple):
    """An event's icon, over its words."""

    name: str
    height: float
    color: Color
    origin: Origin

    def over(self, words: Frame) -> Frame:
        """The words with the icon above their beginning."""
        # Late: few events have one.
        from infographic.graphics.icons import icon_items

        gap = self.height * 0.15
        items = icon_items(self.name, Point(0, self.height / 2), self.height, self.color,
                           self.origin)  # fmt: skip
        size = Size(words.size.width, words.size.height + self.height + gap)
        parts = [(Point(0, 0), bare(items)), (Point(0, self.height + gap), words)]
        return together(size, parts, baseline=words.baseline + self.height + gap)


def signs_of(events: Sequence[Event], look: Look) -> list[Sign | None]:
    """The icons of events, 22/68 high: of all of them, or of none."""
    if not all(event.icon for event in events):
        return [None] * len(events)
    height = look.of(22, 68)
    return [Sign(event.icon, height, look.accent, event.origin) for event in events]


def some_icons(events: Sequence[Event]) -> list[Diagnostic]:
    """That some events have an icon and others none, so that none is shown."""
    have = sum(bool(event.icon) for event in events)
    if have in (0, len(events)):
        return []
    without = next(event for event in events if not event.icon)
    saying = say("icon-some/events", have=have, all=len(events))
    return [Diagnostic(saying, without.origin, severity=Severity.WARNING)]


class Label(NamedTuple):
    """An event's words, still to be set."""

    date: Date
    what: Copy
    detail: Copy | None
    sizes: Sizes
    natural: float
    """Its width where each of its parts is one line."""
    sign: Sign | None = None

    def words(self, width: float, most: int = 0) -> Frame:
        """What happened and more of it, in lines of a width; `most` lines of each."""
        if self.sign is not None:
            return self.sign.over(self._replace(sign=None).words(width, most))
        what = lines_of(self.what, self.sizes.what, width, most)
        if self.detail is None:
            return replaced(what, size=Size(width, what.size.height))
        detail = lines_of(self.detail, self.sizes.detail, width, most)
        gap = self.sizes.what.leading * 0.1
        height = what.size.height + gap + detail.size.height
        below = Point(0, what.size.height + gap)
        return together(Size(width, height), [(Point(0, 0), what), (below, detail)],
                        baseline=what.baseline)  # fmt: skip

    @property
    def least(self) -> float:
        """The least width of two lines each, and of its date."""
        found = self.date.width
        for copy, style in ((self.what, self.sizes.what), (self.detail, self.sizes.detail)):
            if copy is not None:
                found = max(found, least_width(copy, style, MOST_LINES))
        return found

    def bare(self) -> Label:
        """With no more than its date and what happened."""
        natural = max(self.date.width, lettered(self.what, self.sizes.what).width)
        return self._replace(detail=None, natural=natural, sign=None)


NARROWEST = 5.5
"""Times its size: in a narrower measure words are torn apart."""


def least_width(copy: Copy, style: TextStyle, most: int) -> float:
    """The least measure, to half an em, at which words take no more than so many lines."""
    whole = lettered(copy, style).width
    width = max(whole / most, min(whole, style.size * NARROWEST))
    while width < whole and _lines(copy, style, width) > most:
        width += style.size / 2
    return min(width, whole) + 0.01


def _lines(copy: Copy, style: TextStyle, width: float) -> int:
    return round(lines_of(copy, style, width).size.height / style.leading)


def labels_of(happenings: tuple[Happening, ...], one_year: str, look: Look) -> list[Label]:
    """One for each; the year that all are of stands only before the first date."""
    sizes = sizes_of(look)
    signs = signs_of([one.event for one in happenings], look)
    return [
        _label(one, sizes, one_year, is_first=number == 0, look=look)._replace(sign=sign)
        for number, (one, sign) in enumerate(zip(happenings, signs, strict=True))
    ]


def _label(one: Happening, sizes: Sizes, one_year: str, *, is_first: bool, look: Look) -> Label:
    date = _date(one, sizes, one_year, is_first=is_first, look=look)
    what, detail = one.event.what, one.event.detail
    natural = [date.width, lettered(what, sizes.what).width]
    if detail is not None:
        natural.append(lettered(detail, sizes.detail).width)
    return Label(date, what, detail, sizes, max(natural) + 0.01)


def _date(one: Happening, sizes: Sizes, one_year: str, *, is_first: bool, look: Look) -> Date:
    year, rest, at = one.moment.year, one.moment.rest, one.event.when_origin
    small = beside = NOTHING
    if one_year or not year:
        main = lettered(figures_in(rest or one.event.when, one), sizes.year)
        if is_first and one_year:
            is_chinese = any("\u4e00" <= sign <= "\u9fff" for sign in rest)
            small = lettered(f"{one_year}年" if is_chinese else one_year, sizes.day, at)
    else:
        main = lettered(figures_in(year, one), sizes.year)
        beside = lettered(rest, sizes.day, at) if rest else NOTHING
    return Date(small, main, beside, look.em * 0.3)


def figures_in(text: str, one: Happening) -> Copy:
    """A date with its digits as figures and 年, 月, 日 as their units."""
    spans: list[Span] = []
    for sign in half_width(text):
        part = Part.DIGITS if sign.isdigit() or sign in "-." else Part.UNIT
        if sign not in "年月日号—–-.0123456789":
            part = Part.PLAIN
        if spans and spans[-1].part is part:
            spans[-1] = replaced(spans[-1], text=spans[-1].text + sign)
        else:
            spans.append(Span(sign, part))
    return Copy(tuple(spans), one.event.when_origin)
