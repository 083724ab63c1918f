"""A change: an earlier and a later value, as two bars, or as a slope in little width."""

from __future__ import annotations

from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.time.pair import End, Pair, difference, pair_of
from infographic.display.frame import Frame
from infographic.display.items import Placed, Stroke
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.fitting import Need, extent_from_zero, fitted
from infographic.graphics.lettering import NOTHING, Lettering, lettered
from infographic.graphics.look import LEAST_ON_BARS, Look, in_accent, tinted
from infographic.graphics.marks import bar, dot, ring, straight
from infographic.graphics.scale import Scale, from_zero
from infographic.graphics.subject import Subject
from infographic.layout.scaling import scaled
from infographic.text.copy import Copy, Span

WIDE = (180, 560)
"""From here on the change is two bars; in less room a slope."""
NEARLY_LEVEL = Decimal("0.8")
"""A slope from 0 between values nearer to each other shows nothing: then bars."""
DWARFED = 8
"""Where one is so many times the other, its figure stands outside both."""


def refuses(subject: Subject) -> Saying | None:
    if pair_of(subject) is not None:
        return None
    if len(subject.units) > 1:
        return say("graphic-refuses/units", units=tuple(unit or "—" for unit in subject.units))
    return say("graphic-refuses/pair")


def least(subject: Subject, look: Look) -> Size:
    pair = pair_of(subject)
    assert pair is not None
    width = look.of(80, 260)
    head = _head(pair, subject, look, 1e6)
    if _is_slope(pair, look, width):
        slope = _Slope(pair, look)
        return Size(max(width, slope.beside + slope.between, head.widest),
                    head.height + slope.beyond + look.of(30, 90))  # fmt: skip
    beside = max(_names_width(pair, look), _figures(pair, look, look.strong)[0].width)
    width = max(width, bars_least(pair, look), head.widest, beside)
    # In more width it may stand in one line, which is as tall as its larger words.
    tall = max(head.height, _head(pair, subject, look, width).height)
    return Size(width, tall + _bars_height(pair, look))


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    pair = pair_of(subject)
    assert pair is not None
    head = _head(pair, subject, look, room.width)
    slope = _Slope(pair, look)
    if _is_slope(pair, look, room.width) and slope.beside + slope.between <= room.width:
        frame = slope.drawn(subject, room, head)
    else:
        frame = _bars(pair, subject, look, room, head)
    return Drawn(frame)


def bars_alone(
    pair: Pair, subject: Subject, look: Look, width: float, thick: float = 0.0
) -> Frame | None:
    """Its two bars without a word on the change, under a figure that says it, each at least so
    thick, in points; None without room."""
    if bars_least(pair, look) > width:
        return None
    bare = _Head(NOTHING, NOTHING, False, look.of(2, 5))
    return _bars(pair, subject, look, Room(width, None), bare, thick)


def height_alone(look: Look) -> float:
    """How high `bars_alone` is, no thicker than bars like to be, in points."""
    size, _ = _sizes(look)
    return look.of(2, 5) + 2 * _thick(look, size) + look.of(4, 10) + look.of(2, 5)


def _is_slope(pair: Pair, look: Look, width: float) -> bool:
    """Whether little width asks for a slope, and the values allow it: from 0, and seen to slope."""
    low, high = sorted((pair.earlier.value, pair.later.value))
    if width >= look.of(*WIDE) or low < 0 or not high:
        return False
    return low <= NEARLY_LEVEL * high


class _Head(NamedTuple):
    """What the stat says of itself, and at the right by how much it changed."""

    name: Lettering
    change: Lettering
    two_lines: bool
    height: float

    @property
    def widest(self) -> float:
        return max(self.name.width, self.change.width)

    def items(self, width: float) -> tuple[Placed, ...]:
        y = self.name.rise if self.name.line else self.change.rise
        first = self.name.at(0, y)
        below = y + self.height / 2 if self.two_lines else y
        return (*first, *self.change.at(width, below, 1.0))


def _head(pair: Pair, subject: Subject, look: Look, width: float) -> _Head:
    name = lettered(pair.what, look.label) if pair.what is not None else NOTHING
    words = Copy((Span(difference(pair, subject.language)),), pair.later.origin)
    change = lettered(words, look.strong)
    two_lines = bool(name.width) and name.width + change.width + look.em > width
    leading = look.label.leading
    return _Head(name, change, two_lines, leading * (2 if two_lines else 1) + look.of(2, 6))


# Two bars


def _thick(look: Look, size: float) -> float:
    return max(look.of(13, 34), size * 1.4)


def _sizes(look: Look) -> tuple[float, Look]:
    """The size of words on the bars: labels, or what is read on them."""
    size = max(look.strong.size, LEAST_ON_BARS) if look.is_print else look.strong.size
    return size, replaced(look, strong=scaled(look.strong, size / look.strong.size))


def _figures(pair: Pair, look: Look, style: object = None) -> tuple[Lettering, Lettering]:
    """Both figures in one size, black."""
    _, own = _sizes(look)
    return lettered(pair.earlier.words, own.strong), lettered(pair.later.words, own.strong)


def _names_width(pair: Pair, look: Look) -> float:
    _, own = _sizes(look)
    return max(lettered(end.name, own.strong).width for end in (pair.earlier, pair.later))


def _bars_height(pair: Pair, look: Look) -> float:
    size, _ = _sizes(look)
    return 2 * _thick(look, size) + look.of(4, 10) + look.of(2, 5)


def bars_least(pair: Pair, look: Look) -> float:
    """Names left of the bars' base, figures behind them, and a third of an inch for the longer."""
    one, other = _figures(pair, look)
    _, own = _sizes(look)
    names = [lettered(end.name, own.strong).width for end in (pair.earlier, pair.later)]
    gap = own.strong.size * 0.5
    if min(pair.earlier.value, pair.later.value) < 0:
        # A figure on either side of the line.
        return max(names) + one.width + other.width + 4 * gap + look.of(24, 72)
    return max(
        name + figure.width for name, figure in zip(names, (one, other), strict=True)
    ) + 4 * gap + look.of(24, 72)  # fmt: skip


class _Bar(NamedTuple):
    end: End
    name: Lettering
    figure: Lettering
    has_name_inside: bool
    has_figure_inside: bool
    column: float
    """Of the names beside the bars: how wide, with its gap."""


def _bars(
    pair: Pair, subject: Subject, look: Look, room: Room, head: _Head, least_thick: float = 0.0
) -> Frame:
    """Flush at one zero line; names inside where both have room, figures inside or behind."""
    size, own = _sizes(look)
    gap = size * 0.5
    ends = (pair.earlier, pair.later)
    names = [lettered(end.name, own.strong) for end in ends]
    figures = _figures(pair, look)
    inside = _fits_inside(pair, names, figures, gap, room.width)
    column = 0.0 if inside else max(name.width for name in names) + gap
    outside: set[int] = set() if inside else {0, 1}
    scale = _scale(ends, figures, column, gap, outside, room.width)
    for _ in ends:
        lengths = [abs(scale.at(end.value) - scale.at(0)) for end in ends]
        outside |= {
            at for at in (0, 1)
            if names[at].width + figures[at].width + 3 * gap > lengths[at] + 0.01
        }  # fmt: skip
        scale = _scale(ends, figures, column, gap, outside, room.width)
    thick = max(_thick(look, size), least_thick)
    items = list(head.items(room.width))
    top = head.height
    zero = scale.at(0)
    for at, (end, name, figure) in enumerate(zip(ends, names, figures, strict=True)):
        y = top + at * (thick + look.of(4, 10))
        one = _Bar(end, name, figure, inside, at not in outside, column)
        items += _bar_items(pair, look, own, scale, one, y, thick, gap)
    bottom = top + 2 * thick + look.of(4, 10)
    reach = look.of(2, 5)
    items += straight(Point(zero, top - reach), Point(zero, bottom + reach), look.base,
                      subject.origin)  # fmt: skip
    return Frame(Size(room.width, bottom + reach), tuple(items),
                 tuple(fault for one in (*names, *figures) for fault in one.faults))  # fmt: skip


def _scale(
    ends: tuple[End, End], figures: tuple[Lettering, Lettering], column: float, gap: float,
    outside: set[int], width: float,
) -> Scale:  # fmt: skip
    """The longest scale that leaves room for the names' column and the figures outside."""
    extent = extent_from_zero(end.value for end in ends)
    before, after = [Need(extent.share(0), column)], [Need(0.0, 0.0)]
    for at in outside:
        share, figure = extent.share(ends[at].value), figures[at].width + gap
        if ends[at].value < 0:
            before.append(Need(share, column + figure))
        else:
            after.append(Need(share, figure))
    return fitted(extent, before, after, width) or from_zero(
        [end.value for end in ends], column, width
    )


def _fits_inside(
    pair: Pair, names: list[Lettering], figures: tuple[Lettering, Lettering], gap: float,
    width: float,
) -> bool:  # fmt: skip
    """Whether each name stands in its own bar: the shorter bar is long enough for it."""
    low, high = sorted((pair.earlier.value, pair.later.value))
    if low <= 0 or high > DWARFED * low:
        return False
    widest = max(figure.width for figure in figures)
    room = float(low / high) * (width - widest - gap)
    return room >= max(name.width for name in names) + 2 * gap


def _bar_items(
    pair: Pair, look: Look, own: Look, scale: Scale, one: _Bar, y: float, thick: float, gap: float
) -> list[Placed]:
    zero, at = scale.at(0), scale.at(one.end.value)
    is_later = one.end is pair.later
    fill = look.accent if is_later else look.rest
    is_seen = abs(at - zero) >= look.thinnest
    items = [*bar((zero, at), (y, y + thick), fill, one.end.origin)] if is_seen else []
    middle = y + thick / 2
    reversed_ = tinted(own.strong, look.on_accent)
    inner = reversed_ if is_later else own.strong
    if one.has_name_inside:
        name = lettered(one.end.name, inner)
        items += name.middle(zero + gap, middle)
    else:
        items += one.name.middle(one.column - gap, middle, 1.0)
    if one.has_figure_inside:
        items += lettered(one.end.words, inner).middle(at - gap, middle, 1.0)
    elif one.end.value < 0:
        items += one.figure.middle(at - gap, middle, 1.0)
    else:
        items += one.figure.middle(at + gap, middle)
    return items


# A slope


class _Slope(NamedTuple):
    """Two posts, and a line between two dots."""

    pair: Pair
    look: Look

    @property
    def style(self) -> object:
        return self.look.figure

    @property
    def figures(self) -> tuple[Lettering, Lettering]:
        look = self.look
        later = in_accent(look.start, look)
        return lettered(self.pair.earlier.words, look.start), lettered(self.pair.later.words, later)

    @property
    def gap(self) -> float:
        return self.look.of(6, 18)

    @property
    def sides(self) -> tuple[float, float]:
        """Left of the first post and right of the second: the figures', and half a name."""
        found = []
        for figure, end in zip(self.figures, (self.pair.earlier, self.pair.later), strict=True):
            name = lettered(end.name, self.look.tick)
            found.append(max(figure.width + self.gap, name.width / 2))
        return found[0], found[1]

    @property
    def beside(self) -> float:
        return sum(self.sides)

    @property
    def between(self) -> float:
        """The posts stand so far apart at least: the times below them do not meet."""
        names = (lettered(one.name, self.look.tick).width
                 for one in (self.pair.earlier, self.pair.later))  # fmt: skip
        return max(self.look.of(24, 80), sum(names) / 2 + self.look.em * 0.6)

    @property
    def beyond(self) -> float:
        """All height but the field's: half a figure over it, the times below."""
        return self.figures[1].height / 2 + self.look.of(5, 14) + self.look.tick.leading

    def drawn(self, subject: Subject, room: Room, head: _Head) -> Frame:
        look, pair = self.look, self.pair
        left, right = self.sides
        first, last = left, room.width - right
        own = max(min((last - first) * 0.75, look.of(90, 270)), look.of(36, 110))
        height = own
        if room.height is not None:
            height = max(min(room.height - head.height - self.beyond, own * 1.5), look.of(20, 60))
        top = head.height + self.figures[1].height / 2
        bottom = top + height
        scale = from_zero([pair.earlier.value, pair.later.value], bottom, top)
        items = list(head.items(room.width))
        posts = Stroke(look.ink, look.of(0.5, 2))
        points = []
        for x, end in ((first, pair.earlier), (last, pair.later)):
            items += straight(Point(x, top), Point(x, bottom), posts, end.origin)
            points.append(Point(x, scale.at(end.value)))
        base = look.of(4, 12)
        items += straight(Point(first - base, bottom), Point(last + base, bottom), look.base,
                          subject.origin)  # fmt: skip
        items += straight(points[0], points[1], look.data_line, pair.later.origin)
        items += ring(points[0], look.of(3, 9), Stroke(look.accent, look.of(1.5, 4)), look.paper,
                      pair.earlier.origin)  # fmt: skip
        items += dot(points[1], look.of(3.6, 12), look.accent, pair.later.origin)
        for number, (figure, point) in enumerate(zip(self.figures, points, strict=True)):
            # A figure at the foot stands on the base line, not across it.
            y = min(point.y, bottom - figure.height / 2 - look.of(2, 6))
            away = -self.gap if number == 0 else self.gap
            items += figure.middle(point.x + away, y, 1.0 if number == 0 else 0.0)
        for x, end in ((first, pair.earlier), (last, pair.later)):
            name = lettered(end.name, look.tick, end.origin)
            items += name.at(x, bottom + look.of(5, 14) + name.rise, 0.5)
        size = Size(room.width, bottom + look.of(5, 14) + look.tick.leading)
        faults = tuple(fault for one in self.figures for fault in one.faults)
        return Frame(size, tuple(items), faults)


DEVICE = Device("change", refuses, least, draw, ("figures",), says_unit=True)
