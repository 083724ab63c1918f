"""A flow from one side to the other: ribbons as thick as what they carry, sums at both ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.story.links import Links, Sourced, at, links_of, refuses
from infographic.display.frame import Frame
from infographic.display.items import Placed, Segment
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.graphics.arrangements.flowing import Flow, Node, Ribbon, flow
from infographic.graphics.lettering import NOTHING, Lettering, lettered
from infographic.graphics.look import LEAST_ON_BARS, Look, tinted
from infographic.graphics.marks import bar, filled, straight
from infographic.graphics.outlines import ribbon
from infographic.graphics.placing.pushing import pushed_apart
from infographic.graphics.subject import Subject, figure
from infographic.graphics.values import EXACT, as_decimal
from infographic.graphics.words import word
from infographic.layout.scaling import scaled
from infographic.text.style import TextStyle

FIELD = (64, 190)
"""The least width between the two sides."""


class End(NamedTuple):
    """A node's words: its name and its sum, one beside or over the other."""

    name: Lettering
    sum: Lettering


class Sides(NamedTuple):
    """The words of both sides by node, and the room that they take. In points."""

    ends: tuple[dict[str, End], dict[str, End]]
    widths: tuple[float, float]
    stacked: bool
    """The sum stands below the name."""
    tall: float
    """Of one node's words."""
    head: float


def least(subject: Subject, look: Look) -> Size:
    links = _links(subject)
    sides = _sides(subject, links, look, stacked=True)
    most = max(len(one) for one in sides.ends)
    return Size(sum(sides.widths) + look.of(*FIELD), sides.head + most * sides.tall)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    links = _links(subject)
    sides = _sides(subject, links, look, stacked=False)
    if sum(sides.widths) > room.width * 0.55:
        sides = _sides(subject, links, look, stacked=True)
    most = max(len(one) for one in sides.ends)
    least_tall = most * sides.tall
    wanted = max(least_tall * 1.5, min(room.width * 0.55, look.of(260, 760)))
    if room.height is not None:
        wanted = max(min(room.height - sides.head, room.width * 0.9), least_tall)
    gap = min(look.of(12, 36), max(wanted - most * look.of(6, 18), 0.0) / max(most, 1))
    made = flow([one.link for one in links.all], wanted, gap)
    left, right = sides.widths[0], room.width - sides.widths[1]
    post = look.of(4, 12)
    items = list(_heads(links, sides, look, left, right, subject.origin))
    items += _ribbons(subject, links, made, left + post, right - post, sides.head, look)
    for side, nodes in enumerate((made.left, made.right)):
        edge = left if side == 0 else right
        items += _side(nodes, sides, side, edge, wanted, look, links, subject)
    figures, left_out = _figures(subject, links, made, left + post, right - post, sides.head, look)
    items += figures
    faults = [fault for side in sides.ends for end in side.values()
              for fault in (*end.name.faults, *end.sum.faults)]  # fmt: skip
    if left_out:
        saying = say("graphic-left-out/figures", count=left_out)
        faults.append(Diagnostic(saying, subject.origin, severity=Severity.NOTE))
    missing = sum(one.link.value is None for one in links.all)
    said = (word("flow-missing", subject.language, count=missing),) if missing else ()
    frame = Frame(Size(room.width, sides.head + wanted), tuple(items), tuple(faults))
    return Drawn(frame, said)


def _links(subject: Subject) -> Links:
    links = links_of(subject)
    assert links is not None
    return links


def _claimed(links: Links, side: int) -> set[str]:
    """The nodes that only what the title is about flows through."""
    all_of = [(str(one.link[side]), one.is_claimed) for one in links.all if one.link.value]
    return {name for name, _ in all_of} - {name for name, claimed in all_of if not claimed}


def _sides(subject: Subject, links: Links, look: Look, *, stacked: bool) -> Sides:
    """The names and sums of both sides."""
    found = [_ends(subject, links, side, look) for side in (0, 1)]
    gap = look.em * 0.5
    widths = tuple(
        max(
            (max(end.name.width, end.sum.width) if stacked
             else end.name.width + gap + end.sum.width for end in ends.values()),
            default=0.0,
        ) + look.em * 0.6
        for ends in found
    )  # fmt: skip
    first = next(iter(found[0].values()))
    tall = (look.of(9, 27) if stacked else look.of(5, 15)) + (
        first.name.height + first.sum.height if stacked
        else max(first.name.height, first.sum.height)
    )  # fmt: skip
    head = look.tick.leading + look.of(3, 8) if any(links.heads) else 0.0
    return Sides((found[0], found[1]), (widths[0], widths[1]), stacked, tall, head)


def _ends(subject: Subject, links: Links, side: int, look: Look) -> dict[str, End]:
    """The words of each node through which anything flows."""
    totals: dict[str, Decimal] = {}
    origins: dict[str, Origin] = {}
    for one in links.all:
        if one.link.value:
            name = str(one.link[side])
            before = totals.get(name, Decimal(0))
            totals[name] = EXACT.add(before, as_decimal(one.link.value))
            origins.setdefault(name, at(subject, one))
    claimed = _claimed(links, side)
    ends = {}
    for name, total in totals.items():
        style = look.strong if name in claimed else look.label
        value = look.figure if name in claimed else look.quiet
        words = figure(total, subject.series[0].column, -1, "", origins[name])
        ends[name] = End(lettered(name, style, origins[name]), lettered(words, value))
    return ends


def _heads(
    links: Links, sides: Sides, look: Look, left: float, right: float, origin: Origin
) -> Iterator[Placed]:
    """What each side is, over it."""
    for side, head in enumerate(links.heads):
        words = lettered(head, look.tick, origin) if head else NOTHING
        x = left if side == 0 else right
        yield from words.at(x, words.rise, 0.0 if side == 0 else 1.0)


def _side(
    nodes: Sequence[Node], sides: Sides, side: int, edge: float, tall: float, look: Look,
    links: Links, subject: Subject,
) -> Iterator[Placed]:  # fmt: skip
    """The posts of a side, and their words, pushed apart where they would meet."""
    post, away = look.of(4, 12), (-1 if side == 0 else 1)
    middles = [sum(node.span) / 2 for node in nodes]
    places = pushed_apart(middles, [sides.tall] * len(nodes), 0.0, tall) or middles
    claimed = _claimed(links, side)
    for node, middle, place in zip(nodes, middles, places, strict=True):
        end = sides.ends[side][node.name]
        top, bottom = (sides.head + y for y in node.span)
        fill = look.accent if node.name in claimed else look.ink
        along = (edge, edge - away * post)
        if bottom - top >= look.thinnest:
            yield from bar(along, (top, bottom), fill, end.name.origin)
        y = sides.head + place
        x = edge + away * look.em * 0.6
        if abs(place - middle) > sides.tall / 2:
            yield from straight(Point(edge, sides.head + middle),
                                Point(edge + away * look.em * 0.5, y), look.leader,
                                end.name.origin)  # fmt: skip
        yield from _words(end, x, y, side, sides.stacked, look)


def _words(end: End, x: float, y: float, side: int, stacked: bool, look: Look) -> Iterator[Placed]:
    align = 1.0 if side == 0 else 0.0
    if stacked:
        gap = look.of(2, 6)
        top = y - (end.name.height + gap + end.sum.height) / 2
        yield from end.name.at(x, top + end.name.rise, align)
        yield from end.sum.at(x, top + end.name.height + gap + end.sum.rise, align)
        return
    # The sum stands next to its post on both sides.
    baseline = end.sum.baseline_at(y)
    yield from end.sum.at(x, baseline, align)
    step = end.sum.width + look.em * 0.5
    yield from end.name.at(x - step if side == 0 else x + step, baseline, align)


# Ribbons


def _painted(links: Links, made: Flow) -> list[Ribbon]:
    """In the order of painting: the thickest first, what the title is about last."""
    return sorted(
        made.ribbons,
        key=lambda one: (links.all[one.link].is_claimed, one.left[0] - one.left[1]),
    )


def _ribbons(
    subject: Subject, links: Links, made: Flow, left: float, right: float, top: float, look: Look
) -> Iterator[Placed]:
    """Each with a rim of paper on those that it crosses."""
    within = top, top + max((node.span[1] for node in (*made.left, *made.right)), default=0.0)
    for one in _painted(links, made):
        sourced = links.all[one.link]
        origin = at(subject, sourced)
        if one.left[1] - one.left[0] < look.thinnest:
            continue
        ends = (one.left[0] + top, one.left[1] + top, one.right[0] + top, one.right[1] + top)
        rim = _rim(left, right, ends, look.of(1, 3), within)
        yield from filled(rim, look.paper, origin)
        outline = ribbon(left, ends[0], ends[1], right, ends[2], ends[3])
        yield from filled(outline, look.accent if sourced.is_claimed else look.rest, origin)


def _rim(
    left: float, right: float, ends: tuple[float, float, float, float], rim: float,
    within: tuple[float, float],
) -> tuple[Segment, ...]:  # fmt: skip
    """A ribbon that is wider in its middle and as wide as its own at its ends; nothing crosses it
    at the top and the bottom of all, where it would be paper on what stands beyond."""
    a, b, c, d = ends
    half, more = (left + right) / 2, rim * 4 / 3
    above = (max(a - more, within[0]), max(c - more, within[0]))
    below = (min(d + more, within[1]), min(b + more, within[1]))
    return (
        ("M", (left, a)), ("C", (half, above[0], half, above[1], right, c)),
        ("L", (right, d)), ("C", (half, below[0], half, below[1], left, b)), ("Z", ()),
    )  # fmt: skip


def _figures(
    subject: Subject, links: Links, made: Flow, left: float, right: float, top: float, look: Look
) -> tuple[list[Placed], int]:
    """The value of each ribbon that is not the whole of one of its ends, at its right end; and how
    many have no room."""
    items: list[Placed] = []
    without = 0
    leaving = [one.link.source for one in links.all if one.link.value]
    coming = [one.link.target for one in links.all if one.link.value]
    painted = _painted(links, made)
    for number, one in enumerate(painted):
        sourced = links.all[one.link]
        if leaving.count(sourced.link.source) == 1 or coming.count(sourced.link.target) == 1:
            continue
        style = _figure_style(look, sourced)
        words = lettered(subject.said(sourced.row, sourced.series, unit=False), style)
        if not _holds(one, painted[number + 1 :], words, right - left, look):
            without += 1
            continue
        middle = top + sum(one.right) / 2
        items += words.middle(right - look.em * 0.4, middle, 1.0)
    return items, without


def _figure_style(look: Look, one: Sourced) -> TextStyle:
    if not one.is_claimed:
        size = LEAST_ON_BARS / look.strong.size
        return scaled(look.strong, size) if look.is_print else look.label
    size = max(look.strong.size, LEAST_ON_BARS) if look.is_print else look.strong.size
    return tinted(scaled(look.strong, size / look.strong.size), look.on_accent)


def _holds(
    one: Ribbon, above: Sequence[Ribbon], words: Lettering, length: float, look: Look
) -> bool:
    """Whether a figure stands wholly on its ribbon, and none of those painted later on it."""
    clear, middle = look.of(0.75, 2.5), sum(one.right) / 2
    top, bottom = middle - words.height / 2 - clear, middle + words.height / 2 + clear
    if words.width + look.em * 0.8 > length * 0.4:
        return False
    places = [1 - (look.em * 0.4 + step * words.width) / length for step in (0, 0.5, 1)]
    for share in places:
        own = _span_at(one, share)
        if top < own[0] or bottom > own[1]:
            return False
        for other in above:
            begin, end = _span_at(other, share)
            if begin - clear < bottom and end + clear > top:
                return False
    return True


def _span_at(one: Ribbon, share: float) -> tuple[float, float]:
    """Its top and bottom at a share of the way from left to right."""
    low, high = 0.0, 1.0
    for _ in range(24):
        along = (low + high) / 2
        # Its controls stand half way: the x of a cubic from 0 to 1.
        if 1.5 * along * (1 - along) + along**3 < share:
            low = along
        else:
            high = along
    risen = 3 * low**2 - 2 * low**3
    top, bottom = (a + (b - a) * risen for a, b in zip(one.left, one.right, strict=True))
    return top, bottom


DEVICE = Device("flow", refuses, least, draw, ("table", "figures"))
