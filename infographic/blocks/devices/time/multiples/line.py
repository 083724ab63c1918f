"""Small multiples of lines."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Drawn, Room
from infographic.blocks.devices.time import line
from infographic.blocks.devices.time.ends import WIDEST, end_style, figure_of
from infographic.blocks.devices.time.lines import draw_lines
from infographic.blocks.devices.time.measured import Manner, sheet_of
from infographic.blocks.devices.time.multiples.fields import Fields, device_of, is_claimed
from infographic.foundation.geometry import Size
from infographic.graphics.lettering import lettered
from infographic.graphics.look import Look, tinted
from infographic.graphics.subject import Subject

GAP = (7, 18)


def manner_of(
    parts: Sequence[Subject], look: Look, width: float, *, one_scale: bool, is_filled: bool
) -> Manner:
    """How all fields are drawn: one size of figures by the tightest, one scale, one margin."""
    held = tuple(value for part in parts for value in part.series[0].present) if one_scale else ()
    widest = max(_last_width(part, look) for part in parts)
    room = WIDEST * width - look.of(*GAP)
    style = end_style(look, min(round(room / widest, 3), 1.0) if widest else 1.0)
    own = [_last_width(part, look) * style.size / look.end.size for part in parts]
    manner = Manner(
        is_filled=is_filled, held=held, end=style, is_beside=max(own) <= room + 0.5,
        is_from_zero=not one_scale, is_field=True,
    )  # fmt: skip
    sheets = [sheet_of(part, look, width, manner) for part in parts]
    margins = max(one.left for one in sheets), max(width - one.right for one in sheets)
    return manner._replace(margins=margins)


def _last_width(part: Subject, look: Look) -> float:
    rows = [row for row, value in enumerate(part.series[0].values) if value is not None]
    return max((lettered(figure_of(part, row), look.end).width for row in (rows[0], rows[-1])),
               default=0.0)  # fmt: skip


def least_of(parts: Sequence[Subject], look: Look, is_filled: bool) -> Size:
    manner = Manner(is_filled=is_filled, end=end_style(look, 0.0), is_field=True)
    sizes = [line.least_of(part, look, manner) for part in parts]
    return Size(max(one.width for one in sizes), max(one.height for one in sizes))


def least(parts: Sequence[Subject], look: Look, held: Sequence[Decimal]) -> Size:
    return least_of(parts, look, is_filled=False)


def draw_parts(
    parts: Sequence[Subject], looks: Sequence[Look], width: float, height: float | None,
    one_scale: bool, is_filled: bool,
) -> list[Drawn]:  # fmt: skip
    manner = manner_of(parts, looks[0], width, one_scale=one_scale, is_filled=is_filled)
    assert manner.end is not None
    black = manner._replace(end=tinted(manner.end, looks[0].ink))
    return [
        draw_lines(part, look, Room(width, height), manner if is_claimed(look) else black)
        for part, look in zip(parts, looks, strict=True)
    ]


def draw(
    parts: Sequence[Subject], looks: Sequence[Look], width: float, height: float | None,
    one_scale: bool,
) -> list[Drawn]:  # fmt: skip
    return draw_parts(parts, looks, width, height, one_scale, is_filled=False)


FIELDS = Fields("small-multiples-line", line.refuses, least, draw)
DEVICE = device_of(FIELDS)
