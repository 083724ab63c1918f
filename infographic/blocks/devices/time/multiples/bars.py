"""Small multiples of bars: the same rows in every field, in one order and on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Drawn
from infographic.blocks.devices.ranking.anatomy import tones
from infographic.blocks.devices.ranking.anatomy.rows import MOST, compared, pitch_of, thickness
from infographic.blocks.devices.time.multiples.fields import Fields, device_of, of_bars
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.geometry import Point, Size
from infographic.foundation.sayings import Saying, say
from infographic.graphics.fitting import Need, extent_from_zero, fitted
from infographic.graphics.lettering import NOTHING, Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.scale import Scale, from_zero
from infographic.graphics.subject import Subject

WIDEST_NAME = 0.45
"""Of a field."""


def refuses(subject: Subject) -> Saying | None:
    rows = compared(subject, "file")
    if len(rows) > MOST:
        return say("graphic-refuses/names", count=len(rows), most=MOST)
    return None


def _figure(part: Subject, look: Look, row: int) -> Lettering:
    is_quiet = bool(part.highlighted) and row not in part.highlighted
    return lettered(part.said(row, unit=False), look.label if is_quiet else look.strong)


def _names(part: Subject, look: Look, rows: Sequence[int]) -> list[Lettering]:
    return [
        lettered(part.names[row], look.strong if row in part.highlighted else look.label,
                 part.name_at(row))
        if part.names[row] else NOTHING
        for row in rows
    ]  # fmt: skip


def least(parts: Sequence[Subject], look: Look, held: Sequence[Decimal]) -> Size:
    rows = compared(parts[0], "falling")
    names = max((one.width for one in _names(parts[0], look, rows)), default=0.0)
    figures = max(_figure(part, look, row).width for part in parts for row in rows)
    # Of fields each on its own scale nothing is held in common, and one may fall below 0.
    falls = min((*held, *(one for part in parts for one in part.series[0].present)), default=0) < 0
    width = names + figures * (2 if falls else 1) + look.em + look.of(24, 72)
    return Size(max(width, names / WIDEST_NAME), pitch_of(look).least * len(rows))


def draw(
    parts: Sequence[Subject], looks: Sequence[Look], width: float, height: float | None,
    one_scale: bool,
) -> list[Drawn]:  # fmt: skip
    rows = compared(parts[0], "falling")
    shared = _scale(parts, looks[0], rows, width) if one_scale else None
    pitch = pitch_of(looks[0])
    each = pitch.usual
    if height is not None:
        each = min(max(height / max(len(rows), 1), pitch.least), pitch.most)
    return [
        _drawn(part, of_bars(look), rows, shared or _scale([part], look, rows, width), width, each)
        for part, look in zip(parts, looks, strict=True)
    ]


def _scale(parts: Sequence[Subject], look: Look, rows: Sequence[int], width: float) -> Scale:
    """One scale that leaves room for every name and figure of these fields."""
    gap = look.em * 0.4
    names = max((one.width for one in _names(parts[0], look, rows)), default=0.0) + look.em * 0.7
    values = [part.series[0].values[row] for part in parts for row in rows]
    extent = extent_from_zero(values)
    before, after = [Need(extent.share(0), names)], [Need(0.0, 0.0)]
    for part in parts:
        for row in rows:
            value = part.series[0].values[row] or Decimal(0)
            figure = _figure(part, look, row).width + gap
            if value < 0:
                before.append(Need(extent.share(value), figure + names))
            else:
                after.append(Need(extent.share(value), figure))
    return fitted(extent, before, after, width) or from_zero(values, names, width)


def _drawn(
    part: Subject, look: Look, rows: Sequence[int], scale: Scale, width: float, pitch: float
) -> Drawn:
    gap = look.em * 0.4
    thick = thickness(look, pitch)
    post = scale.at(0)
    items: list[Placed] = []
    for at, (row, name) in enumerate(zip(rows, _names(part, look, rows), strict=True)):
        middle = (at + 0.5) * pitch
        value = part.series[0].values[row]
        end = post if value is None else scale.at(value)
        tone = tones.of_row(look, row in part.highlighted, bool(part.highlighted))
        items += tones.marked(look, (post, end), (middle - thick / 2, middle + thick / 2), tone,
                              part.at(row))  # fmt: skip
        left = min(post, scale.start)
        has_negative = scale.low < 0
        items += name.middle(0.0 if has_negative else left - look.em * 0.7, middle,
                             0.0 if has_negative else 1.0)  # fmt: skip
        figure = _figure(part, look, row)
        if value is not None and value < 0:
            items += figure.middle(end - gap, middle, 1.0)
        else:
            items += figure.middle(end + gap, middle)
    height = pitch * len(rows)
    items += straight(Point(post, 0), Point(post, height), look.base, part.origin)
    return Drawn(Frame(Size(width, height), tuple(items)))


FIELDS = Fields("small-multiples-bars", refuses, least, draw)
DEVICE = device_of(FIELDS)
