"""Small multiples of columns."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Drawn, Room
from infographic.blocks.devices.time import columns
from infographic.blocks.devices.time.column_words import figure_style
from infographic.blocks.devices.time.columns import Manner, draw_columns
from infographic.blocks.devices.time.course import course_of
from infographic.blocks.devices.time.multiples.fields import Fields, device_of, of_bars
from infographic.foundation.geometry import Size
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject


def least(parts: Sequence[Subject], look: Look, held: Sequence[Decimal]) -> Size:
    manner = Manner(tuple(held), is_field=True)
    sizes = [columns.least_of(part, look, manner) for part in parts]
    return Size(max(one.width for one in sizes), max(one.height for one in sizes))


def draw(
    parts: Sequence[Subject], looks: Sequence[Look], width: float, height: float | None,
    one_scale: bool,
) -> list[Drawn]:  # fmt: skip
    held = tuple(value for part in parts for value in part.series[0].present) if one_scale else ()
    styles = []
    for part in parts:
        course = course_of(part)
        styles.append(figure_style(part, looks[0], course, width / columns.slots_in(course)))
    tightest = min(styles, key=lambda one: 0.0 if one[0] is None else one[0].size)
    with_unit = all(one[1] for one in styles)
    manner = Manner(held, True, (tightest[0], with_unit))
    return [
        draw_columns(part, of_bars(look), Room(width, height), manner)
        for part, look in zip(parts, looks, strict=True)
    ]


FIELDS = Fields("small-multiples-columns", columns.refuses, least, draw)
DEVICE = device_of(FIELDS)
