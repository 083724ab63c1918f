"""A donut: at most three parts of a whole, one of them claimed, its value in the middle."""

from __future__ import annotations

import math
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.part.share import Share, share_of
from infographic.blocks.devices.part.told import of_whole
from infographic.display.frame import Frame
from infographic.display.items import Placed, Stroke
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.additive import may_be_added
from infographic.graphics.lettering import NOTHING, Lettering, lettered
from infographic.graphics.look import Look, in_accent
from infographic.graphics.marks import drawn, filled
from infographic.graphics.outlines import ring_sector
from infographic.graphics.placing.pushing import pushed_apart
from infographic.graphics.subject import Subject
from infographic.graphics.values import EXACT, quotient
from infographic.graphics.words import word
from infographic.layout.scaling import with_digits_of
from infographic.text.copy import Copy, Span
from infographic.text.style import Part

MOST_PARTS = 3
RING = 0.18
"""The ring's thickness, of the donut's diameter."""
ROUNDING = Decimal("0.5")
"""Percentages that make 100 but for so much were rounded."""


class _Piece(NamedTuple):
    """One part: its value, what is set at it, what is set in the middle."""

    value: Decimal
    name: str
    words: Copy
    origin: Origin
    is_claimed: bool


def refuses(subject: Subject) -> Saying | None:
    found = _pieces(subject)
    return found if isinstance(found, Saying) else None


def _pieces(subject: Subject) -> tuple[_Piece, ...] | Saying:
    """The parts, the claimed one first; or why they are no whole."""
    if len(subject.given.stats) == 1 or subject.count == 1:
        return _part_and_rest(subject)
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    one = subject.series[0]
    rows = [row for row in range(subject.count) if row not in subject.table.totals]
    if not 2 <= len(rows) <= MOST_PARTS:
        return say("graphic-refuses/parts", most=MOST_PARTS, count=len(rows))
    if any(one.values[row] is None for row in rows):
        return say("graphic-refuses/no-values")
    if len(subject.highlighted.intersection(rows)) != 1:
        return say("graphic-refuses/one-claimed", count=len(subject.highlighted))
    values = [value for row in rows if (value := one.values[row]) is not None]
    wrong = _no_whole(subject, values)
    if wrong is not None:
        return wrong
    found = [
        _Piece(value, subject.names[row], subject.said(row), subject.at(row),
               row in subject.highlighted)
        for row, value in zip(rows, values, strict=True)
    ]  # fmt: skip
    first = next(at for at, piece in enumerate(found) if piece.is_claimed)
    return (*found[first:], *found[:first])


def _no_whole(subject: Subject, values: list[Decimal]) -> Saying | None:
    """Why values are not the parts of one whole."""
    if min(values) < 0:
        return say("graphic-refuses/negative-parts")
    whole = sum(values, Decimal(0))
    if not whole:
        return say("graphic-refuses/no-values")
    unit, stated = subject.series[0].unit or subject.unit, subject.chart.of
    if unit in ("%", "％"):
        stated, unit = Decimal(100), " %"
    elif not may_be_added(unit, subject.series[0].column.name):
        return say("graphic-refuses/not-added", unit=unit or "—")
    if stated is not None and abs(EXACT.subtract(whole, stated)) > (
        ROUNDING if unit == " %" else 0
    ):
        added = " + ".join(f"{value:f}" for value in values)
        return say(
            "graphic-refuses/sum", added=added, sum=f"{whole:f}{unit}", whole=f"{stated:f}{unit}"
        )
    return None


def _part_and_rest(subject: Subject) -> tuple[_Piece, ...] | Saying:
    share = share_of(subject)
    if isinstance(share, Saying):
        return share
    if share.high > 1:
        return say("graphic-refuses/over-whole", share=f"{float(share.high) * 100:.0f} %")
    if not share.is_exact:
        return say("graphic-refuses/inexact")
    part = Decimal(share.low.numerator)
    whole = Decimal(share.low.denominator)
    name = share.name.text if share.name is not None else ""
    rest = Copy((Span(""),), share.origin)
    return (
        _Piece(part, _with_whole(name, share, subject.language), share.words, share.origin, True),
        _Piece(whole - part, word("others", subject.language), rest, share.origin, False),
    )


def _with_whole(name: str, share: Share, language: str) -> str:
    return name or of_whole(share, language)


class _Sheet(NamedTuple):
    """The donut measured: labels at its sides, and how wide they are."""

    pieces: tuple[_Piece, ...]
    turns: tuple[tuple[float, float], ...]
    """Where each part begins and ends, in shares of a turn from twelve o'clock."""
    labels: tuple[Lettering, ...]
    on_right: tuple[bool, ...]

    def side(self, right: bool) -> float:
        both = zip(self.labels, self.on_right, strict=True)
        return max((one.width for one, is_right in both if is_right is right), default=0.0)


def _sheet(subject: Subject, look: Look) -> _Sheet:
    pieces = _pieces(subject)
    assert not isinstance(pieces, Saying)
    whole = sum((piece.value for piece in pieces), Decimal(0))
    turns, at = [], Decimal(0)
    for piece in pieces:
        turns.append((quotient(at, whole), quotient(at + piece.value, whole)))
        at += piece.value
    labels = []
    for piece in pieces:
        spans: tuple[Span, ...] = (Span(piece.name),)
        if not piece.is_claimed and piece.words.text:
            spans = (*spans, Span(" "), *piece.words.spans)
        style = look.strong if piece.is_claimed else look.label
        labels.append(
            lettered(Copy(spans, piece.origin), style) if piece.value and piece.name else NOTHING
        )
    right = tuple((begin + end) / 2 <= 0.5 for begin, end in turns)
    return _Sheet(pieces, tuple(turns), tuple(labels), right)


def _diameters(look: Look) -> tuple[float, float, float]:
    """The least, the usual and the greatest."""
    return look.of(72, 220), look.of(104, 320), look.of(170, 520)


def _gap(look: Look) -> float:
    return look.of(6, 18)


def _beside(sheet: _Sheet, look: Look) -> float:
    """What labels take of the width."""
    sides = (sheet.side(False), sheet.side(True))
    return sum(side + _gap(look) for side in sides if side)


def least(subject: Subject, look: Look) -> Size:
    sheet = _sheet(subject, look)
    smallest = _diameters(look)[0]
    rows = max(sheet.on_right.count(True), sheet.on_right.count(False))
    return Size(smallest + _beside(sheet, look), max(smallest, rows * look.label.leading))


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    sheet = _sheet(subject, look)
    smallest, usual, largest = _diameters(look)
    wanted = usual if room.height is None else min(room.height, largest)
    across = max(min(wanted, room.width - _beside(sheet, look)), smallest)
    left = sheet.side(False)
    radius = across / 2
    center = Point((left + _gap(look) if left else 0.0) + radius, radius)
    items: list[Placed] = []
    inner = radius - RING * across
    others = 0
    for piece, (begin, end) in zip(sheet.pieces, sheet.turns, strict=True):
        if begin == end:
            continue
        fill = look.accent
        if not piece.is_claimed:
            fill = look.rest if others % 2 else look.land
            others += 1
        if 2 * math.pi * radius * (end - begin) < _seam(look):
            continue
        outline = ring_sector(center, inner, radius, begin, end)
        items += filled(outline, fill, piece.origin)
        if look.is_print and not piece.is_claimed:
            items += drawn(outline, Stroke(look.ink, 0.25), piece.origin)
    items += _seams(sheet, look, center, inner, radius)
    items += _labels(sheet, look, center, radius, across)
    middle = _middle(sheet.pieces[0], look, 2 * inner)
    items += middle.middle(center.x, center.y, 0.5)
    faults = tuple(fault for one in (*sheet.labels, middle) for fault in one.faults)
    return Drawn(Frame(Size(room.width, across), tuple(items), faults))


def _seam(look: Look) -> float:
    """Its width. It covers a part that is no wider, which has its figure alone: what was left of it
    would be a reversed line that no press holds."""
    return look.of(1, 3)


def _seams(
    sheet: _Sheet, look: Look, center: Point, inner: float, radius: float
) -> tuple[Placed, ...]:
    """Paper between the parts, so that no two lean on their tints alone."""
    found: list[Placed] = []
    if sum(begin != end for begin, end in sheet.turns) < 2:
        return ()
    stroke = Stroke(look.paper, _seam(look))
    for piece, (begin, end) in zip(sheet.pieces, sheet.turns, strict=True):
        if begin != end:
            edge = ring_sector(center, inner, radius, begin, begin + 1e-6)
            (_, out), (_, into) = edge[0], next(one for one in edge if one[0] == "L")
            found += drawn((("M", out), ("L", into)), stroke, piece.origin)
    return tuple(found)


def _labels(
    sheet: _Sheet, look: Look, center: Point, radius: float, across: float
) -> tuple[Placed, ...]:
    """Each beside its part, pushed apart where two would touch."""
    found: list[Placed] = []
    for right in (True, False):
        own = [
            at for at, is_right in enumerate(sheet.on_right)
            if is_right is right and sheet.labels[at].line is not None
        ]  # fmt: skip
        wished = [center.y + _height(sheet.turns[at]) * radius for at in own]
        sizes = [look.label.leading * 1.1] * len(own)
        places = pushed_apart(wished, sizes, 0, across) or wished
        for at, y in zip(own, places, strict=True):
            x = center.x + (radius + _gap(look)) * (1 if right else -1)
            found += sheet.labels[at].middle(x, y, 0.0 if right else 1.0)
    return tuple(found)


def _height(turn: tuple[float, float]) -> float:
    """How far below the middle a part's middle lies, in radii."""
    return -math.cos(2 * math.pi * sum(turn) / 2)


def _middle(piece: _Piece, look: Look, hole: float) -> Lettering:
    """The claimed value, as large as the hole holds."""
    style = look.main
    size = style.of(Part.DIGITS).size
    wide = lettered(piece.words, style).width
    size = min(size, size * hole * 0.82 / wide if wide else size)
    return lettered(piece.words, in_accent(with_digits_of(style, size), look))


DEVICE = Device("donut", refuses, least, draw, ("share-bar", "bars", "figures"), says_unit=True)
